"""The matrix of members by outcome and by area, as tables."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.model.overlap import Matrix, MatrixRow, MemberPart, Overlaps
from almwp.model.report import Block, Column, Note, Table, TableCell
from almwp.model.score import ScopeKind
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING


def matrix_blocks(found: Overlaps, setting: Setting) -> Iterator[Block]:
    """Say how to read them, and give tables of members by outcome and by area."""
    say = setting.say
    codes = "; ".join(
        f"{code} {setting.wording.country(code)}" for code in found.members
    )
    yield Note(
        text=say(
            "Activities that a member leads, alone or jointly; in brackets those that"
            " it only co-leads."
        )
    )
    yield Note(text=say("Members: {codes}.").format(codes=codes))
    if any(_is_in_several(matrix) for matrix in found.matrices):
        yield Note(
            text=say(
                "An activity in several rows, or with several leads, stands in each of"
                " them and counts once in the last row."
            )
        )
    for matrix in found.matrices:
        yield _table(matrix, found, setting)


def row_title(row: MatrixRow, matrix: Matrix, setting: Setting) -> str:
    """Name the outcome or area of a row."""
    say = setting.say
    if row.node is None:
        by_outcome = matrix.by is ScopeKind.OUTCOME
        return say("No outcome stated") if by_outcome else say("No area stated")
    title = setting.wording.text(row.title)
    return f"{row.number} {title}".strip()


def _is_in_several(matrix: Matrix) -> bool:
    return sum(len(row.activities) for row in matrix.rows) > len(matrix.activities)


def _table(matrix: Matrix, found: Overlaps, setting: Setting) -> Table:
    say = setting.say
    by_outcome = matrix.by is ScopeKind.OUTCOME
    caption = say("Members by outcome") if by_outcome else say("Members by area")
    columns = (
        Column(heading=say("Outcome") if by_outcome else say("Area"), share=16),
        *(Column(heading=code, share=4, is_number=True) for code in found.members),
        Column(heading=say("All together as lead"), share=6, is_number=True),
        Column(heading=say("Body or partner leads"), share=6, is_number=True),
        Column(heading=say("No lead stated"), share=6, is_number=True),
        Column(heading=say("Activities"), share=7, is_number=True),
    )
    rows = [_row(row, row_title(row, matrix, setting)) for row in matrix.rows]
    rows.append(_row(_whole(matrix, found), say("All together")))
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _whole(matrix: Matrix, found: Overlaps) -> MatrixRow:
    """Return one row for the whole plan, in which every activity counts once."""

    def once(name: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(x for row in matrix.rows for x in getattr(row, name))
        )

    parts = []
    for place, member in enumerate(found.members):
        own = [row.parts[place] for row in matrix.rows]
        leads = dict.fromkeys(activity for part in own for activity in part.leads)
        co_leads = dict.fromkeys(activity for part in own for activity in part.co_leads)
        parts.append(
            MemberPart(country=member, leads=tuple(leads), co_leads=tuple(co_leads))
        )
    return MatrixRow(
        activities=matrix.activities,
        parts=tuple(parts),
        owed_by_all=once("owed_by_all"),
        led_by_others=once("led_by_others"),
        without_lead=once("without_lead"),
    )


def _row(row: MatrixRow, title: str) -> tuple[TableCell, ...]:
    return (
        TableCell(text=title),
        *(_part(part) for part in row.parts),
        _count(row.owed_by_all),
        _count(row.led_by_others),
        _count(row.without_lead),
        TableCell(text=str(len(row.activities)), number=Fraction(len(row.activities))),
    )


def _part(part: MemberPart) -> TableCell:
    co_leads = f" ({len(part.co_leads)})" if part.co_leads else ""
    if not part.leads and not co_leads:
        return TableCell(text=NOTHING)
    return TableCell(
        text=f"{len(part.leads)}{co_leads}", number=Fraction(len(part.leads))
    )


def _count(activities: tuple[str, ...]) -> TableCell:
    number = Fraction(len(activities))
    return TableCell(
        text=str(len(activities)) if activities else NOTHING, number=number
    )
