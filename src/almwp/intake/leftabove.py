"""Sort what stands above a table and is no line of a cover: titles, and all else.

A title is one text alone, or a few that stand apart, as in the head of a letter.  A
label and its value for which there is no field, and cells side by side in row after
row, are no titles: they may be data, and nobody is to lose them without a word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import field, frozen

from almwp.intake.asides import is_aside
from almwp.intake.cells import Cell, CellKind
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import compose, fold

_LABELLED = re.compile(r"([^:\uff1a]{1,60})[:\uff1a](?!//)\s*(\S.*)", re.DOTALL)
_MOST_WORDS = 6
"""A longer text is no label."""
_FEW_WORDS = 3
"""Entries of a list to choose from are short, and the titles of a paper are not."""
_FEW_LINES = 2
"""So many labels with values may stand on their own; more may be a list of codes."""
_YEAR = re.compile(r"(?:19|20|25)\d\d")


@frozen(kw_only=True)
class LeftRow:
    """Cells of one row that belong to no line of a cover.

    Attributes:
        cells: The cells, from left to right.
        is_lined: Whether lines of the cover stand in the row too.
        labels: Columns in which the labels of these stand, their values beside them.
    """

    cells: tuple[Cell, ...] = field(converter=frozen_items)
    is_lined: bool = False
    labels: frozenset[int] = frozenset()


@frozen(kw_only=True)
class LeftAbove:
    """What stands above a table and is no line of a cover.

    Attributes:
        titles: Cells that are titles.
        lines: Labels with their values, and single values, for which there is no field.
        regions: Cells that stand together as in a table or a list.
    """

    titles: tuple[Cell, ...] = field(default=(), converter=frozen_items)
    lines: tuple[tuple[Cell, ...], ...] = field(default=(), converter=frozen_items)
    regions: tuple[tuple[Cell, ...], ...] = field(default=(), converter=frozen_items)


def sort_left(rows: Iterable[LeftRow], lexicon: Lexicon) -> LeftAbove:
    """Sort the cells of *rows*, which come from the top down."""
    titles: list[Cell] = []
    lines: list[tuple[Cell, ...]] = []
    regions: list[tuple[Cell, ...]] = []
    labels: set[int] = set()
    runs: list[list[Cell]] = []
    beside: set[int] = set()
    for row in rows:
        labels |= row.labels
        if row.is_lined:
            beside.update(cell.row for cell in row.cells)
        runs += _runs(row.cells)
    for group in _grouped(runs):
        cells = tuple(cell for run in group for cell in run)
        if all(len(run) == 1 for run in group):
            if _is_list(cells, beside):
                regions.append(cells)
                continue
            for cell in cells:
                if _is_title(cell, lexicon):
                    titles.append(cell)
                else:
                    lines.append((cell,))
        elif _are_lines(group, labels):
            lines += [tuple(run) for run in group]
        elif _is_letterhead(group):
            titles += cells
        else:
            regions.append(cells)
    return LeftAbove(titles=sorted(titles, key=_place), lines=lines, regions=regions)


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _runs(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Part the cells of a row into those that stand side by side without a gap.

    Three and more that each stand alone are one row of a table with merged columns.
    """
    numbered = enumerate(cells)
    runs = [
        [cell for _, cell in run]
        for _, run in groupby(numbered, key=lambda n: n[1].column - n[0])
    ]
    is_spaced = len(runs) > _FEW_WORDS - 1 and all(len(run) == 1 for run in runs)
    yield from [list(cells)] if is_spaced else runs


def _grouped(runs: Sequence[list[Cell]]) -> list[list[list[Cell]]]:
    """Put runs together that stand right below one another."""
    groups: list[list[list[Cell]]] = []
    group_at: dict[tuple[int, int], list[list[Cell]]] = {}
    for run in runs:
        above = [
            group_at[cell.row - 1, cell.column]
            for cell in run
            if (cell.row - 1, cell.column) in group_at
        ]
        group = above[0] if above and _go_together(above[0][-1], run) else []
        if not group:
            groups.append(group)
        group.append(run)
        group_at.update({(cell.row, cell.column): group for cell in run})
    return groups


def _go_together(above: list[Cell], below: list[Cell]) -> bool:
    """Say whether two runs are rows of one thing: a title is alone in its row."""
    return (len(above) == 1) == (len(below) == 1)


def _words(cell: Cell) -> int:
    return len(fold(cell.text).split())


def _is_list(cells: Sequence[Cell], beside: set[int]) -> bool:
    """Say whether cells below one another are a list beside the lines of a cover."""
    return len(cells) >= 3 and all(
        cell.row in beside and _words(cell) <= _FEW_WORDS and not _is_capital(cell)
        for cell in cells
    )


def _is_capital(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and compose(cell.text).isupper()


def _is_title(cell: Cell, lexicon: Lexicon) -> bool:
    if cell.kind is not CellKind.TEXT:
        return cell.kind is CellKind.DATE or _YEAR.fullmatch(cell.text) is not None
    return not _has_label(cell) or is_aside({cell.column: cell}, lexicon)


def _has_label(cell: Cell) -> bool:
    """Say whether a text is a label and its value; ``Form 2: ...`` is a title."""
    match = _LABELLED.fullmatch(compose(cell.text).strip())
    label = fold(match[1]).split() if match else []
    if not label or len(label) > _MOST_WORDS:
        return False
    return not label[-1].isdigit() and len(label[-1]) > 1


def _are_lines(group: Sequence[list[Cell]], labels: set[int]) -> bool:
    """Say whether each row is a label and its value."""
    if any(len(run) != 2 or run[0].kind is not CellKind.TEXT for run in group):
        return False
    if any(_words(run[0]) > _MOST_WORDS or _is_capital(run[0]) for run in group):
        return False
    return len(group) <= _FEW_LINES or group[0][0].column in labels


def _is_letterhead(group: Sequence[list[Cell]]) -> bool:
    """Say whether texts are the head of a paper: who sends it, and from where."""
    texts = all(cell.kind is CellKind.TEXT for run in group for cell in run)
    is_apart = len(group) == 1 and _is_spaced(group[0])
    is_narrow = all(len(run) == 2 for run in group)
    is_head = is_narrow and (_is_capital(group[0][0]) or len(group) == 1)
    return texts and (is_apart or is_head)


def _is_spaced(run: Sequence[Cell]) -> bool:
    return run[-1].column - run[0].column >= len(run)
