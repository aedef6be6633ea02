"""A plan in parts is the very text that it is as a whole."""

from hypothesis import given

from almwp.codec.parts import json_parts
from almwp.codec.plan import SavedPlan, plan_parts, write_plan
from almwp.codec.text import to_json
from almwp.model.workplan import WorkPlan
from almwp.testing import strategies


def whole(plan: WorkPlan) -> str:
    return to_json(SavedPlan(almwp="plan", version=2, plan=plan))


@given(strategies.plans)
def test_the_parts_are_the_text(plan: WorkPlan) -> None:
    assert write_plan(plan) == whole(plan)


def test_a_plan_of_nothing_is_the_same_text() -> None:
    assert write_plan(WorkPlan()) == whole(WorkPlan())


@given(strategies.plans)
def test_each_record_of_a_plan_is_a_part_of_its_own(plan: WorkPlan) -> None:
    parts = len(list(plan_parts(plan)))
    as_one = len(list(json_parts(plan, ())))
    assert as_one <= parts
    assert parts >= len(plan.activities) + len(plan.submissions) + len(plan.conflicts)
