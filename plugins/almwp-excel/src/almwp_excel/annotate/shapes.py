"""The boxes in which comments are shown: shapes of a VML drawing.

The drawing is no sound XML in every file (Excel itself leaves tags open in it), so it
is changed by cutting and putting in and never read as a tree.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from almwp.intake.cells import place_of
from almwp.model.surely import surely
from almwp_excel.annotate.sheetplaces import ColumnStyles, RowSizes
from almwp_excel.annotate.tags import attribute, tag_end, with_attribute

_SPACES = (
    (b"xmlns:v", b"urn:schemas-microsoft-com:vml"),
    (b"xmlns:o", b"urn:schemas-microsoft-com:office:office"),
    (b"xmlns:x", b"urn:schemas-microsoft-com:office:excel"),
)
_DRAWN = re.compile(rb"<v:(?:shape|rect|group|oval|line|polyline|roundrect|image)\b")
_NOTE = re.compile(rb"ObjectType\s*=\s*[\"']Note[\"']")
_ROW = re.compile(rb"<x:Row>\s*([0-9]+)\s*</x:Row>")
_COLUMN = re.compile(rb"<x:Column>\s*([0-9]+)\s*</x:Column>")
_NUMBER = re.compile(rb"_s([0-9]{1,9})[\"']")
_BLOCK = re.compile(rb"<o:idmap\b[^>]*\bdata\s*=\s*[\"']([0-9]{1,6})")
_ANCHOR = re.compile(rb"(<x:Anchor>)([^<]*)(</x:Anchor>)")
_ROOT = re.compile(rb"<xml\b")
_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_WIDTH = 320  # pixels
_LINE = 15
_SIGNS = 52  # in a line of this width
_MOST_LINES = 40
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@frozen(kw_only=True)
class Grid:
    """The sizes of columns and rows, by which a box finds its place."""

    columns: ColumnStyles
    rows: RowSizes


def blank_drawing(number: int) -> bytes:
    """Return a drawing without shapes; no two of a workbook have the same *number*."""
    names = b"".join(b' %s="%s"' % space for space in _SPACES)
    layout = (
        b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>'
    )
    return b"<xml%s>%s%s</xml>" % (names, layout % number, _TYPE)


def is_known(drawing: bytes) -> bool:
    """Say whether a drawing is stored in a way in which shapes can be put into it."""
    found = _ROOT.search(drawing)
    if found is None or b"</xml>" not in drawing:
        return False
    try:
        root = drawing[found.start() : tag_end(drawing, found.start())]
    except ValueError:
        return False
    return all(attribute(root, name) in (None, space) for name, space in _SPACES)


def _replaced(drawing: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return *drawing* with each of its shapes changed."""
    pieces, done = [], 0
    for start, end in _shapes(drawing):
        pieces += [drawing[done:start], change(drawing[start:end])]
        done = end
    return b"".join([*pieces, drawing[done:]])


def _shapes(drawing: bytes) -> Iterator[tuple[int, int]]:
    """Give from where to where each shape stands that has something in it."""
    at = 0
    while (start := drawing.find(b"<v:shape", at)) >= 0:
        at = start + len(b"<v:shape")
        opened = drawing.find(b">", at)
        is_type = drawing[at : at + 1].isalnum()
        if opened < 0 or is_type or drawing[opened - 1 : opened] == b"/":
            continue
        end = drawing.find(b"</v:shape>", opened)
        if end < 0:
            return
        at = end + len(b"</v:shape>")
        yield start, at


def without(drawing: bytes, gone: Iterable[str]) -> bytes:
    """Return *drawing* without the boxes of comments that are gone."""
    places = {_place(ref) for ref in gone}
    if not places:
        return drawing
    return _replaced(
        drawing, lambda shape: b"" if _place_of(shape) in places else shape
    )


def is_empty(drawing: bytes) -> bool:
    """Say whether a drawing holds no shape of any kind."""
    return _DRAWN.search(drawing) is None


def with_boxes(drawing: bytes, new: Mapping[str, str], grid: Grid) -> bytes:
    """Return *drawing* with a box for each new comment.

    Args:
        drawing: The drawing.
        new: Address and text of each comment.
        grid: The sizes of columns and rows.
    """
    if not new:
        return drawing
    start = surely(re.Match, _ROOT.search(drawing)).start()  # is_known was asked
    end = tag_end(drawing, start)
    root = drawing[start:end]
    for name, space in _SPACES:
        if attribute(root, name) is None:
            root = with_attribute(root, name, space)
    drawing = drawing[:start] + root + drawing[end:]
    block = _BLOCK.search(drawing)
    last = 1024 * int(block[1] if block else 1)  # shapes are numbered in blocks
    number = max([last, *(int(n) for n in _NUMBER.findall(drawing))])
    boxes = [
        _box(number + count, ref, text, grid)
        for count, (ref, text) in enumerate(new.items(), start=1)
    ]
    if b'id="_x0000_t202"' not in drawing:
        boxes.insert(0, _TYPE)
    at = drawing.rindex(b"</xml>")
    return drawing[:at] + b"".join(boxes) + drawing[at:]


def with_larger_boxes(drawing: bytes, grown: Mapping[str, str], grid: Grid) -> bytes:
    """Return *drawing* with the boxes of comments that became longer made higher."""
    wanted = {_place(ref): text for ref, text in grown.items()}

    def higher(shape: bytes) -> bytes:
        place = _place_of(shape)
        text = wanted.get(place) if place else None
        return shape if text is None else _stretched(shape, text, grid)

    return _replaced(drawing, higher) if wanted else drawing


def _stretched(shape: bytes, text: str, grid: Grid) -> bytes:
    found = _ANCHOR.search(shape)
    parts = found[2].split(b",") if found else []
    if found is None or len(parts) != 8 or not all(p.strip().isdigit() for p in parts):
        return shape
    numbers = [int(part) for part in parts]
    left, _, top, above, right, _, bottom, below = numbers
    width = sum(grid.columns.width(c + 1) for c in range(left, min(right, left + 50)))
    if not width:
        return shape
    low, rest = _lower(top, above, _height(text, width), grid)
    if (low, rest) <= (bottom, below):
        return shape
    numbers[6:] = [low, rest]
    anchor = b", ".join(b"%d" % number for number in numbers)
    return shape[: found.start(2)] + anchor + shape[found.end(2) :]


def _box(number: int, ref: str, text: str, grid: Grid) -> bytes:
    row, column = _place(ref)
    top = max(row - 1, 0)
    bottom, below = _lower(top, 4, _height(text, _WIDTH), grid)
    left, right, rest = column + 1, column + 1, 15 + _WIDTH
    if left >= _LAST_COLUMN:
        left = right = max(column - 6, 0)
    while right < _LAST_COLUMN - 1 and rest > grid.columns.width(right + 1):
        rest -= grid.columns.width(right + 1)
        right += 1
    anchor = f"{left}, 15, {top}, 4, {right}, {rest}, {bottom}, {below}".encode()
    return (
        b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;'
        b'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        b'<div style="text-align:left"></div></v:textbox>'
        b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        b"<x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row>"
        b"<x:Column>%d</x:Column></x:ClientData></v:shape>"
    ) % (number, anchor, row, column)


def _height(text: str, width: int) -> int:
    signs = max(width * _SIGNS // _WIDTH, 8)
    lines = sum(1 + max(len(line) - 1, 0) // signs for line in text.split("\n"))
    return min(lines, _MOST_LINES) * _LINE + 12


def _lower(top: int, above: int, height: int, grid: Grid) -> tuple[int, int]:
    """Return the row and the pixels in it at which a box of some height ends."""
    row, rest = top, above + height
    while row < _LAST_ROW - 1 and rest > grid.rows.height(row + 1):
        rest -= grid.rows.height(row + 1)
        row += 1
    return row, rest


def _place(ref: str) -> tuple[int, int]:
    """Return row and column as a shape counts them: from 0."""
    row, column = place_of(ref.replace("$", "").upper())
    return row - 1, column - 1


def _place_of(shape: bytes) -> tuple[int, int] | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if not _NOTE.search(shape) or row is None or column is None:
        return None
    return int(row[1]), int(column[1])
