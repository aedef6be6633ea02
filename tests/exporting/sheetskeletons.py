"""What an Excel workbook consists of without its words: trees, places, styles, links.

Compared are all elements in their order, with those attributes that do not follow from
words: where cells stand and of which type they are, how their texts are stored, joined
and locked cells, lists and filters, relations, and where links lead.  What cannot be
compared, and why:

- heights of rows and widths of columns, which follow from how long words are;
- numbers of styles and of shared texts: words that could be a formula have a style of
  their own, and equal words are stored once.  A cell has the number format of its
  style and the elements of its text instead;
- cells of the sheets that can be read again, and of what the workbook says of itself:
  words that could be read in two ways are left out of the former, which the latter
  tells, in a row for each.  Every such cell is a plain text, a plain number or blank;
- names of sheets, which are words; a link leads to a cell of a sheet of the workbook.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen
from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BY_WORDS = frozenset({"ht", "customHeight", "spans", "width", "customWidth"})
_COUNTS = frozenset({"count", "uniqueCount"})
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_LEADS = re.compile(r"'(?P<sheet>(?:[^']|'')+)'!(?P<cell>[A-Z]+[0-9]+)")
_SELF_TOLD = "Made from"
_PLAIN = frozenset({("s", ("si", ("t",))), ("n",), ("",)})
"""What a cell may be whose place follows from words: text, number, nothing."""
_NEVER = frozenset({"oleObject", "controls", "webPublishItem", "ddeLink"})
_CALCULATED = frozenset({"f", "formula", "formula1", "formula2"})
"""What Excel calculates, outside of cells: lists to choose from, ends of bars."""


@frozen(kw_only=True)
class _Shared:
    """What cells of a workbook refer to by number."""

    texts: Sequence[Any]
    formats: Sequence[str]
    names: Mapping[str, str]


def of_workbook(content: bytes) -> list[Any]:
    """Return the parts of a workbook, each with its elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {
        name: etree.fromstring(part)
        for name, part in parts.items()
        if name.endswith((".xml", ".rels", ".vml"))
    }
    shared = _shared(trees)
    found: list[Any] = []
    for name, part in parts.items():
        if name in ("xl/sharedStrings.xml", "xl/styles.xml"):
            found.append(name)  # told with the cells that refer to them
        elif name in trees:
            found.append((name, list(_elements(name, trees[name], shared))))
        else:
            found.append((name, [len(part) > 0]))
    return found


def _shared(trees: Mapping[str, Any]) -> _Shared:
    styles, texts = trees["xl/styles.xml"], trees["xl/sharedStrings.xml"]
    space = {"m": styles.nsmap[None]}
    links = {
        each.get("Id"): each.get("Target")
        for each in trees["xl/_rels/workbook.xml.rels"]
    }
    tabs = trees["xl/workbook.xml"].iterfind("m:sheets/m:sheet", space)
    return _Shared(
        texts=[_shape(text) for text in texts],
        formats=[x.get("numFmtId") for x in styles.iterfind("m:cellXfs/m:xf", space)],
        names={f"xl/{links[t.attrib.values()[-1]]}": t.get("name") for t in tabs},
    )


def _shape(element: Any) -> tuple[Any, ...]:
    return (_name(element), *map(_shape, element))


def _name(element: Any) -> str:
    assert isinstance(element.tag, str), "a comment came in"
    return etree.QName(element).localname


def _elements(part: str, root: Any, shared: _Shared) -> Iterator[tuple[Any, ...]]:
    names = list(shared.names.values())
    own = shared.names.get(part, "")
    told = names.index(_SELF_TOLD)
    is_by_words = own in names[told:]
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        name = _name(element)
        assert name not in _NEVER, f"{part} holds {name}"
        attributes = _attributes(element, shared)
        if name == "c":
            kind = _kind(element, shared)
            if is_by_words:
                assert kind in _PLAIN, f"{own}!{element.get('r')} is {kind}"
                continue
            yield depth, name, attributes, kind
            continue
        if is_by_words and name in ("row", "dimension"):
            waiting += [(each, depth + 1) for each in reversed(element)]
            continue
        if name == "definedNames":  # in the order of the names of their sheets
            ranges = (each.text.rpartition("!")[2] for each in element)
            yield depth, name, tuple(sorted(ranges))
            continue
        said = (element.text,) if name in _CALCULATED else ()
        yield depth, name, attributes, *said
        waiting += [(each, depth + 1) for each in reversed(element)]


def _kind(cell: Any, shared: _Shared) -> tuple[Any, ...]:
    """Return what a cell stores: a text with its elements, a number, or nothing."""
    inside = [_name(each) for each in cell]
    if not inside:
        return ("",)
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        assert inside == ["is"], f"{cell.get('r')} holds {inside}"
        return kind, _shape(cell[0])
    assert inside == ["v"], f"{cell.get('r')} holds {inside}"
    if kind != "s":
        return (kind,)
    return kind, shared.texts[int(cell[0].text)]


def _attributes(element: Any, shared: _Shared) -> tuple[tuple[str, str], ...]:
    """Return the attributes of an element that do not follow from words."""
    if element.tag == _RELATION:
        assert element.get("TargetMode") != "External", element.get("Target")
    name, found = _name(element), []
    for key, value in element.attrib.items():
        key = etree.QName(key).localname
        if key in _BY_WORDS or key in _COUNTS:
            continue
        if key in ("s", "style") and name in ("c", "col", "row"):
            value = shared.formats[int(value)]
        elif key == "location":
            leads = _LEADS.fullmatch(value)
            assert leads, f"a link leads to {value}"
            assert leads["sheet"].replace("''", "'") in shared.names.values(), value
            value = leads["cell"]
        elif key in ("display", "tooltip") or (name, key) == ("sheet", "name"):
            value = ""
        found.append((key, value))
    return tuple(sorted(found))
