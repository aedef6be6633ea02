"""Progress by outcome: a table of counts, a figure of bars, a section for each."""

from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.figures import Bar, Figure
from almwp.model.framework import Node
from almwp.model.report import Block, Column, Heading, Table, TableCell
from almwp.model.score import Score, ScoreLine
from almwp.model.source import Origin
from almwp.scoring.states import State
from almwp_slom.activities import activity_blocks
from almwp_slom.placement import Group
from almwp_slom.scored import Scored
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING, counted
from almwp_slom.state import counted_state_in_a_word


def summary_blocks(
    scored: tuple[Scored, ...], whole: ScoreLine | None, setting: Setting
) -> tuple[Block, ...]:
    """Return a table of counts and shares by outcome, and the same as bars."""
    say = setting.say
    columns = (
        Column(heading=say("Outcome"), share=14),
        Column(heading=say("Activities"), share=5, is_number=True),
        *(
            Column(
                heading=counted_state_in_a_word(state, setting.wording),
                share=5,
                is_number=True,
            )
            for state in State
        ),
        Column(heading=say("Share completed"), share=10),
        Column(heading=say("State known"), share=6),
    )
    rows = [
        _row(outcome_in_words(item.group.outcome, setting), item.group.activities,
             item.line, setting)
        for item in scored
    ]  # fmt: skip
    everything = tuple(a for item in scored for a in item.group.activities)
    rows.append(_row(say("All together"), everything, whole, setting))
    table = Table(
        caption=say("Progress by outcome"), columns=columns, rows=rows, totals=1
    )
    figure = _figure(scored, whole, setting)
    return (table, figure) if figure else (table,)


def outcome_sections(
    groups: tuple[Group, ...], setting: Setting, *, section: str
) -> tuple[Block, ...]:
    """Return a heading and a table for each outcome that has activities."""
    blocks: list[Block] = []
    filled = [group for group in groups if group.places]
    for number, group in enumerate(filled, start=1):
        title = outcome_in_words(group.outcome, setting)
        blocks.append(Heading(text=f"{section}.{number} {title}", level=2))
        blocks.extend(activity_blocks(group.places, setting))
    return tuple(blocks)


def outcome_in_words(outcome: Node | None, setting: Setting) -> str:
    """Name an outcome by its number, where that is public, and its title."""
    if outcome is None:
        return setting.say("No outcome stated")
    title = setting.wording.text(outcome.title)
    if not outcome.number:
        return title
    numbered = setting.say("Outcome {number}: {title}")
    return numbered.format(number=outcome.number, title=title)


def share_in_words(score: Score, completed: int | None, setting: Setting) -> str:
    """Write the share completed, its counts, and its bounds where they differ."""
    share, say = setting.wording.share, setting.say
    if isinstance(score.value, Absence):
        lines = [say("not known")]
    elif completed is None:
        lines = [share(score.value)]
    else:
        lines = [
            say("{share} ({part} of {whole})").format(
                share=share(score.value), part=completed, whole=score.total
            )
        ]
    if score.low != score.high:
        low, high = share(score.low), share(score.high)
        lines.append(say("between {low} and {high}").format(low=low, high=high))
    return "\n".join(lines)


def _row(
    title: str,
    activities: tuple[Activity, ...],
    line: ScoreLine | None,
    setting: Setting,
) -> tuple[TableCell, ...]:
    titles = setting.origins(*(a.origin_of("title") for a in activities))
    count = TableCell(
        text=str(len(activities)), number=Fraction(len(activities)), origins=titles
    )
    return (
        TableCell(text=title),
        count,
        *(_state_count(state, activities, setting) for state in State),
        *(_score_cells(line, setting) if activities else (_nothing(), _nothing())),
    )


def _state_count(
    state: State, activities: tuple[Activity, ...], setting: Setting
) -> TableCell:
    """Count the activities in a state, with the cells in which it was read."""
    found = [a for a in activities if setting.known(a).state is state]
    cells: list[Origin] = []
    for activity in found:  # of what nobody reports, its title is all there is
        told = setting.reported_in(activity)
        cells += told or setting.cells_of([activity.id])
    return TableCell(
        text=str(len(found)),
        number=Fraction(len(found)),
        origins=setting.origins(*cells),
    )


def _nothing() -> TableCell:
    return TableCell(text=NOTHING)


def _score_cells(
    line: ScoreLine | None, setting: Setting
) -> tuple[TableCell, TableCell]:
    if line is None:
        return (TableCell(text=setting.say("not scored")), _nothing())
    score = line.score
    origins = setting.origins(*(part.origin for part in score.parts))
    value = None if isinstance(score.value, Absence) else score.value
    known = setting.say("{part} of {whole}").format(part=score.known, whole=score.total)
    return (
        TableCell(
            text=share_in_words(score, _completed(line), setting),
            number=value,
            origins=origins,
        ),
        TableCell(text=known, origins=origins),
    )


def _completed(line: ScoreLine) -> int | None:
    shares = {share.name: share.score for share in line.shares}
    completed = shares.get(State.COMPLETED.value)
    return counted(completed) if completed else None


def _figure(
    scored: tuple[Scored, ...], whole: ScoreLine | None, setting: Setting
) -> Figure | None:
    titled = [
        (outcome_in_words(item.group.outcome, setting), item.line)
        for item in scored
        if item.group.places
    ]
    titled.append((setting.say("All together"), whole))
    bars = tuple(_bar(title, line, setting) for title, line in titled if line)
    if len(bars) < 2:
        return None  # one bar tells no more than the table
    said = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    return Figure(
        caption=setting.say("Share of activities completed, by outcome"),
        bars=bars,
        alternative=f"{said}.",
        origins=setting.origins(
            *(p.origin for _, line in titled if line for p in line.score.parts)
        ),
    )


def _bar(title: str, line: ScoreLine, setting: Setting) -> Bar:
    score = line.score
    words = share_in_words(score, _completed(line), setting).replace("\n", "; ")
    return Bar(
        label=title,
        value=None if isinstance(score.value, Absence) else score.value,
        low=score.low,
        high=score.high,
        text=words,
    )
