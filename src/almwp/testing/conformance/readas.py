"""Whether a file made from hostile words has fallen for one, as programs read it."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from types import MappingProxyType
from xml.etree import ElementTree

from almwp.testing.conformance.payloads import FORMULA, TAG

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STARTS_FORMULA = re.compile(r"\s*[=+@-]|[\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,/% ]+")
_CODE = re.compile(r"(`+).*?\1", re.DOTALL)
_RAW_TAG = re.compile(rf"(?<!\\)<{TAG}")
_COMMAND = re.compile(rf"(?<!\\)\\input\s*\{{{TAG}")
_LINKS = ("href", "src", "action", "xlink:href")


def check_known(read_as: str | None) -> None:
    """Check that the kit knows how files are read whose names end in *read_as*.

    Args:
        read_as: What an author said; None for nothing.

    Raises:
        AssertionError: It does not, and would look at nothing.
    """
    known = read_as is None or read_as.lower() in _CHECKS
    assert known, f"read_as: the kit knows no files of {read_as!r}; it knows {_known()}"


def check_harmless(content: bytes, ending: str, *, must_be_known: bool = True) -> None:
    """Check that no hostile word became more than a word in *content*.

    Args:
        content: The file.
        ending: The ending of files that are read as this one is, such as ``.csv``.
        must_be_known: Whether to demand that the kit knows how such a file is read;
            none asks for control characters only.

    Raises:
        AssertionError: Naming what became of it, or that nothing could be looked at.
    """
    if zipfile.is_zipfile(io.BytesIO(content)):
        _check_packed(content)
        return
    check = _CHECKS.get(_last_ending(ending))
    if check is not None:
        check(content)
        return
    text = _as_text(content)
    if text is None:
        return  # no program reads words in it as markup or as cells
    _check_text(content)
    assert not must_be_known, (
        f"the kit does not know how a file of {ending!r} is read: say with read_as=... "
        f"like which of {_known()}; '.txt' if its readers take words for nothing more"
    )


def _known() -> str:
    return ", ".join(sorted(_CHECKS))


def _last_ending(name: str) -> str:
    return name[name.rfind(".") :].lower()


def _as_text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _check_packed(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            ending = _last_ending(name)
            kind = ".xml" if ending == ".rels" else ending
            check_harmless(archive.read(name), kind, must_be_known=False)


def _check_text(content: bytes) -> None:
    found = _CONTROLS.search(content.decode(errors="replace"))
    assert not found, f"the control character {found[0]!r} is in the file"


def _check_table(content: bytes) -> None:
    _check_text(content)
    text = content.decode("utf-8-sig")
    separator = max(",;\t|", key=text.count)
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
        assert name != TAG, "a text of the report became markup"
        is_formula = name == "f" and FORMULA in (element.text or "")
        assert not is_formula, "a text of the report became a formula"
        for key, value in element.attrib.items():
            _check_attribute(key.rpartition("}")[2], value)


def _check_html(content: bytes) -> None:
    parser = _Tags()
    parser.feed(content.decode())
    parser.close()
    _check_text(content)


class _Tags(HTMLParser):
    """Looks at each tag."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != TAG, "a text of the report became markup"
        for name, value in attrs:
            _check_attribute(name, value or "")


def _check_attribute(name: str, value: str) -> None:
    assert TAG not in name, "a text of the report became an attribute"
    runs = name in _LINKS and "".join(value.split()).lower().startswith("javascript:")
    assert not runs, "a text of the report became a link that runs a program"


def _check_markdown(content: bytes) -> None:
    _check_text(content)
    text = _CODE.sub("", content.decode())
    assert not _RAW_TAG.search(text), "a text of the report became markup"


def _check_latex(content: bytes) -> None:
    _check_text(content)
    found = _COMMAND.search(content.decode())
    assert not found, "a text of the report became a command"


_CHECKS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        ".txt": _check_text,
        ".md": _check_markdown,
        ".tex": _check_latex,
        ".csv": _check_table,
        ".tsv": _check_table,
        ".psv": _check_table,
        ".json": _check_json,
        ".xml": _check_xml,
        ".svg": _check_xml,
        ".html": _check_html,
        ".htm": _check_html,
    }
)
"""How to look, by the ending of the files."""
