"""What a person decided stands; what was not chosen is kept, and no longer counts."""

from fractions import Fraction
from typing import Any

import pytest

from almwp.model.absence import Absence
from almwp.model.activity import (
    Activity,
    Change,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
)
from almwp.model.decision import (
    DIFFERENT,
    SAME,
    ActivityName,
    Decision,
    DecisionKind,
    WhyUnfit,
)
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge

TITLE = "Regional study on labour inspection"
ALM = FrameworkId("ALM-WP-2021-2025")
DAY = Moment.parse("2025-10-21")


def sent(
    country: str, title: str = TITLE, number: str = "1", **facts: Any
) -> Submission:
    digits = country.lower().encode().hex().ljust(64, "0")
    row = RowOrigin(
        file=f"{country}.xlsx",
        sha256=digits,
        sheet="S",
        row=5,
        columns=(("title", "B"), ("place", "C")),
    )
    activity = Activity(
        id=ActivityId(f"{country}:{number}"),
        number=number,
        title=Text.of(title, "en"),
        origins=(row,),
        **facts,
    )
    return Submission(
        file=row.file,
        sha256=digits,
        country=CountryCode(country),
        activities=(activity,),
    )


def take(value: str, field: str, activity: str = "PH:1", **facts: Any) -> Decision:
    return Decision(
        kind=DecisionKind.VALUE,
        activities=(ActivityName(id=activity),),
        field=field,
        take=value,
        by="Ms Lan",
        because="seen",
        **facts,
    )


def pair(word: str, one: ActivityName, other: ActivityName) -> Decision:
    return Decision(kind=DecisionKind.PAIR, activities=(one, other), take=word)


def led_by(*countries: str) -> tuple[Party, ...]:
    return tuple(Party(kind=PartyKind.COUNTRY, id=country) for country in countries)


@pytest.mark.parametrize(
    ("field", "vn", "ph", "value"),
    [
        ("place", "Hà Nội", "Manila", "Hà Nội"),
        ("leads", led_by("VN"), led_by("VN", "PH"), "VN"),
        ("budget", "USD 10,000", "USD 20,000", "USD 10,000"),
        ("timeframe", Timeframe(raw="2022"), Timeframe(raw="2023"), "2022"),
        ("host", CountryCode("VN"), CountryCode("PH"), "VN"),
    ],
)
def test_the_chosen_value_stands_and_the_conflict_is_seen_as_resolved(
    field: str, vn: Any, ph: Any, value: str
) -> None:
    pile = [sent("VN", **{field: vn}), sent("PH", **{field: ph})]
    plan = merge(pile, [take(value, field)])
    assert getattr(plan.activities[0], field) == vn
    assert [*plan.conflicts, *plan.unfit] == []
    (resolved,) = plan.resolved
    assert len(resolved.conflict.claims) == 2
    assert (resolved.decision.by, resolved.decision.because) == ("Ms Lan", "seen")


def test_a_value_can_be_chosen_by_its_owner_and_by_another_id_or_title() -> None:
    pile = [sent("VN", place="Hà Nội"), sent("PH", place="Manila")]
    for decision in (
        take("VN", "place"),
        take("ha noi", "place"),
        take("Hà Nội", "place", "VN:1"),
        take("Hà Nội", "place", "PH:1#2"),
    ):
        plan = merge(pile, [decision])
        assert plan.activities[0].place == "Hà Nội"


def seen(status: Status, **facts: Any) -> tuple[Observation, ...]:
    return (Observation(as_of=DAY, status=status, word=status.value, **facts),)


def test_a_state_that_was_not_chosen_counts_no_longer_but_its_report_stays() -> None:
    half = Fraction(1, 2)
    pile = [
        sent("VN", observations=seen(Status.COMPLETED)),
        sent("PH", observations=seen(Status.ONGOING, percent=half, note="a remark")),
    ]
    plan = merge(pile, [take("completed", "status", about="2025-10-21")])
    (activity,) = plan.activities
    states = [o.status for o in activity.observations]
    assert sorted(states) == [Absence.BLANK, Status.COMPLETED]
    assert {o.percent for o in activity.observations} == {Absence.BLANK, half}
    assert [o.note for o in activity.observations if o.note] == ["a remark"]
    sent_states = [
        o.status for s in plan.sent for a in s.activities for o in a.observations
    ]
    assert sorted(sent_states) == [Status.COMPLETED, Status.ONGOING]


def test_a_withdrawal_that_was_not_chosen_withdraws_nothing() -> None:
    gone = (Observation(as_of=DAY, status=Status.ONGOING, change=Change.WITHDRAWN),)
    pile = [
        sent("VN", observations=seen(Status.ONGOING)),
        sent("PH", observations=gone),
    ]
    (activity,) = merge(pile, [take("ongoing", "status")]).activities
    assert [(o.status, o.change) for o in activity.observations] == [
        (Status.ONGOING, None)
    ]


def test_each_day_is_decided_for_itself() -> None:
    earlier = Observation(as_of=Moment.parse("2024-10-31"), status=Status.PLANNED)
    other = Observation(as_of=Moment.parse("2024-10-31"), status=Status.ONGOING)
    pile = [
        sent("VN", observations=(earlier, *seen(Status.COMPLETED))),
        sent("PH", observations=(other, *seen(Status.ONGOING))),
    ]
    plan = merge(pile, [take("planned", "status", about="2024-10-31")])
    assert [c.about for c in plan.conflicts] == ["2025-10-21"]
    assert [r.conflict.about for r in plan.resolved] == ["2024-10-31"]


def test_a_percentage_and_a_place_in_a_plan_are_decided_alike() -> None:
    def placed(node: str) -> tuple[PlanReference, ...]:
        return (PlanReference(framework=ALM, node=NodeId(node)),)

    def done(tenths: int) -> tuple[Observation, ...]:
        share = Fraction(tenths, 10)
        return (Observation(as_of=DAY, percent=share),)

    pile = [
        sent("VN", references=placed("1"), observations=done(5)),
        sent("PH", references=placed("2"), observations=done(7)),
    ]
    plan = merge(pile, [take("50 %", "percent"), take(f"{ALM} 1", "outcome")])
    (activity,) = plan.activities
    assert [o.percent for o in activity.observations] == [Fraction(1, 2)]
    assert activity.references == placed("1")
    assert plan.conflicts == ()


def lapsed(plan: WorkPlan) -> list[WhyUnfit]:
    return [each.why for each in plan.unfit]


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (take("Hà Nội", "place", among=("Hà Nội", "Cebu")), WhyUnfit.VALUES_CHANGED),
        (take("Cebu", "place"), WhyUnfit.NOT_OFFERED),
        (take("completed", "status"), WhyUnfit.NOT_OPEN),
        (take("Hà Nội", "place", "VN:7"), WhyUnfit.NAMES_NOTHING),
    ],
)
def test_a_decision_that_does_not_fit_is_not_applied(
    decision: Decision, why: WhyUnfit
) -> None:
    pile = [sent("VN", place="Hà Nội"), sent("PH", place="Manila")]
    plan = merge(pile, [decision])
    assert lapsed(plan) == [why]
    assert len(plan.conflicts) == 1
    assert plan.activities == merge(pile).activities


def test_decisions_that_contradict_each_other_decide_nothing() -> None:
    pile = [sent("VN", place="Hà Nội"), sent("PH", place="Manila")]
    plan = merge(pile, [take("Hà Nội", "place"), take("Manila", "place", "VN:1")])
    assert lapsed(plan) == [WhyUnfit.CONTRADICTED] * 2
    assert len(plan.conflicts) == 1


OTHER = "A survey of inspectors"
ONE, TWO = ActivityName(id="VN:1", title=TITLE), ActivityName(id="PH:1", title=OTHER)


def test_two_are_one_on_a_persons_word_whatever_their_titles() -> None:
    pile = [sent("VN"), sent("PH", OTHER)]
    plan = merge(pile, [pair(SAME, ONE, TWO)])
    (activity,) = plan.activities
    assert len(activity.origins) == 2
    assert plan.conflicts == ()
    assert [r.conflict.field for r in plan.resolved] == ["title"]


def test_one_is_two_on_a_persons_word_and_is_not_asked_about_again() -> None:
    pile = [sent("VN"), sent("PH")]
    two = ActivityName(id="PH:1", title=TITLE)
    plan = merge(pile, [pair(DIFFERENT, two, ONE)])
    assert len(plan.activities) == 2
    assert [*plan.conflicts, *plan.suggestions] == []
    assert {r.conflict.field for r in plan.resolved} == {"leads"}


def test_of_three_what_contradicts_the_others_is_not_applied() -> None:
    third = ActivityName(id="ID:1", title="Guidelines")
    pile = [sent("VN"), sent("PH", OTHER), sent("ID", "Guidelines")]
    told = [pair(SAME, ONE, TWO), pair(SAME, TWO, third), pair(DIFFERENT, ONE, third)]
    plan = merge(pile, told)
    assert lapsed(plan) == [WhyUnfit.CONTRADICTED] * 3
    assert len(plan.activities) == 3
    assert len(merge(pile, told[:2]).activities) == 1
