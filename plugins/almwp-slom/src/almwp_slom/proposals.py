"""Proposals for the new period: our own, and those of others that we join or watch."""

from collections.abc import Iterator

from almwp.model.activity import Extra
from almwp.model.position import Proposal
from almwp.model.report import Block, Column, Heading, Paragraph, Table, TableCell
from almwp.model.source import Origin
from almwp.model.textorigins import cells_in
from almwp_slom.bearing import Bearing
from almwp_slom.evidence import bearing_table, unknown_notes
from almwp_slom.kinds import kind_in_words
from almwp_slom.origins import extra_cells, named_in
from almwp_slom.phrases import mark
from almwp_slom.pieces import (
    clearance_in_words,
    piece_blocks,
    stance_in_words,
    with_clearance,
)
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING
from almwp_slom.timecell import time_cell
from almwp_slom.wording import begun


def proposal_blocks(
    proposals: tuple[Proposal, ...], section: int, bearing: Bearing, setting: Setting
) -> tuple[Block, ...]:
    """Return a table of the country's proposals, and a part for each."""
    say = setting.say
    columns = [
        Column(heading=say("Proposal"), share=12),
        Column(heading=say("Outcome and area"), share=7),
        Column(heading=say("Kind"), share=4),
        Column(heading=say("Lead and co-lead"), share=7),
        Column(heading=say("Proposed time"), share=4),
        Column(heading=say("Partners and funds"), share=6),
        Column(heading=say("Output"), share=6),
    ]
    table = Table(columns=columns, rows=[_row(p, setting) for p in proposals])
    blocks: list[Block] = [table]
    for place, proposal in enumerate(proposals, start=1):
        title = setting.wording.text(proposal.title)
        cells = setting.origins(*_cells(proposal, "title", setting))
        text = f"{section}.{place} {title}"
        about = tuple(_about(proposal, bearing, setting))
        if about:
            blocks += (Heading(text=text, level=2, origins=cells), *about)
    return tuple(blocks)


def joined_blocks(
    proposals: tuple[Proposal, ...], bearing: Bearing, setting: Setting
) -> tuple[Block, ...]:
    """Return a table of other members' proposals, with what we say on each."""
    say = setting.say
    columns = (
        Column(heading=say("Proposal"), share=12),
        Column(heading=say("Proposed by"), share=5),
        Column(heading=say("Lead and co-lead"), share=7),
        Column(heading=say("Proposed time"), share=4),
        Column(heading=say("We join"), share=4),
        Column(heading=say("Our view"), share=7),
    )
    rows = [_joined_row(p, setting) for p in proposals]
    blocks: list[Block] = [Table(columns=columns, rows=rows)]
    for proposal in proposals:
        parts = tuple(_parts(proposal, bearing, setting))
        if parts:
            title = setting.wording.text(proposal.title)
            cells = setting.origins(*_cells(proposal, "title", setting))
            blocks.append(Heading(text=title, level=2, origins=cells))
            blocks += parts
    return tuple(blocks)


def parties_in_words(proposal: Proposal, setting: Setting) -> str:
    """Say who would lead, and who is asked to co-lead."""
    say, wording = setting.say, setting.wording
    lines = []
    if proposal.leads:
        names = wording.parties(proposal.leads)
        lines.append(say("Lead: {names}").format(names=names))
    if proposal.co_leads:
        names = wording.parties(proposal.co_leads)
        lines.append(say("co-lead: {co_names}").format(co_names=names))
    return "\n".join(lines) or say("Lead not stated")


def _row(proposal: Proposal, setting: Setting) -> tuple[TableCell, ...]:
    title = with_clearance(
        setting.wording.text(proposal.title), proposal.clearance, setting
    )
    number = f"{proposal.number}. " if proposal.number else ""
    return (
        _cell(proposal, "name", f"{number}{title}", setting),
        _cell(proposal, "outcome", _places(proposal, setting), setting),
        _cell(proposal, "kind", kind_in_words(proposal.kind, setting.wording), setting),
        _cell(proposal, "leads", parties_in_words(proposal, setting), setting),
        _when(proposal, setting),
        _cell(
            proposal, "partners", setting.wording.parties(proposal.partners), setting
        ),
        _cell(proposal, "output", setting.wording.said(proposal.output), setting),
    )


def _joined_row(proposal: Proposal, setting: Setting) -> tuple[TableCell, ...]:
    say, by = setting.say, proposal.proposed_by
    title = with_clearance(
        setting.wording.text(proposal.title), proposal.clearance, setting
    )
    joins = setting.unsaid(mark("not stated"))
    if proposal.joining is not None:
        joins = say("yes") if proposal.joining else say("we do not join")
    view = stance_in_words(proposal.view, setting)
    proposed = setting.wording.country(by) if by else say("not stated")
    return (
        _cell(proposal, "name", title, setting),
        _cell(proposal, "proposed_by", begun(proposed), setting),
        _cell(proposal, "leads", parties_in_words(proposal, setting), setting),
        _when(proposal, setting),
        _cell(proposal, "joining", begun(joins), setting),
        _cell(proposal, "view", begun(view), setting),
    )


def _cell(proposal: Proposal, key: str, words: str, setting: Setting) -> TableCell:
    origins = setting.origins(*_cells(proposal, key, setting)) if words else ()
    return TableCell(text=words or NOTHING, origins=origins)


def _when(proposal: Proposal, setting: Setting) -> TableCell:
    words = when_in_words(proposal, setting)
    origins = setting.origins(*_cells(proposal, "timeframe", setting)) if words else ()
    return time_cell(words or NOTHING, proposal.timeframe, origins)


_FIELDS = {
    "name": ("number", "title", "clearance"),
    "outcome": ("outcome", "area", "framework"),
    "leads": ("leads", "co_leads"),
    "clearance": ("clearance", "cleared_by"),
}
"""What is said of a proposal, and the fields in which it was read."""


def _cells(proposal: Proposal, key: str, setting: Setting) -> tuple[Origin, ...]:
    found: list[Origin] = []
    for name in _FIELDS.get(key, (key,)):
        if name == "title":  # the cell of the language in which it is shown
            language = setting.wording.spoken(proposal.title)
            found += cells_in(proposal.origins, name, language)
        else:
            found += named_in(proposal.origins, name)
    return tuple(found)


def when_in_words(proposal: Proposal, setting: Setting) -> str:
    """Say when it would take place."""
    if proposal.timeframe.raw:
        return proposal.timeframe.raw
    return setting.wording.day(proposal.when) if proposal.when else ""


def _places(proposal: Proposal, setting: Setting) -> str:
    """Name the outcome and the area by what the programme or the sender calls them."""
    framework, lines = setting.framework, []
    for reference in proposal.references:
        known = None
        if framework and reference.framework == framework.id and reference.node:
            known = framework.node(reference.node)
        words = setting.wording.text(known.title) if known else reference.words
        lines.append(words or reference.node or "")
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _about(proposal: Proposal, bearing: Bearing, setting: Setting) -> Iterator[Block]:
    say = setting.say
    parts = tuple(_parts(proposal, bearing, setting))
    if not setting.is_open:
        cleared = clearance_in_words(proposal.clearance, proposal.cleared_by, setting)
        rows = [_fact("clearance", say("Clearance"), cleared, proposal, setting)]
        if proposal.remarks:
            label = say("Remarks (internal)")
            rows.append(_fact("remarks", label, proposal.remarks, proposal, setting))
        rows += [_further(extra, proposal, setting) for extra in proposal.extras]
        yield _facts(rows, setting)
    yield from parts


def _facts(
    rows: list[tuple[TableCell, TableCell]], setting: Setting
) -> Table | Paragraph:
    """Return facts as a table; one alone is a sentence."""
    if len(rows) == 1:
        (label, said) = rows[0]
        return Paragraph(text=f"{label.text}: {said.text}", origins=said.origins)
    columns = (
        Column(heading=setting.say("On this proposal"), share=3),
        Column(heading=setting.say("What is said"), share=8),
    )
    return Table(columns=columns, rows=rows)


def _fact(
    key: str, label: str, words: str, proposal: Proposal, setting: Setting
) -> tuple[TableCell, TableCell]:
    return (TableCell(text=label), _cell(proposal, key, words, setting))


def _further(
    extra: Extra, proposal: Proposal, setting: Setting
) -> tuple[TableCell, TableCell]:
    """Return a value of a column without a field."""
    cells = setting.origins(*extra_cells(extra, proposal.origins))
    return (TableCell(text=extra.heading), TableCell(text=extra.value, origins=cells))


def _parts(proposal: Proposal, bearing: Bearing, setting: Setting) -> Iterator[Block]:
    say = setting.say
    yield from piece_blocks(say("Rationale"), proposal.rationale, setting)
    named = [a for each in proposal.continues for a in bearing.named(each)]
    unknown = [each for each in proposal.continues if not bearing.named(each)]
    if named:
        yield Heading(text=say("Continues from the period before"), level=3)
        yield bearing_table(tuple(dict.fromkeys(named)), setting)
    yield from unknown_notes(unknown, [proposal.origin_of("continues")], setting)
