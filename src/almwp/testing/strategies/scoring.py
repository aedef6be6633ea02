"""What scorers are asked, in all its variety: weights, policies, plans and places."""

from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st

from almwp.model.activity import PlanReference
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, IndicatorId, NodeId
from almwp.model.indicator import Direction, Indicator
from almwp.model.policy import (
    AbsenceRule,
    AbsenceRules,
    Cap,
    GivenWeight,
    NoBaseline,
    Policy,
    TargetIsBaseline,
    Weighting,
)
from almwp.model.workplan import WorkPlan
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.testing.samples import sample_framework
from almwp.testing.strategies.activities import activities

_NODES = ("O1", "O2", "A1", "A2", "A3")
_AREAS = ("A1", "A2", "A3")
_BUDGETS = ("", "USD 100", "USD 2.500", "US$ 0", "to be confirmed", "1,5 tỷ đồng")

absence_rules: st.SearchStrategy[AbsenceRules] = st.builds(
    AbsenceRules,
    not_reported=st.sampled_from(AbsenceRule),
    blank=st.sampled_from(AbsenceRule),
    not_applicable=st.sampled_from(AbsenceRule),
    not_due=st.sampled_from(AbsenceRule),
    withheld=st.sampled_from(AbsenceRule),
)


@st.composite
def weighted_frameworks(draw: st.DrawFn, least: int = 0) -> Framework:
    """Return a framework of which nodes may weigh something, nothing, or who knows."""
    weight = st.integers(least, 3).map(Fraction)
    known = weight if least else st.none() | weight
    frame = sample_framework()
    return evolve(frame, nodes=[evolve(n, weight=draw(known)) for n in frame.nodes])


@st.composite
def scored_plans(draw: st.DrawFn, *, in_one_area: bool = False) -> WorkPlan:
    """Return a plan of activities and indicators that stand in the sample framework.

    Args:
        draw: Draws.
        in_one_area: Whether each stands in one area, and nowhere else.
    """
    frame = sample_framework().id
    several = draw(st.lists(activities, max_size=4))
    measures = draw(st.lists(_indicators, max_size=3))
    count = len(several) + len(measures)
    places = []
    for _ in range(count):
        names = draw(
            st.lists(
                st.sampled_from(_AREAS if in_one_area else _NODES),
                min_size=int(in_one_area),
                max_size=1 if in_one_area else 2,
                unique=True,
            )
        )
        places.append(
            [PlanReference(framework=frame, node=NodeId(name)) for name in names]
        )
    return WorkPlan(
        framework=frame,
        activities=[
            evolve(
                one,
                id=ActivityId(f"VN:{n}"),
                references=places[n],
                budget=draw(st.sampled_from(_BUDGETS)),
            )
            for n, one in enumerate(several)
        ],
        indicators=[
            evolve(
                one,
                id=IndicatorId(f"VN:indicator:{n}"),
                framework=frame,
                references=places[len(several) + n],
            )
            for n, one in enumerate(measures)
        ],
    )


def _measure(
    value: int, base: int | None, target: int, direction: Direction, country: str
) -> Indicator:
    return sample_indicator(
        sample_reading("2023", value),
        base=base,
        target=target,
        direction=direction,
        country=country,
    )


_numbers = st.integers(-5, 60)
_indicators = st.builds(
    _measure,
    _numbers,
    st.none() | _numbers,
    _numbers,
    st.sampled_from(Direction),
    st.sampled_from(["VN", "ID", "PH"]),
)


@st.composite
def policies_for(draw: st.DrawFn, plan: WorkPlan, least: int = 0) -> Policy:
    """Return a policy of any choices; it may list weights for some of *plan*."""
    ids = [a.id for a in plan.activities] + [i.id for i in plan.indicators]
    weights = draw(st.sampled_from(Weighting))
    listed: list[GivenWeight] = []
    if weights is Weighting.GIVEN:
        some = draw(st.lists(st.sampled_from([*ids, "VN:gone"]), unique=True))
        weight = st.integers(least, 3).map(Fraction)
        listed = [GivenWeight(id=each, weight=draw(weight)) for each in some or ids]
        weights = weights if listed else Weighting.EQUAL
    return Policy(
        weights=weights,
        given=listed,
        cap=Cap.CAPPED,
        absences=draw(absence_rules),
        no_baseline=draw(st.sampled_from(NoBaseline)),
        target_is_baseline=draw(st.sampled_from(TargetIsBaseline)),
    )
