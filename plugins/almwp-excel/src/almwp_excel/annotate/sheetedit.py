"""A sheet part with new styles at some cells, every other byte left as it stands.

The part is passed over once by expat, which tells where each tag begins; what changes
is cut out and put in there.  A large sheet never becomes a tree in memory.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from attrs import define, field, frozen

from almwp.intake.cells import place_of
from almwp_excel.annotate.elements import Place, parse_bytes
from almwp_excel.annotate.rowparts import Row, cell_tag, plain_ref, spanning
from almwp_excel.annotate.sheetplaces import BEFORE_LEGACY, ColumnStyles, RowSizes
from almwp_excel.annotate.tags import (
    is_closed,
    opened,
    prefix_of,
    tag_end,
    with_attribute,
)
from almwp_excel.markup import MAIN, is_on, whole
from almwp_excel.package import Package

Restyle = Callable[[int, Place], int]
"""Gives the new number of a cell's style from the old one and its place."""
_CELLS = frozenset(f"{space} c" for space in MAIN)
Edit = tuple[int, int, bytes]
"""From where to where the bytes of a part are replaced, and by what."""


@frozen(kw_only=True)
class Passed:
    """What was learned while a sheet part was passed over.

    Attributes:
        edits: What to change for the styles.
        legacy: Where the ``legacyDrawing`` tag stands, from and to, or None.
        legacy_place: Where one can be put.
        root: The tag of the outermost element.
        columns: Widths of columns.
        rows: Heights of rows near the cells.
    """

    edits: tuple[Edit, ...]
    legacy: tuple[int, int] | None
    legacy_place: int
    root: bytes
    columns: ColumnStyles
    rows: RowSizes


def apply(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Return *content* with all *edits* made; no two of them overlap."""
    pieces, at = [], 0
    for start, end, new in sorted(edits, key=itemgetter(0, 1)):
        pieces += [content[at:start], new]
        at = end
    return b"".join([*pieces, content[at:]])


def pass_over(
    package: Package,
    content: bytes,
    wanted: Iterable[Place],
    old: Iterable[int],
    restyle: Restyle,
) -> Passed:
    """Pass over a sheet part and say what to change.

    Args:
        package: The package, for refusals.
        content: The part, in an encoding that keeps ASCII in single bytes.
        wanted: The cells that must be there; those that are not are made.
        old: The styles whose cells are to have another, wherever they stand.
        restyle: Gives the new style of these cells and of the wanted ones.

    Raises:
        UnreadableFileError: The part is damaged.
    """
    by_row: dict[int, set[int]] = {}
    for row, column in wanted:
        by_row.setdefault(row, set()).add(column)
    styles = frozenset(map(str, old))
    walker = _Walker(content=content, wanted=by_row, old=styles, restyle=restyle)
    parse_bytes(package, content, walker.start, walker.end)
    return walker.passed()


@define(kw_only=True, eq=False)
class _Walker:
    content: bytes
    wanted: Mapping[int, set[int]]
    old: frozenset[str]
    restyle: Restyle
    _edits: list[Edit] = field(factory=list)
    _depth: int = 0
    _row: Row | None = None
    _number: int = 0
    _sheet_data: tuple[int, int] = (0, 0)
    _sheet_data_end: int = 0
    _order: list[int] = field(init=False)
    _next: int = 0
    _followers: dict[int, int] = field(factory=dict)
    _seen: set[int] = field(factory=set)
    _legacy: tuple[int, int] | None = None
    _legacy_place: int = 0
    _opened: tuple[int, int] = (0, 0)
    _root: bytes = b""
    _columns: ColumnStyles = field(factory=ColumnStyles)
    _rows: RowSizes = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._order = sorted(self.wanted)
        self._rows = RowSizes(wanted=self._order)

    def start(
        self, name: str, attributes: dict[str, str], at: Callable[[], int]
    ) -> None:
        self._depth += 1
        if self._depth > 3:
            if self._row is not None and self._depth == 4 and name in _CELLS:
                self._cell(self._row, attributes, at)
            return
        space, _, plain = name.rpartition(" ")
        if self._depth == 1:
            self._root = self._tag(at())
        elif space not in MAIN:
            return
        elif self._depth == 3:
            if plain == "row":
                self._start_row(attributes, at())
            elif plain == "col":
                self._columns.add(attributes)
        else:
            if plain == "sheetFormatPr":
                self._columns.default(attributes)
                self._rows.default(attributes)
            start = at()
            self._opened = (start, tag_end(self.content, start))
            if plain == "sheetData":
                self._sheet_data = self._opened
            elif plain == "legacyDrawing":
                self._legacy = self._opened

    def end(self, name: str, at: Callable[[], int]) -> None:
        self._depth -= 1
        if self._depth > 2:
            return
        space, _, plain = name.rpartition(" ")
        if self._depth == 2 and plain == "row" and self._row is not None:
            self._end_row(self._row, at)
        elif self._depth == 1 and space in MAIN:
            if plain == "sheetData":
                self._sheet_data_end = at()
            if plain in BEFORE_LEGACY:
                start, end = self._opened
                closed = is_closed(self.content[start:end])
                self._legacy_place = end if closed else tag_end(self.content, at())

    def _tag(self, start: int) -> bytes:
        return self.content[start : tag_end(self.content, start)]

    def passed(self) -> Passed:
        self._add_rows()
        return Passed(
            edits=tuple(self._edits),
            legacy=self._legacy,
            legacy_place=self._legacy_place,
            root=self._root,
            columns=self._columns,
            rows=self._rows,
        )

    def _start_row(self, attributes: dict[str, str], at: int) -> None:
        said = whole(attributes.get("r"))
        number = self._number + 1 if said is None else said
        styled = is_on(attributes.get("customFormat"))
        self._row = Row(
            start=at,
            number=number,
            style=whole(attributes.get("s")) if styled else None,
            is_said=said is not None,
        )
        self._rows.add(number, attributes)

    def _cell(
        self, row: Row, attributes: dict[str, str], at: Callable[[], int]
    ) -> None:
        ref, style = attributes.get("r"), attributes.get("s", "0")
        if row.is_said and row.number not in self.wanted and style not in self.old:
            return  # most cells of a large sheet; nobody asks for their place
        if ref is None:
            row.column += 1
        else:
            number, row.column = place_of(plain_ref(ref))
            if not row.is_said:
                row.number = number
        place, start = (row.number, row.column), at()
        if row.number in self.wanted:
            row.cells.append((row.column, start))
        old = whole(style) or 0
        new = self.restyle(old, place)
        if new != old:
            tag = self._tag(start)
            changed = with_attribute(tag, b"s", b"%d" % new)
            self._edits.append((start, start + len(tag), changed))

    def _end_row(self, row: Row, at: Callable[[], int]) -> None:
        self._number, self._row = row.number, None
        while self._next < len(self._order) and self._order[self._next] < row.number:
            self._followers[self._order[self._next]] = row.start
            self._next += 1
        columns = self.wanted.get(row.number)
        if columns is None or row.number in self._seen:
            return
        self._seen.add(row.number)
        there = {column for column, _ in row.cells}
        missing = sorted(columns - there)
        if not missing:
            return
        tag = self._tag(row.start)
        prefix = prefix_of(tag)
        end = row.start + len(tag)
        told = spanning(tag, missing)
        if is_closed(tag):
            inner = b"".join(self._made(prefix, row, c) for c in missing)
            self._edits.append((row.start, end, opened(told, inner)))
            return
        if told != tag:
            self._edits.append((row.start, end, told))
        puts: dict[int, list[bytes]] = {}
        close = at()
        for column in missing:
            after = (start for known, start in row.cells if known > column)
            new = self._made(prefix, row, column)
            puts.setdefault(next(after, close), []).append(new)
        self._edits += [(place, place, b"".join(new)) for place, new in puts.items()]

    def _made(self, prefix: bytes, row: Row, column: int) -> bytes:
        base = self._columns.style(column) if row.style is None else row.style
        return cell_tag(
            prefix, row.number, column, self.restyle(base, (row.number, column))
        )

    def _add_rows(self) -> None:
        start, end = self._sheet_data
        tag = self.content[start:end]
        prefix = prefix_of(tag)
        puts: dict[int, list[bytes]] = {}
        for number in self._order:
            if number in self._seen:
                continue
            row = Row(start=0, number=number, style=None, is_said=True)
            cells = b"".join(
                self._made(prefix, row, column)
                for column in sorted(self.wanted[number])
            )
            new = b'<%srow r="%d">%s</%srow>' % (prefix, number, cells, prefix)
            place = self._followers.get(number, self._sheet_data_end)
            puts.setdefault(place, []).append(new)
        if puts and is_closed(tag):
            rows = b"".join(new for news in puts.values() for new in news)
            self._edits.append((start, end, opened(tag, rows)))
        else:
            self._edits += [(at, at, b"".join(new)) for at, new in puts.items()]
