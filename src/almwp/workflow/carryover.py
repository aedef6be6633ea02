"""Say what becomes of each activity of a programme in the next one."""

from collections.abc import Iterator

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, FrameworkStatus, Succession
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.workplan import WorkPlan
from almwp.plan.carryover import CarriedOver, OtherActivity, counted
from almwp.plan.carryoverplaces import Crosswalk, crosswalk_to, place_on
from almwp.plan.carryoverproposals import names_in, proposals_in
from almwp.plan.carryoverrows import ReportedRows
from almwp.plugins.registry import Plugins
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs
from almwp.workflow.allframeworks import frameworks_known
from almwp.workflow.carryovercrosswalk import (
    FilesKnown,
    GivenSuccessions,
    check_successions,
    numbers_of,
)
from almwp.workflow.carryoveritems import Items, is_led_elsewhere
from almwp.workflow.carryoverperiods import (
    draft_of,
    earlier_programme,
    periods_of,
)
from almwp.workflow.carryoverreports import ReportReasons
from almwp.workflow.carryovertaken import taken
from almwp.workflow.carryovertaking import Taking
from almwp.workflow.scoring import load_framework


@frozen(kw_only=True)
class WantedCarryOver:
    """Which carry-over is wanted.

    Attributes:
        to: Id of the next programme.
        framework: Id of the earlier one; found in the files, when not given.
        successions: The crosswalk between them, beside what the programmes say.
        crosswalk: Name of the file in which it stands, to tell its entries by.
        country: Whose activities and proposals to tell of; all, when not given.
        as_of: By when reports and proposals count; all do, when not given.
        language: Language of the words.
    """

    to: str
    framework: str | None = None
    successions: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    crosswalk: str = ""
    country: CountryCode | None = None
    as_of: Moment | None = None
    language: str = "en"


def carry_over(
    plan: WorkPlan,
    wanted: WantedCarryOver,
    plugins: Plugins,
    translate: Translate = in_english,
) -> CarriedOver:
    """Say what each activity of the earlier programme becomes, and why.

    The rules are told in ``docs/explanation/carry-over.md``: only what the data says
    surely decides; everything else is left undecided and asked.

    Args:
        plan: What the submissions say together.
        wanted: Which carry-over.
        plugins: Those that are loaded.
        translate: Into the language of the words.

    Raises:
        UnknownNameError: There is no such framework.
        CallError: The files report on no programme before the next one.
    """
    to = load_framework(wanted.to, plugins)
    known = {**frameworks_known(plugins), to.id: to}
    old = earlier_programme(plan, wanted.framework, to, known, plugins)
    periods = periods_of(old, to, known)
    day = wanted.as_of.end if wanted.as_of else None
    question = Question(framework=old, plans_under=tuple(periods.old - {old.id}))
    carried = [a for a in plan.activities if belongs(a, question)]
    ids = frozenset(activity.id for activity in carried)
    others = [a for a in plan.activities if a.id not in ids]
    proposals, left_out = proposals_in(plan.submissions, old.id, day)
    names = names_in(plan)
    rows = ReportedRows(of=names.reports, day=day)
    new = [a for a in others if any(r.framework in periods.new for r in a.references)]
    too_late = {a.id for a in new if not rows.was_sent(a)}
    numbers = numbers_of(ids)
    checked = check_successions(
        [
            GivenSuccessions(
                name=wanted.crosswalk, successions=wanted.successions, is_own=True
            ),
            GivenSuccessions(name=to.id, successions=to.successions),
            GivenSuccessions(name=old.id, successions=old.successions),
        ],
        to,
        periods,
        FilesKnown(
            names=names,
            carried=ids,
            numbers=numbers,
            later=frozenset(a.id for a in new if a.id not in too_late)
            | {sent.id for sent in proposals},
        ),
        translate,
    )
    taking = Taking(
        carried=tuple(carried),
        ids=ids,
        others=tuple(a for a in others if a.id not in too_late),
        proposals=proposals,
        crosswalk=checked,
        numbers=numbers,
        names=names,
        periods=periods,
        to=to,
        translate=translate,
        language=wanted.language,
    )
    earlier = [f for f in known.values() if f.id != to.id]
    draft = draft_of(to)
    crosswalk = crosswalk_to(
        to,
        [*earlier, draft] if draft else earlier,
        checked.every,
        translate,
        wanted.language,
        checked.doubtful,
    )
    items = Items(
        taking=taking,
        taken=taken(taking),
        crosswalk=crosswalk,
        reports=ReportReasons(
            periods=periods,
            day=day,
            translate=translate,
            contested={
                conflict.activity: conflict
                for conflict in plan.conflicts
                if conflict.field == "timeframe"
                and len({claim.owner for claim in conflict.claims}) > 1
            },
            rows=rows,
        ),
        question=question,
        translate=translate,
    )
    country = wanted.country
    elsewhere = is_led_elsewhere(plan, country) if country else frozenset()
    activities = [a for a in items.activities() if a.id not in elsewhere]
    kept = {a.id for a in activities}
    of_country = items.proposals_of(country, kept)
    return CarriedOver(
        old=old.id,
        new=to.id,
        new_is_adopted=to.status is FrameworkStatus.ADOPTED,
        as_of=wanted.as_of,
        country=country,
        outcomes=[place_on(old, node.id, node.basis) for node in old.outcomes],
        counts=counted(activities),
        activities=activities,
        proposals=of_country,
        others=[_other(a, taking) for a in taking.others if a.id not in elsewhere],
        doubts=checked.doubts,
        remarks=_remarks(to, crosswalk, left_out, len(too_late - elsewhere), translate),
    )


def _other(activity: Activity, taking: Taking) -> OtherActivity:
    named = dict.fromkeys(r.framework for r in activity.references if r.framework)
    return OtherActivity(
        id=activity.id,
        title=activity.title,
        frameworks=named,
        of_next=taking.of_next(activity),
    )


def _remarks(
    to: Framework,
    crosswalk: Crosswalk,
    left_out: int,
    too_late: int,
    translate: Translate,
) -> Iterator[str]:
    if to.status is FrameworkStatus.DRAFT:
        yield translate(
            "{programme} is a draft: places in it, marked (*), are provisional until "
            "the adopted text is loaded"
        ).format(programme=to.id)
    if not crosswalk.by_old:
        yield translate(
            "no crosswalk leads to {programme}: activities of the earlier programme "
            "have no place in it"
        ).format(programme=to.id)
    if left_out:
        yield translate(
            "proposals that were not surely sent by the day asked for are left out: "
            "{count}"
        ).format(count=left_out)
    if too_late:
        yield translate(
            "activities of {programme} that were not surely reported by the day asked "
            "for are left out: {count}"
        ).format(programme=to.id, count=too_late)
