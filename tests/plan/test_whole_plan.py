"""The plan as a whole: the order of its activities, and its framework."""

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge

ALM, OSH = FrameworkId("ALM-WP-2021-2025"), FrameworkId("OSHNET-WP-2021-2025")


def report(
    country: str, *numbers: str, framework: FrameworkId | None = None
) -> Submission:
    return Submission(
        file=f"{country}.xlsx",
        sha256=country.lower().encode().hex().ljust(64, "0"),
        framework=framework,
        activities=tuple(
            Activity(id=ActivityId(f"{country}:{n}"), title=Text.of(f"{country} {n}"))
            for n in numbers
        ),
    )


def test_activities_stand_in_the_order_of_their_numbers() -> None:
    plan = merge([report("VN", "10", "2", "1.10", "1.9", "1")])
    assert [a.id for a in plan.activities] == [
        f"VN:{n}" for n in ("1", "1.9", "1.10", "2", "10")
    ]


def test_a_number_of_ten_thousand_digits_is_a_word() -> None:
    assert len(merge([report("VN", "9" * 10_000, "1")]).activities) == 2


def test_the_framework_is_that_of_most_activities() -> None:
    many, few = report("VN", "1", "2", framework=ALM), report("PH", "1", framework=OSH)
    assert merge([few, many]).framework == ALM
    assert merge([few, report("VN", framework=ALM)]).framework == OSH
    assert merge([report("VN", "1")]).framework is None


def test_nothing_merges_into_an_empty_plan() -> None:
    assert merge([]) == WorkPlan()
