from collections.abc import Iterable

import pytest

from almwp.catalogue.frameworks import framework
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins
from almwp.workflow.plansbeside import plans_beside


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load_plugins()


def naming(*plans: str) -> WorkPlan:
    references = [PlanReference(framework=FrameworkId(plan)) for plan in plans]
    activity = Activity(
        id=ActivityId("VN:1"), title=Text.of("x"), references=references
    )
    return WorkPlan(activities=[activity])


def beside(
    plugins: Plugins, plans: Iterable[str], own: str | None, country: str | None = None
) -> set[str]:
    under_review = framework(FrameworkId(own)) if own else None
    code = CountryCode(country) if country else None
    return {f.id for f in plans_beside(naming(*plans), under_review, code, plugins)}


def test_the_plans_that_are_named_and_those_above_them_are_told_of(
    plugins: Plugins,
) -> None:
    assert beside(plugins, ["SLOM-WG-WP-2021-2025", "ATC-WP-2021-2030"], None) == {
        "SLOM-WG-WP-2021-2025",
        "ALM-WP-2021-2025",
        "ATC-WP-2021-2030",
    }


def test_a_country_sees_its_own_plans_of_the_same_years(plugins: Plugins) -> None:
    found = beside(plugins, [], "ALM-WP-2026-2030", "VN")
    assert {"VN-QD-155", "VN-ILO-DWCP-2022-2026", "VN-LA-LABOUR-2026-2027"} <= found
    assert found.isdisjoint({"VN-QD-161", "VN-LA-LABOUR-2024-2025"})
    assert "VN-LA-LABOUR-2026-2027" in beside(plugins, [], "ALM-WP-2026-2030", "LA")
    assert "VN-QD-155" not in beside(plugins, [], "ALM-WP-2026-2030", "LA")


def test_a_plan_that_nobody_knows_is_left_to_its_name(plugins: Plugins) -> None:
    assert beside(plugins, ["NO-SUCH-PLAN"], None) == set()
