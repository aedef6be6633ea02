"""The workbook part with a tab at its end, or with tabs of an earlier run away."""

import re
from collections.abc import Iterable

from almwp_excel.annotate.links import OFFICE
from almwp_excel.annotate.xmlpart import (
    Element,
    child,
    children,
    local,
    make,
    put_in_order,
)

_MOST_SIGNS = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_BEFORE_NAMES = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews"),
    *("sheets", "functionGroups", "externalReferences"),
)
_ID = f"{{{OFFICE}}}id"
_FILTER, _TITLES = "_xlnm._FilterDatabase", "_xlnm.Print_Titles"


def free_title(title: str, taken: Iterable[str]) -> str:
    """Return *title* as a tab can bear it, with a number where another tab has it."""
    folded = {name.casefold() for name in taken}
    plain = _FORBIDDEN.sub(" ", title).strip().strip("'").strip() or "almwp"
    found, number = plain[:_MOST_SIGNS].strip(), 2
    while found.casefold() in folded:
        ending = f" {number}"
        found = plain[: _MOST_SIGNS - len(ending)].strip() + ending
        number += 1
    return found


def links_of_tabs(root: Element) -> tuple[str, ...]:
    """Return the ids of the relationships to the sheets, in the order of the tabs."""
    # The id is in the relationships' namespace, of which there are two.
    return tuple(
        next((v for k, v in each.attrib.items() if k.endswith("relationships}id")), "")
        for each in _tabs(root)
    )


def _child(root: Element, name: str) -> Element:
    """Return a child that is there: it was read before."""
    return child(root, name)


def add_tab(root: Element, title: str, link: str) -> None:
    """Put a tab behind the others."""
    numbers = [int(n) for tab in _tabs(root) if (n := tab.get("sheetId", "")).isdigit()]
    sheets = _child(root, "sheets")
    tab = make(sheets, "sheet", name=title, sheetId=str(max(numbers, default=0) + 1))
    tab.set(_ID, link)
    sheets.append(tab)


def renew_tab(root: Element, title: str) -> None:
    """Give the last tab another name, and show it."""
    tab = _tabs(root)[-1]
    tab.set("name", title)
    tab.attrib.pop("state", None)


def drop_tab(root: Element, place: int) -> None:
    """Take a tab away, with its names; what counts the tabs counts anew."""
    drop_names(root, place)
    tab = _tabs(root)[place]
    tab.getparent().remove(tab)
    for name in children(child(root, "definedNames"), "definedName"):
        _count_down(name, "localSheetId", place, stays_at=-1)
    for view in children(child(root, "bookViews"), "workbookView"):
        for attribute in ("activeTab", "firstSheet"):
            _count_down(view, attribute, place, stays_at=len(_tabs(root)) - 1)


def drop_names(root: Element, place: int) -> None:
    """Take the names away that hold on one tab only."""
    names = child(root, "definedNames")
    if names is None:
        return
    for name in children(names, "definedName"):
        if name.get("localSheetId") == str(place):
            names.remove(name)
    if not len(names):
        root.remove(names)


def name_headings(root: Element, title: str, row: int, filtered: str) -> None:
    """Have a row of the last tab printed on every page, and an area of it filtered.

    LibreOffice keeps a filter only where the hidden name of its area is there.
    """
    names = child(root, "definedNames")
    if names is None:
        names = make(root, "definedNames")
        put_in_order(root, names, _BEFORE_NAMES)
    place = len(_tabs(root)) - 1
    quoted = title.replace("'", "''")
    area = make(root, "definedName", name=_FILTER, localSheetId=str(place), hidden="1")
    area.text = f"'{quoted}'!{filtered}"
    rows = make(root, "definedName", name=_TITLES, localSheetId=str(place))
    rows.text = f"'{quoted}'!${row}:${row}"
    names.append(area)
    names.append(rows)


def _tabs(root: Element) -> list[Element]:
    return [each for each in _child(root, "sheets") if local(each) == "sheet"]


def _count_down(element: Element, name: str, place: int, *, stays_at: int) -> None:
    """Lower a number that counts tabs, where it counts one behind *place*."""
    value = element.get(name, "")
    if not value.isdigit():
        return
    number = int(value)
    if number > place or (stays_at >= 0 and number > stays_at):
        element.set(name, str(number - 1))
