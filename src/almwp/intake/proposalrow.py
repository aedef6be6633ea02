"""Make a proposal from the values of one row."""

from almwp.findings import framework_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.activityrow import activity_id
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.field import TITLES
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework, programme_titles
from almwp.intake.gatheringlinks import activity_named
from almwp.intake.maderow import MadeRow
from almwp.intake.pieces import pieces_of, standing_of, text_of
from almwp.intake.positiondoubts import find_unpaired
from almwp.intake.roles import share_out, with_co_leads
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.timeframes import ReadTimeframe
from almwp.intake.values import Values
from almwp.model.activity import PlanReference, RowOrigin
from almwp.model.fields import squeeze
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.position import Proposal, Stance
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe

_STRANGE_PLACES = frozenset(
    (framework_rules.UNKNOWN_AREA.code, framework_rules.UNKNOWN_OUTCOME.code)
)
"""Codes of findings that keep the words of a place out of the programme."""


def make_proposal(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    extras: ReadExtras,
    values: Values,
) -> MadeRow:
    """Make a proposal from *read*; it is for the programme that its row names."""
    findings: list[Finding] = []
    title = text_of(read, "title", origin, values)
    number = squeeze(read.words("number"))
    framework = _framework(read, cover, values, findings)
    references = _references(read, cover, section, framework, values)
    nodes = [reference.node for reference in references if reference.node]
    time: ReadTimeframe | None = read.get("timeframe")
    timeframe = time.timeframe if time else Timeframe()
    shared = share_out(read, values.lexicon)
    standing = standing_of(read)
    row = with_co_leads(origin, shared)
    proposal = Proposal(
        id=activity_id(_proposer(read, cover), number, title.text),
        number=number,
        title=title.text,
        framework=framework,
        node=nodes[-1] if nodes else None,
        references=references,
        rationale=pieces_of(read, "rationale", standing, origin),
        kind=squeeze(read.words("kind")),
        leads=shared.leads,
        co_leads=shared.co_leads,
        partners=read.get("partners") or (),
        when=_only_moment(timeframe),
        timeframe=timeframe,
        output=read.words("output"),
        continues=tuple(
            activity_named(known, cover.sender) for known in read.get("continues") or ()
        ),
        proposed_by=_proposed_by(read, cover),
        joining=said == "yes" if (said := read.get("joining")) else None,
        view=Stance(view) if (view := read.get("view")) else None,
        audience=standing.audience,
        clearance=standing.clearance,
        cleared_by=standing.cleared_by,
        remarks=read.words("remarks"),
        extras=(*extras.extras, *title.extras),
        origin=_origin_of_title(origin),
        origins=(row,),
    )
    findings += _about_joining(proposal, read, cover, values)
    findings += find_unpaired(("rationale",), read, values)
    return MadeRow(record=proposal, findings=findings)


def _origin_of_title(origin: RowOrigin) -> Origin | None:
    return next((o for key in TITLES if (o := origin.of(key))), None)


def _framework(
    read: RowValues, cover: Cover, values: Values, findings: list[Finding]
) -> FrameworkId | None:
    """Return the programme that the row names, else that of the file.

    A name that is not known is no reason to take the programme of the file.
    """
    words, cell = read.words("framework"), read.cell("framework")
    if not words or cell is None:
        return None if read.is_refused("framework") else cover.framework
    found = find_framework(words, values.lexicon)
    if found:
        return found.id
    of = field_of(values.lexicon.columns, "framework")
    findings.append(
        values.finding(
            value_rules.UNKNOWN_WORD,
            of,
            cell,
            label=of.label.in_(values.language),
            expected=", ".join(programme_titles(values.lexicon)[:3]),
        )
    )
    return None


def _references(
    read: RowValues,
    cover: Cover,
    section: Section,
    framework: FrameworkId | None,
    values: Values,
) -> tuple[PlanReference, ...]:
    """Return the outcome and the area; those of lines above only of one programme."""
    found = []
    above = {
        "outcome": section.outcome or cover.outcome,
        "area": section.area or cover.area,
    }
    for key, of_lines in above.items():
        own: PlanReference | None = read.get(key)
        cell = read.cell(key)
        if cell is not None and read.refusal(key) in _STRANGE_PLACES:
            # Kept in words: it may be a place of a text that is loaded another time.
            own = PlanReference(framework=framework, words=values.words(cell))
        if own is None and of_lines and of_lines.framework in (None, framework):
            own = of_lines
        if own:
            found.append(own)
    return tuple(found)


def _only_moment(timeframe: Timeframe) -> Moment | None:
    return timeframe.start if timeframe.start == timeframe.end else None


def _proposed_by(read: RowValues, cover: Cover) -> CountryCode | None:
    """Return who proposes it: where the row does not say, the sender.

    A name that was refused stays open.
    """
    if read.is_refused("proposed_by"):
        return None
    return read.get("proposed_by") or cover.country


def _proposer(read: RowValues, cover: Cover) -> str:
    """Return in whose list the number of the proposal stands."""
    named = _proposed_by(read, cover)
    return cover.sender if named in (None, cover.country) else str(named)


def _about_joining(
    proposal: Proposal, read: RowValues, cover: Cover, values: Values
) -> list[Finding]:
    """Say that the sender joins a proposal that is its own."""
    cell = read.cell("joining")
    if not proposal.joining or cell is None or read.is_refused("proposed_by"):
        return []
    if cover.country is None or proposal.proposed_by != cover.country:
        return []
    of = field_of(values.lexicon.columns, "joining")
    label = field_of(values.lexicon.columns, "proposed_by").label
    return [
        values.finding(
            value_rules.JOINS_ITSELF, of, cell, expected=label.in_(values.language)
        )
    ]
