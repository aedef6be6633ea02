"""Words and lines of a table are measured once: calls are counted."""

from almwp_slom.html import document, tables

from almwp.exporting import textwidths
from almwp.exporting.columnwidths import Face, Measured
from almwp.model.report import Column, Report, Table, TableCell
from tests.growth.test_nothing_is_done_twice import calls_of

ROWS = 60


def table() -> Table:
    """Return a table of enough columns to lie across, with words that come again."""
    told = [f"Training number {row}\nfor inspectors" for row in range(ROWS)]
    columns = [Column(heading=f"Column {number}") for number in range(7)]
    rows = [[TableCell(text=text)] * len(columns) for text in told]
    return Table(columns=columns, rows=rows)


def test_lines_are_measured_once_for_all_layouts() -> None:
    def asked(*rooms: float) -> int:
        measured = Measured(table=table(), face=Face())
        return calls_of(
            textwidths.text_width,
            lambda: [measured.mean_lines(room) for room in rooms],
        )

    assert asked(40.0, 60.0, 90.0) == asked(40.0) > 0


def test_a_word_is_looked_at_once_in_however_many_cells_it_stands() -> None:
    known = Measured(table=table(), face=Face())
    texts = [column.heading for column in known.table.columns]
    texts += [cell.text for row in known.table.rows for cell in row]
    words = {word for text in texts for word in text.split()}
    textwidths._unbroken.cache_clear()
    looked = calls_of(textwidths._unbroken.__wrapped__, lambda: known.fits(59.0))
    assert looked == len(words)


def test_a_table_of_a_page_is_one_piece_of_markup() -> None:
    report = Report(title="Activities", blocks=[table()])
    assert calls_of(tables.table_markup, lambda: document.render(report)) == 1
    given = calls_of(document._harmless, lambda: document.render(report))
    bare = calls_of(
        document._harmless, lambda: document.render(Report(title="Activities"))
    )
    assert given - bare <= 2  # the block itself, and its markup
