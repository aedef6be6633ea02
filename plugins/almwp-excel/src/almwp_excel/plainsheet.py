"""The quick way to read a sheet: its rows by one pattern, all around them by expat.

Expat calls Python several times for each cell; a pattern makes one tuple of it.  Only
the plainest writing is read so, as Excel, LibreOffice and most libraries write it.  The
pattern passes over nothing: a sheet that holds one sign more than it knows, cells out
of order or anything odd is not read at all here, and left to expat whole, which says
what is wrong with it.  Both give the same for every sheet that both can read.
"""

import re
from collections.abc import Iterator
from operator import lt

from almwp.errors import UnreadableFileError
from almwp_excel.gatheredcells import GatheredCells
from almwp_excel.markup import drive, listen
from almwp_excel.places import LAST_ROW
from almwp_excel.plaintext import (
    LONGEST,
    NotPlainError,
    attributes_in,
    decoded,
    is_plain_head,
    joined,
    plain_text,
    with_inlines,
)
from almwp_excel.plainvalues import ColumnNumbers, PlainValues
from almwp_excel.room import MOST_CHARACTERS, Room
from almwp_excel.sharedformulas import SharedFormulas
from almwp_excel.sheetmarkup import is_row_hidden
from almwp_excel.surroundings import Surroundings

_BEGIN, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"([^<>/]*+)'
    r"(?:><v>([^<>]*+)</v></c>|/>"
    r'|><is><t(?: xml:space="preserve")?+>([^<>]*+)</t></is></c>'
    r"|>(.*?)</c>)|(.)",
    re.DOTALL,
)
"""A cell; its last group is a sign that is no part of any."""
_INSIDE = re.compile(
    r'(?:<f((?: [a-z0-9]+="[A-Za-z0-9:$]*")*)(?:/>|>([^<>]*)</f>))?'
    r'(?:<v(?: xml:space="preserve")?>([^<>]*)</v>|(<v/>))?'
)
"""What else may stand in a cell: a formula, and an odd way to write a value."""
_ROW = re.compile(r'<row r="([1-9][0-9]{0,6})"((?: [A-Za-z0-9:]+="[^"<>&]*")*)(/?)')
_OF_ROWS = frozenset(
    (
        *("spans", "s", "customFormat", "ht", "hidden", "customHeight"),
        *("outlineLevel", "collapsed", "thickTop", "thickBot", "ph"),
    )
)
_OF_FORMULAS = frozenset(
    ("t", "si", "ref", "ca", "aca", "dt2D", "dtr", "r1", "r2", "bx", "del1", "del2")
)
_DESCENT = "x14ac:dyDescent"
_DESCENT_DECLARED = b"xmlns:x14ac="


def gather_plainly(
    around: Surroundings, name: str, part: str, room: Room
) -> GatheredCells | None:
    """Gather the cells of a sheet, or return None where it is not written plainly."""
    gathered = GatheredCells.begin(around, name, room)
    markup = gathered.markup
    parser = listen(
        around.package, markup.starts(), markup.ends(), markup.text, markup.unknown
    )
    rows = _PlainRows(around, gathered, room)
    try:
        pieces = _around_the_rows(rows, around.package.chunks(part), gathered)
        for _ in drive(around.package, part, parser, pieces):
            if markup.count or markup.odd.rows:
                return None  # some stand outside of the rows that are read here
        rows.finish()
    except (NotPlainError, UnreadableFileError, UnicodeDecodeError):
        return None
    finally:
        rows.let_go()
        # What is too much already is so however the rest is written.
        room.insist(around.package, rows.stored, gathered.filled)
    return gathered


def _around_the_rows(
    rows: "_PlainRows", chunks: Iterator[bytes], gathered: GatheredCells
) -> Iterator[bytes]:
    """Give what stands before and behind the rows, and have the rows read."""
    pieces = gathered.ends.counted(chunks)
    head = b""
    while _BEGIN not in head:
        piece = next(pieces, b"")
        head += piece
        if not piece or len(head) > LONGEST:
            raise NotPlainError
    head, begin, rest = head.partition(_BEGIN)
    if not is_plain_head(head):
        raise NotPlainError
    yield head + begin
    if not gathered.markup.is_where_cells_stand:
        raise NotPlainError
    rows.knows_descent = _DESCENT_DECLARED in head
    while _END not in rest:
        more = joined(pieces)
        whole, row_end, rest = (rest + more).rpartition(_ROW_END)
        if row_end:
            rows.take(whole)
        if not more or len(rest) > LONGEST:
            raise NotPlainError
    rest, end, behind = rest.partition(_END)
    whole, row_end, rest = rest.rpartition(_ROW_END)
    if row_end:
        rows.take(whole)
    rows.take_empty(plain_text(rest))
    yield end + behind
    yield from pieces


class _PlainRows:
    """Reads rows that are written plainly.

    Attributes:
        knows_descent: Whether the prefix of one attribute is declared, which Excel
            writes into most rows.
    """

    def __init__(
        self, around: Surroundings, gathered: GatheredCells, room: Room
    ) -> None:
        self.knows_descent = False
        self._gathered = gathered
        self._packer = gathered.packer
        self._most_characters = MOST_CHARACTERS - room.characters
        self._columns = ColumnNumbers()
        known = (around.styles, around.strings, gathered.maker, gathered.packer)
        self._shown = PlainValues(*known, is_hidden=False)
        self._hidden = PlainValues(*known, is_hidden=True)
        self._room = room
        self._row = self._count = self._rows = self._bare = 0
        self._formulas = SharedFormulas()
        self._attributes: dict[str, bool] = {}

    @property
    def stored(self) -> int:
        """How many cells were met; a row without any counts as one."""
        return self._count + self._bare

    def finish(self) -> None:
        """Tell what was counted."""
        markup = self._gathered.markup
        markup.count = self._count
        markup.odd.rows = self._rows
        markup.odd.bare_rows = self._bare

    def let_go(self) -> None:
        """Forget the values: they know who remembers them, and a circle would stay."""
        self._shown.clear()
        self._hidden.clear()

    def take(self, whole: bytes) -> None:
        """Take rows; the end of the last of them is left out."""
        for row in plain_text(whole).split("</row>"):
            self._take_row(row)
        if self._gathered.characters > self._most_characters:
            raise NotPlainError
        if not self._room.has_for(self.stored, self._packer.count):
            raise NotPlainError

    def take_empty(self, rows: str) -> None:
        """Take rows that end where they begin; they hold no cells."""
        at = 0
        while at < len(rows):
            at, _, is_over, _ = self._entered(rows, at)
            if not is_over:
                raise NotPlainError
            self._bare += 1

    def _entered(self, written: str, at: int) -> tuple[int, str, bool, PlainValues]:
        """Enter the row that begins at a place.

        Returns:
            Where its cells begin, its number, whether it ends at once, and what its
            cells hold.
        """
        behind = written.find(">", at)
        match = _ROW.fullmatch(written, at, behind if behind >= 0 else len(written))
        if match is None:
            raise NotPlainError
        row = int(match[1])
        if not self._row < row <= LAST_ROW:
            raise NotPlainError
        self._row = row
        self._rows += 1
        is_hidden = self._attributes.get(match[2])
        if is_hidden is None:
            is_hidden = self._is_hidden(match[2])
        values = self._hidden if is_hidden else self._shown
        return match.end() + 1, match[1], match[3] == "/", values

    def _is_hidden(self, written: str) -> bool:
        known = _OF_ROWS | {_DESCENT} if self.knows_descent else _OF_ROWS
        attributes = attributes_in(written, known)
        if len(self._attributes) > 1_000:
            self._attributes.clear()
        is_hidden = self._attributes[written] = is_row_hidden(attributes)
        return is_hidden

    def _take_row(self, written: str) -> None:
        at, number, is_over, styles = self._entered(written, 0)
        while is_over:
            self._bare += 1
            at, number, is_over, styles = self._entered(written, at)
        found = _CELL.findall(written, at)
        if not found:
            self._bare += 1
            return
        self._count += len(found)
        if len(found) == 1 and self._take_only_cell(found[0], number, styles):
            return
        letters, digits, attributes, values, inlines, insides, others = zip(
            *found, strict=True
        )
        if any(others) or digits.count(number) < len(digits):
            raise NotPlainError
        columns = [*map(self._columns.__getitem__, letters)]
        if not all(map(lt, columns, columns[1:])):
            raise NotPlainError
        if any(inlines):
            values = with_inlines(attributes, values, inlines)
        held = [styles[a][v] for a, v in zip(attributes, values, strict=True)]
        formulas: list[str | None] = []
        if any(insides):
            formulas = [None] * len(held)
            for at, inside in enumerate(insides):
                if inside:
                    held[at], formulas[at] = self._inside(
                        inside, attributes[at], styles
                    )
        if not all(held):
            self._gathered.maker.empty_texts += held.count(())
            kept = [at for at, each in enumerate(held) if each]
            if not kept:
                return
            columns = [columns[at] for at in kept]
            held = [held[at] for at in kept]
            if formulas:
                formulas = [formulas[at] for at in kept]
        texts, looks = zip(*held, strict=True)
        self._gathered.characters += sum(map(len, texts))
        if formulas:
            both = zip(texts, formulas, strict=True)
            self._gathered.formulas += sum(1 for t, f in both if t and f is not None)
        self._packer.add_row(self._row, columns, looks, texts, formulas)

    def _take_only_cell(
        self, found: tuple[str, ...], number: str, styles: PlainValues
    ) -> bool:
        """Take the only cell of a row, if it holds a value: a file may have millions.

        What is said here is said of many cells at once in :meth:`_take_row`.
        """
        letters, digits, attributes, value, *odd = found
        held = styles[attributes][value] if digits == number and not any(odd) else None
        if held:
            text, look = held
            self._gathered.characters += len(text)
            columns = (self._columns[letters],)
            self._packer.add_row(self._row, columns, (look,), (text,))
        return bool(held)

    def _inside(
        self, inside: str, attributes: str, styles: PlainValues
    ) -> tuple[tuple[str, int] | tuple[()] | None, str | None]:
        """Return what a cell holds with a formula or an odd value, and the formula."""
        match = _INSIDE.fullmatch(inside)
        if match is None:
            raise NotPlainError
        formula = None
        if match[1] is not None:
            told = attributes_in(match[1], _OF_FORMULAS) if match[1] else {}
            formula = self._formulas.of(told, decoded(match[2] or ""))
        value = "" if match[4] else match[3]
        style = styles[attributes]
        held = style[value] if value else None
        if held and held[0]:
            return held, formula  # a stored value means the same with a formula
        if formula is None:
            return (style[value] if value is not None else None), None
        raw = style.raw(None if value is None else decoded(value), formula)
        return styles.held(raw), formula
