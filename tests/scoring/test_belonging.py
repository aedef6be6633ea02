"""Activities of another programme are not counted in this one."""

from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.score import ScopeKind
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.workflow.session import Session

ALM = "ALM-WP-2021-2025"


def on(number: int, *frameworks: str) -> Activity:
    return Activity(
        id=ActivityId(f"VN:{number}"),
        title=Text.of(f"Training {number}"),
        references=tuple(PlanReference(framework=FrameworkId(f)) for f in frameworks),
    )


def test_a_programme_counts_its_own_activities_and_those_of_plans_under_it() -> None:
    plan = WorkPlan(
        framework=FrameworkId(ALM),
        activities=(
            on(1, ALM),
            on(2, "OSHNET-WP-2021-2025"),
            on(3, "ALM-WP-2026-2030"),
            on(4),
            on(5, "ALM-WP-2026-2030", ALM),
        ),
    )
    card = Session.start().score(plan)
    line = card.line(ScopeKind.PROGRAMME, ALM)
    assert line is not None
    assert [part.id for part in line.score.parts] == ["VN:1", "VN:2", "VN:4", "VN:5"]
    (remark,) = card.remarks
    assert str(remark.text) == ("reported on ALM-WP-2026-2030 and not counted here: 1")
