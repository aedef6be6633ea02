"""Blocks made ready for the templates: with their places, pictures and tables."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count

from attrs import field, frozen
from markupsafe import Markup

from almwp.exporting.chapters import chapters
from almwp.exporting.columnwidths import Face, Measured
from almwp.exporting.tables import figure_table
from almwp.model.fields import frozen_items
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)
from almwp_slom.html.outline import Section
from almwp_slom.html.textmarkup import one_line
from almwp_slom.phrases import phrases_of

_FEW = 15
_LEAST_WIDTH = 6
UPRIGHT, ACROSS = 59.0, 88.0
"""Ems of the text of tables beside one another on a page of A4, with its margins."""
FACE = Face(breadth=1.08, padding=0.9, mark=1.9)
"""Of the letters of the page, which are those that each machine has."""


@frozen(kw_only=True, slots=False)
class TableView:
    """A table of a page.

    Attributes:
        place: Its name in the page.
        caption: What it shows; never empty, for those who listen.
        is_captioned: Whether the caption is shown to those who see.
        table: The table itself.
    """

    place: str
    caption: str
    is_captioned: bool
    table: Table

    @cached_property
    def _measured(self) -> Measured:
        return Measured(table=self.table, face=FACE)

    @cached_property
    def is_wide(self) -> bool:
        """Whether it lies across where it is printed."""
        columns = self.table.columns
        return bool(columns) and self._measured.lies_across(UPRIGHT, ACROSS)

    @cached_property
    def sizes(self) -> tuple[float, ...]:
        """How wide its columns are; it has some."""
        return self._measured.columns(ACROSS if self.is_wide else UPRIGHT)

    @property
    def is_facts(self) -> bool:
        """Whether it only lists a few facts by name, so that nobody will sort it."""
        columns = self.table.columns
        return (
            not self.is_captioned
            and len(columns) == 2
            and not any(column.is_number for column in columns)
            and len(self.table.rows) <= _FEW
        )


@frozen(kw_only=True)
class Ready:
    """A block ready for the templates.

    Attributes:
        kind: Which of the templates in ``blocks`` lays it out.
        language: Its language; empty where it is not known.
        block: The block.
        section: Its place among the headings, where it is one.
        table: The table, also of a figure.
        picture: The drawing of a figure.
        sides: What stands side by side in it.
    """

    kind: str
    language: str
    block: Block
    section: Section | None = None
    table: TableView | None = None
    picture: Markup | None = None
    sides: tuple["Ready", ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Run:
    """Blocks on printed pages that lie the same way."""

    lies_across: bool
    blocks: tuple[Ready, ...] = field(converter=frozen_items)


def made_ready(
    report: Report, sections: Iterable[Section], title: str
) -> Iterator[Ready]:
    """Give the blocks of *report* ready for the templates.

    Args:
        report: The report.
        sections: A section for each of its headings.
        title: What a table is called that has no caption and no heading above it.
    """
    # Where two languages stand in one text, no language is that of the text.
    language = "" if report.second_language else report.language
    say = phrases_of(report)
    coming, numbers, above = iter(sections), count(1), title
    for block in report.blocks:
        kind = type(block).__name__.lower()
        match block:
            case Heading():
                section = next(coming)
                above = section.text
                yield Ready(kind=kind, language=language, block=block, section=section)
            case Table():
                table = _view(block, f"table-{next(numbers)}", above)
                yield Ready(kind=kind, language=language, block=block, table=table)
            case Pair():
                yield Ready(
                    kind=kind,
                    language=language,
                    block=block,
                    sides=(
                        _side(block.left, block.left_language or report.language),
                        _side(
                            block.right, block.right_language or report.second_language
                        ),
                    ),
                )
            case Figure() | Timeline() | Grid() | TargetPath() | Flow():
                # Most pages draw nothing, and what draws takes long to load.
                from almwp_slom.html.pictures import picture

                place = f"table-{next(numbers)}"
                yield Ready(
                    kind="figure",
                    language=language,
                    block=block,
                    table=_view(figure_table(block, say), place, above),
                    picture=picture(block, say, place),
                )
            case _:
                yield Ready(kind=kind, language=language, block=block)


def runs_of(ready: Iterable[Ready]) -> tuple[Run, ...]:
    """Divide blocks into runs of printed pages that lie the same way.

    A wide table takes its heading and what belongs to it along.
    """
    runs: list[tuple[bool, list[Ready]]] = []
    for chapter in chapters(ready, is_heading):
        wide = any(b.kind == "table" and b.table and b.table.is_wide for b in chapter)
        if runs and runs[-1][0] == wide:
            runs[-1][1].extend(chapter)
        else:
            runs.append((wide, chapter))
    return tuple(Run(lies_across=wide, blocks=held) for wide, held in runs)


def is_heading(ready: Ready) -> bool:
    """Say whether a block is a heading."""
    return ready.section is not None


def _side(block: Paragraph | Bullets | Note, language: str) -> Ready:
    return Ready(kind=type(block).__name__.lower(), language=language, block=block)


def widths(ready: Iterable[Ready]) -> str:
    """Return the style of all tables: how wide they and their columns are."""
    return "".join(
        rule
        for block in ready
        if block.table is not None
        for rule in _widths(block.table)
    )


def _widths(view: TableView) -> Iterator[str]:
    if view.table.columns:
        whole = sum(view.sizes)
        for number, size in enumerate(view.sizes, start=1):
            width = 100 * size / whole
            yield f"#{view.place} col:nth-child({number}){{width:{width:.2f}%}}\n"
    if not view.is_facts:  # on a narrow screen one rather scrolls than reads letters
        least = _LEAST_WIDTH * len(view.table.columns)
        yield f"@media screen{{#{view.place}{{min-width:{least}rem}}}}\n"


def _view(table: Table, place: str, above: str) -> TableView:
    caption = one_line(table.caption)
    return TableView(
        place=place,
        caption=caption or above,
        is_captioned=bool(caption),
        table=table,
    )
