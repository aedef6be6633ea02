"""Sheets that lie about themselves, or hold what no sheet can hold."""

from collections.abc import Iterator
from functools import partial

from tests.hostile.hostile import Hostile
from tests.hostile.sound import MAIN, READ, report, sheet, text_cell, workbook

NO_PLACE = "where it cannot stand"
TWO_CONTENTS = "two contents for the cell"
FAR = "XFD1048576"


def files() -> Iterator[Hostile]:
    """Give the files of the family ``sheet``."""
    yield from _extents()
    yield from _addresses()
    yield from _references()
    yield from _merges()
    yield from _tabs()


def _hostile(name: str, danger: str, code: int, xml: bytes, *says: str) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(
        f"sheet/{name}", danger, "report.xlsx", lambda: report(sheet=xml), code, said
    )


def _row(number: int | str, inside: str) -> str:
    return f'<row r="{number}">{inside}</row>'


def _value(ref: str, value: str, more: str = "") -> str:
    return f'<c r="{ref}"{more}><v>{value}</v></c>'


def _extents() -> Iterator[Hostile]:
    for name, danger, claim in (
        ("one-cell", "readers that believe it drop every row", "A1"),
        ("all", "readers that believe it fill the memory", f"A1:{FAR}"),
        ("beyond", "an extent that no sheet has", "A1:ZZZ99999999"),
        ("backwards", "it ends before it begins", "D7:A1"),
        ("nonsense", "no address", "../../x"),
        ("empty", "nothing", ""),
    ):
        head = f'<dimension ref="{claim}"/>'
        yield _hostile(f"dimension-{name}", danger, 0, sheet(head=head), READ)
    last = _row(1_048_576, _value(FAR, "1"))
    yield _hostile(
        "two-corners",
        "calamine ends the process over it",
        0,
        sheet(last),
        READ,
        "ALM117",
    )
    phantom = "".join(f'<row r="{n}" ht="15"/>' for n in range(10, 1_048_577))
    yield _hostile("a-million-phantom-rows", "rows of nothing", 0, sheet(phantom), READ)
    wide = "".join(f'<col min="{n}" max="16384"/>' for n in range(1, 16_400))
    head = f"<cols>{wide}</cols>"
    overload = "built so as to overload"
    yield _hostile("columns", "more than there are", 3, sheet(head=head), overload)


def _addresses() -> Iterator[Hostile]:
    cell = text_cell
    for name, danger, inside in (
        ("row-beyond", "below the last row", _row(1_048_577, "")),
        ("row-zero", "above the first row", _row(0, "")),
        ("row-negative", "above the first row", _row(-5, "")),
        ("row-huge", "a number without end", _row("9" * 5_000, "")),
        ("row-words", "no number", _row("nine", "")),
        ("column-beyond", "right of the last", _row(9, cell("XFE9", "x"))),
        ("column-huge", "letters without end", _row(9, cell("A" * 5_000 + "9", "x"))),
        ("cell-zero", "above the first row", _row(9, cell("A0", "x"))),
        ("cell-block", "a block for a cell", _row(9, cell("A9:B9", "x"))),
        ("cell-words", "no address", _row(9, cell("here", "x"))),
        ("cell-of-other-row", "two rows for one cell", _row(9, cell("A12", "x"))),
        ("cell-without-row", "in no row", "</sheetData><c><v>1</v></c><sheetData>"),
        ("too-wide", "more cells than columns", _row(9, "<c/>" * 16_385)),
    ):
        code = 0 if name == "cell-without-row" else 3
        says = READ if code == 0 else NO_PLACE
        yield _hostile(f"address-{name}", danger, code, sheet(inside), says)
    for name, danger, inside in (
        ("same-cell", "which is meant?", _row(9, cell("B9", "x") + cell("B9", "y"))),
        ("same-row", "which is meant?", _row(6, cell("B6", "another title"))),
    ):
        yield _hostile(f"twice-{name}", danger, 3, sheet(inside), TWO_CONTENTS)
    jumbled = _row(12, cell("B12", "Last")) + _row(8, cell("B8", "First"))
    said = ("activities: 4", "XL203")
    yield _hostile("rows-out-of-order", "rows may be lost", 0, sheet(jumbled), *said)
    turned = _row(8, cell("D8", "ongoing") + cell("B8", "Title"))
    said = ("activities: 3", "XL203")
    yield _hostile("cells-out-of-order", "cells may be lost", 0, sheet(turned), *said)
    bare = sheet().replace(b' r="A5"', b"").replace(b' r="B5"', b"")
    yield _hostile("addresses-absent", "as the standard allows", 0, bare, READ)


def _references() -> Iterator[Hostile]:
    for name, danger, index in (
        ("beyond", "a text that is not there", "999"),
        ("negative", "a text from the end", "-1"),
        ("huge", "a number without end", "9" * 5_000),
        ("words", "no number", "first"),
        ("half", "between two texts", "0.5"),
    ):
        inside = _row(9, _value("B9", index, ' t="s"'))
        yield _hostile(f"string-{name}", danger, 1, sheet(inside), READ, "XL201")
    for name, danger, style in (
        ("beyond", "a look that is not there", "9999"),
        ("negative", "a look from the end", "-1"),
        ("huge", "a number without end", "9" * 5_000),
        ("words", "no number", "bold"),
    ):
        inside = _row(9, _value("F9", "1", f' s="{style}"'))
        yield _hostile(f"style-{name}", danger, 0, sheet(inside), READ, "XL204")
    for name, danger, kind, value in (
        ("number", "words for a number", "n", "many"),
        ("boolean", "neither true nor false", "b", "perhaps"),
        ("unknown", "a kind that nobody knows", "zzz", "1"),
    ):
        inside = _row(9, _value("F9", value, f' t="{kind}"'))
        yield _hostile(f"kind-{name}", danger, 0, sheet(inside), READ, "XL202")
    no_date = _row(9, _value("F9", "31 February", ' t="d"'))
    yield _hostile("kind-date", "no date", 0, sheet(no_date), READ, "XL212")


def _merges() -> Iterator[Hostile]:
    for name, danger, code, refs, says in (
        ("nonsense", "no address", 0, ("x:y", ""), "XL205"),
        ("beyond", "beyond the sheet", 0, ("A1:XFE9",), "XL205"),
        ("overlapping", "one cell in two blocks", 0, ("F9:G10", "G10:H11"), "XL106"),
        ("of-the-report", "every cell in one block", 0, (f"A1:{FAR}",), "ALM165"),
        ("below", "a block of a million rows", 0, (f"A9:{FAR}",), READ),
    ):
        every = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
        tail = f"<mergeCells>{every}</mergeCells>"
        yield _hostile(f"merge-{name}", danger, code, sheet(tail=tail), says)


def _tabs() -> Iterator[Hostile]:
    one = '<sheet name="{}" sheetId="1" r:id="rId1"{}/>'
    for name, danger, code, tab, says in (
        ("nameless", "no name", 3, one.format("", ""), "damaged"),
        ("very-hidden", "nobody sees it", 1, _hidden(one), "ALM108"),
        ("long-name", "a name of 5,000 letters", 0, one.format("x" * 5_000, ""), READ),
        ("name-with-line", "two lines", 0, one.format("a&#10;b.xlsx!B1", ""), READ),
        ("name-turned", "read backwards", 0, one.format("&#x202E;fdp.xslx", ""), READ),
        ("name-of-path", "a path", 0, one.format("../../x", ""), READ),
        (
            "name-of-braces",
            "a place to fill in",
            0,
            one.format("{0.__class__}", ""),
            READ,
        ),
    ):
        yield Hostile(
            f"sheet/tab-{name}",
            danger,
            "report.xlsx",
            partial(report, workbook=workbook(tab)),
            code,
            (says,),
            never=("\x1b", "\u202e"),
        )
    same = one.format("Report", "") + one.format("REPORT", "")
    both = "two sheets of the workbook have the name"
    yield Hostile(
        "sheet/tab-twice",
        "findings could not say where",
        "report.xlsx",
        lambda: report(workbook=workbook(same)),
        3,
        ("ALM100", both),
    )
    shared = one.format("Report", "") + one.format("Another", "")
    yield Hostile(
        "sheet/tabs-of-one-part",
        "each activity is there twice",
        "report.xlsx",
        lambda: report(workbook=workbook(shared)),
        0,
        ("XL211", "activities: 4"),
    )
    chart = f'<chartsheet xmlns="{MAIN}"/>'.encode()
    yield _hostile("chart-alone", "no cells", 1, chart, "ALM101")


def _hidden(one: str) -> str:
    return one.format("Report", ' state="veryHidden"')
