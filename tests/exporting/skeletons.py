"""What a file consists of without its words: tags, elements, relations, tokens."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import html5lib
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from pyarrow import parquet

from tests.exporting.pdfskeletons import of_pdf
from tests.exporting.sheetskeletons import of_workbook

Skeleton = list[Any]

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FORMULA = re.compile(r"\s*[=+@-]|[\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,/% ]+")
_LAID_OUT_BY_WORDS = frozenset({"ht", "customHeight", "space", "quotePrefix"})
"""Attributes that depend on how long words are, or keep them from being a formula."""
_LOOKS = frozenset({"rPr", "rStyle"})
"""Words that are an address are set smaller in Word; they are no link."""
_ACTIVE_IN_OOXML = frozenset(
    {"f", "instrText", "fldSimple", "hyperlink", "hlinkClick", "altChunk", "oleObject"}
)


def skeleton_of(name: str, content: bytes) -> Skeleton:
    """Return what a file of the format *name* consists of, without its words."""
    return _SKELETONS[name](content)


def of_page(content: bytes) -> Skeleton:
    """Return the elements of a page of HTML, with the names of their attributes.

    A link in the words is told apart: its words are its target, and it is left out.
    """
    tree = html5lib.parse(content.decode(), namespaceHTMLElements=False)
    found: Skeleton = []
    for element in tree.iter():
        assert isinstance(element.tag, str), "a comment came in"
        names = sorted(element.attrib)
        assert not [n for n in names if n.startswith("on") or n == "style"], names
        if element.tag == "a" and "rel" in names:
            _check_link(element.get("href") or "", "".join(element.itertext()))
            continue
        for each in ("href", "src", "{http://www.w3.org/1999/xlink}href"):
            target = element.get(each) or "#"
            assert target.startswith(("#", "data:,", "data:image/png;base64,")), target
        if not _is_drawn(element.tag):
            found.append((element.tag, tuple(names)))
    return found


def _is_drawn(tag: str) -> bool:
    # The letters of a picture are drawn, and a long line of them is broken.
    return "svg" in tag or tag in {"path", "g", "use", "defs", "clipPath", "rect"}


def _check_link(target: str, words: str) -> None:
    assert target == words, f"a link says {words!r} and leads to {target!r}"
    assert re.match(r"(?i)https?://[a-z0-9.-]+(:\d+)?([/?#]|$)", target), target


def of_markdown(content: bytes) -> Skeleton:
    """Return the tokens of Markdown, with raw HTML allowed, but those of words."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    found: Skeleton = []
    for token in parser.parse(content.decode()):
        found.append((token.type, token.tag, token.nesting, token.level))
        for part in token.children or ():
            if part.type not in ("text", "text_special"):
                told = part.content if part.type == "html_inline" else ""
                found.append((part.type, part.tag, told))
    return found


def of_csv(content: bytes) -> Skeleton:
    """Return how many cells each line has; none is a formula."""
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for cell in (cell for row in rows for cell in row):
        is_formula = _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
        assert not is_formula, f"a spreadsheet takes {cell!r} for a formula"
    return [tuple(bool(cell) for cell in row) for row in rows]


def of_json(content: bytes) -> Skeleton:
    """Return the names and the types of what a JSON text holds."""
    return list(_shape(json.loads(content), ""))


def _shape(value: object, at: str) -> Iterator[tuple[str, str]]:
    yield at, type(value).__name__
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _shape(each, f"{at}.{key}")
    elif isinstance(value, list):
        for each in value:
            yield from _shape(each, f"{at}[]")


def of_xml(content: bytes) -> Skeleton:
    """Return the elements of XML, with the names of their attributes."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    docinfo: Any = root.getroottree().docinfo
    assert not docinfo.doctype
    found: Skeleton = []
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else element.tag.__name__
        names = {etree.QName(name).localname for name in element.attrib}
        found.append((tag, tuple(sorted(names - _LAID_OUT_BY_WORDS))))
    return found


def of_package(content: bytes) -> Skeleton:
    """Return the parts of a Word document, their elements and their relations."""
    found: Skeleton = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            if not name.endswith((".xml", ".rels")):
                found.append(name)
                continue
            elements = [
                e for e in of_xml(part) if e[0].rpartition("}")[2] not in _LOOKS
            ]
            found.append((name, elements, _active(part)))
    return found


def _active(part: bytes) -> Skeleton:
    """Return where links and relations lead and what fields and formulas say."""
    found: Skeleton = []
    for element in etree.fromstring(part).iter(etree.Element):
        name = etree.QName(element).localname
        if element.tag == _RELATION:
            assert element.get("TargetMode") != "External", element.get("Target")
            found.append((element.get("Type"), element.get("Target")))
        elif name in _ACTIVE_IN_OOXML:
            found.append((name, sorted(element.attrib), element.text))
    return found


def of_files(content: bytes) -> Skeleton:
    """Return the files of a packed folder, each without its words."""
    found: Skeleton = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in sorted(package.namelist()):
            ending = name.rpartition(".")[2]
            found.append((name, _BY_ENDING[ending](package.read(name))))
    return found


def of_tables(content: bytes) -> Skeleton:
    """Return the columns of each table of a Parquet file, and how many rows it has."""
    columns: dict[str, set[tuple[str, str]]] = {}
    rows: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            table = name.partition("/")[0]
            if not name.endswith(".parquet"):
                found = of_json(package.read(name))
                columns.setdefault(name, set()).update(found)
                continue
            file = parquet.ParquetFile(io.BytesIO(package.read(name)))
            fields = {(field.name, str(field.type)) for field in file.schema_arrow}
            assert columns.setdefault(table, fields) == fields
            rows[table] += file.metadata.num_rows
    return sorted((name, sorted(found), rows[name]) for name, found in columns.items())


_BY_ENDING: dict[str, Callable[[bytes], Skeleton]] = {
    "csv": of_csv,
    "json": of_json,
}
_SKELETONS: dict[str, Callable[[bytes], Skeleton]] = {
    "csv": of_csv,
    "datapackage": of_files,
    "docx": of_package,
    "excel": of_workbook,
    "html": of_page,
    "iati": of_xml,
    "json": of_json,
    "markdown": of_markdown,
    "parquet": of_tables,
    "pdf": of_pdf,
}
