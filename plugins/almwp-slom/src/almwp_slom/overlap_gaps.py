"""Gaps: outcomes and areas without an activity or a lead, and members without one."""

from collections.abc import Iterator

from almwp.model.overlap import Matrix, MatrixRow, Overlaps
from almwp.model.report import Block, Bullets, Note, Paragraph
from almwp.model.score import ScopeKind
from almwp_slom.overlap_tables import row_title
from almwp_slom.setting import Setting


def gap_blocks(found: Overlaps, setting: Setting) -> Iterator[Block]:
    """List what nobody does or leads; an incomplete list tells only what is known."""
    say, told = setting.say, False
    for matrix in found.matrices:
        by_outcome = matrix.by is ScopeKind.OUTCOME
        empty = [row for row in matrix.rows if row.is_empty]
        if empty:
            told = True
            lead_in = (
                say("Outcomes without any activity:")
                if by_outcome
                else say("Areas without any activity:")
            )
            yield from _list(lead_in, empty, matrix, setting)
            if not all(row.is_sure for row in empty):
                yield Note(
                    text=say(
                        "This list names only what is public: it is not known to be"
                        " complete, and there may be further gaps."
                    )
                )
        unled = [row for row in matrix.rows if row.is_unled and row.node is not None]
        if unled:
            told = True
            lead_in = (
                say("Outcomes with activities that nobody is said to lead:")
                if by_outcome
                else say("Areas with activities that nobody is said to lead:")
            )
            yield from _list(lead_in, unled, matrix, setting)
        unplaced = [row for row in matrix.rows if row.node is None]
        if empty and unplaced:
            said = setting.wording.count(
                len(unplaced[0].activities),
                say("1 activity states no place here and may fill one of these gaps."),
                say(
                    "{n} activities state no place here and may fill some of these"
                    " gaps."
                ),
            )
            origins = setting.cells_of(unplaced[0].activities)
            yield Note(text=said, origins=origins)
    if found.members_without and not setting.is_open:
        told = True
        names = ", ".join(map(setting.wording.country, found.members_without))
        said = say(
            "In the files that were read, these members lead and co-lead no activity:"
            " {names}. They may do so elsewhere."
        )
        yield Paragraph(text=said.format(names=names))
    if not told:
        yield Paragraph(text=say("No gap was found."))


def _list(
    lead_in: str, rows: list[MatrixRow], matrix: Matrix, setting: Setting
) -> Iterator[Block]:
    yield Paragraph(text=lead_in)
    yield Bullets(
        items=[row_title(row, matrix, setting) for row in rows],
        origins=setting.cells_of(each for row in rows for each in row.activities),
    )
