"""Workbooks with proposals, agenda items and asks, each with one difficulty."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Shown, Truth
from tests.corpus.reports import ABOUT, LINES, at

_AGENDA = ("Item no.", "Agenda item", "Stance", "Speaker")
_PROPOSALS = ("No.", "Proposal", "Rationale", "Lead", "Proposed by", "We join")
_ASKS = ("Asked of", "Ask or offer", "Ask / offer")


def _book(
    name: str,
    difficulty: str,
    sheet: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Any]],
    findings: Sequence[Found] = (),
    **truth: list[Truth],
) -> Book:
    made = Sheet([*LINES, list(headings), *rows], name=sheet)
    return Book(name, difficulty, [made], [], findings, ABOUT, truth)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    items: list[list[Any]] = [
        ["5.1", "Progress of the work programme", "support", "Head of delegation"],
        ["5.2", "Draft guideline", "reserve", None],
    ]
    read = [
        {"number": "5.1", "item": items[0][1], "stance": "support"},
        {"number": "5.2", "item": items[1][1], "stance": "reserve"},
    ]
    yield _book(
        "270-agenda",
        "agenda items stand with the stance of the country",
        "Agenda",
        _AGENDA,
        items,
        agenda=read,
    )
    yield _book(
        "271-no-stance",
        "an agenda item says nothing of the stance",
        "Agenda",
        _AGENDA,
        [items[0], ["5.2", "Draft guideline", None, None]],
        at("ALM245", "C7", sheet="Agenda"),
        agenda=[read[0], {"number": "5.2", "item": "Draft guideline"}],
    )
    yield _book(
        "320-stance-left-open",
        "a stance that says that there is none yet is not called empty",
        "Agenda",
        _AGENDA,
        [items[0], ["5.2", "Draft guideline", "n/a", None]],
        at("ALM322", "C7", sheet="Agenda"),
        agenda=[read[0], {"number": "5.2", "item": "Draft guideline"}],
    )
    yield _book(
        "272-item-twice",
        "two items have one number",
        "Agenda",
        _AGENDA,
        [items[0], ["5.1", "Draft guideline", "support", None]],
        at("ALM316", "A7", sheet="Agenda"),
        agenda=[read[0], {"item": "Draft guideline", "stance": "support"}],
    )
    yield _book(
        "273-unknown-stance",
        "a stance is none of the five",
        "Agenda",
        _AGENDA,
        [["5.1", "Draft guideline", "it depends", None]],
        at("ALM217", "C6", sheet="Agenda"),
        agenda=[{"item": "Draft guideline"}],
    )
    yield _book(
        "277-struck-through-item",
        "a whole agenda item is struck through",
        "Agenda",
        _AGENDA,
        [[Shown(word, struck=True) for word in items[0]]],
        at("ALM321", "A6", sheet="Agenda"),
        agenda=read[:1],
    )
    yield _book(
        "274-proposals",
        "proposals for the next period name who proposes and who leads",
        "Proposals",
        _PROPOSALS,
        [
            ["P1", "Course in mediation", "Few mediators", "VN", "VN", None],
            ["P2", "Database of skills", "No data", "TH", "Thailand", "yes"],
        ],
        proposals=[
            {"number": "P1", "title": "Course in mediation", "proposed_by": "VN"},
            {"title": "Database of skills", "proposed_by": "TH", "joining": True},
        ],
    )
    yield _book(
        "275-joins-its-own-proposal",
        "the sender joins a proposal that it makes itself",
        "Proposals",
        _PROPOSALS,
        [["P1", "Course in mediation", "Few mediators", "VN", "VN", "yes"]],
        at("ALM246", "F6", sheet="Proposals"),
        proposals=[{"title": "Course in mediation", "proposed_by": "VN"}],
    )
    yield _book(
        "276-asked-of-nobody",
        "an ask does not say of whom it is asked, and is kept out",
        "Asks",
        _ASKS,
        [["ILO", "Expertise in mediation", "ask"], [None, "Funds for travel", "ask"]],
        at("ALM247", "B7", sheet="Asks"),
    )
    blanks = (*_AGENDA, "Asked of the meeting", "Talking points", "Clearance")
    yield _book(
        "490-blanks-of-a-position",
        "items leave blank who speaks, how far they are cleared, and all of it",
        "Agenda",
        blanks,
        [
            ["5.1", "Draft guideline", "support", None, "adoption", "yes", "cleared"],
            ["5.2", "Next meeting", "support", "The head", "adoption", "yes", None],
            ["5.3", "Report of the chair", None, None, "information", None, None],
        ],
        [
            *at("ALM257", "D6", sheet="Agenda"),
            *at("ALM258", "G7", sheet="Agenda"),
            *at("ALM259", "C8", sheet="Agenda"),
        ],
        agenda=[
            {"number": "5.1", "item": "Draft guideline", "stance": "support"},
            {"number": "5.2", "item": "Next meeting", "stance": "support"},
            {"number": "5.3", "item": "Report of the chair", "stance": "None"},
        ],
    )
    both = ("Agenda item", "Stance", "Talking points", "Talking points (English)")
    yield _book(
        "491-lines-unpaired",
        "two talking points stand beside one in English",
        "Agenda",
        both,
        [["Draft guideline", "support", "satu\ndua", "one"]],
        at("ALM260", "C6", sheet="Agenda"),
        agenda=[{"item": "Draft guideline", "stance": "support"}],
    )
    yield _book(
        "492-same-number-of-two-countries",
        "a proposal of another country has the number of one of ours",
        "Proposals",
        _PROPOSALS,
        [
            ["P1", "Course in mediation", "Few mediators", "VN", "VN", None],
            ["P1", "Database of skills", "No data", "TH", "Thailand", "no"],
        ],
        proposals=[
            {"number": "P1", "title": "Course in mediation", "joining": None},
            {"number": "P1", "title": "Database of skills", "joining": False},
        ],
    )
