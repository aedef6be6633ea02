"""The sheet that lists the findings, with links to the cells; that of an earlier run.

Two hidden columns at its right remember which fill a mark's colour stands for: a text
with the colour, and beside it a cell that has that fill.  Excel and LibreOffice keep
both.  Above them stands the fingerprint of the file of which this is a marked copy.
"""

import re
from collections.abc import Iterator, Mapping, Set

from attrs import frozen

from almwp.drawing.xmltext import in_attribute, in_element
from almwp.findings.remarks import Remark, Remarks
from almwp.findings.remarkstamp import STAMP
from almwp.findings.rule import Severity
from almwp.intake.cells import column_letters
from almwp_excel.annotate.marks import LEGEND, colour_of
from almwp_excel.annotate.plaintext import shortened, stored
from almwp_excel.annotate.styling import Styles
from almwp_excel.cellvalues import CellMaker
from almwp_excel.markup import drive, listen
from almwp_excel.package import Package
from almwp_excel.preflight import ALREADY_READ
from almwp_excel.rawcells import RawCell
from almwp_excel.room import Room
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.sheetmarkup import SheetMarkup

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADING_ROW = 4
_MOST_ROWS = 1_000_000
_MOST_LINKS = 65_000  # Excel stops at 65,530 in a sheet
_MOST_HEIGHT = 409  # as Excel has it
_WIDTHS = (6, 11, 9, 20, 10, 26, 52, 52, 26)
_COLOUR_COLUMN, _FILL_COLUMN = 11, 12
_COLOUR = re.compile(r"FF[0-9A-F]{6}")


@frozen(kw_only=True)
class _Looks:
    stamp: int
    title: int
    plain: int
    heading: int
    body: int
    link: int
    severities: Mapping[Severity, int]


def finding_sheet(
    remarks: Remarks,
    styles: Styles,
    *,
    sheets: Set[str],
    discussed: Set[tuple[str, str]],
    is_signed: bool,
) -> bytes:
    """Return the part of the sheet.

    Args:
        remarks: What it lists.
        styles: The styles of the workbook; those of the sheet are added.
        sheets: Names of the sheets that a link can lead to.
        discussed: Sheets and cells into which no comment was put.
        is_signed: Whether the workbook has a digital signature.
    """
    looks = _looks(styles)
    words = remarks.words
    memory = styles.to_remember()
    shown = remarks.remarks[:_MOST_ROWS]
    notes = [words.signed] if is_signed else []
    if len(shown) < len(remarks.remarks):
        notes.append(words.more.format(count=len(remarks.remarks) - len(shown)))
    headings = (
        *(words.number, words.severity, words.code, words.sheet, words.cell),
        *(words.found, words.message, words.hint, words.suggestions),
    )
    rows = [
        _row(
            1,
            [
                _text(1, 1, STAMP, looks.stamp),
                _text(1, 2, remarks.title, looks.title),
                *_about_copy(remarks, looks),
            ],
        ),
        _row(2, [_text(2, 1, words.guide, looks.plain)]),
        _row(3, [_text(3, 1, "; ".join(notes), looks.plain)] if notes else []),
        _row(
            HEADING_ROW,
            [
                _text(HEADING_ROW, column, heading, looks.heading)
                for column, heading in enumerate(headings, start=1)
            ],
        ),
    ]
    links: list[str] = []
    last = HEADING_ROW + max(len(shown), len(memory))
    for at in range(len(shown)):
        remark, row = shown[at], HEADING_ROW + 1 + at
        note = words.discussed if (remark.sheet, remark.cell) in discussed else ""
        link = ""
        if remark.sheet in sheets and remark.cell and len(links) < _MOST_LINKS:
            quoted = (remark.sheet or "").replace("'", "''")
            link = f"'{quoted}'!{remark.cell}"
            links.append(f'<hyperlink ref="E{row}" location={_attribute(link)}/>')
        cells = _cells(remark, remarks, looks, row, note, is_link=bool(link))
        height = _height(remark, note)
        rows.append(_row(row, [*cells, *_remembered(memory, at, row)], height))
    for at in range(len(shown), len(memory)):
        row = HEADING_ROW + 1 + at
        rows.append(_row(row, list(_remembered(memory, at, row))))
    filled = f"A{HEADING_ROW}:I{HEADING_ROW + listed_rows(remarks)}"
    listed = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letters(_FILL_COLUMN)}{last}"/>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane ySplit="{HEADING_ROW}" topLeftCell="A{HEADING_ROW + 1}" '
        'activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="A{HEADING_ROW + 1}" '
        f'sqref="A{HEADING_ROW + 1}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{_columns()}</cols>'
        f'<sheetData>{"".join(rows)}</sheetData><autoFilter ref="{filled}"/>{listed}'
        '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" '
        'footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" '
        'fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>'
        "</headerFooter></worksheet>"
    ).encode()


def _about_copy(remarks: Remarks, looks: _Looks) -> Iterator[str]:
    """Give the cell in a hidden column that tells of which file this is a copy."""
    if remarks.about_copy:
        yield _text(1, _COLOUR_COLUMN, remarks.about_copy, looks.stamp)


def listed_rows(remarks: Remarks) -> int:
    """Return how many rows below the headings the list of *remarks* has."""
    return max(min(len(remarks.remarks), _MOST_ROWS), 1)


def is_finding_sheet(package: Package, part: str, strings: SharedStrings) -> bool:
    """Say whether the first cell of a sheet is the stamp of ours."""
    for raw in _raw_cells(package, part):
        value = CellMaker((), strings).value(raw)
        is_first = (raw.row, raw.column) == (1, 1)
        return is_first and value is not None and value.text.strip() == STAMP
    return False


def remembered_fills(
    package: Package, part: str, strings: SharedStrings
) -> dict[str, int]:
    """Return what an earlier sheet remembers: colour, and a style with the fill."""
    colours: dict[int, str] = {}
    found = {}
    maker = CellMaker((), strings)
    for raw in _raw_cells(package, part):
        value = maker.value(raw)
        if value is None:
            continue
        if raw.column == _COLOUR_COLUMN and _COLOUR.fullmatch(value.text):
            colours[raw.row] = value.text
        elif raw.column == _FILL_COLUMN and raw.row in colours:
            found[colours[raw.row]] = int(raw.style) if raw.style.isdigit() else 0
    return found


def _raw_cells(package: Package, part: str) -> Iterator[RawCell]:
    markup = SheetMarkup(package, "", Room(limits=ALREADY_READ))
    parser = listen(package, markup.starts(), markup.ends(), markup.text)
    for _ in drive(package, part, parser):
        yield from markup.cells
        markup.cells.clear()


def _looks(styles: Styles) -> _Looks:
    plain, bold = styles.font(), styles.font(b="1")
    border = styles.thin_border()
    return _Looks(
        stamp=styles.style(styles.font(sz="6", color="FFA6A6A6")),
        title=styles.style(styles.font(sz="14", b="1")),
        plain=styles.style(plain),
        heading=styles.style(bold, styles.fill("FFD9D9D9"), border),
        body=styles.style(plain, 0, border),
        link=styles.style(styles.font(color="FF0563C1", u="1"), 0, border),
        severities={
            severity: styles.style(
                bold, styles.fill(colour_of(severity, LEGEND)), border
            )
            for severity in Severity
        },
    )


def _cells(
    remark: Remark,
    remarks: Remarks,
    looks: _Looks,
    row: int,
    note: str,
    *,
    is_link: bool,
) -> list[str]:
    words = remarks.words
    hint = f"{remark.hint}\n({note})" if note else remark.hint
    number = row - HEADING_ROW
    return [
        f'<c r="A{row}" s="{looks.body}"><v>{number}</v></c>',
        _text(
            row,
            2,
            words.of_severity(remark.severity),
            looks.severities[remark.severity],
        ),
        _text(row, 3, remark.code, looks.body),
        _text(row, 4, remark.sheet or words.whole_file, looks.body),
        _text(row, 5, remark.cell or "", looks.link if is_link else looks.body),
        _text(row, 6, remark.found or "", looks.body),
        _text(row, 7, remark.message, looks.body),
        _text(row, 8, hint, looks.body),
        _text(row, 9, "\n".join(remark.suggestions), looks.body),
    ]


def _remembered(
    memory: tuple[tuple[str, int], ...], at: int, row: int
) -> Iterator[str]:
    if at < len(memory):
        colour, style = memory[at]
        yield _text(row, _COLOUR_COLUMN, colour, 0)
        yield _text(row, _FILL_COLUMN, "almwp", style)


def _row(number: int, cells: list[str], height: int = 0) -> str:
    size = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{size}>{"".join(cells)}</row>'


def _height(remark: Remark, note: str) -> int:
    """Return how high a row is in points; LibreOffice does not find out by itself."""
    texts = (
        *("", "", remark.code, remark.sheet or "", remark.cell or ""),
        *(remark.found or "", remark.message, f"{remark.hint}\n{note}".strip()),
        "\n".join(remark.suggestions),
    )
    lines = max(
        sum(1 + len(line) * 11 // (width * 10) for line in text.split("\n"))
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return min(13 * lines + 4, _MOST_HEIGHT)


def _text(row: int, column: int, text: str, style: int) -> str:
    ref = f"{column_letters(column)}{row}"
    if not text:
        return f'<c r="{ref}" s="{style}"/>'
    plain = in_element(stored(shortened(text)))
    return (
        f'<c r="{ref}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{plain}</t></is></c>'
    )


def _attribute(text: str) -> str:
    return in_attribute(stored(text))


def _columns() -> str:
    shown = "".join(
        f'<col min="{column}" max="{column}" width="{width}" customWidth="1"/>'
        for column, width in enumerate(_WIDTHS, start=1)
    )
    hidden = (
        f'<col min="{_COLOUR_COLUMN}" max="{_FILL_COLUMN}" width="9" hidden="1" '
        'customWidth="1"/>'
    )
    return shown + hidden
