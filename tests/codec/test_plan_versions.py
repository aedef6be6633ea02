"""Saved plans of older and newer versions: migrated, or refused in a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from almwp.codec import read_plan, write_plan
from almwp.codec.plan import open_plan
from almwp.codec.planversions import VERSION
from almwp.plan.merge import merge
from almwp.plan.sourceproof import is_of_its_submissions

FIRST = Path(__file__).with_name("plan-version-1.json")
"""Saved by almwp when version 1 was the only one; its four files are invented."""


@pytest.fixture
def first() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(FIRST.read_text(encoding="utf-8"))
    assert plain["version"] == 1
    return plain


def test_a_plan_of_the_first_version_is_read_whole() -> None:
    opened = open_plan(FIRST.read_text(encoding="utf-8"))
    assert (opened.version, opened.is_older, opened.faults) == (1, True, ())
    plan = opened.plan
    assert plan is not None
    assert is_of_its_submissions(plan)
    anew = merge(plan.submissions)
    without = [evolve(a, earlier=(), since=()) for a in anew.activities]
    assert tuple(without) == plan.activities, "nothing was lost, nothing was added"
    assert anew.submissions == plan.submissions
    again = open_plan(write_plan(plan))
    assert (again.plan, again.version, again.is_older) == (plan, VERSION, False)


def test_contradictions_of_several_days_are_told_day_by_day(
    first: dict[str, Any],
) -> None:
    (old,) = [c for c in first["plan"]["conflicts"] if c["field"] == "status"]
    assert len(old["claims"]) == 4
    plan, _ = read_plan(json.dumps(first))
    assert plan is not None
    told = {c.about: len(c.claims) for c in plan.conflicts if c.field == "status"}
    assert told == {"2024-11-01": 2, "2025-10-21": 2}


def test_what_cannot_be_told_apart_in_an_old_plan_stays_together(
    first: dict[str, Any],
) -> None:
    for conflict in first["plan"]["conflicts"]:
        for claim in conflict["claims"]:
            del claim["origin"]
    plan, faults = read_plan(json.dumps(first))
    assert plan is not None
    assert faults == ()
    assert [(c.field, len(c.claims)) for c in plan.conflicts] == [
        ("place", 2),
        ("status", 4),
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("conflicts",), "x"),
        (("conflicts", 0), "x"),
        (("conflicts", 1, "claims"), "x"),
        (("conflicts", 1, "claims", 0), "x"),
        (("conflicts", 1, "claims", 0, "origin"), "x"),
        (("conflicts", 1, "claims", 0, "origin", "cell"), 1),
        (("activities",), "x"),
        (("activities", 0), "x"),
        (("activities", 0, "observations"), "x"),
        (("activities", 0, "observations", 0), "x"),
        (("unknown",), 1),
    ],
)
def test_a_damaged_old_plan_is_refused_with_the_place(
    first: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    inner: Any = first["plan"]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    plan, faults = read_plan(json.dumps(first))
    assert plan is None
    place = "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
    )
    assert f"plan{place}" in [fault.path for fault in faults]


def test_a_plan_that_was_changed_by_hand_is_told_from_one_that_was_not(
    first: dict[str, Any],
) -> None:
    plan, _ = read_plan(json.dumps(first))
    assert plan is not None
    one, *others = plan.activities
    for changed in (
        (evolve(one, place="Somewhere else"), *others),
        (evolve(one, observations=()), *others),
        tuple(others),
        (one, one, *others),
    ):
        assert not is_of_its_submissions(evolve(plan, activities=changed))


def test_a_plan_has_one_value_on_each_line_and_an_order_of_its_own() -> None:
    old, _ = read_plan(FIRST.read_text(encoding="utf-8"))
    assert old is not None
    text = write_plan(merge(old.submissions))
    assert write_plan(merge(reversed(old.submissions))) == text
    assert all(line.count('": ') <= 1 for line in text.splitlines())
    assert text.endswith("}\n")
