"""Reading the XML of a part under the rules that hold for every part.

No document type, no other encoding than the two that the format allows, and nothing
that makes expat's memory or time grow faster than the part: nesting, distinct names,
distinct prefixes and the length of a single tag are bounded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from xml.parsers import expat

from almwp_excel import refusals
from almwp_excel.alternatives import Alternatives
from almwp_excel.package import Package

Attributes = dict[str, str]
"""Attributes of an element; those with a prefix are named ``namespace name``."""

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of workbooks: of ordinary ones, and of ISO 29500 Strict ones."""

_DEPTH = 256
_NAMES = 10_000
_PREFIXES = 1_000
_TAG_BYTES = 1024 * 1024
_HEAD_BYTES = 2_048
"""In so many a part has begun, as nearly all programs write it."""
_ENCODINGS = frozenset(
    {"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1"}
)
_TRUE = frozenset({"1", "true", "on"})


def is_on(value: str | None) -> bool:
    """Say whether an attribute switches something on."""
    return value is not None and value.strip().lower() in _TRUE


def whole(value: str | None) -> int | None:
    """Return the whole number that an attribute holds, or None; it is not negative."""
    digits = (value or "").strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        return None
    return int(digits)


def in_main(names: Mapping[str, Callable[..., None]]) -> dict[str, Callable[..., None]]:
    """Return *names* as they stand in either namespace of workbooks."""
    return {f"{space} {name}": act for space in MAIN for name, act in names.items()}


def listen(
    package: Package,
    starts: Mapping[str, Callable[[Attributes], None]],
    ends: Mapping[str, Callable[[], None]],
    text: Callable[[str], None] | None = None,
    unknown: Callable[[int], None] | None = None,
) -> expat.XMLParserType:
    """Return a parser that calls functions at the elements of a workbook's namespace.

    Where a part is stored in several ways, it passes one of them only.

    Args:
        package: The package of the part, for refusals.
        starts: What to call where an element starts, by its name.
        ends: What to call where it ends.
        text: What to call with each piece of text, wherever it stands.
        unknown: What to call with 1 where an element starts that is in neither of
            *starts* and *ends*, and with -1 where it ends.
    """
    namespaces: dict[str | None, str] = {}
    parser = _parser(package, namespaces)
    depth = skipped = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise package.refusal(refusals.OVERLOADED)
        act = at_start.get(name)
        if act is not None:
            act(attributes)
        elif unknown is not None and name not in at_end:
            unknown(1)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        act = at_end.get(name)
        if act is not None:
            act()
        elif unknown is not None and name not in at_start:
            unknown(-1)

    def skip() -> None:
        nonlocal skipped
        skipped = 1
        heard.append((parser.StartElementHandler, parser.EndElementHandler))
        parser.StartElementHandler = start_skipped
        parser.EndElementHandler = end_skipped
        parser.CharacterDataHandler = None

    def start_skipped(name: str, attributes: Attributes) -> None:
        nonlocal skipped
        skipped += 1
        if depth + skipped > _DEPTH:
            raise package.refusal(refusals.OVERLOADED)

    def end_skipped(name: str) -> None:
        nonlocal depth, skipped
        skipped -= 1
        if not skipped:
            depth -= 1
            parser.StartElementHandler, parser.EndElementHandler = heard.pop()
            parser.CharacterDataHandler = text

    # Kept here, as functions that name one another would stay in a circle.
    heard: list[tuple[Any, Any]] = []
    branches = Alternatives(namespaces, skip)
    at_start = {**in_main(starts), **branches.starts()}
    at_end = {**in_main(ends), **branches.ends()}
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    return parser


def drive(
    package: Package,
    part: str,
    parser: expat.XMLParserType,
    pieces: Iterable[bytes] | None = None,
) -> Iterator[None]:
    """Feed a part to *parser* and pause after each piece.

    Args:
        package: The package of the part.
        part: Key of the part.
        parser: What is fed.
        pieces: What is fed to it, where that is not the whole part as it is.

    Raises:
        UnreadableFileError: The part is not sound XML, or breaks one of the rules.
    """

    def doctype(*_: object) -> None:
        raise package.refusal(refusals.DOCTYPE, part=refusals.shown(part))

    # The pre-flight has looked for it already; it is not believed on its word.
    parser.StartDoctypeDeclHandler = doctype
    fed = 0
    try:
        for piece in package.chunks(part) if pieces is None else pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            # Old versions of expat scan an unfinished tag again at each piece.
            if fed - parser.CurrentByteIndex > _TAG_BYTES:
                raise package.refusal(refusals.OVERLOADED)
            if len(parser.intern) > _NAMES:
                raise package.refusal(refusals.OVERLOADED)
            yield
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise package.refusal(refusals.DAMAGED) from None
    finally:
        _let_go(parser)
    yield


def _let_go(parser: expat.XMLParserType) -> None:
    """Forget whom the parser calls.

    They know the parser, and hold what was read: as long as both refer to each other it
    stays until Python looks for circles, which rests while a file is read.
    """
    parser.XmlDeclHandler = parser.StartDoctypeDeclHandler = None
    parser.StartNamespaceDeclHandler = parser.CharacterDataHandler = None
    parser.StartElementHandler = parser.EndElementHandler = None


def walk(package: Package, part: str, visit: Callable[[str, Attributes], None]) -> None:
    """Call *visit* at each element of a small part with its path and attributes.

    The path holds local names, such as ``workbook/sheets/sheet``; elements more than
    eight levels deep are passed over.
    """
    path: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        path.append(name.rpartition(" ")[2])
        if len(path) <= 8:
            visit("/".join(path), attributes)
        elif len(path) > _DEPTH:
            raise package.refusal(refusals.OVERLOADED)

    parser = _parser(package)
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: path.pop()
    for _ in drive(package, part, parser):
        pass


def root_of(package: Package, part: str) -> tuple[str, str]:
    """Return the namespace and the name of the outermost element of a part."""
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if not found:
            space, _, local = name.rpartition(" ")
            found.append((space, local))

    parser = _parser(package)
    parser.StartElementHandler = start
    for _ in drive(package, part, parser, _head_first(package.chunks(part))):
        if found:
            break
    return found[0]


def _head_first(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Give the first bytes alone: all that is fed is parsed, and most parts are one."""
    first = next(pieces, b"")
    yield first[:_HEAD_BYTES]
    yield first[_HEAD_BYTES:]
    yield from pieces


def _parser(
    package: Package, namespaces: dict[str | None, str] | None = None
) -> expat.XMLParserType:
    """Return a parser; *namespaces* is filled with those that are declared."""
    prefixes = {} if namespaces is None else namespaces

    def declaration(version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise package.refusal(refusals.DAMAGED)

    def prefix(name: str | None, uri: str) -> None:
        prefixes[name] = uri
        if len(prefixes) > _PREFIXES:
            raise package.refusal(refusals.OVERLOADED)

    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.XmlDeclHandler = declaration
    parser.StartNamespaceDeclHandler = prefix
    return parser
