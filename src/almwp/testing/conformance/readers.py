"""What every reader promises."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from almwp.codec.plan import write_plan
from almwp.intake.cells import Book, Cell, CellKind, Merge, Row, Sheet
from almwp.intake.limits import Limits
from almwp.intake.packing import packed_cells
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Read, Reader
from almwp.testing.conformance.brokenfiles import check_refusals
from almwp.testing.conformance.freshly import check_freshly
from almwp.testing.sampleform import sample_form

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

HEAD = 4096
"""How many bytes of a file a reader sees to tell whether it is of its format."""

OTHER_FILES = tuple(
    begins + bytes(64)
    for begins in (
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        b"GIF89a",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x7fELF\x02\x01\x01",
    )
)
"""Beginnings of files that hold no table."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


CellsOfSheets = Mapping[str, Mapping[str, str]]
"""Every non-empty cell of a file: its text by its address, by the sheet's name."""


def check_reader(
    reader: Reader, content: bytes, name: str, *, cells: CellsOfSheets | None
) -> None:
    """Check *reader* against the promises that every reader makes.

    Args:
        reader: The reader.
        content: The bytes of a file that it can read.
        name: The file's name.
        cells: What stands in it, written down by hand: the text of every non-empty
            cell by its address, for each sheet; none may be lost, moved or made up.
            None where another test compares them: nothing else shows such a loss.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    for pattern in reader.patterns:
        says = pattern.strip("*?.")
        assert says, f"the pattern {pattern!r} takes every file, whatever its format"
    takes = any(fnmatchcase(name.lower(), pattern) for pattern in reader.patterns)
    assert takes, f"no pattern of the reader takes its own file {name!r}"
    assert reader.sniff(content[:HEAD]) is True, "sniff does not know its own format"
    assert reader.sniff(b"") is False, "sniff takes an empty file for its format"
    book = reader.read(content, name, Limits())
    got = type(book).__name__
    assert isinstance(book, Book), f"read returned {got} instead of a Book"
    names = [sheet.name.casefold() for sheet in book.sheets]
    assert len(set(names)) == len(names), "two sheets have the same name"
    for sheet in book.sheets:
        for merge in sheet.merges:
            _check_merge(sheet, merge)
        _check_rows(sheet)
    again = reader.read(content, name, Limits())
    assert _contents(book) == _contents(again), "the same file gave two different books"
    if cells is not None:
        _check_cells(book, cells)
    check_freshly("what is read", _read_whole, reader.read, content, name)
    check_refusals(reader.read, content, name)
    for other in OTHER_FILES:
        assert reader.sniff(other) is False, (
            f"sniff takes a file that begins with {other[:8]!r} for its format"
        )
    if any(fnmatchcase("plan.json", pattern) for pattern in reader.patterns):
        saved = write_plan(WorkPlan()).encode()
        assert reader.sniff(saved[:HEAD]) is False, (
            "sniff takes a plan that almwp saved for its format"
        )
    if reader.write_form:
        _check_form(reader)


def _check_cells(book: Book, wanted: CellsOfSheets) -> None:
    found = {
        sheet.name: {cell.ref: cell.text for row in sheet.rows() for cell in row}
        for sheet in book.sheets
    }
    for name, cells in wanted.items():
        assert name in found, f"the sheet {name!r} is lost"
        for ref, text in cells.items():
            at = f"{name}!{ref}"
            assert ref in found[name], f"{at}: the cell with {text!r} is lost or moved"
            read = found[name][ref]
            assert read == text, f"{at}: {text!r} was read as {read!r}"
        more = sorted(found[name].keys() - cells)
        assert not more, f"{name}: there is no cell at {', '.join(more)}"
    sheets = sorted(found.keys() - wanted)
    assert not sheets, f"there is no sheet named {', '.join(sheets)}"


def _read_whole(read: Read, content: bytes, name: str) -> tuple[object, ...]:
    return _contents(read(content, name, Limits()))


def _check_form(reader: Reader) -> None:
    """Check that a form is drawn as a file that the reader reads, headings and all."""
    assert reader.write_form is not None
    form = sample_form()
    content = reader.write_form(form)
    assert isinstance(content, bytes), "write_form did not return bytes"
    assert content == reader.write_form(form), "the same form gave different bytes"
    assert reader.sniff(content[:HEAD]) is True, "sniff does not know a form of its own"
    book = reader.read(content, f"form{reader.patterns[0].lstrip('*')}", Limits())
    sheets = {s.name: {c.text for r in s.rows() for c in r} for s in book.sheets}
    for table in form.tables:
        assert table.name in sheets, f"the form has no sheet named {table.name!r}"
        wanted = [field.heading for field in table.columns]
        wanted += [v for row in table.rows for v in row if isinstance(v, str)]
        for words in wanted:
            assert words in sheets[table.name], f"{words!r} is not in the form"


def _check_rows(sheet: Sheet) -> None:
    rows = list(sheet.rows())
    repeated = list(sheet.rows()) == rows
    assert repeated, f"{sheet.name}: the rows are not the same when asked for again"
    last = 0
    for row in rows:
        assert row, f"{sheet.name}: a row without cells was given"
        numbers = {cell.row for cell in row}
        assert len(numbers) == 1, f"{sheet.name}: a row holds cells of several rows"
        assert row[0].row > last, f"{sheet.name}: row {row[0].row} is out of order"
        last = row[0].row
        columns = [cell.column for cell in row]
        in_order = columns == sorted(set(columns))
        assert in_order, f"{sheet.name}: the columns of row {last} are out of order"
        for cell in row:
            _check_cell(sheet, cell)
    packed = packed_cells(sheet)
    assert not packed.fault(), f"{sheet.name}: {packed.fault()}"
    is_same = list(packed.rows()) == rows
    assert is_same, f"{sheet.name}: the packed cells are not those of the rows"


def _check_cell(sheet: Sheet, cell: Cell) -> None:
    inside = 1 <= cell.row <= LAST_ROW and 1 <= cell.column <= LAST_COLUMN
    place = f"row {cell.row}, column {cell.column}"
    assert inside, f"{sheet.name}: there is no cell in {place}"
    at = f"{sheet.name}!{cell.ref}"
    assert cell.text or cell.formula is not None, f"{at}: an empty cell was given"
    match cell.kind:
        case CellKind.NUMBER:
            assert _is_number(cell.text), f"{at}: {cell.text!r} is no number"
        case CellKind.BOOLEAN:
            assert cell.text in ("TRUE", "FALSE"), f"{at}: {cell.text!r} is no boolean"
        case CellKind.UNCALCULATED:
            assert cell.formula is not None, f"{at}: no formula, but uncalculated"
        case CellKind.TEXT | CellKind.ERROR | CellKind.DATE:
            return


def _check_merge(sheet: Sheet, merge: Merge) -> None:
    rows = 1 <= merge.top <= merge.bottom <= LAST_ROW
    columns = 1 <= merge.left <= merge.right <= LAST_COLUMN
    inside = rows and columns
    assert inside, f"{sheet.name}: a merged block is turned round or outside"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _contents(book: Book) -> tuple[object, ...]:
    return (book.starts_1904, book.findings, *_sheets(book))


def _sheets(book: Book) -> Iterator[tuple[object, ...]]:
    for sheet in book.sheets:
        rows: list[Row] = list(sheet.rows())
        yield sheet.name, sheet.visibility, sheet.merges, rows
