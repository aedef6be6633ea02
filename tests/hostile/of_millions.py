"""Files within every limit that hold as many cells as the limits let in."""

import random
from collections.abc import Callable, Iterable, Iterator

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


def files() -> Iterator[Hostile]:
    """Give the files of the family ``millions``."""
    nothing_known = ("ALM102", "cells: ")
    yield _millions(
        "numbers",
        "5 million numbers on one sheet without a table",
        lambda: report(sheet=_sheet(_grid(5_000, 990, _number))),
        *nothing_known,
    )
    yield _millions(
        "sheets",
        "5 million numbers on fifty sheets",
        lambda: _on_sheets(50, lambda: _grid(100, 990, _number)),
        *nothing_known,
    )
    too_large = ("ALM100", "(limit table_cells)")
    yield _millions(
        "wide-table",
        "headings, and 5 million cells under them",
        lambda: _table(4_990, 990),
        *too_large,
        code=3,
    )
    yield _millions(
        "long-table",
        "headings, and 200,000 rows of 25 columns under them",
        lambda: _table(199_000, 25),
        *too_large,
        code=3,
    )
    yield _millions(
        "shared-texts",
        "5 million short texts, 20,000 of them different",
        lambda: report(
            sheet=_sheet(_grid(5_000, 990, _shared)), strings=_strings(_DIFFERENT)
        ),
        *nothing_known,
    )
    yield _millions(
        "inline-texts",
        "5 million short texts, each in its cell",
        lambda: _on_sheets(2, lambda: _grid(2_500, 990, _inline)),
        *nothing_known,
    )


def _millions(
    name: str, danger: str, content: Callable[[], bytes], *says: str, code: int = 1
) -> Hostile:
    return Hostile(f"millions/{name}", danger, "report.xlsx", content, code, says)


_chance = random.Random(9)


def _number(ref: str) -> str:
    return f'<c r="{ref}"><v>{_chance.randrange(9)}</v></c>'


def _shared(ref: str) -> str:
    return f'<c r="{ref}" t="s"><v>{_chance.randrange(_DIFFERENT)}</v></c>'


def _inline(ref: str) -> str:
    text = f"w{_chance.randrange(1_000)}"
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


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
