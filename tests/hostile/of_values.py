"""Values at the edges of what a cell can hold, and beyond; and text that misleads."""

from collections.abc import Iterator
from functools import partial
from html import escape

from tests.hostile.hostile import Hostile
from tests.hostile.sound import HEADINGS, LINES, MAIN, READ, report, rows, text_cell

_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="9"/><xf numFmtId="46"/></cellXfs></styleSheet>'
).encode()
_DATE, _PERCENT, _HOURS = ' s="1"', ' s="2"', ' s="3"'


def files() -> Iterator[Hostile]:
    """Give the files of the families ``value`` and ``text``."""
    yield from _numbers()
    yield from _dates()
    yield from _texts()


def _sheet(heading: str, cell: str, more: str = "") -> bytes:
    """Return a report of which row 6 has *cell* under a fifth heading."""
    head = (*HEADINGS, heading)
    above = rows((*LINES[:4], head))
    row = "".join(
        text_cell(f"{letter}6", text)
        for letter, text in zip("ABCD", LINES[5], strict=True)
    )
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData>{above}<row r="6">{row}{cell}</row>'
        f"{more}</sheetData></worksheet>"
    ).encode()


def _value(
    name: str, danger: str, heading: str, cell: str, code: int, *says: str
) -> Hostile:
    return Hostile(
        f"value/{name}",
        danger,
        "report.xlsx",
        lambda: report(sheet=_sheet(heading, cell), styles=_STYLES),
        code,
        ("activities: 1", *says),
    )


def _number(value: str, look: str = "") -> str:
    return f'<c r="E6"{look}><v>{value}</v></c>'


def _numbers() -> Iterator[Hostile]:
    for name, danger, number, code in (
        ("beyond-float", "more than a computer counts", "1E400", 1),
        ("vast-exponent", "a number of a billion digits", "1E999999999", 1),
        ("no-number", "a number that is none", "NaN", 1),
        ("infinite", "without end", "INF", 1),
        ("digits", "a number of 100,000 digits", "9" * 100_000, 1),
        ("fraction-digits", "a fraction of 100,000 digits", "0." + "3" * 100_000, 1),
        ("minus", "less than none", "-1", 1),
        ("hexadecimal", "digits of a program", "0x7f", 1),
        ("underscores", "digits of a program", "1_0", 1),
        ("other-digits", "digits of another script", "٣٤", 0),
    ):
        cell = _number(number)
        yield _value(f"percent-{name}", danger, "Percent completed", cell, code, "E6")
    for name, danger, number in (
        ("tiny", "a part in a billion digits", "1E-999999999"),
        ("minus-nothing", "less than none, and none", "-0"),
    ):
        yield _value(f"percent-{name}", danger, "Percent completed", _number(number), 0)
    for name, shown in (
        ("reference", "#REF!"),
        ("spill", "#SPILL!"),
        ("missing", "#N/A"),
        ("unknown", "#NOBODY-KNOWS!"),
    ):
        cell = f'<c r="E6" t="e"><v>{shown}</v></c>'
        says = ("E6", "ALM212")
        yield _value(f"error-{name}", "a formula failed", "Budget", cell, 1, *says)
    money = text_cell("E6", "USD 1E999999999")
    yield _value("budget-vast", "a number of a billion digits", "Budget", money, 0)
    money = text_cell("E6", "USD " + "9" * 50_000)
    yield _value("budget-digits", "a number of 50,000 digits", "Budget", money, 0)


def _dates() -> Iterator[Hostile]:
    for name, danger, number, code in (
        ("far", "beyond the year 9999", "2958466", 1),
        ("vast", "a billion days", "1E9", 1),
        ("vaster", "a day of a billion digits", "1E999999999", 1),
        ("minus", "before all days", "-1", 1),
        ("minus-vast", "before all days", "-1E300", 1),
        ("29-february-1900", "a day that never was", "60", 1),
    ):
        cell = _number(number, _DATE)
        yield _value(f"date-{name}", danger, "Status as of", cell, code, "E6")
        said = ("E6", "ALM209")
        yield _value(f"frame-{name}", danger, "Time frame", cell, 0, *said)
    cell = _number("-0.5", _HOURS)
    yield _value("time-minus", "less than no time", "Status as of", cell, 1, "E6")
    for name, danger, text in (
        ("30-february", "no such day", "2024-02-30"),
        ("year-0", "no such year", "0000-01-01"),
        ("year-99999", "no such year", "99999-01-01"),
        ("month-13", "no such month", "2024-13-01"),
        ("long", "10,000 days", "2024-01-01, " * 2_500),
        ("ranges", "many ways to read it", "1-2-3-4-5-6-7-8-9/" * 500),
    ):
        cell = text_cell("E6", text)
        yield _value(f"words-{name}", danger, "Status as of", cell, 1, "E6")
        said = ("E6", "ALM209")
        yield _value(f"frame-words-{name}", danger, "Time frame", cell, 0, *said)


def _texts() -> Iterator[Hostile]:
    longest = "Fairs " * 5_461 + "x"
    for name, danger, text in (
        ("longest", "all that Excel holds: 32,767 letters", longest),
        ("longer", "more than Excel holds", longest * 4),
        ("one-word", "a word of 32,767 letters", "x" * 32_767),
        ("marks", "a letter under 10,000 marks", "a" + "\u0301" * 10_000),
        ("turned", "read backwards", "\u202eriaf boj\u2066"),
        ("invisible", "nothing to see", "Job\u200b\u200c\u200d\u2060\ufeff fairs"),
        ("decomposed", "letters in pieces", "Ho\u0323\u0302i cho\u031b\u0323"),
        ("private", "letters of nobody", "Job \ue000\U000f0000 fairs"),
        ("no-letters", "places that hold no letter", "Job \ufffd\ufdd0 fairs"),
        ("tags", "words that nobody sees", "Job\U000e0041\U000e0042 fairs"),
        ("returns", "lines that hide a line", "Job\rfairs\x85end\u2028end"),
        ("separators", "the separators of every list", "a;b,c|d\te/f\\g"),
        ("braces", "places to fill in", "{0.__class__} {value!r} %s %(x)d $HOME"),
        ("markup", "a program for a page", "<script>alert(1)</script><b>"),
        ("commands", "orders to a shell", "$(rm -rf x); `id` && echo | cat"),
        ("orders", "orders to a terminal", "Job _x001B_[2J_x001B_]0;x_x0007_ fairs"),
        ("half-letter", "half a letter", "Job _xD800_ fairs"),
        ("both-halves", "a letter in two halves", "Job _xD83D__xDE00_ fairs"),
        ("nul-escaped", "a zero", "Job _x0000_ fairs"),
        ("escape-escaped", "an escape of an escape", "Job _x005F_x0041_ fairs"),
        ("formula", "a formula as text", '=HYPERLINK("http://127.0.0.1:9","x")'),
        ("query", "a program's start", "=cmd|' /C calc'!A0"),
    ):
        title = (
            f'<c r="B7" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t>'
        )
        more = f'<row r="7">{title}</is></c></row>'
        yield Hostile(
            f"text/{name}",
            danger,
            "report.xlsx",
            partial(report, sheet=_sheet("Place", "", more)),
            0,
            (READ,),
            never=("\x1b", "\u202e", "\x07", "\r", "\x85", "\u2028"),
        )
