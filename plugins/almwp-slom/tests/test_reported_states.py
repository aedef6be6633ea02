"""What a position says of states: the newest report, its day, and what is open."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from almwp_progress.implementation import score
from almwp_slom.paper import build

from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.framework import Framework
from almwp.model.moment import Moment
from almwp.model.report import Table
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.scoring.question import Question
from almwp.scoring.states import State, known_state
from almwp.testing.papers import cells, tables, words

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]
Tell = Callable[..., Observation]


def test_states_are_those_that_the_scorer_counts(
    ask: Ask, programme: Framework, plan: WorkPlan
) -> None:
    card = score(plan, Question(framework=programme))
    shares = {s.name: s.score for s in card.lines[0].shares}
    for state in State:
        counted = sum(known_state(a, None).state is state for a in plan.activities)
        share = shares[state.value].value
        assert isinstance(share, Fraction)
        assert share * len(plan.activities) == counted


def test_what_is_not_reported_is_said_so(ask: Ask) -> None:
    rows = [row for table in tables(build(ask()), "No.") for row in cells(table)]
    status = {row[1]: row[4] for row in rows if len(row) == 6}
    assert status["Workshop on wages"] == "Not reported"
    assert status["Comparative study on laws on migrant workers"] == (
        "Not reported\nwithheld by the sender\nas of 2024"
    )
    assert status["Campaign on safety at work"] == "Withdrawn\nas of 2022"
    assert status["Labour market information system"] == (
        "Ongoing\n33 % done\nas of 16 August 2023\n"
        "(contradicted, see What is not known)"
    )


def test_reports_after_the_day_are_left_out(ask: Ask) -> None:
    report = build(ask(as_of=Moment.parse("2022-01-01")))
    assert "Completed" not in words(report)
    assert "Ongoing\nas of 4 May 2021" in words(report)


def test_a_report_without_a_state_takes_none_away(
    activity: Make, reported: Tell
) -> None:
    told = reported(Status.ONGOING, "2023")
    silent = Observation(as_of=Moment.parse("2024"), note="more to come")
    known = known_state(activity(1, "x", told, silent), None)
    assert (known.state, known.report) == (State.ONGOING, told)


def test_reports_of_one_day_that_differ_leave_the_state_open(
    ask: Ask, activity: Make, reported: Tell
) -> None:
    torn = activity(
        1, "Torn", reported(Status.ONGOING, "2024"), reported(Status.PLANNED, "2024")
    )
    report = build(ask(plan=WorkPlan(activities=(torn,))))
    assert "Reports differ: Ongoing / Planned\nas of 2024" in words(report)
    assert known_state(torn, None).state is State.NOT_REPORTED


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"basis": Basis.INFERRED}, "Planned (inferred)"),
        ({"as_of": None}, "date of the report not given"),
        ({"change": Change.REVISED}, "revised in the plan"),
    ],
)
def test_a_state_tells_how_sure_it_is(
    ask: Ask,
    changes: dict[str, Any],
    said: str,
    activity: Make,
    reported: Tell,
) -> None:
    observation = attrs.evolve(reported(Status.PLANNED, "2024"), **changes)
    changed = WorkPlan(activities=(activity(1, "x", observation),))
    assert said in words(build(ask(plan=changed)))


def test_old_reports_of_what_still_moves_are_listed(ask: Ask) -> None:
    said = words(build(ask()))
    assert "Labour market information system (last reported: 16 August 2023)" in said
    assert "Training workshop on gender mainstreaming (last" not in said
    assert "HRD" not in said.partition("What is not known")[2].partition("Annex")[0]


def test_conflicts_show_both_values_and_both_owners(ask: Ask) -> None:
    (conflicts,) = (
        b
        for b in build(ask()).blocks
        if isinstance(b, Table) and b.caption == "Contradictions between the files"
    )
    assert [row[1:] for row in cells(conflicts)] == [
        ["Status", "INTERNAL-claim ongoing", "INTERNAL-owner"],
        ["Status", "Planned", "ID"],
    ]


def test_a_year_before_leap_day_is_a_day() -> None:
    from almwp_slom.unknowns import a_year_before

    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)


def test_a_word_that_is_none_of_the_three_states_is_told_as_it_was_said(
    ask: Ask, activity: Make
) -> None:
    told = Observation(as_of=Moment.parse("2022"), word="Being explored")
    (table, *_) = tables(
        build(ask(plan=WorkPlan(activities=(activity(1, "x", told),)))), "No."
    )
    assert cells(table)[0][4] == "No state: reported as 'Being explored'\nas of 2022"


def test_the_meeting_a_file_was_made_for_is_not_where_the_state_was_reported(
    ask: Ask, activity: Make, reported: Tell
) -> None:
    one = activity(1, "x", reported(Status.ONGOING, "2024", meeting="slom-20"))
    (table, *_) = tables(build(ask(plan=WorkPlan(activities=(one,)))), "No.")
    assert cells(table)[0][4] == "Ongoing\nas of 2024"
