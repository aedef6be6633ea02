"""A report as CSV, read back with the csv module: all statements and numbers."""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings

from almwp import builtin
from almwp.exporting.characters import harmless, no_formula
from almwp.exporting.csvfile import COLUMNS, NOTES, ORIGINS, render
from almwp.exporting.tables import figure_table
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.testing.conformance import check_exporter
from almwp.testing.samples import HOSTILE
from almwp.testing.strategies.reports import reports

SIGNS = ("=", "+", "-", "@", "\t", "\r")
NUMBERS = (" [decimal]", " [numerator]", " [denominator]")


def read(content: bytes) -> tuple[list[str], list[list[str]]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    text = content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return head, rows


def records(report: Report) -> list[dict[str, str]]:
    head, rows = read(render(report))
    return [dict(zip(head, row, strict=True)) for row in rows]


def plain(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from (block.left, block.right) if isinstance(block, Pair) else (block,)


def texts_of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Note():
            yield block.text
        case Bullets():
            yield from block.items
        case Table():
            yield block.caption
            yield from (cell.text for row in block.rows for cell in row)
        case Pair():
            raise AssertionError(block)
        case _:
            yield block.alternative
            yield from texts_of(figure_table(block))


def test_keeps_exporter_promises() -> None:
    for exporter in builtin.almwp_exporters():
        check_exporter(exporter)


@settings(deadline=None)
@given(report=reports)
def test_every_text_and_origin_is_in_the_table(report: Report) -> None:
    report = Report(title=report.title, blocks=report.blocks, manifest=report.manifest)
    head, rows = read(render(report))
    assert all(len(row) == len(head) for row in rows)
    assert len(set(head)) == len(head)
    found = {cell for row in rows for cell in row}
    for block in plain(report.blocks):
        for text in texts_of(block):
            assert no_formula(harmless(text)) in found
    named = "\n".join(row[-1] for row in rows)
    for origin in _origins(report):
        assert harmless(str(origin)) in named
    for file in report.manifest.inputs:
        assert any(file.sha256 in cell for cell in found)


def _origins(report: Report) -> Iterator[Origin]:
    for block in plain(report.blocks):
        yield from getattr(block, "origins", ())
        if isinstance(block, Table):
            yield from (o for row in block.rows for cell in row for o in cell.origins)


@settings(deadline=None)
@given(report=reports)
def test_no_words_start_a_formula(report: Report) -> None:
    head, rows = read(render(report))
    for row in [head, *rows]:
        for heading, cell in zip(head, row, strict=True):
            is_number = heading.endswith(NUMBERS) and cell.lstrip("-.0123456789") == ""
            assert is_number or not cell.startswith(SIGNS)


@settings(deadline=None)
@given(report=reports)
def test_every_number_is_exact(report: Report) -> None:
    head, rows = read(render(report))
    held = set()
    for row in rows:
        for place, heading in enumerate(head):
            if heading.endswith(NUMBERS[1]) and row[place]:
                held.add(Fraction(int(row[place]), int(row[place + 1])))
    found = {cell for row in rows for cell in row}
    for block in plain(report.blocks):
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                if cell.number is not None:
                    assert cell.number in held or str(cell.number) in found


def test_rows_of_tables_with_the_same_headings_share_their_columns() -> None:
    def table(caption: str, title: str) -> Table:
        return Table(
            caption=caption,
            columns=[Column(heading="Activity"), Column(heading="Share")],
            rows=[
                (
                    TableCell(text=title),
                    TableCell(text="33 % (1 of 3)", number=Fraction(1, 3)),
                )
            ],
        )

    blocks = (
        Heading(text="Progress"),
        Heading(text="Outcome 1", level=2),
        table("First", "Study"),
        Heading(text="Outcome 2", level=2),
        table("Second", "Forum"),
    )
    rows = [r for r in records(Report(title="A", blocks=blocks)) if r["block"] == "row"]
    assert [(r["section"], r["table"], r["Activity"]) for r in rows] == [
        ("Progress > Outcome 1", "First", "Study"),
        ("Progress > Outcome 2", "Second", "Forum"),
    ]
    assert [r["Share"] for r in rows] == ["33 % (1 of 3)"] * 2
    for name, value in zip(NUMBERS, ("0.333333", "1", "3"), strict=True):
        assert {r[f"Share{name}"] for r in rows} == {value}


def test_columns_that_are_called_alike_stay_apart() -> None:
    columns = [Column(heading=heading) for heading in ("text", "A", "A", "", "origins")]
    row = tuple(TableCell(text=f"cell {n}") for n in range(5))
    head, rows = read(
        render(Report(title="A", blocks=[Table(columns=columns, rows=[row])]))
    )
    assert head == [
        *COLUMNS,
        "text (2)",
        "A",
        "A (2)",
        "column",
        "origins (2)",
        NOTES,
        ORIGINS,
    ]
    assert rows[-1][len(COLUMNS) : -2] == [f"cell {n}" for n in range(5)]


@pytest.mark.parametrize("text", [*HOSTILE, "-1+1", "\t=1", " =1", "\r=1", "a\x00b"])
def test_hostile_words_stay_words(text: str) -> None:
    (row,) = [
        r
        for r in records(Report(title="A", blocks=[Paragraph(text=text)]))
        if r["block"] == "paragraph"
    ]
    assert row["text"].removeprefix("'") == harmless(text)
    assert not row["text"].lstrip().startswith(SIGNS)
    assert "\x00" not in row["text"]
