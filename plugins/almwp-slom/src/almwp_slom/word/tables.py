"""Tables as WordprocessingML, each made as one element."""

from attrs import evolve

from almwp.errors import Translate
from almwp.model.report import Column, Table, TableCell
from almwp_slom.word.endnotes import Marks
from almwp_slom.word.markup import attribute, paragraph, runs
from almwp_slom.word.measures import Setting

_MOST_COLUMNS = 63
"""Word opens no table with more."""

_TALL = 1200
"""From how many characters in a cell on a row may split, as it may exceed a page."""

_FEW = 6
_LOW = 16
"""Up to how many rows, and lines in them, a table stays whole on a page."""
_KEPT = "<w:keepNext/>"

AFTER = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
"""Follows every table: Word merges tables that touch."""

_USUAL = ("TableHeading", "TableText")
_SMALL = ("SmallTableHeading", "SmallTableText")
"""The styles of the heading row and of what stands under it."""

_MARGINS = (
    '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
    "</w:tblCellMar>"
)
"""Told to each table: those of a letterhead's style would make columns too narrow."""
_FLUSH_RIGHT = '<w:jc w:val="right"/>'


def table_xml(
    table: Table, width: int, heading: str, marks: Marks, say: Translate
) -> str:
    """Return *table* with its caption.

    Args:
        table: The table.
        width: How wide to make it, in twentieths of a point.
        heading: The heading above it, by which a screen reader names a table that has
            no caption.
        marks: Gives marks of evidence, in the order of reading.
        say: Gives fixed phrases.
    """
    above = ""
    if table.caption.strip():
        words = runs(table.caption) + marks.mark(table.origins)
        above = paragraph("Caption", words, _KEPT)
    else:
        above = marks.line([table.origins], say)
    if len(table.columns) > _MOST_COLUMNS:  # its cells do not stand in their order
        cells = (cell.origins for row in table.rows for cell in row)
        above += marks.line(dict.fromkeys(cells), say)
    if not table.columns:
        return above
    return above + "".join(
        _part(table, slice(first, first + _MOST_COLUMNS), width, heading, marks, say)
        for first in range(0, len(table.columns), _MOST_COLUMNS)
    )


def widths(shares: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Divide *width* by *shares*; the last column takes what rounding leaves."""
    counted = [max(share, 1) for share in shares]
    total = sum(counted)
    found = [width * share // total for share in counted]
    found[-1] += width - sum(found)
    return tuple(found)


def described(caption: str, description: str) -> str:
    """Return what a screen reader says of a table."""
    said = f"<w:tblDescription w:val={attribute(description)}/>"
    if caption.strip():
        said = f"<w:tblCaption w:val={attribute(caption)}/>{said}"
    return said


def _part(
    table: Table,
    part: slice,
    width: int,
    heading: str,
    marks: Marks,
    say: Translate,
) -> str:
    columns = table.columns[part]
    shown = evolve(
        table, columns=columns, rows=[tuple(row[part]) for row in table.rows]
    )
    setting = Setting(table=shown, width=width)
    sizes = setting.sizes
    styles = _SMALL if setting.is_small else _USUAL
    headings = ", ".join(column.heading for column in columns)
    about = say("Table with {rows} rows; columns: {columns}.").format(
        rows=len(table.rows), columns=headings
    )
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    last = len(shown.rows) - 1
    is_long = last >= _FEW
    is_whole = len(shown.rows) <= _FEW and setting.lines <= _LOW
    is_whole = is_whole and not marks.is_compact  # which has no room to leave free
    rows = "".join(
        _row(
            row,
            columns,
            sizes,
            marks,
            styles[1],
            # Neither the first row nor the last is left alone on a page.
            is_kept=order < last and (is_whole or (is_long and order in (0, last - 1))),
        )
        for order, row in enumerate(shown.rows)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_MARGINS}"
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{described(table.caption.strip() or heading, about)}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{_head(columns, sizes, styles[0])}{rows}"
        f"</w:tbl>{AFTER}"
    )


def _head(columns: tuple[Column, ...], sizes: tuple[int, ...], style: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
        '<w:vAlign w:val="center"/></w:tcPr>'
        f"{_text(style, column.heading, column, kept=_KEPT)}</w:tc>"
        for column, size in zip(columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(
    row: tuple[TableCell, ...],
    columns: tuple[Column, ...],
    sizes: tuple[int, ...],
    marks: Marks,
    style: str,
    *,
    is_kept: bool,
) -> str:
    kept = _KEPT if is_kept else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
        f"{_text(style, cell.text, column, marks.mark(cell.origins), kept)}</w:tc>"
        for cell, column, size in zip(row, columns, sizes, strict=True)
    )
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if _is_low(row) else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def _is_low(row: tuple[TableCell, ...]) -> bool:
    """Say whether a row surely fits on a page, so that it need not be divided."""
    return all(len(cell.text) < _TALL for cell in row)


def _text(style: str, text: str, column: Column, mark: str = "", kept: str = "") -> str:
    aligned = _FLUSH_RIGHT if column.is_number else ""
    return paragraph(style, runs(text) + mark, kept + aligned)
