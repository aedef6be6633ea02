"""The styles of an .ods workbook: what is a percentage, a date, struck through."""

from almwp_excel import refusals
from almwp_excel.markup import Attributes, drive, listen
from almwp_excel.numberformats import GENERAL
from almwp_excel.package import Package

_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
_DATE = f"{_NUMBER} date-style"
_MOST_PARENTS = 32
_DEPTH = 256
_PART = "styles.xml"


class StyleTable:
    """Gathers the styles of a workbook: the named ones, then those of its content."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._formats: dict[str, str] = {}
        self._struck: dict[str, bool] = {}
        self._dates: dict[str, set[str]] = {}
        self._style = self._date = ""

    def read(self, package: Package) -> None:
        """Read the named styles.

        Raises:
            UnreadableFileError: Their part is damaged.
        """
        if _PART not in package.entries:
            return
        depth = 0

        def start(name: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEPTH:
                raise package.refusal(refusals.OVERLOADED)
            self.start(name, attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            self.end(name)

        parser = listen(package, {}, {})
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        for _ in drive(package, _PART, parser):
            pass

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element that begins."""
        own = attributes.get(f"{_STYLE} name", "")
        if name == f"{_STYLE} style":
            self._style = own
            self._parents[own] = attributes.get(f"{_STYLE} parent-style-name", "")
            self._formats[own] = attributes.get(f"{_STYLE} data-style-name", "")
        elif name == f"{_STYLE} text-properties" and self._style:
            line = attributes.get(f"{_STYLE} text-line-through-style")
            kind = attributes.get(f"{_STYLE} text-line-through-type")
            if line is not None or kind is not None:
                self._struck[self._style] = "none" not in (line, kind)
        elif name == _DATE:
            self._date = own
            self._dates[own] = set()
        elif self._date and name.startswith(f"{_NUMBER} "):
            self._dates[self._date].add(name.rpartition(" ")[2])

    def end(self, name: str) -> None:
        """Take note of an element that ends."""
        if name == f"{_STYLE} style":
            self._style = ""
        elif name == _DATE:
            self._date = ""

    def is_struck(self, style: str) -> bool:
        """Say whether a style strikes text through, itself or by one it rests on."""
        for _ in range(_MOST_PARENTS):
            if style in self._struck:
                return self._struck[style]
            style = self._parents.get(style, "")
            if not style:
                break
        return False

    def number_format(self, style: str, kind: str) -> str:
        """Return Excel's format code for the values of a style.

        Args:
            style: The style of the cell.
            kind: The type of its value, such as ``percentage``.
        """
        if kind == "percentage":
            return "0%"
        if kind != "date":
            return GENERAL
        parts = self._dates.get(self._formats.get(style, ""), set())
        if not parts or "day" in parts or "day-of-week" in parts:
            return "yyyy-mm-dd"
        return "yyyy-mm" if "month" in parts else "yyyy"
