"""A report in which every text, number and cell occurs once: nothing hides a loss."""

from fractions import Fraction
from itertools import count

from almwp.model.figures import Bar, Figure
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_FILE = "traced.xlsx"
_SHEET = "Traced"
_SHA256 = "7c" * 32
_OF = 10_007
"""A prime: no share of it is written as another one is."""


class _Words:
    """Gives each time words, a number or a cell that it never gave before."""

    def __init__(self) -> None:
        self._places = count(1)

    def words(self, kind: str) -> str:
        place = next(self._places)
        signs = "bdfghklmnprstvz"
        letters = (place // 225 % 15, place // 15 % 15, place % 15)
        return f"{kind} {'a'.join(signs[each] for each in letters)}o"

    def number(self) -> Fraction:
        return Fraction(1013 + 97 * next(self._places), _OF)

    def cell(self) -> Origin:
        cell = f"AB{1013 + 37 * next(self._places)}"
        return Origin(file=_FILE, sha256=_SHA256, sheet=_SHEET, cell=cell)


def report_of_single_words() -> Report:
    """Return a made-up report of which no part stands twice."""
    new = _Words()
    blocks: list[Block] = []
    for level in (1, 2, 2):
        blocks.append(Heading(text=new.words("Part"), level=level))
        blocks.append(Paragraph(text=new.words("Said"), origins=[new.cell()]))
        points = [new.words("Point") for _ in range(4)]
        blocks.append(Bullets(items=points, origins=[new.cell()]))
        blocks.append(_table(new))
        blocks.append(Note(text=new.words("Remark"), origins=[new.cell()]))
    blocks.append(_figure(new))
    return Report(
        title=new.words("Title"),
        subtitle=new.words("Subtitle"),
        notice=new.words("Notice"),
        audience=Audience.DELEGATION,
        blocks=blocks,
    )


def _table(new: _Words) -> Table:
    columns = [
        Column(heading=new.words("Head"), share=2),
        Column(heading=new.words("Head"), is_number=True),
        Column(heading=new.words("Head"), share=2),
    ]
    rows = [(_cell(new), _number(new), _cell(new)) for _ in range(5)]
    origins = [new.cell()]
    caption = new.words("Caption")
    return Table(caption=caption, columns=columns, rows=rows, origins=origins)


def _cell(new: _Words) -> TableCell:
    return TableCell(text=new.words("Cell"), origins=[new.cell()])


def _number(new: _Words) -> TableCell:
    number = new.number()
    text = f"{number.numerator} / {number.denominator}"
    return TableCell(text=text, number=number, origins=[new.cell()])


def _figure(new: _Words) -> Figure:
    bars = [
        Bar(
            label=new.words("Bar"),
            value=new.number(),
            low=Fraction(),
            high=Fraction(1),
            text=new.words("Share"),
        )
        for _ in range(3)
    ]
    return Figure(
        caption=new.words("Caption"),
        bars=bars,
        alternative=new.words("Alternative"),
        origins=[new.cell()],
    )
