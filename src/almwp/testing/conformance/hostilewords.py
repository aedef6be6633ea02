"""Hostile words, and whether a file made from them has fallen for one."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from html.parser import HTMLParser
from types import MappingProxyType
from xml.etree import ElementTree

from almwp.model.figures import Bar, Figure
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_TAG = "almwp-hostile"
_FORMULA = 'HYPERLINK("http://example.org","x")'
_WORDS = (
    f"={_FORMULA}",
    f"+{_FORMULA}",
    f" ={_FORMULA}",
    f"\t={_FORMULA}",
    "@SUM(1+1)",
    f"<{_TAG} onclick=x>",
    f"</script></style></title><{_TAG}>",
    f"\"'><{_TAG}>",
    f"--><{_TAG}>",
    f"]]><{_TAG}>",
    "&lt;b&gt; &",
    "null \x00 bell \x07 escape \x1b[31m",
    "turned \u202egro.elpmaxe",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STARTS_FORMULA = re.compile(r"\s*[=+@-]|[\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,/% ]+")


def hostile_reports() -> tuple[Report, ...]:
    """Return reports that have hostile words in every place."""
    return tuple(_report(words) for words in _WORDS)


def _report(words: str) -> Report:
    row = (TableCell(text=words), TableCell(text=words))
    bar = Bar(label=words, text=words, low=Fraction(), high=Fraction(1))
    blocks: tuple[Block, ...] = (
        Heading(text=words),
        Paragraph(text=words),
        Bullets(items=(words,)),
        Note(text=words),
        Table(
            caption=words,
            columns=(Column(heading=words), Column(heading=words)),
            rows=(row,),
        ),
        Figure(caption=words, bars=(bar,), alternative=words),
    )
    return Report(title=words, subtitle=words, notice=words, blocks=blocks)


def check_harmless(content: bytes, read_as: str) -> None:
    """Check that no hostile word became more than a word in *content*.

    Args:
        content: The file.
        read_as: The ending of files that are read as this one is, such as ``.csv``.

    Raises:
        AssertionError: Naming what became of it.
    """
    packed = zipfile.is_zipfile(io.BytesIO(content))
    check = _check_packed if packed else _CHECKS.get(read_as)
    if check is not None:
        check(content)


def _check_packed(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            ending = name[name.rfind(".") :]
            kind = ".xml" if ending == ".rels" else ending
            if check := _CHECKS.get(kind):
                check(archive.read(name))


def _check_text(content: bytes) -> None:
    found = _CONTROLS.search(content.decode(errors="replace"))
    assert not found, f"the control character {found[0]!r} is in the file"


def _check_table(content: bytes) -> None:
    _check_text(content)
    text = content.decode("utf-8-sig")
    separator = max(",;\t", key=text.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            begins = _STARTS_FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
            assert not begins, f"a spreadsheet takes the cell {cell!r} for a formula"


def _check_json(content: bytes) -> None:
    _check_text(content)
    try:
        json.loads(content)
    except ValueError as error:
        raise AssertionError(f"hostile words break the JSON: {error}") from None


def _check_xml(content: bytes) -> None:
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise AssertionError(f"hostile words break the XML: {error}") from None
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        assert name != _TAG, "a text of the report became markup"
        is_formula = name == "f" and _FORMULA in (element.text or "")
        assert not is_formula, "a text of the report became a formula"


def _check_html(content: bytes) -> None:
    _check_text(content)
    assert _TAG not in _tags(content.decode()), "a text of the report became markup"


def _tags(text: str) -> Iterator[str]:
    found: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(tag)

    parser = Tags()
    parser.feed(text)
    parser.close()
    yield from found


_CHECKS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        ".txt": _check_text,
        ".md": _check_text,
        ".csv": _check_table,
        ".tsv": _check_table,
        ".json": _check_json,
        ".xml": _check_xml,
        ".svg": _check_xml,
        ".html": _check_html,
        ".htm": _check_html,
    }
)
"""How to look, by the ending of the files."""
