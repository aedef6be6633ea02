"""Change the XML of a workbook into forms that no library for Excel writes."""

import re
from collections.abc import Callable

from tests.corpus.bookmaking import Parts

SHEET = "xl/worksheets/sheet1.xml"
_STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
        b"http://purl.oclc.org/ooxml/officeDocument/",
    ),
)


def sheet_edit(change: Callable[[bytes], bytes]) -> Callable[[Parts], Parts]:
    """Return an edit of the first sheet alone.

    Raises:
        ValueError: The change changed nothing.
    """

    def edit(parts: Parts) -> Parts:
        before = parts[SHEET]
        after = change(before)
        if after == before:
            raise ValueError("there was nothing to change")
        return {**parts, SHEET: after}

    return edit


def without_results(parts: Parts) -> Parts:
    """Take the saved results away from formulas, as programs leave them."""
    return sheet_edit(lambda xml: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", xml))(parts)


def strict(parts: Parts) -> Parts:
    """Write the package in the strict form of the standard."""
    changed = {}
    for name, content in parts.items():
        for loose, tight in _STRICT:
            content = content.replace(loose, tight)
        changed[name] = content
    workbook = changed["xl/workbook.xml"]
    changed["xl/workbook.xml"] = workbook.replace(
        b"<workbook ", b'<workbook conformance="strict" ', 1
    )
    return changed


def without_addresses(parts: Parts) -> Parts:
    """Leave out where each cell and row stands, as the standard allows."""
    return sheet_edit(lambda xml: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", xml))(parts)


def with_dimension(claim: str) -> Callable[[Parts], Parts]:
    """Return an edit after which the sheet claims the extent *claim*."""
    return sheet_edit(
        lambda xml: re.sub(
            rb'<dimension ref="[^"]*"', b'<dimension ref="%s"' % claim.encode(), xml
        )
    )


def with_phantom_rows(parts: Parts) -> Parts:
    """Add rows without values down to the last one of Excel."""
    rows = [b'<row r="%d" s="0"><c r="A%d" s="0"/></row>' % (n, n) for n in _FAR]
    return sheet_edit(
        lambda xml: xml.replace(b"</sheetData>", b"".join(rows) + b"</sheetData>")
    )(parts)


_FAR = (*range(100, 400), 65536, 1048576)


def inline(parts: Parts) -> Parts:
    """Write texts into the cells themselves; there are no shared strings then."""
    shared = re.findall(rb"<si>(.*?)</si>", parts["xl/sharedStrings.xml"], re.DOTALL)
    rest = {name: part for name, part in parts.items() if "sharedStrings" not in name}
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        rest[name] = re.sub(rb"<[^<>]*sharedStrings[^<>]*/>", b"", rest[name])
    return sheet_edit(
        lambda xml: re.sub(
            rb't="s"><v>(\d+)</v>',
            lambda m: b't="inlineStr"><is>' + shared[int(m[1])] + b"</is>",
            xml,
        )
    )(rest)


def replaced(old: str, new: str) -> Callable[[Parts], Parts]:
    """Return an edit that puts *new* in the place of *old*."""
    return sheet_edit(lambda xml: xml.replace(old.encode(), new.encode()))
