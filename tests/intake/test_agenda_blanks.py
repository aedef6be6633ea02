"""What an agenda leaves blank is asked for where something depends on it."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE = [["Country: Viet Nam"], ["Meeting: SLOM 21"]]
HEADINGS = {
    "item": "Agenda item",
    "asked": "Asked of the meeting",
    "stance": "Stance",
    "talking_points": "Talking points",
    "english": "Talking points (English)",
    "wording": "Draft wording",
    "speaker": "Speaker",
    "clearance": "Clearance",
    "reasons": "Reasons",
}
ITEM = {"stance": "support", "clearance": "draft"}


@pytest.fixture
def found(read: Read, sheet: Callable[..., Sheet]) -> Callable[..., Any]:
    def codes(**said: str | None) -> list[tuple[str, str | None]]:
        told = {"item": "Safety", "asked": "adoption", **said}
        row = [told.get(key) for key in HEADINGS]
        submission = read(sheet([*ABOVE, list(HEADINGS.values()), row]))
        return [
            (f.code, f.at.cell) for f in submission.findings if f.at.cell and f.field
        ]

    return codes


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"asked": "information"}, [("ALM259", "C4")]),
        ({**ITEM, "talking_points": "yes"}, [("ALM257", "G4")]),
        ({**ITEM, "wording": "and so on"}, [("ALM257", "G4")]),
        ({"stance": "support"}, [("ALM258", "H4")]),
        ({**ITEM, "reasons": "it is cheap"}, []),
        (ITEM, []),
    ],
)
def test_a_blank_is_asked_for_where_something_depends_on_it(
    found: Callable[..., Any], said: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert found(**said) == expected


def test_a_column_that_is_not_there_is_no_blank(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    rows = [["No.", "Agenda item", "Stance"], [1, "Draft", "support"]]
    findings = read(sheet([*ABOVE, *rows])).findings
    assert [f.code for f in findings if f.field] == []


@pytest.mark.parametrize(("english", "codes"), [("a", ["ALM260"]), ("a\nb", [])])
def test_lines_that_do_not_pair_are_reported_once(
    found: Callable[..., Any], english: str, codes: list[str]
) -> None:
    said = {**ITEM, "talking_points": "satu\ndua", "speaker": "x", "english": english}
    assert [code for code, _ in found(**said)] == codes
