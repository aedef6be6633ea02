"""Turn a published count into activities, so that the same scorers can score it."""

from almwp.model.activity import Activity, Observation, PlanReference, Status
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId
from almwp.model.source import Statement, Tally
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan


def plan_of_tally(framework: Framework, tally: Tally) -> WorkPlan:
    """Return a plan of as many activities as *tally* counted.

    The activities have no titles of their own: the count is public, its list is not.
    Those of which the count says nothing have no observation.
    """
    states = (
        [Status.COMPLETED] * (tally.completed or 0)
        + [Status.ONGOING] * (tally.ongoing or 0)
        + [Status.PLANNED] * (tally.planned or 0)
    )
    activities = []
    for place in range(tally.total):
        status = states[place] if place < len(states) else None
        seen = (
            Observation(as_of=tally.as_of, status=status, basis=tally.basis)
            if status
            else None
        )
        activities.append(
            Activity(
                id=ActivityId(f"{framework.id}:{tally.id}/{place + 1}"),
                title=Text.of(
                    f"{place + 1} of {tally.total} {tally.text} (title not public)"
                ),
                references=(PlanReference(framework=framework.id, basis=tally.basis),),
                bodies=framework.bodies,
                observations=(seen,) if seen else (),
                sources=tally.sources,
            )
        )
    return WorkPlan(framework=framework.id, activities=tuple(activities))


def remark_on(framework: Framework, tally: Tally) -> Statement:
    """Return what must be said with figures that come from *tally*."""
    counted = {code: tally.text.in_(code) for code in ("en", "vi")}
    forms = {
        "en": f"{tally.total} {counted['en']}, as a count of {framework.id}",
        "vi": f"{tally.total} {counted['vi']}, theo số liệu của {framework.id}",
    }
    return Statement(
        about="published count",
        text=Text.from_forms(forms),
        basis=tally.basis,
        sources=tally.sources,
        as_of=tally.as_of,
        note=tally.note,
    )
