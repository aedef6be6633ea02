"""A plan in parts is the very text that it is as a whole."""

import attrs
import pytest
from hypothesis import given

from almwp.codec import parts
from almwp.codec.parts import json_parts
from almwp.codec.plain import encode
from almwp.codec.plan import SavedPlan, plan_parts, write_plan
from almwp.codec.text import json_inside, to_json
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.testing import strategies
from tests.growth.counting import calls, lines

ACTIVITY = Activity(id=ActivityId("VN:1"), title=Text.of("Job fairs"))


def whole(plan: WorkPlan) -> str:
    return to_json(SavedPlan(almwp="plan", version=2, plan=plan))


@given(strategies.plans)
def test_the_parts_are_the_text(plan: WorkPlan) -> None:
    assert write_plan(plan) == whole(plan)


def test_a_plan_of_nothing_is_the_same_text() -> None:
    assert write_plan(WorkPlan()) == whole(WorkPlan())


@given(strategies.plans)
def test_each_record_of_a_plan_is_a_part_of_its_own(plan: WorkPlan) -> None:
    given = len(list(plan_parts(plan)))
    as_one = len(list(json_parts(plan, ())))
    assert as_one <= given
    assert given >= len(plan.activities) + len(plan.submissions) + len(plan.conflicts)


@given(strategies.plans)
def test_so_is_each_activity_of_a_submission(plan: WorkPlan) -> None:
    texts = [part.strip() for part in plan_parts(plan)]
    for sent in plan.submissions:
        for activity in sent.activities:
            inside = json_inside(encode(activity), 5)
            assert inside.strip() in texts


def sent_alone(number: int) -> WorkPlan:
    """Return the plan of one file with so many activities: each stands in it twice."""
    activities = [
        attrs.evolve(ACTIVITY, id=ActivityId(f"VN:{place}"), remarks="one\ntwo")
        for place in range(number)
    ]
    sent = Submission(file="vn.xlsx", sha256="0" * 64, activities=activities)
    return WorkPlan(activities=activities[::-1], submissions=(sent,))


def test_an_activity_that_stands_in_a_plan_twice_is_laid_out_once() -> None:
    few, many = sent_alone(10), sent_alone(30)
    done = calls(lambda: list(plan_parts(many)))
    less = calls(lambda: list(plan_parts(few)))
    assert done["json_inside"] - less["json_inside"] == 20


@pytest.mark.parametrize("room", [0, 500, 5_000, 1 << 26])
def test_it_is_the_same_text_however_much_is_kept(
    room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_ROOM", room)
    plan = sent_alone(30)
    assert write_plan(plan) == whole(plan)
    thrice = attrs.evolve(
        plan, submissions=[attrs.evolve(plan.submissions[0], file="la.xlsx")] * 2
    )
    assert write_plan(thrice) == whole(thrice)


def test_the_fields_of_a_record_are_not_gone_through_one_by_one() -> None:
    encode(ACTIVITY)  # each class makes its writer once
    counted = lines(lambda: encode(ACTIVITY))
    ours = sum(counted[name] for name in counted if "codec/shapes.py" in name)
    assert ours < 1.5 * len(attrs.fields(Activity))
