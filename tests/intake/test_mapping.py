"""A user's own mapping goes before what is known of headings, and is never guessed."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet, Visibility
from almwp.intake.mapping import FieldMapping, MappedColumn, TableMapping
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
Said = Callable[[Submission], list[tuple[str, str | None]]]
BASE: list[list[Any]] = [["Country: VN"], ["ALM WP 2021-2025"]]
STRANGE: list[list[Any]] = [
    ["Nro", "Toimenpide", "Vastuumaa", "Tila"],
    ["1", "Training", "VN", "done"],
    ["2", "Study", "TH", "planned"],
]
"""A table in a language that is not known; its headings are in row 3."""
MEANT = {"Nro": "number", "Toimenpide": "title", "Vastuumaa": "leads", "Tila": "status"}


def columns(said: dict[str, str | None]) -> list[MappedColumn]:
    made = []
    for name, key in said.items():
        letters = name.removeprefix("column ") if name.startswith("column ") else ""
        heading = "" if letters else name
        made.append(MappedColumn(heading=heading, column=letters, field=key))
    return made


def mapping(said: dict[str, str | None], **rest: Any) -> FieldMapping:
    return FieldMapping(tables=[TableMapping(columns=columns(said), **rest)])


def titles(read: Submission) -> list[str]:
    return [str(activity.title) for activity in read.activities]


@pytest.mark.parametrize(
    "where",
    [
        {},
        {"sheet": "Report"},
        {"sheet": "REPORT."},
        {"file": "report.xlsx", "rows": (3, 3)},
    ],
)
def test_headings_in_no_known_language_are_read_by_a_mapping(
    read: Read, sheet: Make, said: Said, where: dict[str, Any]
) -> None:
    without = read(sheet([*BASE, *STRANGE]))
    assert said(without) == [("ALM102", None)]
    meant: dict[str, str | None] = {**MEANT}
    found = read(sheet([*BASE, *STRANGE]), mapping=mapping(meant, **where))
    assert titles(found) == ["Training", "Study"]
    assert [a.leads[0].name for a in found.activities] == ["VN", "TH"]
    assert said(found) == []
    (table,) = found.tables
    assert {c.by for c in table.columns} == {"mapping"}
    assert [c.field for c in table.columns] == list(MEANT.values())


@pytest.mark.parametrize("where", [{"sheet": "Other"}, {"file": "other.xlsx"}])
def test_a_mapping_of_another_sheet_or_file_says_nothing(
    read: Read, sheet: Make, where: dict[str, Any]
) -> None:
    meant: dict[str, str | None] = {**MEANT}
    found = read(sheet([*BASE, *STRANGE]), mapping=mapping(meant, **where))
    assert found.activities == ()


def test_a_sheet_that_is_named_just_so_is_meant_alone(read: Read, sheet: Make) -> None:
    meant: dict[str, str | None] = {**MEANT}
    one = sheet([*BASE, *STRANGE], name="Data")
    other = sheet([["Nro", "Toimenpide"], ["3", "Other"]], name="DATA.")
    found = read(one, other, mapping=mapping(meant, sheet="DATA."))
    assert titles(found) == ["Other"]


@pytest.mark.parametrize("written", ["toimenpide", "TOIMENPIDE:", "Toimenpide *"])
def test_a_heading_of_a_mapping_is_compared_folded(
    read: Read, sheet: Make, written: str
) -> None:
    rows = [[written, "Status"], ["Training", "done"]]
    found = read(sheet([*BASE, *rows]), mapping=mapping({"Toimenpide": "title"}))
    assert titles(found) == ["Training"]


def test_a_mapping_goes_before_what_is_known(read: Read, sheet: Make) -> None:
    rows = [["Project", "Activity", "Status"], ["A", "B", "done"]]
    meant: dict[str, str | None] = {"Project": None, "Status": "place"}
    found = read(sheet([*BASE, *rows]), mapping=mapping(meant))
    (activity,) = found.activities
    assert str(activity.title) == "B"
    assert [(e.heading, e.value) for e in activity.extras] == [("Project", "A")]
    assert activity.place == "done"
    # What the user said need not be told to the user.
    assert "ALM111" not in {f.code for f in found.findings}


def test_what_is_kept_as_an_extra_is_not_found_by_its_parts(
    read: Read, sheet: Make
) -> None:
    rows = [["Activity", "Lead", "Status (old)", "Status"], ["A", "VN", "done", "-"]]
    found = read(sheet([*BASE, *rows]), mapping=mapping({"Status (old)": None}))
    assert [(e.heading, e.value) for e in found.activities[0].extras] == [
        ("Status (old)", "done")
    ]


@pytest.mark.parametrize("heading", ["Mood", None])
def test_a_column_is_named_by_its_letters(
    read: Read, sheet: Make, heading: str | None
) -> None:
    rows = [["Activity", "Lead", heading], ["A", "VN", "done"]]
    meant: dict[str, str | None] = {"column C": "status"}
    found = read(sheet([*BASE, *rows]), mapping=mapping(meant, rows=(3, 3)))
    (activity,) = found.activities
    assert [o.status for o in activity.observations] == ["completed"]
    assert found.ledger.by_fate[Fate.EXTRA] == 0


def test_rows_of_headings_are_those_that_a_mapping_names(
    read: Read, sheet: Make
) -> None:
    rows: list[list[Any]] = [
        ["Tiedot", None, "Tilanne", None],
        ["Nimi", "Maa", "Nyt", "Mood"],
        ["A", "VN", "done", "x"],
        ["Tiedot", None, "Tilanne", None],
        ["Nimi", "Maa", "Nyt", "Mood"],
        ["B", "TH", "planned", "y"],
    ]
    meant: dict[str, str | None] = {
        "Tiedot Nimi": "title",
        "Tiedot Maa": "leads",
        "Tilanne Nyt": "status",
    }
    merges = ["A3:B3", "C3:D3", "A6:B6", "C6:D6"]
    found = read(
        sheet([*BASE, *rows], merges=merges),
        mapping=mapping(meant, sheet="Report", rows=(3, 4)),
    )
    assert titles(found)[0] == "A"
    assert found.tables[0].rows == (3, 4)
    assert [c.field for c in found.tables[0].columns] == [
        "title",
        "leads",
        "status",
        None,
    ]


def test_headings_of_a_mapping_that_come_again_are_read_over(
    read: Read, sheet: Make
) -> None:
    rows = [*STRANGE, STRANGE[0], ["3", "Third", "VN", "done"]]
    meant: dict[str, str | None] = {**MEANT}
    for where in ({}, {"rows": (3, 3)}):
        found = read(sheet([*BASE, *rows]), mapping=mapping(meant, **where))
        assert titles(found) == ["Training", "Study", "Third"]
        assert len(found.tables) == 1


def test_each_table_side_by_side_has_its_own_mapping(read: Read, sheet: Make) -> None:
    rows = [
        ["Toimenpide", "Tila", None, "Nimi", "Vastuumaa"],
        ["A", "done", None, "B", "TH"],
    ]
    left = TableMapping(
        rows=(3, 3),
        first_column="A",
        columns=columns({"Toimenpide": "title", "Tila": "status"}),
    )
    right = TableMapping(
        rows=(3, 3),
        first_column="D",
        columns=columns({"Nimi": "title", "Vastuumaa": "leads"}),
    )
    found = read(sheet([*BASE, *rows]), mapping=FieldMapping(tables=[left, right]))
    assert titles(found) == ["A", "B"]


def test_a_column_and_rows_that_are_not_there_are_said_at_the_sheet(
    read: Read, sheet: Make, said: Said
) -> None:
    meant: dict[str, str | None] = {"Stauts": "status", "column Z": "place"}
    plain = [*BASE, ["Activity", "Status", "Lead"], ["A", "done", "VN"]]
    found = read(sheet(plain), mapping=mapping(meant, sheet="Report", rows=(3, 3)))
    assert said(found) == [("ALM120", None), ("ALM120", None)]
    first, second = (f for f in found.findings if f.code == "ALM120")
    assert (first.found, first.suggestions) == ("Stauts", ("Status",))
    assert first.at.sheet == "Report"
    assert second.found == "column Z"
    found = read(sheet(plain), mapping=mapping(meant, sheet="Report", rows=(9, 9)))
    assert said(found) == [("ALM121", None)]
    assert titles(found) == ["A"]


def test_what_is_said_of_any_sheet_need_not_be_on_each(
    read: Read, sheet: Make, said: Said
) -> None:
    plain = [*BASE, ["Activity", "Status", "Lead"], ["A", "done", "VN"]]
    assert said(read(sheet(plain), mapping=mapping({"Nimi": "title"}))) == []


def test_a_sheet_that_a_mapping_names_is_no_sheet_that_explains(
    read: Read, sheet: Make
) -> None:
    rows = [*BASE, ["Activity", "Status"], ["A", "done"]]
    meant: dict[str, str | None] = {"Activity": "title"}
    named = read(sheet(rows, name="Notes"), mapping=mapping(meant, sheet="Notes"))
    assert titles(named) == ["A"]
    hidden = sheet(rows, name="Notes", visibility=Visibility.HIDDEN)
    assert read(hidden, mapping=mapping(meant, sheet="Notes")).activities == ()
