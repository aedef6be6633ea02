"""What the files of a country do not agree on does not go to the meeting."""

from typing import Any

import attrs
import pytest

from almwp.catalogue.meetings import find_meeting
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import (
    AgendaStance,
    Ask,
    Audience,
    Clearance,
    Piece,
    Proposal,
    Stance,
)
from almwp.model.prepared import Prepared, Use, WhyHeld
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.holding import torn
from almwp.plan.preparing import prepare

VN = CountryCode("VN")
OPEN: dict[str, Any] = {"audience": Audience.MEETING, "clearance": Clearance.CLEARED}
MINISTRY = "Ministry of Home Affairs"


def row(number: str = "4", points: str = "WITHDRAWN", **more: Any) -> AgendaStance:
    made = AgendaStance(
        number=number,
        item=Text.of("Declaration"),
        stance=Stance.SUPPORT,
        talking_points=[Piece(text=Text.of(points), **OPEN)],
        **OPEN,
    )
    return attrs.evolve(made, **more)


def draft(**more: Any) -> AgendaStance:
    return row(points="NEW", clearance=Clearance.DRAFT, **more)


def paper(name: str, *agenda: AgendaStance, **more: Any) -> Submission:
    sha = name.encode().hex().ljust(64, "0")[:64]
    sent = Submission(
        file=name,
        sha256=sha,
        kind="position",
        country=VN,
        agenda=agenda,
        institution=MINISTRY,
        as_of=Moment.parse("2025-10-17"),
        meeting="slom-21",
    )
    return attrs.evolve(sent, **more)


def made(*papers: Submission) -> Prepared:
    return prepare(papers, VN, find_meeting("slom-21"))


def told(prepared: Prepared) -> set[str]:
    """Return what the meeting would read of the agenda."""
    held = {one for each in prepared.held for one in each.rows}
    kept = [a for a in prepared.agenda if a.is_for(Audience.MEETING) and a not in held]
    return {str(p.text) for a in kept for p in a.talking_points}


OLD: dict[str, Any] = {"version": "1", "as_of": Moment.parse("2025-10-01")}
CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a: nothing tells which is newer": ({}, {}),
    "b: the institution with its abbreviation": (
        OLD,
        {"version": "2", "institution": f"{MINISTRY} (MoHA)"},
    ),
    "b: the institution with a slip of the pen": (
        OLD,
        {"version": "2", "institution": "Ministry of Home Afairs"},
    ),
    "c: proper versions": (OLD, {"version": "2"}),
    "d: the meeting with its place": (
        OLD,
        {"version": "2", "meeting": "SLOM 21, Siem Reap"},
    ),
    "d: the meeting in words that nobody knows": (
        OLD,
        {"version": "2", "meeting": "the October meeting"},
    ),
    "e: a version without a number": (
        OLD,
        {"version": "final", "as_of": Moment.parse("2025-10-20")},
    ),
    "the day and the version contradict each other": (
        {"version": "3", "as_of": Moment.parse("2025-10-01")},
        {"version": "2"},
    ),
    "one names no institution": (OLD, {"version": "2", "institution": ""}),
    "one has no day": ({"version": "1"}, {"version": "2", "as_of": None}),
    "another ministry": (OLD, {"institution": "Ministry of Health"}),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_that_another_file_takes_back_does_not_go_to_the_meeting(
    case: str,
) -> None:
    first, second = CASES[case]
    old = paper("v1.xlsx", row(), **first)
    new = paper("v2.xlsx", draft(), **second)
    for order in ((old, new), (new, old)):
        assert told(made(*order)) == set()


@pytest.mark.parametrize(
    ("case", "uses"),
    [
        ("a: nothing tells which is newer", [Use.DOUBTFUL, Use.DOUBTFUL]),
        ("b: the institution with its abbreviation", [Use.OLDER, Use.USED]),
        ("b: the institution with a slip of the pen", [Use.OLDER, Use.USED]),
        ("c: proper versions", [Use.OLDER, Use.USED]),
        ("d: the meeting with its place", [Use.OLDER, Use.USED]),
        (
            "d: the meeting in words that nobody knows",
            [Use.USED, Use.UNKNOWN_MEETING],
        ),
        ("e: a version without a number", [Use.OLDER, Use.USED]),
        (
            "the day and the version contradict each other",
            [Use.DOUBTFUL, Use.DOUBTFUL],
        ),
        ("one names no institution", [Use.DOUBTFUL, Use.DOUBTFUL]),
        ("another ministry", [Use.USED, Use.USED]),
    ],
)
def test_which_file_is_newer_is_known_or_asked(case: str, uses: list[Use]) -> None:
    first, second = CASES[case]
    files = paper("v1.xlsx", row(), **first), paper("v2.xlsx", draft(), **second)
    assert [part.use for part in made(*files).parts] == uses


@pytest.mark.parametrize("number", ["4", "4.", " 4", "(4)"])
def test_nor_does_it_if_a_row_of_the_same_file_takes_it_back(number: str) -> None:
    prepared = made(paper("v.xlsx", row("4"), draft(number=number)))
    assert told(prepared) == set()
    assert [each.why for each in prepared.held] == [WhyHeld.NOT_CLEARED]


@pytest.mark.parametrize(
    "change",
    [
        {"talking_points": [Piece(text=Text.of("OTHER"), **OPEN)]},
        {"talking_points": ()},
        {"wording": [Piece(text=Text.of("a text"), **OPEN)]},
        {"stance": Stance.OPPOSE},
        {"stance": None},
        {"item": Text.of("Another matter")},
        {"audience": Audience.DELEGATION},
        {"number": "", "talking_points": ()},
        {"number": "5", "talking_points": ()},
    ],
)
def test_what_two_files_say_differently_is_held_back(change: dict[str, Any]) -> None:
    other = paper("b.xlsx", row(**change), institution="Ministry of Health")
    prepared = made(paper("a.xlsx", row()), other)
    assert told(prepared) == set()
    assert prepared.held


def test_what_two_files_say_alike_goes() -> None:
    by = row(cleared_by="the Minister", speaker="the head")
    prepared = made(paper("a.xlsx", row()), paper("b.xlsx", by))
    assert told(prepared) == {"WITHDRAWN"}
    assert prepared.held == ()


def test_an_item_that_one_of_two_doubtful_versions_lacks_is_held_back() -> None:
    both = row("1", "SAME", item=Text.of("Opening"))
    prepared = made(paper("a.xlsx", both, row()), paper("b.xlsx", both))
    assert told(prepared) == {"SAME"}
    assert [each.why for each in prepared.held] == [WhyHeld.MISSING]
    assert {part.use for part in prepared.parts} == {Use.DOUBTFUL}


def test_two_files_that_share_nothing_are_parts_of_one_paper() -> None:
    other = row("1", "OPENING", item=Text.of("Opening"))
    prepared = made(paper("a.xlsx", row()), paper("b.xlsx", other))
    assert told(prepared) == {"WITHDRAWN", "OPENING"}
    assert {part.use for part in prepared.parts} == {Use.USED}


def test_a_file_for_a_meeting_that_nobody_knows_does_not_count() -> None:
    prepared = made(paper("a.xlsx", row(), meeting="a seminar in June"))
    assert prepared.agenda == ()
    assert [part.use for part in prepared.parts] == [Use.UNKNOWN_MEETING]


@pytest.mark.parametrize("meeting", ["slom-20", "SLOM 22, Manila", "28th ALMM"])
def test_a_file_for_another_meeting_takes_nothing_back(meeting: str) -> None:
    prepared = made(paper("a.xlsx", row()), paper("b.xlsx", draft(), meeting=meeting))
    assert told(prepared) == {"WITHDRAWN"}


def test_proposals_and_asks_are_held_back_too() -> None:
    asked = Ask(
        to=Party(kind=PartyKind.COUNTRY, id="ID"),
        text=Piece(text=Text.of("Share the study"), **OPEN),
    )
    proposal = Proposal(id="P1", title=Text.of("A study"), **OPEN)
    again = attrs.evolve(proposal, id="P7", clearance=Clearance.DRAFT)
    uncleared = attrs.evolve(asked.text, clearance=Clearance.CONSULTED)
    taken_back = attrs.evolve(asked, text=uncleared)
    first = paper("a.xlsx", proposals=[proposal], asks=[asked])
    second = paper("b.xlsx", proposals=[again], asks=[taken_back])
    held = [each.rows for each in made(first, second).held]
    assert held == [(proposal,), (asked,)]


def test_rows_without_their_files_are_compared_as_well() -> None:
    kept, other = row("1", item=Text.of("Opening")), row("4", "OTHER")
    assert torn([kept, row(), other]) == (row(), other)
