"""The matrix of members by outcome and by area, as tables."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.model.ids import ActivityId
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
    torn = any(row.not_settled for row in matrix.rows)
    caption = say("Members by outcome") if by_outcome else say("Members by area")
    columns = (
        Column(heading=say("Outcome") if by_outcome else say("Area"), share=16),
        *(Column(heading=code, share=4, is_number=True) for code in found.members),
        Column(heading=say("All together as lead"), share=6, is_number=True),
        Column(heading=say("Body or partner leads"), share=6, is_number=True),
        Column(heading=say("No lead stated"), share=6, is_number=True),
        *(
            [Column(heading=say("Lead not settled"), share=6, is_number=True)]
            if torn
            else []
        ),
        Column(heading=say("Activities"), share=7, is_number=True),
    )
    rows = [
        _row(row, row_title(row, matrix, setting), setting, has_torn=torn)
        for row in matrix.rows
    ]
    whole = _whole(matrix, found)
    rows.append(_row(whole, say("All together"), setting, has_torn=torn))
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _whole(matrix: Matrix, found: Overlaps) -> MatrixRow:
    """Return one row for the whole plan, in which every activity counts once."""

    def once(name: str) -> tuple[ActivityId, ...]:
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
        not_settled=once("not_settled"),
    )


def _row(
    row: MatrixRow, title: str, setting: Setting, *, has_torn: bool
) -> tuple[TableCell, ...]:
    return (
        TableCell(text=title),
        *(_part(part, setting) for part in row.parts),
        _count(row.owed_by_all, setting),
        _count(row.led_by_others, setting),
        _count(row.without_lead, setting),
        *([_count(row.not_settled, setting)] if has_torn else []),
        TableCell(
            text=str(len(row.activities)),
            number=Fraction(len(row.activities)),
            origins=setting.cells_of(row.activities),
        ),
    )


def _part(part: MemberPart, setting: Setting) -> TableCell:
    """Count what a member leads, with the cells that say who does."""
    co_leads = f" ({len(part.co_leads)})" if part.co_leads else ""
    if not part.leads and not co_leads:
        return TableCell(text=NOTHING)
    return TableCell(
        text=f"{len(part.leads)}{co_leads}",
        number=Fraction(len(part.leads)),
        origins=setting.cells_of((*part.leads, *part.co_leads)),
    )


def _count(activities: tuple[ActivityId, ...], setting: Setting) -> TableCell:
    return TableCell(
        text=str(len(activities)) if activities else NOTHING,
        number=Fraction(len(activities)),
        origins=setting.cells_of(activities),
    )
