"""A matrix as ministries publish it: broken cells, two languages, columns of numbers.

All that stands in these workbooks is invented.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from almwp.errors import CallError
from almwp.findings.rule import Severity
from almwp.model.framework import FrameworkStatus
from almwp.model.source import Basis
from almwp.workflow.frameworkimport import (
    AboutMatrix,
    ImportedFramework,
    asked_level,
    import_framework,
    source_of,
)
from almwp.workflow.session import Session

HEADS = ["Outcome", "Thematic area", "Project title"]
Import = Callable[..., ImportedFramework]


@pytest.fixture
def imported(tmp_path: Path, session: Session) -> Import:
    """Write rows into a workbook and import it as a matrix."""

    def of(
        rows: Sequence[Sequence[Any]],
        change: Callable[[openpyxl.Workbook], None] | None = None,
        **about: Any,
    ) -> ImportedFramework:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        if change:
            change(book)
        path = tmp_path / "matrix.xlsx"
        book.save(path)
        given = {"id": "INVENTED", "title": "Invented", **about}
        return import_framework(path, session.reading, AboutMatrix(**given))

    return of


def tree(found: ImportedFramework) -> dict[str, tuple[str, ...]]:
    """Return the parents of each node, all by number and titles."""
    nodes = found.framework.nodes if found.framework else ()
    names = {
        n.id: " ".join((n.number, *(words for _, words in n.title.forms))).strip()
        for n in nodes
    }
    return {names[n.id]: tuple(names[p] for p in n.parents) for n in nodes}


def said(found: ImportedFramework, *codes: str) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in found.findings if f.code in codes]


def test_broken_cells_are_refused_and_become_no_node(imported: Import) -> None:
    rows = [
        HEADS,
        ['="1 "&"Skills"', "1.1 Green", "P"],
        ["#REF!", "1.2 Digital", "P"],
        ["2 Safe", "#N/A", "P"],
    ]
    found = imported(rows)
    assert tree(found) == {"1.1 Green": (), "1.2 Digital": (), "2 Safe": ()}
    assert found.has_errors
    assert said(found, "ALM212", "ALM213") == [
        ("ALM213", "A2"),
        ("ALM212", "A3"),
        ("ALM212", "B4"),
    ]


@pytest.mark.parametrize("words", ["n/a", "-", "TBC", "…", "không áp dụng"])
def test_a_word_of_absence_is_no_node_and_is_said(words: str, imported: Import) -> None:
    found = imported([HEADS, ["1 A", "1.1 B", "P"], ["1 A", words, "P"]])
    assert tree(found) == {"1 A": (), "1.1 B": ("1 A",)}
    assert said(found, "ALM442") == [("ALM442", "B3")]


def test_headings_that_come_again_are_no_nodes(imported: Import) -> None:
    found = imported([HEADS, ["1 A", "1.1 B", "P"], HEADS, ["2 C", "2.1 D", "P"]])
    assert list(tree(found)) == ["1 A", "1.1 B", "2 C", "2.1 D"]


def test_titles_totals_and_notes_are_named(imported: Import) -> None:
    rows = [
        ["Invented programme"],
        HEADS,
        ["1 A", "1.1 B", "P"],
        ["Sub-total", None, 1],
        ["2 C", "2.1 D", "P"],
        ["* Cross-cutting"],
        ["Note: source is invented"],
    ]
    found = imported(rows)
    assert list(tree(found)) == ["1 A", "1.1 B", "2 C", "2.1 D"]
    (left,) = [f.found or "" for f in found.findings if f.code == "ALM441"]
    for words in ("Invented programme", "Sub-total", "Note: source"):
        assert words in left
    assert said(found, "ALM438") == [("ALM438", "A6")]


def test_labels_are_known_by_their_first_letters(imported: Import) -> None:
    rows = [
        ["KRA", "Thematic Area", "Projects"],
        ["KRA I. Skills", "TA 1.1: LMIS", "P"],
        ["KRA II. Work", "TA 2.1: CSR", "P"],
        ["KRA II. Work", "TA 2.1: CSR (continued)", "P"],
    ]
    assert tree(imported(rows)) == {
        "I Skills": (),
        "1.1 LMIS": ("I Skills",),
        "II Work": (),
        "2.1 CSR": ("II Work",),
    }


SEVERAL = [
    ("2.1 OSH\n2.2 Migrants", ["2.1 OSH", "2.2 Migrants"], False),
    ("2.1 OSH; 2.2 Migrants", ["2.1 OSH", "2.2 Migrants"], False),
    ("2.1 OSH\nsmall firms", ["2.1 OSH small firms"], False),
    ("OSH; Migrants", ["OSH; Migrants"], True),
    ("OSH\nMigrants", ["OSH Migrants"], True),
    ("OSH; migrants", ["OSH; migrants"], False),
    ("2.1 OSH\nAn toàn lao động", ["2.1 OSH An toàn lao động"], False),
    ("2.1 OSH\n2.1 An toàn lao động", ["2.1 OSH An toàn lao động"], False),
    ("2.1 OSH / An toàn lao động", ["2.1 OSH An toàn lao động"], False),
    ("2.1 Safe / sound", ["2.1 Safe / sound"], False),
]


@pytest.mark.parametrize(("words", "nodes", "asked"), SEVERAL)
def test_several_nodes_in_a_cell_are_parted_by_their_numbers_or_asked(
    words: str, nodes: list[str], asked: bool, imported: Import
) -> None:
    found = imported([HEADS, ["2 Work", words, "P"]])
    assert tree(found) == {"2 Work": (), **dict.fromkeys(nodes, ("2 Work",))}
    assert bool(said(found, "ALM443")) is asked


def test_two_outcomes_of_a_row_are_both_above_its_area(imported: Import) -> None:
    rows = [HEADS, ["1 A", "1.1 B", "P"], ["2 C", "2.1 D", "P"], ["1 A; 2 C", "E", "P"]]
    assert tree(imported(rows))["E"] == ("1 A", "2 C")


def test_what_is_struck_through_or_hidden_is_said(imported: Import) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for cell in book.worksheets[0][3]:
            cell.font = Font(strike=True)
        book.worksheets[0].row_dimensions[2].hidden = True
        old = book.create_sheet("old")
        old.append(HEADS)
        old.append(["9 Z", "9.1 Y", "P"])
        old.sheet_state = "hidden"

    found = imported([HEADS, ["1 A", "1.1 B", "P"], ["1 A", "1.2 C", "P"]], change)
    assert list(tree(found)) == ["1 A", "1.1 B", "1.2 C"]
    places = {(f.code, f.at.sheet, f.at.cell) for f in found.findings}
    assert {("ALM108", "old", None), ("ALM109", "Sheet", None)} <= places
    assert ("ALM224", "Sheet", "B3") in places


BILINGUAL = ["Outcome", "Kết quả", "Thematic area", "Lĩnh vực ưu tiên", "Project title"]


@pytest.mark.parametrize("levels", [(), ("Outcome", "Thematic area")])
def test_two_columns_of_titles_are_one_level_in_two_languages(
    levels: tuple[str, ...], imported: Import
) -> None:
    rows = [
        BILINGUAL,
        ["1. Skills", "Kỹ năng", "1.1 Green", "Kỹ năng xanh", "P"],
        ["1. Skills", "Kỹ năng", "1.2 Data", "Kỹ năng số", "P"],
    ]
    found = imported(rows, levels=[asked_level(words) for words in levels])
    assert found.framework
    assert [n.title.forms for n in found.framework.nodes] == [
        (("en", "Skills"), ("vi", "Kỹ năng")),
        (("en", "Green"), ("vi", "Kỹ năng xanh")),
        (("en", "Data"), ("vi", "Kỹ năng số")),
    ]
    assert [level.name.forms for level in found.framework.levels] == [
        (("en", "Outcome"), ("vi", "Kết quả")),
        (("en", "Thematic area"), ("vi", "Lĩnh vực ưu tiên")),
    ]
    assert len(said(found, "ALM445")) == 1


def test_titles_that_differ_beside_one_node_are_said(imported: Import) -> None:
    rows = [
        BILINGUAL,
        ["1. Skills", "Kỹ năng", "1.1 Green", "Kỹ năng xanh", "P"],
        ["1. Skills", "Việc làm", "1.2 Data", "Kỹ năng số", "P"],
    ]
    assert said(imported(rows), "ALM444") == [("ALM444", "B3")]


def test_columns_of_numbers_number_the_nodes(imported: Import) -> None:
    rows = [
        ["Outcome No.", "Outcome", "No", "Thematic area", "Project title"],
        [1, "Skills", "1.1", "Green", "P"],
        [1, "Skills", "1.2", "Data", "P"],
        [2, "Work", "2.1", "OSH", "P"],
    ]
    assert tree(imported(rows)) == {
        "1 Skills": (),
        "1.1 Green": ("1 Skills",),
        "1.2 Data": ("1 Skills",),
        "2 Work": (),
        "2.1 OSH": ("2 Work",),
    }


def test_numbers_of_rows_number_no_nodes(imported: Import) -> None:
    rows = [["No.", *HEADS], [1, "Skills", "Green", "P"], [2, "Skills", "Data", "P"]]
    assert list(tree(imported(rows))) == ["Skills", "Green", "Data"]


def test_a_number_alone_is_the_node_of_that_number(imported: Import) -> None:
    rows = [HEADS, [1, "1.1 B", "P"], ["1 Skills", "1.2 C", "P"], [1, "1.3 D", "P"]]
    assert tree(imported(rows)) == {
        "1 Skills": (),
        **dict.fromkeys(("1.1 B", "1.2 C", "1.3 D"), ("1 Skills",)),
    }


def test_a_number_of_another_branch_is_said(imported: Import) -> None:
    rows = [HEADS, ["1 A", "2.1 B", "P"], ["2 C", "2.2 D", "P"]]
    found = imported(rows)
    assert said(found, "ALM447") == [("ALM447", "B2")]
    notes = [f for f in found.findings if f.severity is Severity.NOTE]
    assert any("'2.1' begins like that of '2 C'" in f.message() for f in notes)


@pytest.mark.parametrize(
    ("status", "source", "basis"),
    [
        (None, None, Basis.UNKNOWN),
        ("adopted", None, Basis.UNKNOWN),
        (None, "https://example.org/x", Basis.REPORTED),
        ("draft", "https://example.org/x", Basis.REPORTED),
        ("adopted", "Joint communiqué 2031", Basis.REPORTED),
        ("adopted", "https://example.org/x", Basis.CONFIRMED),
    ],
)
def test_a_matrix_stands_on_what_the_user_can_vouch_for(
    status: str | None, source: str | None, basis: Basis, imported: Import
) -> None:
    found = imported(
        [HEADS, ["1 A", "1.1 B", "P"]],
        status=FrameworkStatus(status) if status else None,
        sources=[source] if source else [],
    )
    assert found.framework
    assert {n.basis for n in found.framework.nodes} == {basis}


@pytest.mark.parametrize("words", ["not a url", "", "https://", "http://x", "site"])
def test_a_source_that_is_neither_address_nor_document_is_refused(words: str) -> None:
    with pytest.raises(CallError, match="is no address"):
        source_of(words)


@pytest.mark.parametrize(
    "words", ["https://asean.org/a.pdf", "www.asean.org", "matrix.pdf", "Plan 2031"]
)
def test_an_address_or_a_document_is_a_source(words: str) -> None:
    assert source_of(words).address == words
