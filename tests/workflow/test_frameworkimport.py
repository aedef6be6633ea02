"""A framework workbook or a published matrix becomes a framework.

All that stands in these workbooks is invented.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from almwp.catalogue.frameworks import framework
from almwp.catalogue.tomlfile import read_framework
from almwp.errors import CallError
from almwp.findings.rule import Severity
from almwp.model.framework import FrameworkStatus, Role
from almwp.model.ids import FrameworkId
from almwp.model.moment import Period
from almwp.model.source import Basis
from almwp.workflow.frameworkimport import (
    AboutMatrix,
    ImportedFramework,
    asked_level,
    import_framework,
    write_framework,
)
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

ABOUT = AboutMatrix(
    id="INVENTED-2031-2035",
    title="Invented programme",
    period=Period(2031, 2035),
    sources=["https://example.org/matrix"],
)
THREE: list[list[Any]] = [
    ["Invented programme: matrix of projects"],
    [],
    ["No.", "Outcome", "Thematic area", "Project", "Lead country", "ASEAN body"],
    [1, "Outcome 1: Skills", "1.1 Green jobs", "Study", "Viet Nam", "SLOM-WG"],
    [2, None, None, "Training", "Lao PDR", "ACMW"],
    [3, None, "1.2 Digital skills", "Course", "Malaysia", "SLOM-WG"],
    [4, "Outcome 2: Safe work", "2.1 Mines", "Guide", "Singapore", "ASEAN-OSHNET"],
    [5, None, "1.1 Green jobs", "Green guide", "Thailand", "ASEAN-OSHNET"],
    ["Total", None, None, "5 projects"],
]
Make = Callable[..., Path]


@pytest.fixture
def matrix(tmp_path: Path) -> Make:
    """Write a workbook of one sheet; blocks are merged downwards."""

    def make(rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
        import xlsxwriter

        path = tmp_path / "matrix.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Matrix")
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, ["" if v is None else v for v in row])
            for block in merged:
                first = block.partition(":")[0]
                value = rows[int(first[1:]) - 1][ord(first[0]) - ord("A")]
                sheet.merge_range(block, value)
        return path

    return make


def told(imported: ImportedFramework) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return number and parents of each node, by its title."""
    assert imported.framework
    nodes = imported.framework.nodes
    titles = {node.id: str(node.title) for node in nodes}
    return {
        str(n.title): (n.number, tuple(titles[p] for p in n.parents)) for n in nodes
    }


def codes(imported: ImportedFramework) -> list[str]:
    return [f.code for f in imported.findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize("known", ["ALM-WP-2021-2025", "OSHNET-WP-2021-2025"])
def test_a_filled_in_template_gives_the_framework_back(
    known: str, session: Session, tmp_path: Path
) -> None:
    form = session.template(WantedTemplate(kind="framework", framework=known))
    session.write_form(form, tmp_path / "form.xlsx")
    imported = import_framework(tmp_path / "form.xlsx", session.reading)
    assert imported.framework == framework(FrameworkId(known))
    assert not imported.has_errors
    write_framework(imported, tmp_path / "mine.toml")
    assert read_framework(tmp_path / "mine.toml") == imported.framework
    text = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert f"(SHA-256 {imported.file.sha256})." in text


def test_a_matrix_gives_its_distinct_cells_in_order(
    matrix: Make, session: Session
) -> None:
    imported = import_framework(matrix(THREE), session.reading, ABOUT)
    assert told(imported) == {
        "Skills": ("1", ()),
        "Green jobs": ("1.1", ("Skills", "Safe work")),
        "Digital skills": ("1.2", ("Skills",)),
        "Safe work": ("2", ()),
        "Mines": ("2.1", ("Safe work",)),
    }
    known = imported.framework
    assert known is not None
    assert [level.role for level in known.levels] == [Role.OUTCOME, Role.PRIORITY_AREA]
    assert {b for n in known.nodes for b in n.bodies if n.number == "1.1"} == {
        *("SLOM-WG", "ACMW", "ASEAN-OSHNET")
    }
    assert (known.status, known.period) == (FrameworkStatus.UNKNOWN, Period(2031, 2035))
    assert {node.basis for node in known.nodes} == {Basis.REPORTED}
    assert codes(imported) == []
    (left,) = [f for f in imported.findings if f.code == "ALM436"]
    assert left.found == "No., Project, Lead country"


def test_merged_cells_say_the_same_as_empty_ones(
    matrix: Make, session: Session
) -> None:
    plain = import_framework(matrix(THREE), session.reading, ABOUT)
    merged = import_framework(
        matrix(THREE, ["B4:B6", "B7:B8", "C4:C5"]), session.reading, ABOUT
    )
    assert merged.framework == plain.framework


def test_all_columns_left_of_the_titles_are_levels(
    matrix: Make, session: Session
) -> None:
    rows = [
        ["Objective", "Outcome", "Target", "Thematic area", "Sub-area", "Project"],
        ["Objective 1: Work", "1. Skills", "1.1 Trained", "Green", "Solar", "P1"],
        [None, None, None, None, "Wind", "P2"],
        [None, "2. Safety", None, "Mines", None, "P3"],
        ["Objective 2: Pay", None, None, "Wages", "Floors", "P4"],
    ]
    imported = import_framework(matrix(rows), session.reading, ABOUT)
    assert told(imported) == {
        "Work": ("1", ()),
        "Skills": ("1", ("Work",)),
        "Trained": ("1.1", ("Skills",)),
        "Green": ("", ("Trained",)),
        "Solar": ("", ("Green",)),
        "Wind": ("", ("Green",)),
        "Safety": ("2", ("Work",)),
        "Mines": ("", ("Safety",)),
        "Pay": ("2", ()),
        "Wages": ("", ("Pay",)),
        "Floors": ("", ("Wages",)),
    }
    assert imported.framework is not None
    assert [(x.id, x.role) for x in imported.framework.levels] == [
        ("objective", None),
        ("outcome", Role.OUTCOME),
        ("target", Role.TARGET),
        ("thematic-area", Role.PRIORITY_AREA),
        ("sub-area", None),
    ]
    found = [(f.code, f.at.cell) for f in imported.findings if f.at.cell]
    assert found == [("ALM418", "D5")]


def test_lines_between_the_rows_are_levels_too(matrix: Make, session: Session) -> None:
    rows = [
        ["Priority area", "Project", "Lead"],
        ["Outcome 1: Skills"],
        ["Green jobs", "P1", "VN"],
        [None, "P2", "VN"],
        ["Outcome 2: Safety"],
        ["Mines", "P3", "VN"],
    ]
    imported = import_framework(matrix(rows), session.reading, ABOUT)
    assert told(imported) == {
        "Skills": ("1", ()),
        "Green jobs": ("", ("Skills",)),
        "Safety": ("2", ()),
        "Mines": ("", ("Safety",)),
    }


def test_a_line_that_names_nothing_is_said(matrix: Make, session: Session) -> None:
    rows = [
        ["No.", "Priority area", "Project", "Lead"],
        [1, "Green jobs", "P1", "VN"],
        ["Other business", None, None, None],
        [2, "Mines", "P3", "VN"],
    ]
    imported = import_framework(matrix(rows, ["A3:D3"]), session.reading, ABOUT)
    assert [(f.code, f.at.cell) for f in imported.findings if f.at.cell] == [
        ("ALM438", "A3")
    ]


def test_two_numbers_that_are_the_same_are_said_at_the_cell(
    matrix: Make, session: Session
) -> None:
    rows = [*THREE[:8], [5, None, "2.1 Quarries", "P6", "Thailand", "SLOM"]]
    imported = import_framework(matrix(rows), session.reading, ABOUT)
    assert [(f.code, f.at.cell) for f in imported.findings if f.at.cell] == [
        ("ALM415", "C9")
    ]


def test_a_body_that_nobody_knows_is_said_at_the_cell(
    matrix: Make, session: Session
) -> None:
    rows = [*THREE[:4], [2, None, None, "P", "VN", "Committee of Nobody"]]
    imported = import_framework(matrix(rows), session.reading, ABOUT)
    assert imported.has_errors
    assert ("ALM216", "F5") in [(f.code, f.at.cell) for f in imported.findings]


def test_levels_are_those_that_the_user_names(matrix: Make, session: Session) -> None:
    rows = [["Goal", "Theme", "Owner"], ["G1", "T1", "x"], [None, "T2", "y"]]
    levels = (asked_level("Goal=outcome"), asked_level("Theme = priority area"))
    about = AboutMatrix(id="X", title="X (invented)", levels=levels, is_whole=True)
    imported = import_framework(matrix(rows), session.reading, about)
    assert told(imported) == {"G1": ("", ()), "T1": ("", ("G1",)), "T2": ("", ("G1",))}
    assert imported.framework is not None
    assert imported.framework.has_all_areas
    assert codes(imported) == ["ALM439"]
    about = AboutMatrix(id="X", title="X", levels=(asked_level("Gaol"),))
    missing = import_framework(matrix(rows), session.reading, about)
    assert missing.framework is None
    assert codes(missing) == ["ALM437", "ALM435", "ALM439"]


def test_a_table_of_levels_alone_is_a_matrix(matrix: Make, session: Session) -> None:
    rows = [["Outcome", "Thematic area"], ["1. A", "1.1 B"], [None, "1.2 C"]]
    imported = import_framework(matrix(rows), session.reading, ABOUT)
    assert list(told(imported)) == ["A", "B", "C"]


def test_the_adopted_text_of_a_known_programme_needs_only_its_id(
    matrix: Make, session: Session
) -> None:
    about = AboutMatrix(id="ALM-WP-2026-2030", status=FrameworkStatus.ADOPTED)
    imported = import_framework(matrix(THREE), session.reading, about)
    draft = framework(FrameworkId("ALM-WP-2026-2030"))
    assert imported.framework is not None
    assert imported.framework.title == draft.title
    assert imported.framework.aliases == draft.aliases
    assert imported.framework.period == Period(2026, 2030)
    assert codes(imported) == ["ALM421", "ALM439"]


@pytest.mark.parametrize(
    ("name", "about", "said"),
    [
        ("matrix.xlsx", AboutMatrix(), "say what it is of"),
        ("matrix.xlsx", AboutMatrix(id="NEW"), "say what it is called"),
        ("x.toml", ABOUT, "is a framework already"),
        ("plan.json", ABOUT, "is a saved plan"),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(
    name: str, about: AboutMatrix, said: str, matrix: Make, session: Session
) -> None:
    with pytest.raises(CallError, match=said):
        import_framework(matrix(THREE).with_name(name), session.reading, about)


def test_a_workbook_says_itself_what_it_describes(
    session: Session, tmp_path: Path
) -> None:
    form = session.template(WantedTemplate(kind="framework", framework="VN-QD-161"))
    session.write_form(form, tmp_path / "form.xlsx")
    with pytest.raises(CallError, match="leave out --id"):
        import_framework(tmp_path / "form.xlsx", session.reading, ABOUT)
