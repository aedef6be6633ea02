"""Files within every limit that hold as many cells as the limits let in."""

import random
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, count

from almwp.intake.cells import column_letters
from tests.hostile.hostile import Hostile
from tests.hostile.sound import (
    HEADINGS,
    LINES,
    MAIN,
    link,
    links,
    report,
    text_cell,
    workbook,
)

_Cell = Callable[[str], str]
_DIFFERENT = 20_000
_FILLED = 1_790_000
_TEXTS = 490_000
_HEADINGS = 4_900
_TOO_FILLED = ("ALM100", "(limit filled_cells)")


def files() -> Iterator[Hostile]:
    """Give the files of the family ``millions``."""
    yield from _of_too_many()
    yield from _of_as_many_as_may_be()
    yield from _of_texts()


def _of_too_many() -> Iterator[Hostile]:
    """Give files that one of the limits on what cells hold refuses."""
    yield _millions(
        "too-many-numbers",
        "3 million numbers on one sheet without a table",
        lambda: report(sheet=_sheet(_grid(3_000, 990, _number))),
        *_TOO_FILLED,
        code=3,
    )
    yield _millions(
        "wide-table",
        "headings, and 3 million cells under them",
        lambda: _table(3_000, 990),
        *_TOO_FILLED,
        code=3,
    )
    yield _millions(
        "rows",
        "6 million rows without a cell, on six sheets",
        lambda: _on_sheets(6, lambda: map(_bare_row, range(1, 1_048_577))),
        "ALM100",
        "(limit cells)",
        code=3,
    )
    yield _millions(
        "too-many-texts",
        "1.8 million different texts, each in its cell",
        lambda: report(sheet=_sheet(_grid(1_800, 990, _numbered("w{}")))),
        "ALM100",
        "(limit texts)",
        code=3,
    )
    yield _millions(
        "too-many-headings",
        "20,000 texts that begin like headings with a day",
        partial(_texts_among_numbers, 20_000, "Status as of 2024 {}"),
        "ALM100",
        "(limit headings)",
        code=3,
    )


def _of_as_many_as_may_be() -> Iterator[Hostile]:
    """Give files of as many filled cells as may be, however they stand."""
    yield _millions(
        "numbers",
        "1.8 million numbers on one sheet without a table",
        lambda: report(sheet=_sheet(_grid(_FILLED // 990, 990, _number))),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "on-sheets",
        "1.8 million numbers on eighteen sheets",
        lambda: _on_sheets(18, lambda: _grid(100, 990, _number)),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "chequered",
        "1.8 million numbers, none of which stands below or beside another",
        lambda: report(sheet=_sheet(_chequered(_FILLED // 495, 990))),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "one-column",
        "1.8 million rows of one number",
        lambda: _on_sheets(2, lambda: _grid(_FILLED // 2, 1, _number)),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "long-numbers",
        "1.8 million numbers of sixteen digits, all of them different",
        lambda: report(sheet=_sheet(_grid(_FILLED // 990, 990, _long_number))),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "formulas",
        "1.8 million formulas, all of them different",
        lambda: report(sheet=_sheet(_grid(_FILLED // 990, 990, _formula))),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "blanks",
        "1.8 million cells that hold a space",
        lambda: report(sheet=_sheet(_grid(_FILLED // 990, 990, _blank))),
        "ALM101",
        "cells: ",
    )
    yield _millions(
        "bare-rows",
        "4.5 million rows without a cell, on twelve sheets",
        lambda: _on_sheets(12, lambda: map(_bare_row, range(1, 375_001))),
        "ALM101",
        "cells: 0",
    )
    yield _millions(
        "oddly-written",
        "1.8 million cells that are not written as Excel writes them",
        lambda: report(sheet=_sheet(_grid(_FILLED // 990, 990, _odd_number))),
        *_NOTHING_KNOWN,
    )


def _of_texts() -> Iterator[Hostile]:
    """Give files of as many texts as may be, and some that look like headings."""
    yield _millions(
        "shared-texts",
        "1.8 million short texts, 20,000 of them different",
        lambda: report(
            sheet=_sheet(_grid(_FILLED // 990, 990, _shared)),
            strings=_strings(_DIFFERENT),
        ),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "two-fonts",
        "1.8 million shared texts, each in letters of two kinds",
        lambda: report(sheet=_sheet(_grid(1, 1, _shared)), strings=_in_two_fonts()),
        "ALM100",
        "(limit texts)",
        code=3,
    )
    yield _millions(
        "words-and-numbers",
        "490,000 different texts among 1.3 million numbers",
        partial(_texts_among_numbers, _TEXTS, "Ho\u1ea1t \u0111\u1ed9ng {} m\u1edbi"),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "parts-and-numbers",
        "490,000 different texts of several parts among 1.3 million numbers",
        partial(_texts_among_numbers, _TEXTS, "Training {} (x) / Work {}"),
        *_NOTHING_KNOWN,
    )
    yield _millions(
        "dated-headings",
        "4,900 texts that begin like headings with a day, among 1.8 million numbers",
        partial(_texts_among_numbers, _HEADINGS, "Progress as of 30 June 2024 {}"),
        "cells: ",
    )
    yield _millions(
        "bilingual-headings",
        "4,900 texts that are headings in two languages, among 1.8 million numbers",
        partial(_texts_among_numbers, _HEADINGS, "{} / Activity / b (x)"),
        "cells: ",
    )


def _millions(
    name: str, danger: str, content: Callable[[], bytes], *says: str, code: int = 1
) -> Hostile:
    return Hostile(f"millions/{name}", danger, "report.xlsx", content, code, says)


_chance = random.Random(9)


_NOTHING_KNOWN = ("ALM102", "cells: ")


def _number(ref: str) -> str:
    return f'<c r="{ref}"><v>{_chance.randrange(9)}</v></c>'


def _shared(ref: str) -> str:
    return f'<c r="{ref}" t="s"><v>{_chance.randrange(_DIFFERENT)}</v></c>'


def _long_number(ref: str) -> str:
    return f'<c r="{ref}"><v>{_chance.random():.16f}</v></c>'


def _formula(ref: str) -> str:
    return f'<c r="{ref}"><f>{ref}+1</f><v>1</v></c>'


def _blank(ref: str) -> str:
    return f'<c r="{ref}" t="str"><v> </v></c>'


def _odd_number(ref: str) -> str:
    return f'<c r="{ref}" ><v>1</v></c>'


def _numbered(written: str) -> _Cell:
    """Return what writes a text with a number of its own into each cell."""
    numbers = count()

    def cell(ref: str) -> str:
        text = written.format(*[next(numbers)] * written.count("{}"))
        return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'

    return cell


def _texts_among_numbers(texts: int, written: str) -> bytes:
    """Return a sheet of as many cells as may be, of which so many are texts."""
    tall = texts // 300
    upper = _grid(tall, 300, _numbered(written))
    lower = _grid((_FILLED - texts) // 990, 990, _number, first=tall + 1)
    return report(sheet=_sheet(chain(upper, lower)))


def _chequered(height: int, width: int) -> Iterator[str]:
    letters = [column_letters(column) for column in range(1, width + 1)]
    for row in range(1, height + 1):
        cells = "".join([_number(f"{each}{row}") for each in letters[row % 2 :: 2]])
        yield f'<row r="{row}">{cells}</row>'


def _bare_row(row: int) -> str:
    return f'<row r="{row}"/>'


def _grid(height: int, width: int, cell: _Cell, first: int = 1) -> Iterator[str]:
    letters = [column_letters(column) for column in range(1, width + 1)]
    for row in range(first, first + height):
        cells = "".join([cell(f"{each}{row}") for each in letters])
        yield f'<row r="{row}">{cells}</row>'


def _sheet(written: Iterable[str]) -> bytes:
    data = "".join(written)
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'.encode()
    )


def _strings(count: int) -> bytes:
    every = "".join(f"<si><t>w{n:x}</t></si>" for n in range(count))
    return f'<sst xmlns="{MAIN}">{every}</sst>'.encode()


def _in_two_fonts() -> bytes:
    runs = (f"<si><r><t>w{n}</t></r><r><t>x</t></r></si>" for n in range(_FILLED))
    return f'<sst xmlns="{MAIN}">{"".join(runs)}</sst>'.encode()


def _on_sheets(count: int, written: Callable[[], Iterable[str]]) -> bytes:
    """Return a workbook of so many sheets, each of rows that are written for it."""
    every = range(1, count + 1)
    named = [f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in every]
    linked = [link(n, "worksheet", f"worksheets/sheet{n}.xml") for n in every]
    more = {f"xl/worksheets/sheet{n}.xml": _sheet(written()) for n in every}
    return report(more, workbook=workbook(*named), links=links(*linked))


def _table(height: int, width: int) -> bytes:
    """Return a report of *height* activities under *width* headings."""
    above = (*LINES[:4], (*HEADINGS, *(f"Own {n}" for n in range(5, width + 1))))
    letters = [column_letters(column) for column in range(1, width + 1)]
    made = []
    for row, line in enumerate(above, start=1):
        cells = [
            text_cell(f"{a}{row}", t) for a, t in zip(letters, line, strict=False) if t
        ]
        made.append(f'<row r="{row}">{"".join(cells)}</row>')
    for row in range(len(above) + 1, len(above) + 1 + height):
        first = (str(row), f"Job fair {row}", "VN", "ongoing")
        texts = zip(letters[:4], first, strict=True)
        cells = [text_cell(f"{a}{row}", t) for a, t in texts]
        cells += [_number(f"{a}{row}") for a in letters[4:]]
        made.append(f'<row r="{row}">{"".join(cells)}</row>')
    return report(sheet=_sheet(made))
