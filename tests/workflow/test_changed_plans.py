"""A saved plan that was changed by other means is refused, with the place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.codec import write_plan
from almwp.errors import UnreadableFileError
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge
from almwp.workflow.savedplans import read_saved, sent_in

SENT = Submission(
    file="vn.xlsx",
    sha256="1" * 64,
    activities=[
        Activity(id=ActivityId(f"VN:{n}"), number=str(n), title=Text.of(f"Study {n}"))
        for n in (1, 2)
    ],
)


def read(plain: dict[str, Any]) -> WorkPlan:
    return read_saved(Path("plan.json"), json.dumps(plain).encode()).plan


def saved() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(write_plan(merge([SENT])))
    return plain


def _twice(plan: dict[str, Any]) -> None:
    plan["activities"].append(plan["activities"][0])


def _untitled(plan: dict[str, Any]) -> None:
    plan["activities"][1]["title"] = {}


def _moved(plan: dict[str, Any]) -> None:
    plan["activities"][1]["place"] = "Hà Nội"


def _dropped(plan: dict[str, Any]) -> None:
    plan["activities"].pop()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_twice, "plan.activities[2].id: VN:1 stands twice, in plan.activities[0]"),
        (_untitled, "plan.activities[1].title"),
        (_moved, "plan.activities[1].place: VN:2 is not as its files say"),
        (_dropped, "plan.activities: something that its files say is missing"),
    ],
)
def test_what_does_not_follow_from_the_files_is_refused(
    change: Callable[[dict[str, Any]], None], why: str
) -> None:
    plain = saved()
    change(plain["plan"])
    with pytest.raises(UnreadableFileError) as refused:
        read(plain)
    assert why in refused.value.why
    assert refused.value.exit_code == 3


def test_a_plan_as_it_was_saved_is_read_with_its_submissions() -> None:
    plan = read(saved())
    assert sent_in(plan, "plan.json", "2" * 64) == (SENT,)


def test_a_plan_without_submissions_was_made_by_code_and_is_read() -> None:
    plain = saved()
    plain["plan"].pop("submissions")
    (own,) = sent_in(read(plain), "plan.json", "2" * 64)
    assert (own.file, len(own.activities)) == ("plan.json", 2)


def test_a_newer_plan_is_not_called_none() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read({**saved(), "version": 99})
    assert refused.value.why.startswith("a newer almwp saved this plan (version 99)")
