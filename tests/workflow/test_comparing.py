"""All kinds of records are compared, from the workbook to the words that are said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.workflow.compared import Compared
from almwp.workflow.session import Session

INDICATORS = (
    ("Workers trained", 100, 500, 321),
    ("Women trained", 50, 250, 147),
    ("Inspectors hired", 12, 40, 33),
    ("Young people placed", 210, 900, 655),
    ("Returnees helped", 75, 300, 189),
)
Tables = dict[str, list[list[Any]]]
Change = Callable[[Tables], object]


def tables() -> Tables:
    return {
        "Indicators": [
            ["Country: Viet Nam"],
            ["ALM Work Programme 2021-2025"],
            [
                *("No.", "Indicator", "Unit", "Baseline", "Target year", "Target"),
                *("Reading date", "Reading"),
            ],
            *(
                [place, name, "persons", base, 2025, target, 2024, reading]
                for place, (name, base, target, reading) in enumerate(INDICATORS, 1)
            ),
        ],
        "Agenda": [
            ["Item no.", "Agenda item", "Stance", "Talking points", "Fallback"],
            ["3.1", "Review of the programme", "support", "We welcome it", "none"],
            ["3.2", "Adoption of the guideline", "reserve", "More time", "an annex"],
        ],
        "Proposals": [
            ["No.", "Proposal", "Lead", "When", "Rationale"],
            [1, "Skills passport for migrant workers", "Viet Nam", "2026", "Needed"],
            [2, "Heat stress standard", "Thailand", "2028", "Summers are hot"],
        ],
        "Asks": [
            ["Asked of", "Ask or offer", "Ask / offer"],
            ["ILO", "Send an expert on heat stress", "Ask"],
        ],
    }


@pytest.fixture
def compare(tmp_path: Path, session: Session) -> Callable[..., Compared]:
    """Compare the tables with what a change makes of them."""

    def call(change: Change, language: str = "en") -> Compared:
        import xlsxwriter

        paths = []
        for name, edit in (("old.xlsx", lambda all_: None), ("new.xlsx", change)):
            made = tables()
            edit(made)
            paths.append(tmp_path / name)
            with xlsxwriter.Workbook(paths[-1]) as book:
                for title, rows in made.items():
                    sheet = book.add_worksheet(title)
                    for number, row in enumerate(rows):
                        sheet.write_row(number, 0, row)
        return session.compare(*paths, language=language)

    return call


def fields(found: Compared) -> list[tuple[str, str, str | None, str | None, str]]:
    return [
        (r.kind, change.label, change.old, change.new, change.difference)
        for r in found.revised
        for change in r.changes
    ]


def test_every_kind_of_record_is_read_and_unchanged(compare: Any) -> None:
    found = compare(lambda made: None)
    assert found.is_empty
    assert {each.kind: each.unchanged for each in found.counts} == {
        "indicator": 5,
        "proposal": 2,
        "agenda item": 2,
        "ask or offer": 1,
    }


def test_changes_of_every_kind_of_record_are_said(compare: Any) -> None:
    def work(made: Tables) -> None:
        made["Indicators"][3][7] = 350
        made["Agenda"][2][2] = "support with changes"
        made["Proposals"][2][3] = "2029"
        made["Asks"][1][1] = "Send two experts on heat stress"

    found = compare(work)
    assert not found.suspicions
    assert fields(found) == [
        ("indicator", "Reading (2024)", "321", "350", "more by 29"),
        ("proposal", "When", "2028", "2029", "later by a year"),
        ("agenda item", "Stance", "reserve", "support with changes", ""),
        (
            "ask or offer",
            "Ask or offer",
            "Send an expert on heat stress",
            "Send two experts on heat stress",
            "",
        ),
    ]


def test_labels_and_values_are_said_in_vietnamese(compare: Any) -> None:
    def work(made: Tables) -> None:
        made["Indicators"][3][7] = 350
        made["Proposals"][2][3] = "2029"

    said = fields(compare(work, "vi"))
    assert said == [
        ("indicator", "Số liệu thực tế (2024)", "321", "350", "tăng 29"),
        ("proposal", "Thời gian", "2028", "2029", "muộn hơn một năm"),
    ]


def test_readings_in_thousands_are_suspicious(compare: Any) -> None:
    def multiply(made: Tables) -> None:
        for row in made["Indicators"][3:]:
            row[7] *= 1000

    (suspicion,) = compare(multiply).suspicions
    assert (suspicion.code, suspicion.kind, suspicion.cell) == (
        "ALM539",
        "indicator",
        "H4:H8",
    )
    assert "1000 times what it was in 5 of 5 rows" in suspicion.message
    assert [e.new for e in suspicion.evidence][:2] == ["321000", "147000"]


def test_targets_that_were_sorted_alone_are_suspicious(compare: Any) -> None:
    def sort(made: Tables) -> None:
        rows = made["Indicators"][3:]
        values = sorted((row[5] for row in rows), reverse=True)
        for row, value in zip(rows, values, strict=True):
            row[5] = value

    (suspicion,) = compare(sort).suspicions
    assert (suspicion.code, suspicion.fields) == ("ALM530", ("target",))


def test_what_is_gone_and_what_is_new_is_listed_by_its_kind(compare: Any) -> None:
    def work(made: Tables) -> None:
        del made["Agenda"][1]
        made["Proposals"].append([3, "Night work study", "Malaysia", "2027", ""])

    found = compare(work)
    assert [(r.kind, r.title) for r in found.added] == [
        ("proposal", "Night work study")
    ]
    assert [(r.kind, r.title) for r in found.no_longer_listed] == [
        ("agenda item", "Review of the programme")
    ]
    assert found.no_longer_listed[0].cell == "old.xlsx!Agenda!B2"
