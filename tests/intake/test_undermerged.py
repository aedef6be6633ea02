"""Cells under merged ones are counted and said, once for each sheet."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Book, Cell, CellKind, Merge, Sheet, Visibility
from almwp.intake.grid import build_grids
from almwp.intake.mergedblocks import without_overlaps
from almwp.intake.undermerged import find_under_merged

PLACES = st.sets(st.tuples(st.integers(1, 12), st.integers(1, 8)), max_size=40)
BLOCKS = st.lists(
    st.tuples(
        st.integers(1, 12), st.integers(1, 8), st.integers(0, 5), st.integers(0, 5)
    )
)


def sheet(places: set[tuple[int, int]], merges: list[Merge]) -> Sheet:
    rows = {
        row: tuple(
            Cell(row=row, column=column, kind=CellKind.TEXT, text="x")
            for r, column in sorted(places)
            if r == row
        )
        for row in sorted({row for row, _ in places})
    }
    return Sheet(name="S", merges=merges, read_rows=lambda: iter(rows.values()))


@given(PLACES, BLOCKS)
def test_every_cell_under_a_block_but_its_first_is_counted(
    places: set[tuple[int, int]], blocks: list[tuple[int, int, int, int]]
) -> None:
    merges = without_overlaps(
        Merge(top=t, left=c, bottom=t + h, right=c + w) for t, c, h, w in blocks
    )
    covered = [
        (row, column)
        for row, column in sorted(places)
        for m in merges
        if m.holds(row, column) and (row, column) != (m.top, m.left)
    ]
    made = sheet(places, list(merges))
    found = find_under_merged(build_grids(Book(sheets=[made])), "a.xlsx")
    assert [f.message() for f in found] == [
        f.message() for f in found if f.message().startswith(f"{len(covered)} filled")
    ]
    assert len(found) == bool(covered)
    if found:
        row, column = covered[0]
        cell = Cell(row=row, column=column, kind=CellKind.TEXT, text="x")
        assert found[0].at.cell == cell.ref


def test_a_block_over_a_whole_report_is_named() -> None:
    whole = Merge(top=1, left=1, bottom=1_048_576, right=16_384)
    made = sheet({(1, 1), (2, 1), (2, 2)}, [whole])
    (finding,) = find_under_merged(build_grids(Book(sheets=[made])), "a.xlsx")
    assert (finding.code, str(finding.at)) == ("ALM165", "a.xlsx!S!A2")
    assert "2 filled cells lie under merged cells, here under A1:XFD1048576" in (
        finding.message()
    )


def test_of_a_hidden_sheet_nothing_is_said() -> None:
    made = sheet({(1, 1), (1, 2)}, [Merge(top=1, left=1, bottom=1, right=2)])
    hidden = evolve(made, visibility=Visibility.HIDDEN)
    assert find_under_merged(build_grids(Book(sheets=[hidden])), "a.xlsx") == []
