"""The report kind ``plan``: the plan itself, for formats that other programs read.

Its words are those of the report on progress and a table of indicators; its data are
the activities, indicators, submissions and contradictions, with the scores beside them.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from almwp.exporting.csvcells import decimal
from almwp.model.absence import Absence
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.ledger import Ledger
from almwp.model.position import Audience
from almwp.model.report import Block, Column, Heading, Report, Table, TableCell
from almwp.model.score import Scorecard
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.contested import contested_fields
from almwp_slom.progress import build as build_progress
from almwp_slom.redaction import is_open, opened_activities, opened_indicators
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the report: that on progress, with the plan as its data."""
    paper = build_progress(request)
    card = paper.data
    assert isinstance(card, Scorecard), "the report on progress is made from scores"
    plan = readable_plan(request)
    setting = Setting.of(request, plan.activities)
    return evolve(
        paper,
        title=setting.say("Activities, indicators and scores"),
        blocks=(*paper.blocks, *_indicator_blocks(plan.indicators, setting)),
        data=plan,
        scorecard=card,
    )


def readable_plan(request: ReportRequest) -> WorkPlan:
    """Return what of the plan the readers of the report may see.

    What a country has prepared for a meeting is never in it: that is the position.
    """
    plan = request.plan
    if is_open(request.audience):
        day = request.as_of.end if request.as_of else None
        contested = contested_fields(plan, day)
        return WorkPlan(
            framework=plan.framework,
            activities=opened_activities(plan.activities, contested, day),
            indicators=opened_indicators(plan.indicators, contested),
        )
    return evolve(
        plan,
        submissions=[_readable(s, request.audience) for s in plan.submissions],
        superseded=[
            evolve(each, submission=_readable(each.submission, request.audience))
            for each in plan.superseded
        ],
    )


def _readable(submission: Submission, audience: Audience) -> Submission:
    """Return a submission without what the plan has, and what is not for the plan."""
    bare = evolve(
        submission,
        delegation=(),
        objectives=(),
        notice="",
        activities=(),
        indicators=(),
        proposals=(),
        agenda=(),
        asks=(),
        programme=None,
    )
    if audience is Audience.INTERNAL:
        return bare
    # A finding cites the cell that it is about, in whatever sheet that is.
    return evolve(bare, contact="", findings=(), ledger=Ledger())


def _indicator_blocks(
    indicators: tuple[Indicator, ...], setting: Setting
) -> Iterator[Block]:
    if not indicators:
        return
    say = setting.say
    yield Heading(text=say("Indicators"))
    yield Table(
        caption=say("Indicators"),
        columns=(
            Column(heading=say("Indicator"), share=6),
            Column(heading=say("Unit"), share=2),
            Column(heading=say("Baseline"), share=3, is_number=True),
            Column(heading=say("Last target"), share=3, is_number=True),
            Column(heading=say("Last reading"), share=3, is_number=True),
        ),
        rows=[_row(indicator, setting) for indicator in indicators],
    )


def _row(indicator: Indicator, setting: Setting) -> tuple[TableCell, ...]:
    everybody = [r for r in indicator.readings if not r.group]
    targets = [t for t in indicator.targets if not t.group]
    last = max(targets, key=lambda t: t.year, default=None)
    name = setting.origins(indicator.origin_of("name"))
    return (
        TableCell(text=setting.wording.text(indicator.name), origins=name),
        TableCell(text=indicator.unit),
        _value(indicator.baseline, setting),
        _value(last, setting),
        _value(everybody[-1] if everybody else None, setting),
    )


def _value(told: Reading | Target | None, setting: Setting) -> TableCell:
    if told is None:
        return TableCell(text="")
    value: Fraction | Absence = told.value
    at: Origin | None = told.origin
    origins = setting.origins(at)
    when = str(told.year) if isinstance(told, Target) else str(told.when or "")
    if isinstance(value, Absence):
        words = setting.say(value.value)
        return TableCell(text=f"{words} ({when})" if when else words, origins=origins)
    text = f"{decimal(value)} ({when})" if when else decimal(value)
    return TableCell(text=text, number=value, origins=origins)
