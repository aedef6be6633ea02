"""Indicators together: weights, countries, absences, and where they stand."""

from fractions import Fraction
from functools import partial

import pytest
from almwp_progress.achievement import score
from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, NodeId
from almwp.model.indicator import (
    Indicator,
    Reading,
)
from almwp.model.policy import (
    AbsenceRule,
    AbsenceRules,
    GivenWeight,
    Policy,
    Weighting,
)
from almwp.model.score import Part, ScopeKind
from almwp.model.source import Basis, Origin
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.sampleindicators import sample_indicator as indicator
from almwp.testing.sampleindicators import sample_reading as reading
from almwp.testing.samples import sample_framework
from almwp.testing.totals import bounds_of_score as bounds
from almwp.testing.totals import only_part_of, total_of

F = Fraction


total = partial(total_of, score)


def part(*several: Indicator, policy: Policy | None = None) -> Part:
    return only_part_of(total(*several, policy=policy))


def test_percentages_of_countries_are_pooled_by_their_parts() -> None:
    small = indicator(reading("2023", 50, 50, 100), base=0, target=100, unit="%")
    large = indicator(
        reading("2023", 10, 90, 900), base=0, target=100, unit="%", country="ID"
    )
    scored = total(small, large)
    assert scored.value == F(14, 100)  # 140 of 1,000, not the mean of 50 % and 10 %
    assert (scored.known, scored.total) == (1, 1)
    by_country = score(
        WorkPlan(indicators=(small, large)), Question(by=(ScopeKind.COUNTRY,))
    )
    shares = {line.scope.id: line.score.value for line in by_country.lines[1:]}
    assert shares == {"ID": F(1, 10), "VN": F(1, 2)}


def test_pooled_baselines_and_targets_count_by_the_same_denominators() -> None:
    small = indicator(reading("2023", 50, 50, 100), base=20, target=80, unit="%")
    large = indicator(
        reading("2023", 10, 90, 900), base=0, target=100, unit="%", country="ID"
    )
    # 140 people instead of 20, where 80 and 900 were aimed at
    assert total(small, large).value == F(140 - 20, 80 + 900 - 20)


def test_without_all_denominators_a_shared_percentage_lies_between_its_members() -> (
    None
):
    small = indicator(reading("2023", 50), base=0, target=100, unit="%")
    large = indicator(
        reading("2023", 10, 90, 900), base=0, target=100, unit="%", country="ID"
    )
    scored = total(small, large)
    assert scored.value is Absence.BLANK
    assert bounds(scored) == (F(1, 10), F(1, 2))


@pytest.mark.parametrize(
    ("given_weights", "value"),
    [((1, 3), F(3, 4)), ((1, 0), F(0)), ((0, 0), Absence.NOT_APPLICABLE)],
    ids=["weighted", "one weight 0", "all weights 0"],
)
def test_weights_are_those_given_even_if_all_of_them_are_zero(
    given_weights: tuple[int, int], value: Fraction | Absence
) -> None:
    several = indicator(reading("2023", 40)), indicator(reading("2023", 60), number=2)
    weights = [
        GivenWeight(id=each.id, weight=weight)
        for each, weight in zip(several, given_weights, strict=True)
    ]
    policy = Policy(weights=Weighting.GIVEN, given=weights)
    assert total(*several, policy=policy).value == value


def test_an_indicator_without_a_given_weight_leaves_the_mean_open() -> None:
    several = indicator(reading("2023", 45)), indicator(reading("2023", 60), number=2)
    weights = [GivenWeight(id=several[0].id, weight=F(1))]
    scored = total(*several, policy=Policy(weights=Weighting.GIVEN, given=weights))
    assert scored.value is Absence.BLANK
    assert bounds(scored) == (F(1, 4), 1)
    assert "the policy lists none for it" in scored.parts[1].reason


def test_by_budget_an_indicator_weighs_what_its_activities_cost() -> None:
    several = indicator(reading("2023", 40)), indicator(reading("2023", 60), number=2)
    activities = [
        Activity(
            id=ActivityId(f"VN:{n}"),
            title=Text.of("Study"),
            budget=budget,
            indicators=(each.id,),
        )
        for n, (each, budget) in enumerate(
            zip(several, ("USD 25,000", "75000 USD"), strict=True)
        )
    ]
    question = Question(by=(), policy=Policy(weights=Weighting.BUDGET))
    plan = WorkPlan(indicators=several, activities=activities)
    assert score(plan, question).lines[0].score.value == F(3, 4)
    other = evolve(activities[0], budget="VND 25,000")
    mixed = evolve(plan, activities=(other, activities[1]))
    assert score(mixed, question).lines[0].score.value is Absence.BLANK


@pytest.mark.parametrize("absence", Absence)
def test_blank_and_not_applicable_are_neither_zero_nor_the_same(
    absence: Absence,
) -> None:
    several = (
        indicator(reading("2023", 50)),
        indicator(reading("2023", absence), number=2),
    )
    scored = total(*several)
    assert f"given as {absence}" in scored.parts[1].reason
    if absence in (Absence.BLANK, Absence.WITHHELD):
        assert bounds(scored) == (F(1, 4), F(3, 4))
        assert scored.value is Absence.BLANK
        assert (scored.known, scored.total) == (1, 2)
    else:
        assert scored.value == F(1, 2)
        assert (scored.known, scored.total) == (1, 1)
    assert str(absence) in scored.reasons[0]


@pytest.mark.parametrize("rule", AbsenceRule)
@pytest.mark.parametrize(
    ("key", "readings"),
    [
        ("not_reported", ()),
        ("blank", (reading("2023", Absence.BLANK),)),
        ("not_applicable", (reading("2023", Absence.NOT_APPLICABLE),)),
        ("not_due", (reading("2023", Absence.NOT_DUE),)),
        ("withheld", (reading("2023", Absence.WITHHELD),)),
    ],
)
def test_each_of_the_five_absences_follows_its_own_rule(
    key: str, readings: tuple[Reading, ...], rule: AbsenceRule
) -> None:
    other = next(each for each in AbsenceRule if each is not rule)
    rules = dict.fromkeys(AbsenceRules.__annotations__, other) | {key: rule}
    scored = total(indicator(*readings), policy=Policy(absences=AbsenceRules(**rules)))
    assert scored.total == (rule is AbsenceRule.BOUNDS)
    assert len(scored.parts) == 1


def test_only_readings_that_were_surely_made_by_the_day_count() -> None:
    known = indicator(reading("2022", 50), reading("2023", 60))
    assert total(known, as_of="2023-12-30").value == F(1, 2)
    early = total(known, as_of="2021")
    assert early.value is Absence.BLANK
    assert "no reading was surely made by 2021-12-31" in early.parts[0].reason


def test_an_indicator_without_a_node_stands_where_its_activity_does() -> None:
    frame = sample_framework()
    at = PlanReference(framework=frame.id, node=NodeId("A3"))
    activity = Activity(id=ActivityId("VN:1"), title=Text.of("Study"), references=(at,))
    known = evolve(indicator(reading("2023", 50)), activities=(activity.id,))
    plan = WorkPlan(indicators=(known,), activities=(activity,))
    card = score(plan, Question(framework=frame))
    assert [(x.scope.id, x.scope.basis) for x in card.lines[1:]] == [
        ("O2", Basis.INFERRED)
    ]


def test_every_part_leads_to_the_cell_of_its_reading() -> None:
    at = Origin(file="a.xlsx", sha256="0" * 64, sheet="S", cell="H7")
    assert part(indicator(evolve(reading("2023", 50), origin=at))).origin == at
