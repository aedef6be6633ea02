"""The implementation scorer keeps every promise, and gives published figures back."""

from fractions import Fraction
from pathlib import Path

import almwp_progress
import pytest
from almwp_progress.implementation import score
from attrs import evolve
from hypothesis import given, settings

from almwp.catalogue.frameworks import framework
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, RowOrigin, Status
from almwp.model.ids import FrameworkId
from almwp.model.moment import Moment
from almwp.model.score import Part, ScopeKind, Score, Scorecard
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.plan.tallies import plan_of_tally
from almwp.plugins.loading import load_plugins
from almwp.scoring.question import Question
from almwp.testing.conformance.scorers import check_scorer
from almwp.testing.sampleactivities import activity, told
from almwp.testing.samples import sample_plan
from almwp.testing.strategies import plans

SLOM_WG = FrameworkId("SLOM-WG-WP-2021-2025")


def test_keeps_scorer_promises() -> None:
    scorer, *_ = almwp_progress.almwp_scorers()
    check_scorer(scorer)


@given(plans)
@settings(max_examples=25)
def test_keeps_scorer_promises_on_any_plan(plan: WorkPlan) -> None:
    scorer, *_ = almwp_progress.almwp_scorers()
    settled = [_dated(activity) for activity in plan.activities]
    check_scorer(scorer, [evolve(plan, activities=tuple(settled))])


def test_keeps_scorer_promises_where_all_was_withdrawn() -> None:
    scorer, *_ = almwp_progress.almwp_scorers()
    withdrawn = told(Absence.BLANK, change=Change.WITHDRAWN)
    plan = WorkPlan(activities=[activity(number, withdrawn) for number in range(4)])
    check_scorer(scorer, [plan])


def _dated(activity: Activity) -> Activity:
    """Keep the newest report only: of rivals, one alone cannot settle the state."""
    return evolve(activity, observations=activity.observations[-1:])


def test_is_found_by_its_entry_point() -> None:
    plugins = load_plugins()
    assert plugins.scorers.provider_of("implementation") == "progress"
    assert plugins.failures == ()


def card(*activities: Activity, as_of: str | None = None) -> Scorecard:
    moment = Moment.parse(as_of) if as_of else None
    return score(WorkPlan(activities=activities), Question(by=(), as_of=moment))


def share(scored: Scorecard, name: str) -> Score:
    return next(s.score for s in scored.lines[0].shares if s.name == name)


def only_part(scored: Scorecard) -> Part:
    (part,) = scored.lines[0].score.parts
    return part


def test_31_projects_6_completed_5_ongoing() -> None:
    """Reported in October 2022; that they are the SLOM-WG plan is inferred."""
    known = framework(SLOM_WG)
    plan = plan_of_tally(known, known.tallies[0])
    scored = score(plan, Question(framework=known, by=(ScopeKind.BODY,)))
    programme = scored.lines[0]
    assert (programme.scope.kind, programme.scope.id) == (ScopeKind.PROGRAMME, SLOM_WG)
    assert programme.score.value == Fraction(6, 31)
    assert (programme.score.low, programme.score.high) == (
        Fraction(6, 31),
        Fraction(26, 31),
    )
    assert (programme.score.known, programme.score.total) == (11, 31)
    assert share(scored, "ongoing").value == Fraction(5, 31)
    assert share(scored, "not reported").value == Fraction(20, 31)
    assert "the state of 20 of 31 is not known: " in programme.score.reasons[0]
    assert programme.score.reasons[1] == "not known, as not reported: 20"
    bases = {part.basis for part in programme.score.parts if part.value == 1}
    assert bases == {Basis.INFERRED}


def test_the_readme_shows_these_very_figures() -> None:
    readme = Path(__file__).parents[1] / "README.md"
    text = readme.read_text(encoding="utf-8")
    known = framework(SLOM_WG)
    scored = score(plan_of_tally(known, known.tallies[0]), Question(framework=known))
    for each in scored.lines[0].shares:
        bounds = f"{each.score.low * 31}/31 | {each.score.high * 31}/31"
        assert f"| {each.name} | {each.score.value * 31}/31 | {bounds} |" in text
    assert "11 of 31" in text


def test_964_of_977_is_not_rounded() -> None:
    done = [activity(n, told(Status.COMPLETED)) for n in range(964)]
    rest = [activity(n, told(Status.ONGOING)) for n in range(964, 977)]
    assert card(*done, *rest).lines[0].score.value == Fraction(964, 977)


def test_a_plan_without_activities_has_one_line_and_no_share() -> None:
    (line,) = card().lines
    assert line.scope.kind is ScopeKind.PROGRAMME
    assert line.score.value is Absence.NOT_APPLICABLE
    assert (line.score.known, line.score.total) == (0, 0)


def test_only_what_was_surely_reported_by_the_day_counts() -> None:
    one = activity(
        1, told(Status.ONGOING, "2023-11-23"), told(Status.COMPLETED, "2024")
    )
    assert card(one, as_of="2022").lines[0].score.value == 0
    assert card(one, as_of="2022").lines[0].score.known == 0
    assert share(card(one, as_of="2024-12-30"), "ongoing").value == 1
    assert share(card(one, as_of="2024"), "completed").value == 1


def test_reports_of_one_day_that_differ_leave_the_state_open() -> None:
    rivals = told(Status.ONGOING, "2024-05-01"), told(Status.COMPLETED, "2024-05-01")
    scored = card(activity(1, *rivals))
    assert scored.lines[0].score.known == 0
    assert scored.lines[0].score.low == 0
    assert scored.lines[0].score.high == 1
    assert only_part(scored).reason == (
        "reported as completed as of 2024-05-01 and as ongoing as of 2024-05-01"
    )


def test_what_was_withdrawn_is_counted_as_such() -> None:
    scored = card(activity(1, told(Status.ONGOING, "2024", change=Change.WITHDRAWN)))
    assert share(scored, "withdrawn").value == 1
    assert scored.lines[0].score.known == 1


@pytest.mark.parametrize("absence", Absence)
def test_every_absence_keeps_its_name(absence: Absence) -> None:
    scored = card(activity(1, told(absence, "2024")))
    part = only_part(scored)
    assert part.value is absence
    assert part.reason == f"the state was given as {absence} as of 2024"
    (*_, counted) = scored.lines[0].score.reasons
    left_out = absence in (Absence.NOT_APPLICABLE, Absence.NOT_DUE)
    how = "left out by the policy" if left_out else "not known"
    assert counted == f"{how}, as {absence}: 1"
    assert scored.lines[0].score.total == (not left_out)


@pytest.mark.parametrize(
    ("report", "reason"),
    [
        (None, "no state was reported"),
        (told(Status.COMPLETED), "reported as completed, without a date"),
        (told(Status.PLANNED, "2024-Q3"), "reported as planned as of 2024-Q3"),
        (
            told(Absence.BLANK, word="Being explored"),
            "reported as 'Being explored', which is none of the three states",
        ),
        (
            told(Absence.BLANK, "2024", percent=Fraction(2, 5)),
            "only a share was reported (2/5) as of 2024",
        ),
    ],
)
def test_every_part_says_why_it_counts_as_it_does(
    report: Observation | None, reason: str
) -> None:
    reports = (report,) if report else ()
    assert only_part(card(activity(1, *reports))).reason == reason


def test_every_part_leads_to_its_cell() -> None:
    row = RowOrigin(
        file="a.xlsx", sha256="0" * 64, sheet="S", row=7, columns=(("s", "F"),)
    )
    scored = card(activity(1, told(Status.COMPLETED, origin=row.of("s"))))
    assert str(only_part(scored).origin) == "a.xlsx!S!F7"


@given(plans)
@settings(max_examples=40)
def test_the_shares_of_a_line_make_the_whole(plan: WorkPlan) -> None:
    scored = score(plan, Question(by=(ScopeKind.BODY, ScopeKind.COUNTRY)))
    assert scored.lines[0].scope.kind is ScopeKind.PROGRAMME
    assert len(scored.lines[0].score.parts) == len(plan.activities)
    for line in scored.lines:
        values = [each.score.value for each in line.shares]
        known = [value for value in values if isinstance(value, Fraction)]
        assert sum(known) == 1 or not line.score.total
        assert line.score.total == sum(part.weight or 0 for part in line.score.parts)


def test_asking_twice_by_one_thing_gives_one_set_of_lines() -> None:
    question = Question(by=(ScopeKind.BODY, ScopeKind.BODY, ScopeKind.PROGRAMME))
    scored = score(sample_plan(), question)
    names = [(line.scope.kind, line.scope.id) for line in scored.lines]
    assert len(set(names)) == len(names)
