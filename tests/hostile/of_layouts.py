"""Sheets on which nobody can find the table, and names that lead elsewhere."""

from collections.abc import Iterator

from tests.hostile.hostile import Hostile
from tests.hostile.sound import (
    HEADINGS,
    LINES,
    MAIN,
    READ,
    report,
    rows,
    sheet,
    table,
    workbook,
)


def files() -> Iterator[Hostile]:
    """Give the files of the family ``layout``."""
    yield from _tables()
    yield from _wide()


def _hostile(name: str, danger: str, code: int, content: bytes, *says: str) -> Hostile:
    return Hostile(f"layout/{name}", danger, "report.xlsx", lambda: content, code, says)


def _tables() -> Iterator[Hostile]:
    data = (("1", "Job fairs", "VN", "ongoing"),) * 3
    yield _hostile("no-heading", "data and no headings", 1, table(*data), "ALM102")
    heads = table(*LINES[:5])
    yield _hostile("no-data", "headings and no data", 0, heads, "activities: 0")
    again = table(*LINES, HEADINGS, *LINES[5:], HEADINGS)
    yield _hostile("headings-again", "headings between rows", 1, again, "activities: 4")
    only = table(*[HEADINGS] * 2_000)
    yield _hostile("nothing-but-headings", "2,000 rows of headings", 0, only, "ALM106")
    same = table(*LINES[:4], ("Activity",) * 26, ("Job fairs",) * 26)
    yield _hostile("one-heading-26-times", "which is meant?", 1, same, "ALM102")
    nothing = report(sheet=f'<worksheet xmlns="{MAIN}"/>'.encode())
    yield _hostile("empty", "nothing", 1, nothing, "ALM101")
    spaces = table(*[(" ", "\u00a0", "\u3000")] * 200)
    yield _hostile("spaces", "cells of nothing but spaces", 1, spaces, "ALM10")
    two = sheet().replace(b"</sheetData>", b"").decode()
    side = two.replace("</worksheet>", "") + (
        '<row r="20"><c r="H20" t="inlineStr"><is><t>Activity</t></is></c>'
        '<c r="I20" t="inlineStr"><is><t>Status</t></is></c></row>'
        '<row r="21"><c r="H21" t="inlineStr"><is><t>Far away</t></is></c>'
        '<c r="I21" t="inlineStr"><is><t>planned</t></is></c></row></sheetData>'
        "</worksheet>"
    )
    apart = report(sheet=side.encode())
    yield _hostile("second-table-aside", "a table far off", 0, apart, "activities: 3")
    many = workbook(
        *(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(50, 88))
    )
    without = report(workbook=many)
    yield _hostile(
        "sheets-not-stored", "38 sheets that are not there", 1, without, "XL104"
    )


def _wide() -> Iterator[Hostile]:
    head = "".join(_cell(column, 5, f"Heading {column}") for column in range(5, 5_000))
    below = "".join(_cell(column, 6, "x") for column in range(5, 5_000))
    whole = rows((*LINES[:5], LINES[5]))
    whole = whole.replace("</row>", "\0</row>")
    pieces = whole.split("\0")
    pieces[-3] += head
    pieces[-2] += below
    inside = "".join(pieces)
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'
    yield Hostile(
        "layout/5000-columns",
        "a table of 5,000 columns",
        "report.xlsx",
        lambda: report(sheet=xml.encode()),
        0,
        ("activities: 1", "ALM111"),
    )
    alternating = tuple(
        line
        for n in range(300)
        for line in (HEADINGS, ("1", f"Title {n}", "VN", "planned"))
    )
    yield _hostile(
        "300-tables",
        "a table for each row",
        1,
        table(*LINES[:4], *alternating),
        "activities: 300",
    )
    deep = table(*[()] * 20, *LINES)
    yield _hostile("far-down", "rows of nothing above", 0, deep, READ)
    numbers = table(*LINES[:5], *[(str(n), f"T{n}", "VN", "") for n in range(3_000)])
    yield _hostile("3000-rows", "a long table", 0, numbers, "activities: 3000")
    alike = table(*LINES[:5], *[(str(n), "Job fairs", "VN", "") for n in range(3_000)])
    yield _hostile("3000-alike", "rows that are all the same", 0, alike, "ALM302")
    unknown = table(
        *LINES[:5], *[(str(n), f"T{n}", f"Nowhere {n}", "soon") for n in range(2_000)]
    )
    yield _hostile("all-wrong", "2,000 rows, each with faults", 1, unknown, "ALM201")


def _cell(column: int, row: int, text: str) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f'<c r="{letters}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
