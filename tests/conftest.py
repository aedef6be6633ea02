"""Count the cells of a workbook from its XML, without any code of ours."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator

import pytest

FilledCells = Callable[[bytes], dict[str, list[str]]]


@pytest.fixture(scope="session")
def filled_cells() -> FilledCells:
    """Give the addresses of the non-empty cells of each sheet of an .xlsx file.

    A non-empty cell is one with a value, a formula or a character of text, on any
    sheet, hidden ones included.
    """
    return _filled_cells


def _filled_cells(content: bytes) -> dict[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {f"/{name}": package.read(name) for name in package.namelist()}
    (workbook,) = _related("/", parts, "officeDocument").values()
    strings = _related(workbook, parts, "sharedStrings")
    texts = [
        _text(item)
        for part in strings.values()
        for item in ET.fromstring(parts[part])
        if _name(item) == "si"
    ]
    sheets = _related(workbook, parts, "worksheet")
    found = {}
    for element in ET.fromstring(parts[workbook]).iter():
        if _name(element) == "sheet":
            ids = {key.rpartition("}")[2]: value for key, value in element.items()}
            if part := sheets.get(ids["id"]):
                found[ids["name"]] = list(_cells(ET.fromstring(parts[part]), texts))
    return found


def _related(part: str, parts: dict[str, bytes], kind: str) -> dict[str, str]:
    """Return the parts to which *part* points, by id."""
    folder, _, name = part.rpartition("/")
    rels = parts.get(f"{folder}/_rels/{name}.rels", b"<none/>")
    return {
        rel.attrib["Id"]: posixpath.normpath(
            posixpath.join(folder or "/", rel.attrib["Target"])
        )
        for rel in ET.fromstring(rels)
        if rel.attrib["Type"].endswith(f"/{kind}")
    }


def _cells(sheet: ET.Element, texts: list[str]) -> Iterator[str]:
    last_row = 0
    for row in (element for element in sheet.iter() if _name(element) == "row"):
        last_row = int(row.get("r", last_row + 1))
        last_column = 0
        for cell in row:
            if address := re.match("[A-Z]+", cell.get("r", "")):
                last_column = 0
                for letter in address[0]:
                    last_column = last_column * 26 + ord(letter) - 64
            else:
                last_column += 1
            if _is_filled(cell, texts):
                yield f"{_letters(last_column)}{last_row}"


def _is_filled(cell: ET.Element, texts: list[str]) -> bool:
    inside = {_name(part): part for part in cell}
    if "f" in inside:
        return True
    if "is" in inside:
        return bool(_text(inside["is"]))
    value = inside["v"].text if "v" in inside else None
    if value and cell.get("t") == "s":
        return bool(texts[int(value)])
    return bool(value)


def _text(item: ET.Element) -> str:
    """Return the text of a string, without the readings of its signs."""
    if _name(item) == "t":
        return item.text or ""
    return "".join(_text(part) for part in item if _name(part) in ("t", "r"))


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
