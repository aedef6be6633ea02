"""Tables as WordprocessingML, each made as one element."""

from almwp.errors import Translate
from almwp.model.report import Column, Table, TableCell
from almwp_slom.word.endnotes import Marks
from almwp_slom.word.markup import attribute, paragraph, runs

_MOST_COLUMNS = 63
"""Word opens no table with more."""

_TALL = 1200
"""From how many characters in a cell on a row may split, as it may exceed a page."""

AFTER = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
"""Follows every table: Word merges tables that touch."""

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
        above = paragraph("Caption", words)
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
    sizes = widths(tuple(column.share for column in columns), width)
    headings = ", ".join(column.heading for column in columns)
    about = say("Table with {rows} rows; columns: {columns}.").format(
        rows=len(table.rows), columns=headings
    )
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    rows = "".join(_row(row[part], columns, sizes, marks) for row in table.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{described(table.caption.strip() or heading, about)}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{_head(columns, sizes)}{rows}</w:tbl>{AFTER}"
    )


def _head(columns: tuple[Column, ...], sizes: tuple[int, ...]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
        '<w:vAlign w:val="center"/></w:tcPr>'
        f"{_text('TableHeading', column.heading, column)}</w:tc>"
        for column, size in zip(columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(
    row: tuple[TableCell, ...],
    columns: tuple[Column, ...],
    sizes: tuple[int, ...],
    marks: Marks,
) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
        f"{_text('TableText', cell.text, column, marks.mark(cell.origins))}</w:tc>"
        for cell, column, size in zip(row, columns, sizes, strict=True)
    )
    whole = all(len(cell.text) < _TALL for cell in row)
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def _text(style: str, text: str, column: Column, mark: str = "") -> str:
    return paragraph(style, runs(text) + mark, _FLUSH_RIGHT if column.is_number else "")
