"""How many filled cells a sheet stores, counted apart from the reading of it.

What is read is checked against this count, so it shares as little as possible with
the reader: it looks at the bytes for the ends of cells, which costs next to nothing.
Only where that is not the number of cells that were met, because a cell stands there
that was not understood, or an empty one with an end of its own, the part is parsed
again in the plainest way: without namespaces, and without a thought of where a cell
may stand.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from almwp_excel.markup import drive
from almwp_excel.package import Package

_ENDS = ((b"</c>", 1), (b":c>", 1), (b'"></c>', -1))
"""What ends a cell, whatever its prefix; not behind a quotation mark: that ends the
beginning of the cell itself, in which nothing stands then."""
_KEPT = max(len(end) for end, _ in _ENDS) - 1
_CELL, _FORMULA, _EXTENSIONS, _SPOKEN = "c", "f", "extLst", "rPh"
_SPACE_COUNTS = frozenset({"str"})
"""In cells of these types white space is a text."""


class CellEnds:
    """Counts the ends of cells with content in the bytes of a part as they pass by."""

    def __init__(self) -> None:
        self.count = 0
        self._rest = b""

    def counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Give the pieces of a part, and count in each as it passes by."""
        for piece in pieces:
            self.take(piece)
            yield piece

    def take(self, piece: bytes) -> None:
        """Take the next bytes of the part."""
        for end, counts in _ENDS:
            # What is kept is too short to hold a whole end, which would count twice.
            seen = self._rest[1 - len(end) :] + piece
            self.count += counts * seen.count(end)
        self._rest = (self._rest + piece)[-_KEPT:]


def count_filled_cells(package: Package, part: str) -> int:
    """Return how many cells of a sheet hold a text, a value or a formula.

    Elements are known by their names alone, whatever their namespace.

    Raises:
        UnreadableFileError: The part is damaged.
    """
    counter = _Counter()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.CharacterDataHandler = counter.text
    for _ in drive(package, part, parser):
        pass
    return counter.filled


class _Counter:
    """Counts cells by what stands between their tags.

    Attributes:
        filled: How many were filled.
    """

    def __init__(self) -> None:
        self.filled = 0
        self._open: list[bool] = []
        self._kinds: list[str] = []
        self._passing = 0
        self._in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self._passing or local in (_EXTENSIONS, _SPOKEN):
            self._passing += 1
        elif local == _CELL:
            self._open.append(False)
            self._kinds.append(attributes.get("t", "n"))
        elif self._open:
            # A shared formula stands in its first cell alone; the others point to it.
            points = attributes.get("t") in ("shared", "dataTable")
            self._open[-1] |= local == _FORMULA and points
            self._in_text = local == "t" or self._kinds[-1] in _SPACE_COUNTS

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._in_text = False
        if self._passing:
            self._passing -= 1
        elif local == _CELL:
            self._kinds.pop()
            self.filled += self._open.pop()

    def text(self, piece: str) -> None:
        if self._open and not self._passing and (self._in_text or not piece.isspace()):
            self._open[-1] = True
