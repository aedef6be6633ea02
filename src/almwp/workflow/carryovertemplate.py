"""Make a proposals template that holds what a carry-over left undecided."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve

from almwp.catalogue.members import members
from almwp.errors import Translate, in_english
from almwp.intake.form import Form
from almwp.intake.lexicon import Lexicon
from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.position import Proposal
from almwp.model.submission import Submission
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plan.carryover import ActivityFate, CarriedActivity, CarriedOver
from almwp.plan.carryoverproposals import proposals_in, question_of_form
from almwp.plugins.registry import Plugins
from almwp.workflow.scoring import load_framework
from almwp.workflow.templates import WantedTemplate, make_template


def template_of(
    carried: CarriedOver,
    plan: WorkPlan,
    lexicon: Lexicon,
    plugins: Plugins,
    language: str = "en",
    translate: Translate = in_english,
) -> Form:
    """Return a form for proposals with a row for each undecided activity.

    Each row names the activity under what it continues.  A row with a time frame is a
    proposal; one without says nothing yet.  Where one proposal of the country has the
    title of the activity, the row is that proposal, so that it does not become two.

    Args:
        carried: The carry-over.
        plan: The plan from which it was made.
        lexicon: Words of all languages.
        plugins: Those that are loaded.
        language: Language of the form.
        translate: Into that language, for remarks.

    Raises:
        UnknownNameError: There is no such language.
    """
    known = {activity.id: activity for activity in plan.activities}
    new = load_framework(carried.new, plugins)
    undecided = carried.becoming(ActivityFate.UNDECIDED)
    asked_for = _asked_for(undecided, carried, plan)
    proposals = [
        _proposal(each, known[each.id], carried, new, translate, asked_for.get(each.id))
        for each in undecided
    ]
    told = repr([(p.id, p.title) for p in proposals]).encode()
    filled = Submission(
        file="carry-over",
        sha256=hashlib.sha256(told).hexdigest(),
        kind="proposals",
        country=carried.country,
        framework=carried.new,
        proposals=proposals,
    )
    return make_template(
        WantedTemplate(
            kind="proposals",
            framework=carried.new,
            country=_name_of(carried),
            language=language,
            submissions=(filled,),
        ),
        lexicon,
        plugins,
    )


def _proposal(
    undecided: CarriedActivity,
    activity: Activity,
    carried: CarriedOver,
    new: Framework,
    translate: Translate,
    asked_for: Proposal | None,
) -> Proposal:
    """Return a row: the activity as it was, what it continues, and what is asked."""
    own = _own_id(undecided, carried.country)
    references = [
        PlanReference(framework=place.framework, node=place.node)
        for place in undecided.hanging.places
        if place.framework == new.id
    ]
    asked = translate(
        "{asked} {question}? to propose it state its time frame, else delete the row"
    ).format(asked=question_of_form(carried.old, own), question=undecided.question)
    if asked_for is not None:
        named = dict.fromkeys((*asked_for.continues, own))
        return evolve(
            asked_for, continues=named, when=None, timeframe=Timeframe(), remarks=asked
        )
    return Proposal(
        id=activity.id,
        title=activity.title,
        framework=carried.new,
        references=references[:1],
        kind=activity.kind,
        leads=activity.leads,
        co_leads=activity.co_leads,
        partners=activity.partners,
        output=activity.output,
        continues=(own,),
        proposed_by=carried.country,
        remarks=asked,
    )


def _own_id(undecided: CarriedActivity, country: CountryCode | None) -> ActivityId:
    """Return the id of an activity in the list of the country that is asked."""
    names = (undecided.id, *undecided.reported_as)
    own = (name for name in names if name.partition(":")[0] == country)
    return next(own, undecided.id)


def _asked_for(
    undecided: Iterable[CarriedActivity], carried: CarriedOver, plan: WorkPlan
) -> Mapping[ActivityId, Proposal]:
    """Return the proposal about which alone it is asked whether it takes something up.

    Only one of the country's own, of which nothing else is asked.
    """
    day = carried.as_of.end if carried.as_of else None
    sent, _ = proposals_in(plan.submissions, carried.old, day)
    known = {each.id: each.proposal for each in sent if each.is_filled_in}
    found: dict[ActivityId, str] = {}
    for activity in undecided:
        named = {name for reason in activity.reasons for name in reason.proposals}
        if len(named) == 1:
            found[activity.id] = named.pop()
    asked = Counter(found.values())
    return {
        activity: known[name]
        for activity, name in found.items()
        if asked[name] == 1
        and name in known
        and name.partition(":")[0] == carried.country
    }


def _name_of(carried: CarriedOver) -> str | None:
    return next((m.iso2 for m in members() if m.iso2 == carried.country), None)
