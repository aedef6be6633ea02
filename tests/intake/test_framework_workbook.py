"""A framework workbook is read into the framework that it describes."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.findings.rule import Severity
from almwp.intake.cells import Sheet
from almwp.intake.fieldlist import field_list
from almwp.intake.frameworkrows import framework_rows
from almwp.intake.sourcelines import read_source, source_line
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.model.moment import Moment
from almwp.model.source import Source
from almwp.model.submission import Submission
from almwp.model.text import Text

Rows = dict[str, list[dict[str, Any]]]


def as_cell(value: Any) -> Any:
    """Return a value as somebody would type it: the words that intake reads."""
    if isinstance(value, tuple):
        parts = [source_line(v) if isinstance(v, Source) else str(v) for v in value]
        return "\n".join(parts) or None
    if isinstance(value, Moment):
        return str(value)
    return value if isinstance(value, int) else (str(value) if value else None)


def sheets_of(rows: Rows, make: Callable[..., Sheet]) -> list[Sheet]:
    made = []
    for known in field_list().sheets:
        if known.key in rows:
            keys = [of.key for of in known.fields]
            table: list[list[Any]] = [[str(of.label) for of in known.fields]]
            table += [
                [as_cell(row.get(key)) for key in keys] for row in rows[known.key]
            ]
            made.append(make(table, name=str(known.label)))
    return made


def rows_of(known: Framework) -> Rows:
    return {
        key: [dict(row) for row in rows]
        for key, rows in framework_rows(known, "vi").items()
        if rows
    }


@pytest.fixture(scope="session")
def describe(
    read: Callable[..., Submission], sheet: Callable[..., Sheet]
) -> Callable[[Rows], Submission]:
    """Read the sheets that hold *rows*, in a workbook whose language is Vietnamese."""
    cover = sheet([["Language", "Tiếng Việt"]], name="Cover")
    return lambda rows: read(cover, *sheets_of(rows, sheet))


def small() -> Rows:
    """Return a small framework, invented, that nothing is wrong with."""
    cited = {"basis": "confirmed", "sources": "https://example.org/plan"}
    return {
        "framework": [
            {
                "id": "MY-PLAN",
                "title": "My plan (invented)",
                "first_year": 2026,
                "last_year": 2030,
                "status": "draft",
                **cited,
            }
        ],
        "levels": [
            {"id": "outcome", "name": "Outcome", "role": "outcome", "complete": "no"},
            {"id": "area", "name": "Area", "role": "priority area"},
        ],
        "nodes": [
            {"id": "1", "level": "outcome", "title": "Skills", **cited},
            {"id": "1.1", "level": "area", "title": "Youth", "parents": "1", **cited},
        ],
    }


def codes(found: Submission) -> list[tuple[str, str | None, str | None]]:
    return [
        (f.code, f.at.sheet, f.at.cell)
        for f in found.findings
        if f.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize("name", framework_ids())
def test_a_packaged_framework_written_as_rows_reads_back(
    name: FrameworkId, describe: Callable[[Rows], Submission]
) -> None:
    known = framework(name)
    found = describe(rows_of(known))
    assert found.kind == "framework"
    assert found.programme == known
    wrong = [f for f in found.findings if f.severity is Severity.ERROR]
    assert wrong == []


def test_a_sound_workbook_is_read_without_a_word(
    describe: Callable[[Rows], Submission],
) -> None:
    found = describe(small())
    assert codes(found) == []
    assert found.programme is not None
    assert [n.id for n in found.programme.priority_areas] == ["1.1"]
    assert found.programme.nodes[1].parents == ("1",)


def test_a_title_in_the_national_language_is_of_the_covers_language(
    describe: Callable[[Rows], Submission],
) -> None:
    rows = small()
    rows["nodes"][0]["title_national"] = "Kỹ năng"
    found = describe(rows).programme
    assert found is not None
    assert found.nodes[0].title == Text.from_forms({"en": "Skills", "vi": "Kỹ năng"})


@pytest.mark.parametrize("name", ["Levels", "Nodes"])
def test_a_sheet_that_is_there_twice_gives_its_rows_once(
    name: str, read: Callable[..., Submission], sheet: Callable[..., Sheet]
) -> None:
    sheets = sheets_of(small(), sheet)
    (twice,) = [each for each in sheets if each.name == name]
    found = read(*sheets, evolve(twice, name=f"{name} (2)"))
    assert [f.code for f in found.findings if f.severity is Severity.ERROR] == [
        "ALM412",
        "ALM412",
    ]
    assert found.programme == read(*sheets).programme
    assert f"row 2 ({name})" in found.findings[-2].message()


Change = Callable[[Rows], object]
CASES: dict[str, tuple[Change, list[tuple[str, str | None, str | None]]]] = {
    "no row of the framework": (
        lambda rows: rows.pop("framework"),
        [("ALM410", None, None)],
    ),
    "two frameworks": (
        lambda rows: rows["framework"].append(
            {**rows["framework"][0], "id": "OTHER-PLAN"}
        ),
        [("ALM411", "Framework", "A3")],
    ),
    "an id twice": (
        lambda rows: rows["nodes"].append({**rows["nodes"][0], "title": "Jobs"}),
        [("ALM412", "Nodes", "A4")],
    ),
    "a level that is not there": (
        lambda rows: rows["nodes"][1].update(level="arae"),
        [("ALM413", "Nodes", "B3")],
    ),
    "a parent that is not there": (
        lambda rows: rows["nodes"][1].update(parents="9"),
        [("ALM414", "Nodes", "G3")],
    ),
    "a parent below": (
        lambda rows: rows["nodes"][0].update(parents="1.1"),
        [("ALM430", "Nodes", "G2")],
    ),
    "itself as parent": (
        lambda rows: rows["nodes"][1].update(parents="1\n1.1"),
        [("ALM414", "Nodes", "G3")],
    ),
    "a number twice": (
        lambda rows: rows["nodes"].extend(
            [
                {**rows["nodes"][1], "id": "a", "number": "1.2"},
                {**rows["nodes"][1], "id": "b", "number": "1.2"},
            ]
        ),
        [("ALM415", "Nodes", "C5")],
    ),
    "no source": (
        lambda rows: rows["nodes"][0].pop("sources"),
        [("ALM417", "Nodes", "A2")],
    ),
    "an area in no outcome": (
        lambda rows: rows["nodes"][1].pop("parents"),
        [("ALM418", "Nodes", "A3")],
    ),
    "years the wrong way round": (
        lambda rows: rows["framework"][0].update(first_year=2031),
        [("ALM420", "Framework", "F2")],
    ),
    "no first year": (
        lambda rows: rows["framework"][0].pop("first_year"),
        [("ALM420", "Framework", "G2")],
    ),
    "an id that almwp has": (
        lambda rows: rows["framework"][0].update(id="ALM-WP-2021-2025"),
        [("ALM421", "Framework", "A2")],
    ),
    "parts above the total": (
        lambda rows: rows.update(
            statements=[
                {
                    "about": "count",
                    "text": "Projects",
                    "total": 3,
                    "completed": 4,
                    "basis": "inferred",
                }
            ]
        ),
        [("ALM422", "Statements", "D2")],
    ),
    "a count that differs": (
        lambda rows: rows["levels"][0].update(complete="yes", total=4),
        [("ALM423", "Levels", "F2")],
    ),
    "no whole number": (
        lambda rows: rows["levels"][0].update(total="about 4"),
        [("ALM250", "Levels", "F2")],
    ),
    "an unknown role": (
        lambda rows: rows["levels"][1].update(role="priority aera"),
        [("ALM217", "Levels", "D3")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_fit_is_said_at_its_cell(
    case: str, describe: Callable[[Rows], Submission]
) -> None:
    change, expected = CASES[case]
    rows = small()
    change(rows)
    assert codes(describe(rows)) == expected


def test_what_stands_on_nothing_counts_as_unknown_and_is_noted(
    describe: Callable[[Rows], Submission],
) -> None:
    rows = small()
    del rows["nodes"][0]["basis"]
    found = describe(rows)
    assert found.programme is not None
    assert found.programme.nodes[0].basis == "unknown"
    assert ("ALM416", "A2") in [(f.code, f.at.cell) for f in found.findings]


def test_a_level_without_nodes_is_noted(
    describe: Callable[[Rows], Submission],
) -> None:
    rows = small()
    rows["levels"].append({"id": "project", "name": "Project"})
    found = describe(rows)
    assert ("ALM419", "A4") in [(f.code, f.at.cell) for f in found.findings]


def test_near_levels_and_nodes_are_offered_and_never_applied(
    describe: Callable[[Rows], Submission],
) -> None:
    rows = small()
    rows["nodes"][1]["level"] = "arae"
    (finding,) = [f for f in describe(rows).findings if f.code == "ALM413"]
    assert finding.suggestions == ("area",)


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9)


@given(
    st.builds(
        Source,
        address=WORDS.filter(lambda words: "|" not in words),
        title=st.lists(WORDS | st.just("|") | st.just("2024"), max_size=3).map(
            lambda parts: " ".join(" ".join(parts).replace("|", " | ").split())
        ),
        date=st.none() | st.sampled_from([Moment.year(2024), Moment.parse("2024-Q3")]),
    ).filter(lambda source: not source.title.startswith("|"))
)
def test_a_source_written_on_a_line_reads_back(source: Source) -> None:
    read = read_source(source_line(source))
    assert (read.address, read.date) == (source.address, source.date)
    assert read.title.replace(" ", "") == source.title.replace(" ", "")


def test_an_address_alone_is_a_source() -> None:
    source = Source(address="https://example.org/a")
    assert read_source(" https://example.org/a ") == source
    assert evolve(source, title="A, 2024") == read_source(f"{source} | A, 2024")
