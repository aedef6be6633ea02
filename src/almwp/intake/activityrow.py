"""Make an activity from the values of one row."""

import hashlib
import re

from attrs import field, frozen

from almwp.findings import framework_rules, row_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.roles import share_out, with_co_leads
from almwp.intake.rowstate import RowState, find_state
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.timeframes import ReadTimeframe
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
    Status,
)
from almwp.model.fields import frozen_items, squeeze
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment, Period
from almwp.model.source import Basis
from almwp.model.text import UNDETERMINED, Text
from almwp.model.timeframe import Timeframe

_LAST_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")


@frozen(kw_only=True)
class MadeActivity:
    """An activity, and what was found while it was made."""

    activity: Activity
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def make_activity(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    values: Values,
) -> MadeActivity:
    """Make an activity from *read*; the lines above the table fill what is blank."""
    findings: list[Finding] = []
    titles, plan = _titles(read, cover, values, findings)
    time: ReadTimeframe | None = read.get("timeframe")
    timeframe = time.timeframe if time else Timeframe()
    state = find_state(read, values)
    observation = _observation(read, cover, state, origin)
    number = squeeze(read.words("number"))
    shared = share_out(read, values.lexicon)
    marks = read.get("marks") or ()
    level = read.get("level")
    bodies = read.get("bodies") or cover.body
    activity = Activity(
        id=activity_id(cover.sender, number, titles[0]),
        number=number,
        title=titles[0],
        other_titles=titles[1:],
        references=_with_programme(
            (
                *_placements(read, cover, section),
                *plan,
                *(read.get("plan") or ()),
            ),
            cover,
        ),
        kind=read.words("kind"),
        level=ActivityLevel(level) if level else None,
        leads=shared.leads,
        co_leads=shared.co_leads,
        bodies=bodies,
        partners=read.get("partners") or (),
        funders=read.get("funders") or (),
        budget=read.words("budget"),
        timeframe=timeframe,
        place=read.words("place"),
        host=read.get("host"),
        output=read.words("output"),
        observations=(observation,) if observation else (),
        marks=tuple(Mark(mark) for mark in marks),
        sources=read.get("sources") or (),
        remarks=read.words("remarks"),
        origins=(with_co_leads(origin, shared),),
    )
    findings += state.findings
    findings += _doubts(read, observation, timeframe, values)
    return MadeActivity(activity=activity, findings=findings)


def activity_id(sender: str, number: str, title: Text) -> ActivityId:
    """Return the id of an activity: its sender and its number, else its title.

    Where a row has no number the id is made from the folded title, so that it stays
    the same when rows are moved.
    """
    if number:
        return ActivityId(f"{sender}:{number}")
    digest = hashlib.sha256(fold(str(title)).encode()).hexdigest()[:10]
    return ActivityId(f"{sender}:~{digest}")


def _titles(
    read: RowValues, cover: Cover, values: Values, findings: list[Finding]
) -> tuple[tuple[Text, ...], tuple[PlanReference, ...]]:
    """Return the title, further titles, and plans that stood in brackets in them."""
    plans: list[PlanReference] = []
    forms: dict[str, str] = {}
    others: list[str] = []
    english, main = ("title_english", "en"), ("title", cover.language or UNDETERMINED)
    if values.language == "en":  # nobody says which language is the national one
        columns = (english, main, ("title_national", UNDETERMINED))
    else:
        columns = (english, ("title_national", values.language), main)
    for key, language in columns:
        words = squeeze(read.words(key))
        if not words:
            continue
        words = _without_plan(words, key, read, values, plans, findings)
        # A column of one language says more than the general one beside it.
        if language not in forms:
            forms[language] = words
        elif words != forms[language]:
            others.append(words)
    others += [squeeze(line) for line in read.words("other_titles").splitlines()]
    titles = [Text.from_forms(forms)]
    titles += [Text.of(other, UNDETERMINED) for other in others if other]
    return tuple(titles), tuple(dict.fromkeys(plans))


def _without_plan(
    words: str,
    key: str,
    read: RowValues,
    values: Values,
    plans: list[PlanReference],
    findings: list[Finding],
) -> str:
    """Take a plan in brackets off the end of a title: ``(SLOM-WG Work Plan ...)``."""
    match = _LAST_BRACKETS.search(words)
    framework = find_framework(match[1], values.lexicon) if match else None
    if match is None or framework is None or not words[: match.start()]:
        return words
    plans.append(PlanReference(framework=framework.id, words=match[1]))
    fields = values.lexicon.fields.progress
    cell = read.cell(key)
    if cell is not None:
        findings.append(
            values.finding(
                value_rules.PLAN_IN_TITLE,
                field_of(fields, key),
                cell,
                found=match[1],
                expected=field_of(fields, "plan").label.in_(values.language),
            )
        )
    return words[: match.start()]


def _with_programme(
    references: tuple[PlanReference, ...], cover: Cover
) -> tuple[PlanReference, ...]:
    """Add the programme on which the file reports, where no reference names it."""
    programme = cover.framework
    if programme is None or any(r.framework == programme for r in references):
        return references
    return (*references, PlanReference(framework=programme))


def _placements(
    read: RowValues, cover: Cover, section: Section
) -> tuple[PlanReference, ...]:
    """Return the outcome and the area, each on the basis that the row states."""
    basis = read.get("placement_basis")
    outcome = read.get("outcome") or section.outcome or cover.outcome
    area = read.get("area") or section.area or cover.area
    placed = [reference for reference in (outcome, area) if reference]
    stated = Basis(basis) if basis else Basis.REPORTED
    return tuple(
        PlanReference(framework=r.framework, node=r.node, words=r.words, basis=stated)
        for r in placed
    )


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
    own_day = read.get("as_of")
    told = {"percent": percent, "change": change, "as_of": own_day}
    key = state.key
    if not key:
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
    )


def _doubts(
    read: RowValues,
    observation: Observation | None,
    timeframe: Timeframe,
    values: Values,
) -> list[Finding]:
    """Look at values of the row that do not go together."""
    fields = values.lexicon.fields.progress
    doubts = []
    percent = read.cell("percent")
    is_done = observation is not None and observation.status is Status.COMPLETED
    if observation and is_done and percent:
        share = observation.percent
        if not isinstance(share, Absence) and share < 1:
            of = field_of(fields, "percent")
            doubts.append(values.finding(row_rules.COMPLETED_PARTLY, of, percent))
    period = values.framework.period if values.framework else None
    cell = read.cell("timeframe")
    if values.framework and period and cell and not _touches(timeframe, period):
        doubts.append(
            values.finding(
                framework_rules.OUTSIDE_PERIOD,
                field_of(fields, "timeframe"),
                cell,
                framework=values.framework.id,
                period=period,
            )
        )
    return doubts


def _touches(timeframe: Timeframe, period: Period) -> bool:
    """Say whether any day of a time frame falls into *period*; the end may be open."""
    if timeframe.start is None:
        return True
    last = timeframe.end.end.year if timeframe.end else None
    begins_in_time = period.last is None or timeframe.start.start.year <= period.last
    return begins_in_time and (last is None or last >= period.first)
