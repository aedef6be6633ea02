"""Make a proposals template that holds what a carry-over left undecided."""

import hashlib

from almwp.catalogue.members import members
from almwp.errors import Translate, in_english
from almwp.intake.form import Form
from almwp.intake.lexicon import Lexicon
from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework
from almwp.model.position import Proposal
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.carryover import ActivityFate, CarriedActivity, CarriedOver
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

    Each row names the activity under what it continues.  Rows that stay in the form
    are proposals; of what is not proposed the row is deleted.

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
    proposals = [
        _proposal(each, known[each.id], carried, new, translate)
        for each in carried.becoming(ActivityFate.UNDECIDED)
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
) -> Proposal:
    """Return a row: the activity as it was, what it continues, and what is asked."""
    references = [
        PlanReference(framework=place.framework, node=place.node)
        for place in undecided.hanging.places
        if place.framework == new.id
    ]
    asked = translate("{old}, {id}: {question}?").format(
        old=carried.old, id=activity.id, question=undecided.question
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
        continues=(activity.id,),
        proposed_by=carried.country,
        remarks=asked,
    )


def _name_of(carried: CarriedOver) -> str | None:
    return next((m.iso2 for m in members() if m.iso2 == carried.country), None)
