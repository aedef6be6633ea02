"""The count that checks the reading: apart from it, cheap, and without false alarms."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from almwp_excel.filledcells import CellEnds, count_filled_cells
from almwp_excel.package import Package
from almwp_excel.preflight import open_package
from almwp_excel.sharedstrings import read_shared_strings
from almwp_excel.sheetrules import CELLS_MISSED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.intake.cells import Book
from almwp.intake.limits import Limits

ROOT = Path(__file__).parents[3]
BOOKS = sorted(
    path
    for folder in ("tests/corpus", "examples")
    for path in (ROOT / folder).rglob("*.xlsx")
    if path.read_bytes()[:2] == b"PK"
)
SCRAPS = st.lists(
    st.sampled_from(
        [
            *(b"</c>", b"</x:c>", b'"></c>', b'"></x:c>', b"<c>"),
            *(b"</v>", b":c", b">", b'"', b"<"),
        ]
    ),
    max_size=12,
)


def _ends_in(content: bytes) -> int:
    both = content.count(b"</c>") + content.count(b":c>")
    return both - content.count(b'"></c>')


@given(SCRAPS.map(b"".join), st.lists(st.integers(1, 6), max_size=20))
def test_ends_of_cells_are_counted_wherever_the_bytes_are_cut(
    content: bytes, cuts: list[int]
) -> None:
    ends, at = CellEnds(), 0
    for length in cuts:
        ends.take(content[at : at + length])
        at += length
    ends.take(content[at:])
    assert ends.count == _ends_in(content)


def _sheets_of(package: Package) -> list[str]:
    home = "xl/worksheets/"
    return [p for p in package.entries if p.startswith(home) and p.endswith(".xml")]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_both_counts_agree_with_what_is_read_of_a_real_workbook(
    path: Path, read: Callable[..., Book]
) -> None:
    book = read(path.read_bytes())
    package = open_package(path.read_bytes(), path.name, Limits())
    plain = met = 0
    for part in _sheets_of(package):
        plain += count_filled_cells(package, part)
        ends = CellEnds()
        for piece in package.chunks(part):
            ends.take(piece)
        met += ends.count
    cells = sum(len(row) for sheet in book.sheets for row in sheet.rows())
    texts = read_shared_strings(
        package, package.find("xl/sharedStrings.xml"), Limits()
    ).texts
    # The cheap count settles it, so that no real file is parsed once more.
    assert plain == met
    # A cell that names an empty text has a value and shows nothing.
    assert plain >= cells if "" in texts else plain == cells
    false_alarms = {"XL206", "XL207", "XL208", "XL209", "XL210"}
    assert not {finding.code for finding in book.findings} & false_alarms


KINDS = ("n", "str", "e", "b", "d", "unheard")
VALUES = ("1", "x", "&lt;c&gt;", "<![CDATA[</c>]]>", "&#65;")
FILLED = st.builds(
    '<c t="{}"><v>{}</v></c>'.format, st.sampled_from(KINDS), st.sampled_from(VALUES)
)
EMPTY = st.sampled_from(
    [
        *("<c/>", "<c></c>", "<c s='1'></c>", '<c s="1"></c>', "<c><v/></c>"),
        *("<c><v> </v></c>", "<c><f/></c >", "<!-- <c><v>1</v></c> -->"),
        "<c><extLst><ext>text</ext></extLst></c>",
    ]
)
FOREIGN = st.sampled_from(
    ['<q:c xmlns:q="urn:q"><q:v>1</q:v></q:c>', '<c xmlns="urn:q"><v>1</v></c>']
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(FILLED, st.just("filled"))
        | st.tuples(EMPTY, st.just("empty"))
        | st.tuples(FOREIGN, st.just("foreign")),
        max_size=8,
    )
)
def test_a_cell_is_read_or_the_difference_is_a_finding(
    make: Any, read: Callable[..., Book], made: list[tuple[str, str]]
) -> None:
    row = "".join(cell for cell, _ in made)
    book = read(make.book(f'<sheetData><row r="1">{row}</row></sheetData>'))
    kinds = [kind for _, kind in made]
    filled, foreign = kinds.count("filled"), kinds.count("foreign")
    assert sum(len(row) for row in book.sheets[0].rows()) == filled
    told = [f for f in book.findings if f.rule is CELLS_MISSED]
    expected = [{"filled": str(filled + foreign)}] if foreign else []
    assert [dict(finding.facts) for finding in told] == expected
    assert [finding.found for finding in told] == [str(filled)] * len(expected)
