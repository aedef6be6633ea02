"""Blocks of a report as tables, with the numbers behind them, for data formats."""

from collections.abc import Sequence
from fractions import Fraction

from almwp.drawing.plainly import table_of
from almwp.errors import Translate, in_english
from almwp.model.figures import AnyFigure, Bar, Figure, Flow
from almwp.model.report import Column, Table, TableCell


def figure_table(figure: AnyFigure, translate: Translate = in_english) -> Table:
    """Return a table that says what *figure* shows, with its numbers.

    Args:
        figure: A figure of any kind.
        translate: Gives the headings in the language of the report.
    """
    if isinstance(figure, Figure):
        return _bars_table(figure, translate)
    table = table_of(figure, translate)
    if not isinstance(figure, Flow):
        return table
    counts = [Fraction(stream.count) for stream in figure.streams]
    return _with_numbers(table, counts)


def _bars_table(figure: Figure, translate: Translate) -> Table:
    numbers = ("value", "low", "high")
    headings = (translate("Share"), translate("At least"), translate("At most"))
    return Table(
        caption=figure.caption,
        columns=(
            Column(heading="", share=4),
            Column(heading=translate("In words"), share=3),
            *(Column(heading=heading, is_number=True) for heading in headings),
        ),
        rows=[
            (
                TableCell(text=bar.label),
                TableCell(text=bar.text),
                *(_share(bar, name) for name in numbers),
            )
            for bar in figure.bars
        ],
        origins=figure.origins,
    )


def _share(bar: Bar, name: str) -> TableCell:
    value: Fraction | None = getattr(bar, name)
    if value is None:
        return TableCell(text="")
    return TableCell(text=f"{round(value * 100)} %", number=value)


def _with_numbers(table: Table, counts: Sequence[Fraction]) -> Table:
    """Return *table* with the numbers behind the texts of its last column."""
    *first, last = table.columns
    rows = [
        (*row[:-1], TableCell(text=row[-1].text, number=count))
        for row, count in zip(table.rows, counts, strict=True)
    ]
    return Table(
        caption=table.caption,
        columns=(*first, Column(heading=last.heading, is_number=True)),
        rows=rows,
        origins=table.origins,
    )
