"""Make an activity from the values of one row."""

import hashlib

from attrs import evolve

from almwp.findings import framework_rules
from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.digits import plain_digits
from almwp.intake.extras import ReadExtras
from almwp.intake.fieldlist import field_of
from almwp.intake.maderow import MadeRow
from almwp.intake.roles import share_out, with_co_leads
from almwp.intake.rowdoubts import find_leads_twice, find_odd_state
from almwp.intake.rowstate import RowState, find_state, with_status
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.timeframes import ReadTimeframe
from almwp.intake.titles import read_titles
from almwp.intake.values import Values
from almwp.model.absence import Absence
from almwp.model.activity import (
    Activity,
    ActivityLevel,
    Change,
    Mark,
    Observation,
    PlanReference,
    RowOrigin,
)
from almwp.model.fields import squeeze
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment, Period
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe


def make_activity(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    extras: ReadExtras,
    values: Values,
) -> MadeRow:
    """Make an activity from *read*; the lines above the table fill what is blank."""
    titles = read_titles(read, dict(origin.languages), values)
    title, findings = titles.title, titles.findings
    get = read.values.get  # many fields are asked for, in each of many rows
    time: ReadTimeframe | None = get("timeframe")
    timeframe = time.timeframe if time else Timeframe()
    state = find_state(read, values)
    number = squeeze(read.words("number"))
    shared = share_out(read, values.lexicon)
    origin = with_status(with_co_leads(origin, shared), read)
    observation = _observation(read, cover, state, origin)
    marks = get("marks") or ()
    level = get("level")
    bodies = get("bodies") or cover.body
    activity = Activity(
        id=activity_id(cover.sender, number, title),
        number=number,
        title=title,
        other_titles=titles.others,
        parts=titles.parts,
        references=_with_programme(
            (
                *_placements(read, cover, section),
                *dict.fromkeys(titles.plans),
                *(get("plan") or ()),
            ),
            cover,
        ),
        kind=read.words("kind"),
        level=ActivityLevel(level) if level else None,
        leads=shared.leads,
        co_leads=shared.co_leads,
        bodies=bodies,
        partners=get("partners") or (),
        funders=get("funders") or (),
        budget=read.words("budget"),
        timeframe=timeframe,
        place=read.words("place"),
        host=get("host"),
        output=read.words("output"),
        observations=(observation,) if observation else (),
        marks=map(Mark, marks),
        sources=get("sources") or (),
        remarks=read.words("remarks"),
        extras=extras.extras,
        origins=(origin,),
    )
    findings += state.findings
    findings += find_odd_state(read, observation, values)
    findings += find_leads_twice(read, shared, values)
    findings += _outside_period(read, timeframe, values)
    return MadeRow(record=activity, findings=findings)


def activity_id(sender: str, number: str, title: Text) -> ActivityId:
    """Return the id of an activity: its sender and its number, else its title.

    A number in the digits of Thai or Khmer gives the id of the same number in ours.

    Where a row has no number the id is made from the folded title, so that it stays
    the same when rows are moved.
    """
    if number:
        return ActivityId(f"{sender}:{plain_digits(number)}")
    digest = hashlib.sha256(fold(str(title)).encode()).hexdigest()[:10]
    return ActivityId(f"{sender}:~{digest}")


def _with_programme(
    references: tuple[PlanReference, ...], cover: Cover
) -> tuple[PlanReference, ...]:
    """Add the programme on which the file reports, where no reference names it."""
    programme = cover.framework
    if programme is None or programme in [r.framework for r in references]:
        return references
    return (*references, PlanReference(framework=programme))


def _placements(
    read: RowValues, cover: Cover, section: Section
) -> tuple[PlanReference, ...]:
    """Return the outcome and the area, each on the basis that the row states."""
    basis = read.get("placement_basis")
    outcome = read.get("outcome") or section.outcome or cover.outcome
    area = read.get("area") or section.area or cover.area
    placed = tuple(filter(None, (outcome, area)))
    stated = Basis(basis) if basis else Basis.REPORTED
    return tuple([r if r.basis is stated else evolve(r, basis=stated) for r in placed])


def _observation(
    read: RowValues,
    cover: Cover,
    state: RowState,
    origin: RowOrigin,
) -> Observation | None:
    """Return what the row reports, or None where it reports nothing of its state.

    A date of its own without a state is a report too: that nothing was said then.
    A date of its own that was refused stays open; the lines above do not replace it.
    """
    percent, change = read.get("percent"), state.change or read.get("change")
    told_at = "percent"
    if percent is None and state.share is not None:
        percent, told_at = state.share, "status"
    own_day = read.get("as_of")
    key = state.key
    if not key:
        told = {"percent": percent, "change": change, "as_of": own_day}
        key = next((name for name, value in told.items() if value is not None), "")
    if not key:
        return None
    as_of: Moment | None = None if read.is_refused("as_of") else cover.as_of
    return Observation(
        as_of=own_day or as_of,
        meeting=cover.meeting,
        status=state.status,
        word=state.word,
        change=Change(change) if change else None,
        percent=Absence.BLANK if percent is None else percent,
        origin=origin.of(key),
        percent_origin=None if percent is None else origin.of(told_at),
        change_origin=origin.of(state.key if state.change else "change"),
        as_of_origin=None if own_day is None else origin.of("as_of"),
    )


def _outside_period(
    read: RowValues, timeframe: Timeframe, values: Values
) -> tuple[Finding, ...]:
    """Report a time frame that has no day in common with the programme's years."""
    framework, cell = values.framework, read.cell("timeframe")
    period = framework.period if framework else None
    if not framework or not period or not cell or _touches(timeframe, period):
        return ()
    of = field_of(values.lexicon.columns, "timeframe")
    rule = framework_rules.OUTSIDE_PERIOD
    facts = {"framework": framework.id, "period": period}
    return (values.finding(rule, of, cell, **facts),)


def _touches(timeframe: Timeframe, period: Period) -> bool:
    """Say whether any day of a time frame falls into *period*; ends may be open."""
    first = timeframe.start.start.year if timeframe.start else None
    last = timeframe.end.start.year if timeframe.end else None
    begins_in_time = first is None or period.last is None or first <= period.last
    return begins_in_time and (last is None or last >= period.first)
