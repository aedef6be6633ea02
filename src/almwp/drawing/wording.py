"""The words of a figure: its description for those who do not see it."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from attrs import evolve

from almwp.drawing.plainly import table_of
from almwp.errors import Translate, in_english
from almwp.model.figures import AnyFigure, Bar, Figure, Flow, Grid, TargetPath, Timeline

_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold."""


def description(figure: AnyFigure, say: Translate = in_english) -> str:
    """Say in words all that *figure* shows: the alternative text of its picture.

    Its own alternative comes first, then each of its rows with all its labels.
    """
    told = figure.alternative
    lines = [told, *(row for row in _rows(figure, say) if row not in told)]
    return writable("\n".join(line for line in lines if line.strip()))


def name(figure: AnyFigure) -> str:
    """Return the caption of *figure* as a file can hold it."""
    return writable(figure.caption)


def writable(text: str) -> str:
    """Return *text* without the characters that no XML file may hold."""
    return _BARRED.sub("", text)


def _rows(figure: AnyFigure, say: Translate) -> Iterator[str]:
    if isinstance(figure, Figure):
        yield from (_bar(bar, say) for bar in figure.bars)
        return
    if isinstance(figure, TargetPath) and figure.unit:
        yield figure.unit
    table = table_of(figure, say)
    heads = [column.heading for column in table.columns]
    if not table.rows:
        yield "; ".join(head for head in heads if head)
    for row in table.rows:
        first, *rest = (cell.text for cell in row)
        if heads[0]:
            first = f"{heads[0]}: {first}"
        told = [f"{h}: {text}" for h, text in zip(heads[1:], rest, strict=True) if text]
        yield "; ".join([first, *told]) if first else "; ".join(told)
    # A member that leads nothing is in the picture too, so it is told.
    told_of = {n for row in table.rows for n, cell in enumerate(row) if cell.text}
    empty = [h for n, h in enumerate(heads) if h and n and n not in told_of]
    if table.rows and empty and isinstance(figure, Grid):
        yield f"{', '.join(empty)}: –"


def decimal_mark(say: Translate) -> str:
    """Return what parts a whole number from its decimals: as a half is written."""
    return say("0.5")[1:2] or "."


def _bar(bar: Bar, say: Translate) -> str:
    low, high = _share(bar.low, say), _share(bar.high, say)
    bounds = say("{low} to {high}").format(low=low, high=high)
    value = "" if bar.value is None else _share(bar.value, say)
    said = [value, f"({bounds})" if bar.low != bar.high else "", bar.text]
    told = " ".join(dict.fromkeys(piece for piece in said if piece))
    return f"{bar.label}: {told}" if bar.label else told


def _share(share: Fraction, say: Translate) -> str:
    written = f"{float(100 * share):.1f}".removesuffix(".0")
    return written.replace(".", decimal_mark(say)) + "%"


def with_texts(figure: AnyFigure, change: Callable[[str], str]) -> AnyFigure:
    """Return *figure* with every text that is drawn put through *change*."""
    caption = change(figure.caption)
    match figure:
        case Figure():
            bars = [
                evolve(b, label=change(b.label), text=change(b.text))
                for b in figure.bars
            ]
            return evolve(figure, caption=caption, bars=bars)
        case Timeline():
            stretches = [
                evolve(s, label=change(s.label), text=change(s.text))
                for s in figure.stretches
            ]
            return evolve(figure, caption=caption, stretches=stretches)
        case Grid():
            rows = [
                evolve(
                    row,
                    label=change(row.label),
                    squares=[evolve(s, text=change(s.text)) for s in row.squares],
                )
                for row in figure.rows
            ]
            columns = [change(column) for column in figure.columns]
            return evolve(figure, caption=caption, columns=columns, rows=rows)
        case TargetPath():
            path = [evolve(p, text=change(p.text)) for p in figure.path]
            readings = [evolve(p, text=change(p.text)) for p in figure.readings]
            unit = change(figure.unit)
            return evolve(
                figure, caption=caption, unit=unit, path=path, readings=readings
            )
        case Flow():
            streams = [
                evolve(s, source=change(s.source), to=change(s.to))
                for s in figure.streams
            ]
            before, after = change(figure.before), change(figure.after)
            return evolve(
                figure, caption=caption, before=before, after=after, streams=streams
            )
