"""Two rows that may be one activity are named, never merged, however long the file."""

import sys
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.intake.neartitles import near_titles
from almwp.model.activity import Activity, PlanReference
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text

Table = Callable[..., Submission]
PLAN = FrameworkId("ALM-WP-2021-2025")


def activity(title: str, node: str = "", lead: str = "") -> Activity:
    return Activity(
        id=ActivityId(f"VN:{title}"),
        title=Text.of(title),
        references=[PlanReference(framework=PLAN, node=NodeId(node))] if node else (),
        leads=[Party(kind=PartyKind.COUNTRY, id=lead)] if lead else (),
    )


def pairs(*activities: Activity) -> list[tuple[str, str]]:
    return [(str(n.first.title), str(n.second.title)) for n in near_titles(activities)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Training of labour inspectors", "Training for labour inspectors"),
        ("Training of labour inspectors", "Training of labor inspector"),
        ("Workshop on OSH in construction", "OSH workshop in construction"),
        ("Regional e-learning programme on OSH", "Regional elearning programme on OSH"),
        ("Hội thảo về việc làm xanh", "Hội thảo việc làm xanh"),
        ("Pelatihan pengawas ketenagakerjaan", "Pelatihan pengawas ketenagkerjaan"),
    ],
)
def test_one_activity_under_two_titles_is_seen(one: str, other: str) -> None:
    assert pairs(activity(one), activity(other)) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Workshop on labour statistics 2022", "Workshop on labour statistics 2023"),
        ("Study of informal work, phase I", "Study of informal work, phase II"),
        ("Study of informal work, part A", "Study of informal work, part B"),
        ("Regional workshop on job matching", "National workshop on job matching"),
        ("Training of women inspectors", "Training of men inspectors"),
        ("Survey of formal employment", "Survey of informal employment"),
        ("Tập huấn cho lao động nữ", "Tập huấn cho lao động nam"),
        ("Guideline on wages", "Guideline on safety"),
        ("Training for all employers", "Training for all employees"),
        ("Workshop for trainers of OSH", "Workshop for trainees of OSH"),
    ],
)
def test_what_differs_by_a_word_or_a_number_stays_apart(one: str, other: str) -> None:
    assert pairs(activity(one), activity(other)) == []


def test_other_places_in_the_plan_and_other_leads_tell_titles_apart() -> None:
    one, other = "Training of labour inspectors", "Training for labour inspectors"
    assert pairs(activity(one, node="1"), activity(other, node="2")) == []
    assert pairs(activity(one, node="1"), activity(other, node="1")) != []
    assert pairs(activity(one, node="1"), activity(other)) != []
    assert pairs(activity(one, lead="VN"), activity(other, lead="LA")) == []
    assert pairs(activity(one, lead="VN"), activity(other, lead="VN")) != []


def test_both_rows_are_kept_and_both_are_named(table: Table) -> None:
    read = table(
        ["Activity", "Status"],
        ["Training of labour inspectors", "planned"],
        ["Job fairs", "planned"],
        ["Training for labour inspectors", "planned"],
    )
    (found,) = read.findings
    assert (found.code, found.at.cell, found.severity) == ("ALM320", "A8", "warning")
    assert "row 6: 'Training of labour inspectors'" in found.message()
    assert len(read.activities) == 3


WORDS = ("training", "trainings", "of", "for", "labour", "labor", "OSH", "2", "việc")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=9))
def test_an_activity_is_named_once_and_with_an_earlier_one(titles: list[str]) -> None:
    rows = [activity(title or "Study") for title in titles]
    found = list(near_titles(rows))
    seconds = [id(near.second) for near in found]
    assert len(set(seconds)) == len(seconds)
    order = {id(row): place for place, row in enumerate(rows)}
    for near in found:
        assert order[id(near.first)] < order[id(near.second)]
        assert fold(str(near.first.title)) != fold(str(near.second.title))


def calls(work: Callable[[], object]) -> int:
    """Count the calls of our own functions: unlike seconds, they do not vary."""
    counted = 0

    def count(frame: Any, event: str, _: object) -> None:
        nonlocal counted
        if event == "call" and "almwp" in frame.f_code.co_filename:
            counted += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def test_four_times_the_rows_are_at_most_five_times_the_work() -> None:
    letters = ("mnprs", "aeiou", "lktz", "aeiou")
    themes = ["".join(signs) for signs in product(*letters)]
    kinds = ("Survey", "Study")
    rows = [activity(f"{kind} on {word} work") for word in themes for kind in kinds]
    small, large = rows[:250], rows[:1000]
    assert len(large) == 1000
    few = calls(lambda: list(near_titles(small)))
    assert calls(lambda: list(near_titles(large))) <= 5 * few
