"""The closed words of indicators and positions are known in each language."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.catalogue.languages import vocabulary
from almwp.intake.cells import Sheet
from almwp.model.indicator import Direction, IndicatorKind
from almwp.model.position import Asked, Audience, Clearance, Stance
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [["Country: VN"], ["Plan: ALM WP 2021-2025"], []]
LANGUAGES = ("en", "vi", "id")
MEANINGS = {
    "direction": Direction,
    "indicator_kind": IndicatorKind,
    "stance": Stance,
    "asked": Asked,
    "clearance": Clearance,
    "audience": Audience,
    "ask_kind": ("ask", "offer"),
    "yes_no": ("yes", "no"),
}
"""Tables of words, and all that their words can mean."""
TABLES: dict[str, tuple[str, list[str], list[Any]]] = {
    "direction": ("indicators", ["Indicator", "Unit", "Direction"], ["Jobs", "jobs"]),
    "indicator_kind": (
        "indicators",
        ["Indicator", "Target", "Target year", "Type"],
        ["Jobs", 5, 2025],
    ),
    "stance": ("agenda", ["Agenda item", "Speaker", "Stance"], ["Dates", "X"]),
    "asked": ("agenda", ["Agenda item", "Stance", "Asked"], ["Dates", "support"]),
    "clearance": ("agenda", ["Agenda item", "Stance", "Clearance"], ["A", "support"]),
    "audience": ("agenda", ["Agenda item", "Stance", "Audience"], ["A", "support"]),
    "ask_kind": ("asks", ["Asked of", "Ask or offer", "Type"], ["ILO", "a trainer"]),
    "yes_no": (
        "proposals",
        ["Proposal", "Proposed by", "We join"],
        ["Study", "Indonesia"],
    ),
}
"""The sheet on which a table is used, its headings, and the cells beside the word."""


def told(submission: Submission, table: str) -> str:
    """Return what the word of the row was read as."""
    records = {
        "indicators": submission.indicators,
        "agenda": submission.agenda,
        "proposals": submission.proposals,
        "asks": submission.asks,
    }
    sheet, headings, _ = TABLES[table]
    (record,) = records[sheet]
    match table:
        case "ask_kind":
            return "offer" if submission.asks[0].is_offer else "ask"
        case "yes_no":
            return "yes" if submission.proposals[0].joining else "no"
        case "indicator_kind":
            return str(submission.indicators[0].kind)
        case _:
            return str(getattr(record, headings[-1].lower()))


def words_of(code: str) -> list[tuple[str, str, str]]:
    spoken = vocabulary(code)
    return [
        (table, meaning, word)
        for table in TABLES
        for meaning, words in getattr(spoken, table).items()
        for word in words
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("table", MEANINGS)
def test_every_meaning_has_a_word(code: str, table: str) -> None:
    words = getattr(vocabulary(code), table)
    assert set(words) == set(map(str, MEANINGS[table]))
    assert all(words.values())


@pytest.mark.parametrize(
    ("table", "meaning", "word"),
    [case for code in LANGUAGES for case in words_of(code)],
)
def test_a_word_means_what_its_language_says(
    read: Read, sheet: Callable[..., Sheet], table: str, meaning: str, word: str
) -> None:
    _, headings, beside = TABLES[table]
    for written in (word, word.upper(), f" {word}  "):
        submission = read(sheet([*ABOVE, headings, [*beside, written]]))
        assert told(submission, table) == meaning
        assert submission.findings == ()


@pytest.mark.parametrize("table", MEANINGS)
@pytest.mark.parametrize("word", ["maybe", "cleared?", "~support", "not so", 7])
def test_any_other_word_is_asked_about(
    read: Read, sheet: Callable[..., Sheet], table: str, word: Any
) -> None:
    _, headings, beside = TABLES[table]
    submission = read(sheet([*ABOVE, headings, [*beside, word]]))
    assert [f.code for f in submission.findings] == ["ALM217"]
    blank = read(sheet([*ABOVE, headings, [*beside, None]]))
    assert told(submission, table) == told(blank, table)
