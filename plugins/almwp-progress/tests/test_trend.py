"""The trend scorer: each scope against itself, and nothing invented between reports."""

from collections.abc import Sequence
from fractions import Fraction

import almwp_progress
import pytest
from almwp_progress.trend import score

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.ids import ActivityId, CountryCode, IndicatorId
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.policy import Policy, Weighting
from almwp.model.score import Part, Score, Scorecard, ScoreLine
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.conformance.scorers import check_scorer
from almwp.testing.sampleactivities import told_in_file as report

SLOM_20, SLOM_21 = Moment.parse("2024-11-05"), Moment.parse("2025-10-17")
ONGOING, COMPLETED, PLANNED = Status.ONGOING, Status.COMPLETED, Status.PLANNED
F = Fraction
HALF = F(1, 2)


def activity(
    name: str,
    *reports: Observation,
    lead: str = "VN",
    timeframe: Timeframe | None = None,
    budget: str = "",
) -> Activity:
    return Activity(
        id=ActivityId(name),
        title=Text.of(name),
        leads=[Party(kind=PartyKind.COUNTRY, id=lead)],
        observations=reports,
        timeframe=timeframe or Timeframe(),
        budget=budget,
    )


def plan_of(*activities: Activity) -> WorkPlan:
    # Something of both days, so that each has a row: it never changes.
    both = (report(SLOM_20, COMPLETED), report(SLOM_21, COMPLETED))
    return WorkPlan(activities=[*activities, activity("other", *both, lead="ID")])


def card_of(plan: WorkPlan, **asked: object) -> Scorecard:
    return score(plan, Question(**({"by": ("country",)} | asked)))  # type: ignore[arg-type]


def lines_of(card: Scorecard, scope: str) -> Sequence[ScoreLine]:
    return [line for line in card.lines if line.scope.id == scope]


def figure(line: ScoreLine, name: str) -> Score:
    every = (*line.shares, *line.figures)
    return next(each.score for each in every if each.name == name)


def part_of(made: Score, name: str) -> Part:
    return next(part for part in made.parts if part.id == name)


def part_in(line: ScoreLine, name: str, wanted: str) -> Fraction | Absence | None:
    parts = figure(line, name).parts
    return next((part.value for part in parts if part.id == wanted), None)


def test_keeps_scorer_promises() -> None:
    scorers = {s.name: s for s in almwp_progress.almwp_scorers()}
    check_scorer(scorers["trend"])


@pytest.mark.parametrize(
    ("reports", "came", "went", "reason"),
    [
        ([report(SLOM_21, COMPLETED)], 1, 0, "first reported between"),
        (
            [report(SLOM_21, COMPLETED, change=Change.ADDED)],
            1,
            0,
            "added to the plan between",
        ),
        (
            [report(SLOM_20), report(SLOM_21, change=Change.WITHDRAWN)],
            0,
            1,
            "withdrawn between",
        ),
        ([report(SLOM_20, change=Change.WITHDRAWN)], 0, 0, "withdrawn by 2024-11-05"),
        (
            [report(SLOM_20, change=Change.WITHDRAWN), report(SLOM_21, COMPLETED)],
            0,
            0,
            "taken up again between",
        ),
        ([], 0, 0, "no report by 2025-10-17"),
        ([report(None, COMPLETED)], 0, 0, "no report by 2025-10-17"),
    ],
    ids=["first", "added", "withdrawn", "gone", "again", "never", "undated"],
)
def test_who_comes_and_goes_neither_moves_on_nor_falls(
    reports: list[Observation], came: int, went: int, reason: str
) -> None:
    line = card_of(plan_of(activity("a", *reports))).lines[1]
    change = figure(line, "change")
    part = part_of(change, "a")
    assert change.value == change.low == change.high == 0
    assert change.total == 1
    assert part.value is Absence.NOT_APPLICABLE
    assert part.weight == 0
    assert part.reason.startswith(reason)
    assert part_in(line, "first reported", "a") == came
    assert part_in(line, "withdrawn", "a") == went


def test_where_nothing_was_reported_again_no_change_is_told() -> None:
    plan = WorkPlan(
        activities=[
            activity("a", report(SLOM_20, ONGOING, HALF)),
            activity("b", report(SLOM_21, ONGOING, HALF)),
        ]
    )
    change = figure(card_of(plan).lines[1], "change")
    assert change.value is Absence.BLANK
    assert (change.low, change.high) == (F(-1, 2), HALF)
    assert "nothing was reported again, so no change can be told" in change.reasons


def test_one_moment_makes_no_change_and_says_so() -> None:
    card = card_of(WorkPlan(activities=[activity("a", report(SLOM_20))]))
    assert [line.as_of for line in card.lines] == [SLOM_20, SLOM_20]
    assert all("change" not in [f.name for f in x.figures] for x in card.lines)
    assert not any(line.shares for line in card.lines)
    said = [str(remark.text) for remark in card.remarks]
    assert said[0].startswith("reported as of one day only, so no change can be told")


def test_reports_without_a_date_have_no_place_in_time_and_that_is_said() -> None:
    card = card_of(WorkPlan(activities=[activity("a", report(None, COMPLETED))]))
    line = card.lines[0]
    assert line.as_of is None
    assert line.score.value is Absence.BLANK
    assert line.score.low == 0
    assert line.score.high == 1
    said = [(str(r.about), str(r.text)) for r in card.remarks]
    assert said[0][1].startswith("nothing was reported with a date")
    assert said[1] == (
        "reports without a date",
        "they have no place in time and do not count here; activities: 1",
    )


def test_an_empty_plan_has_one_line_and_no_moment() -> None:
    (line,) = card_of(WorkPlan()).lines
    assert (line.as_of, line.score.value) == (None, Absence.NOT_APPLICABLE)


def test_a_later_day_is_not_looked_at_when_an_earlier_one_is_asked_for() -> None:
    card = card_of(plan_of(), as_of=Moment.parse("2025"))
    earlier = card_of(plan_of(), as_of=Moment.parse("2025-10-16"))
    assert [x.as_of for x in lines_of(card, "ID")] == [SLOM_20, SLOM_21]
    assert [x.as_of for x in lines_of(earlier, "ID")] == [SLOM_20]


def test_countries_stand_in_the_order_of_their_ids_however_they_score() -> None:
    done, open_ = report(SLOM_20, COMPLETED), report(SLOM_20, PLANNED)
    worse_first = [activity("1", open_, lead="VN"), activity("2", done, lead="ID")]
    better_first = [activity("1", done, lead="VN"), activity("2", open_, lead="ID")]
    for activities in (worse_first, better_first):
        card = card_of(WorkPlan(activities=activities))
        assert [x.scope.id for x in card.lines] == ["", "ID", "VN"]


def test_weights_of_the_policy_count_in_the_change() -> None:
    def told(name: str, before: Fraction, after: Fraction, budget: str) -> Activity:
        reports = (report(SLOM_20, ONGOING, before), report(SLOM_21, ONGOING, after))
        return activity(name, *reports, budget=budget)

    small = told("small", F(0), F(1, 2), "USD 1,000")
    big = told("big", F(1, 2), F(1, 4), "USD 3,000")
    by_budget = Policy(weights=Weighting.BUDGET)
    card = card_of(WorkPlan(activities=[small, big]), policy=by_budget)
    assert figure(card.lines[1], "change").value == (F(1, 2) - 3 * F(1, 4)) / 4


def test_indicators_have_a_count_of_their_own_at_each_moment() -> None:
    readings = (
        Reading(when=Moment.parse(year), value=F(value))
        for year, value in (
            ("2023", 45),
            ("2024", 50),
            ("2025-06", 55),
        )
    )
    indicator = Indicator(
        id=IndicatorId("VN:1"),
        name=Text.of("Workers covered"),
        country=CountryCode("VN"),
        baseline=Reading(when=Moment.parse("2020"), value=F(40)),
        targets=[Target(year=2025, value=F(60))],
        readings=readings,
    )
    reports = (report(SLOM_20, ONGOING, HALF), report(SLOM_21, ONGOING, F(3, 4)))
    plan = WorkPlan(activities=[activity("a", *reports)], indicators=[indicator])
    lines = lines_of(card_of(plan), "VN")
    told = [(str(x.as_of), figure(x, "indicators").value) for x in lines]
    assert told == [
        ("2024-11-05", F(1, 4)),
        ("2024-12-31", HALF),
        ("2025-06-30", F(3, 4)),
        ("2025-10-17", F(3, 4)),
    ]
    assert {figure(x, "indicators").total for x in lines} == {1}


def test_indicators_without_activities_are_named() -> None:
    indicator = Indicator(
        id=IndicatorId("PH:1"),
        name=Text.of("Workers"),
        country=CountryCode("PH"),
        readings=[Reading(when=Moment.parse("2023"), value=F(1))],
    )
    plan = WorkPlan(activities=[activity("a", report(SLOM_20))], indicators=[indicator])
    said = {str(r.about): str(r.text) for r in card_of(plan).remarks}
    assert said["indicators without activities"].endswith(": country:PH")
