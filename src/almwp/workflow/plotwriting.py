"""Figures written as files of their own: whole, in parts, or not at all."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.drawing.drawn import draw_png, draw_svg
from almwp.drawing.pages import PAGE, in_pages
from almwp.errors import CallError, Translate
from almwp.model.fields import frozen_items
from almwp.model.figures import AnyFigure
from almwp.workflow.plotting import Plot
from almwp.workflow.writing import write_together

FORMATS = ("svg", "png")
_LONGEST = 8_000.0
"""Points from top to bottom of one picture; a longer one could not be opened sharp."""


@frozen(kw_only=True)
class Target:
    """Where figures are written.

    Attributes:
        place: A folder, or a file that ends in ``.svg`` or ``.png``.
        formats: ``svg``, ``png`` or both; a file's ending says its own.
        inputs: Files that were read, which are never written over.
        in_pages: Whether a long figure is parted so that each part fits on a page.
    """

    place: Path = Path()
    formats: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = field(default=(), converter=frozen_items)
    in_pages: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it is one file rather than a folder."""
        return self.place.suffix.lower().removeprefix(".") in FORMATS and (
            not self.place.is_dir()
        )


def refuse_other_places(target: Target) -> None:
    """Refuse a place at which no figure can be written.

    Raises:
        CallError: It is a file of another kind, or its ending is not what was asked
            for.
    """
    place, ending = target.place, target.place.suffix.lower().removeprefix(".")
    if place.is_dir():
        return
    if ending and ending not in FORMATS:
        raise CallError(
            "'{path}' ends neither in .svg nor in .png; name such a file, or a folder",
            path=place,
        )
    others = [name for name in target.formats if name != ending]
    if ending and others:
        raise CallError(
            "'{path}' cannot be written as {format}; name a folder, or leave --to out",
            path=place,
            format=others[0],
        )


def write_plots(
    made: Iterable[Plot], target: Target, say: Translate
) -> tuple[Path, ...]:
    """Draw figures and write each as a file, whole or not at all.

    All are drawn before the first is written.  A figure that is too long for one
    picture becomes several, whatever was asked for.

    Raises:
        CallError: There are several figures for one file, the place is none for
            figures, a file would replace one that was read, or matplotlib is not
            installed.
        UnwritableFileError: A file could not be written.
    """
    refuse_other_places(target)
    every = [part for plot in made for part in _parts(plot, target, say)]
    if target.is_file and len(every) > 1:
        raise CallError(
            "there are {count} figures; name a folder for them, not the file '{path}'",
            count=len(every),
            path=target.place,
        )
    read = {path.resolve() for path in target.inputs}
    drawn: list[tuple[Path, bytes]] = []
    for plot in every:
        for path, name in _paths(plot, target):
            if path.resolve() in read:
                raise CallError(
                    "'{path}' is one of the files that were read; name another",
                    path=path,
                )
            drawn.append((path, drawn_file(plot.figure, name, say)))
    return write_together(drawn)


def _parts(plot: Plot, target: Target, say: Translate) -> list[Plot]:
    """Part a long figure into several, with a number in the name of each."""
    height = PAGE if target.in_pages else _LONGEST
    parts = in_pages(plot.figure, say, height=height)
    if len(parts) == 1:
        return [plot]
    return [
        evolve(plot, name=f"{plot.name}-{number}", figure=part)
        for number, part in zip(count(1), parts, strict=False)
    ]


def _paths(plot: Plot, target: Target) -> list[tuple[Path, str]]:
    if target.is_file:
        return [(target.place, target.place.suffix.lower().removeprefix("."))]
    formats = dict.fromkeys(target.formats or ("svg",))
    return [(target.place / f"{plot.name}.{name}", name) for name in formats]


def drawn_file(figure: AnyFigure, name: str, say: Translate) -> bytes:
    """Return the bytes of a file in the format *name* that shows *figure*."""
    if name == "png":
        return draw_png(figure, say, captioned=True)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (head + draw_svg(figure, say, captioned=True)).encode()
