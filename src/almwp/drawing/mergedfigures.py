"""A table or a figure in two languages: one of them, with the words of both."""

from collections.abc import Hashable, Iterator, Sequence

from attrs import evolve

from almwp.drawing.aligning import aligned
from almwp.drawing.joining import joined, joined_lines
from almwp.model.figures import (
    AnyFigure,
    Figure,
    Flow,
    Grid,
    PathPoint,
    TargetPath,
    Timeline,
)
from almwp.model.report import Table, TableCell
from almwp.model.source import Origin

Row = tuple[TableCell, ...]


def merged_table(one: Table, two: Table, missing: tuple[str, str]) -> Table:
    """Return one table with the texts of two that have as many columns.

    Args:
        one: The table in the first language.
        two: The table in the second.
        missing: What says that there is no text in the first language, and in the
            second.
    """
    columns = [
        evolve(column, heading=joined(column.heading, other.heading))
        for column, other in zip(one.columns, two.columns, strict=True)
    ]
    return Table(
        caption=joined(one.caption, two.caption),
        columns=columns,
        rows=tuple(_rows(one, two, missing)),
        totals=max(one.totals, two.totals),
        origins=both_origins(one.origins, two.origins),
    )


def both_origins(
    one: tuple[Origin, ...], two: tuple[Origin, ...]
) -> tuple[Origin, ...]:
    """Return the origins of both, each once."""
    return tuple(dict.fromkeys((*one, *two)))


def _rows(one: Table, two: Table, missing: tuple[str, str]) -> Iterator[Row]:
    first: Sequence[Hashable]
    second: Sequence[Hashable]
    if len(one.rows) == len(two.rows):
        first, second = ([_key(row) for row in table.rows] for table in (one, two))
    else:  # without the texts that are the same nothing would tell them apart
        shared = {c.text for row in one.rows for c in row}
        shared &= {c.text for row in two.rows for c in row}
        first, second = (
            [(_key(row), _shared(row, shared)) for row in table.rows]
            for table in (one, two)
        )
    for left, right in aligned(first, second, kind=len):  # any row is like any other
        if left is not None and right is not None:
            pairs = zip(one.rows[left], two.rows[right], strict=True)
            yield tuple(_cell(*pair) for pair in pairs)
        elif left is not None:
            yield _lone(one.rows[left], missing[1], is_first=True)
        elif right is not None:
            yield _lone(two.rows[right], missing[0], is_first=False)


def _key(row: Row) -> tuple[object, ...]:
    return tuple((cell.origins, cell.number) for cell in row)


def _shared(row: Row, shared: set[str]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row if cell.text in shared)


def _cell(one: TableCell, two: TableCell) -> TableCell:
    return TableCell(
        text=joined_lines(one.text, two.text),
        number=two.number if one.number is None else one.number,
        order=one.order or two.order,
        origins=both_origins(one.origins, two.origins),
    )


def _lone(row: Row, missing: str, *, is_first: bool) -> Row:
    """Return a row that one language has alone; its first text says so."""
    place = next((n for n, cell in enumerate(row) if cell.text), 0)
    parts = (row[place].text, missing) if is_first else (missing, row[place].text)
    text = "\n".join(part for part in parts if part)
    return (*row[:place], evolve(row[place], text=text), *row[place + 1 :])


def merged_figure(one: AnyFigure, two: AnyFigure) -> AnyFigure | None:
    """Return one figure with the words of two, or None where they show other things."""
    bare = evolve(one, caption="", alternative="", origins=())
    other = evolve(two, caption="", alternative="", origins=())
    merged = _merged(bare, other)
    if merged is None:
        return None
    return evolve(
        merged,
        caption=joined(one.caption, two.caption),
        alternative=joined_lines(one.alternative, two.alternative),
        origins=both_origins(one.origins, two.origins),
    )


def _merged(one: AnyFigure, two: AnyFigure) -> AnyFigure | None:
    match one, two:
        case Figure(), Figure() if _alike(
            [(b.value, b.low, b.high) for b in one.bars],
            [(b.value, b.low, b.high) for b in two.bars],
        ):
            bars = [
                evolve(b, label=joined(b.label, o.label), text=joined(b.text, o.text))
                for b, o in zip(one.bars, two.bars, strict=True)
            ]
            return evolve(one, bars=bars)
        case Timeline(), Timeline() if one.as_of == two.as_of and _alike(
            [(s.start, s.end, s.standing) for s in one.stretches],
            [(s.start, s.end, s.standing) for s in two.stretches],
        ):
            stretches = [
                evolve(s, label=joined(s.label, o.label), text=joined(s.text, o.text))
                for s, o in zip(one.stretches, two.stretches, strict=True)
            ]
            return evolve(one, stretches=stretches)
        case Grid(), Grid():
            return _merged_grid(one, two)
        case TargetPath(), TargetPath() if _alike(
            _values(one.path, one.readings), _values(two.path, two.readings)
        ):
            return evolve(
                one,
                unit=joined(one.unit, two.unit),
                path=_points(one.path, two.path),
                readings=_points(one.readings, two.readings),
            )
        case Flow(), Flow() if _alike(
            [s.count for s in one.streams], [s.count for s in two.streams]
        ):
            streams = [
                evolve(s, source=joined(s.source, o.source), to=joined(s.to, o.to))
                for s, o in zip(one.streams, two.streams, strict=True)
            ]
            before = joined(one.before, two.before)
            after = joined(one.after, two.after)
            return evolve(one, before=before, after=after, streams=streams)
        case _:  # another kind of figure, or other numbers
            return None


def _merged_grid(one: Grid, two: Grid) -> Grid | None:
    depths = [
        [[square.depth for square in row.squares] for row in grid.rows]
        for grid in (one, two)
    ]
    if depths[0] != depths[1] or len(one.columns) != len(two.columns):
        return None
    rows = [
        evolve(
            row,
            label=joined(row.label, other.label),
            squares=[
                evolve(s, text=joined(s.text, o.text))
                for s, o in zip(row.squares, other.squares, strict=True)
            ],
        )
        for row, other in zip(one.rows, two.rows, strict=True)
    ]
    columns = [joined(c, o) for c, o in zip(one.columns, two.columns, strict=True)]
    return evolve(one, columns=columns, rows=rows)


def _alike(one: object, two: object) -> bool:
    return one == two


def _values(*points: tuple[PathPoint, ...]) -> list[list[object]]:
    return [[(point.when, point.value) for point in each] for each in points]


def _points(
    one: tuple[PathPoint, ...], two: tuple[PathPoint, ...]
) -> tuple[PathPoint, ...]:
    return tuple(
        evolve(point, text=joined(point.text, other.text))
        for point, other in zip(one, two, strict=True)
    )
