"""The styles part: fills and cell styles added at its end, none of the old changed."""

from collections.abc import Mapping
from copy import deepcopy

from attrs import define, field

from almwp_excel.annotate import refusals
from almwp_excel.annotate.marks import NO_FILL, PLAIN_MARKS, SHADES, colour_of
from almwp_excel.annotate.xmlpart import (
    Element,
    child,
    children,
    local,
    make,
    parse,
    put_in_order,
    written,
)
from almwp_excel.package import Package

_MOST = 64_000  # Excel stops at 65,490 cell styles
_BEFORE = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_Key = tuple[object, ...]

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    b'</borders><cellStyleXfs count="1">'
    b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    b"</cellXfs></styleSheet>"
)
"""The styles of a workbook that has none."""


@define(eq=False)
class Styles:
    """The styles of a workbook while cells are marked.

    Attributes:
        package: The package, for refusals.
        content: The part as it came.
        memory: Colour of a mark of an earlier run, and number of the style of a cell
            that has the fill from before it.
    """

    package: Package
    content: bytes
    memory: Mapping[str, int] = field(factory=dict)
    _root: Element = field(init=False)
    _fonts: dict[_Key, int] = field(init=False)
    _fills: dict[_Key, int] = field(init=False)
    _borders: dict[_Key, int] = field(init=False)
    _styles: dict[_Key, int] = field(init=False)
    _earlier: dict[int, int] = field(init=False)
    _shades: dict[int, int] = field(factory=dict, init=False)
    _known: dict[tuple[int, str], int] = field(factory=dict, init=False)
    _restored: dict[int, int] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._root = parse(self.package, self.content)
        self._complete()
        self._fonts = _numbered(self._table("fonts"))
        self._fills = _numbered(self._table("fills"))
        self._borders = _numbered(self._table("borders"))
        self._styles = {}
        for number, style in enumerate(children(self._table("cellXfs"), "xf")):
            self._styles.setdefault(_style_key(style), number)
        self._earlier = self._earlier_marks()

    def restored(self, style: int) -> int:
        """Return the number of *style* with the fill from before an earlier mark."""
        if style not in self._restored:
            old = self._style(style)
            before = self._earlier.get(_number(old, "fillId"))
            back = style if before is None else self._with_fill(old, before)
            self._restored[style] = back
        return self._restored[style]

    @property
    def marked(self) -> frozenset[int]:
        """Numbers of the styles that bear a mark of an earlier run."""
        return frozenset(
            number
            for number, style in enumerate(children(self._table("cellXfs"), "xf"))
            if _number(style, "fillId") in self._earlier
        )

    def mark(self, style: int, severity: str) -> int:
        """Return the number of *style* with the fill of a severity."""
        known = self._known.get((style, severity))
        if known is None:
            old = self._style(style)
            shade = self._shade(_number(old, "fillId"))
            fill = self.fill(colour_of(severity, shade))
            known = self._known[style, severity] = self._with_fill(old, fill)
        return known

    def to_remember(self) -> tuple[tuple[str, int], ...]:
        """Return each colour of a mark, and a style with the fill from before it."""
        severities = sorted({severity for _, severity in self._known})
        return tuple(
            (colour_of(severity, shade), self._with_fill(self._style(0), fill))
            for fill, shade in self._shades.items()
            if shade != NO_FILL
            for severity in severities
        )

    def fill(self, colour: str) -> int:
        """Return the number of the fill with one colour."""
        fill = make(self._root, "fill")
        pattern = make(self._root, "patternFill", patternType="solid")
        pattern.append(make(self._root, "fgColor", rgb=colour))
        pattern.append(make(self._root, "bgColor", indexed="64"))
        fill.append(pattern)
        return self._add("fills", self._fills, fill)

    def font(self, **looks: str) -> int:
        """Return the number of a font of ours: ``sz``, ``color``, ``b``, ``u``."""
        font = make(self._root, "font")
        for name in ("b", "u"):
            if name in looks:
                font.append(make(self._root, name))
        font.append(make(self._root, "sz", val=looks.get("sz", "10")))
        font.append(make(self._root, "color", rgb=looks.get("color", "FF000000")))
        font.append(make(self._root, "name", val="Arial"))
        return self._add("fonts", self._fonts, font)

    def thin_border(self) -> int:
        """Return the number of a thin grey border."""
        border = make(self._root, "border")
        for side in ("left", "right", "top", "bottom"):
            edge = make(self._root, side, style="thin")
            edge.append(make(self._root, "color", rgb="FFBFBFBF"))
            border.append(edge)
        border.append(make(self._root, "diagonal"))
        return self._add("borders", self._borders, border)

    def style(self, font: int, fill: int = 0, border: int = 0) -> int:
        """Return the number of a style of ours; its texts wrap and stay texts."""
        style = make(
            self._root,
            "xf",
            numFmtId="0",
            fontId=str(font),
            fillId=str(fill),
            borderId=str(border),
            xfId="0",
            quotePrefix="1",
            applyFont="1",
            applyFill="1",
            applyBorder="1",
            applyAlignment="1",
        )
        wrap = "1" if border else "0"
        style.append(make(self._root, "alignment", vertical="top", wrapText=wrap))
        return self._add_style(style)

    def bytes(self) -> bytes:
        """Return the part as it is now."""
        return written(self._root, self.content)

    def _complete(self) -> None:
        """Give a lean part what cells without a style rest on: number 0 of each."""
        for name, first in (
            ("fonts", "font"),
            ("borders", "border"),
            ("cellXfs", "xf"),
        ):
            table = self._table(name)
            if not len(table):
                table.append(make(self._root, first))
                table.set("count", "1")

    def _earlier_marks(self) -> dict[int, int]:
        """Return the fills that are marks, and the fills from before them."""
        found = {}
        for number, fill in enumerate(children(self._table("fills"), "fill")):
            colour = _colour(fill)
            if colour in self.memory:
                before = self._style(self.memory[colour])
                found[number] = _number(before, "fillId")
            elif colour in PLAIN_MARKS:
                found[number] = 0
        return found

    def _shade(self, fill: int) -> int:
        """Return the shade that tells of a fill; the fills are counted as they come."""
        fills = children(self._table("fills"), "fill")
        if fill == 0 or (fill < len(fills) and _is_none(fills[fill])):
            return NO_FILL
        shade = self._shades.setdefault(fill, len(self._shades) + 1)
        if shade >= SHADES:
            raise self.package.refusal(refusals.TOO_MANY_STYLES)
        return shade

    def _style(self, number: int) -> Element:
        styles = self._table("cellXfs")
        return styles[number] if 0 <= number < len(styles) else styles[0]

    def _with_fill(self, style: Element, fill: int) -> int:
        changed = deepcopy(style)
        changed.set("fillId", str(fill))
        known = self._styles.get(_style_key(changed))
        if known is not None:
            return known
        changed.set("applyFill", "1")
        return self._add_style(changed)

    def _add_style(self, style: Element) -> int:
        return self._add("cellXfs", self._styles, style, _style_key(style))

    def _add(
        self,
        name: str,
        known: dict[_Key, int],
        element: Element,
        key: _Key | None = None,
    ) -> int:
        key = key or _key(element)
        if key not in known:
            table = self._table(name)
            if len(table) >= _MOST:
                raise self.package.refusal(refusals.TOO_MANY_STYLES)
            known[key] = len(table)
            table.append(element)
            table.set("count", str(len(table)))
        return known[key]

    def _table(self, name: str) -> Element:
        table = child(self._root, name)
        if table is None:
            table = make(self._root, name)
            put_in_order(self._root, table, _BEFORE[: _BEFORE.index(name)])
            if name == "fills":
                for pattern in ("none", "gray125"):  # Excel takes the first two so
                    fill = make(self._root, "fill")
                    fill.append(make(self._root, "patternFill", patternType=pattern))
                    table.append(fill)
                table.set("count", "2")
        return table


def _numbered(table: Element) -> dict[_Key, int]:
    found: dict[_Key, int] = {}
    for number, element in enumerate(table):
        found.setdefault(_key(element), number)
    return found


def _key(element: Element) -> _Key:
    """Return what makes an element the same as another."""
    inner = tuple(_key(each) for each in element if local(each))
    return (local(element), *sorted(element.attrib.items()), inner)


def _style_key(style: Element) -> _Key:
    """Return what makes a style the same; that it applies its fill does not count."""
    plain = {name: value for name, value in style.attrib.items() if name != "applyFill"}
    inner = tuple(_key(each) for each in style if local(each))
    return (*sorted(plain.items()), inner)


def _number(element: Element, name: str) -> int:
    value = element.get(name, "0")
    return int(value) if value.isascii() and value.isdigit() else 0


def _colour(fill: Element) -> str:
    pattern = child(fill, "patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    front = child(pattern, "fgColor")
    return "" if front is None else front.get("rgb", "").upper()


def _is_none(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    if pattern is None:
        return fill.find("*") is None
    kind: str = pattern.get("patternType", "none")
    return kind == "none"
