"""Indicators as results of IATI: baselines, targets and actual values by period."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from almwp_iati.document import render
from almwp_iati.elements import OWN
from attrs import evolve
from lxml import etree
from lxml.etree import _Element as Element

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.indicator import Direction, Disaggregation, Indicator, Reading, Target
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.report import Report
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.testing.sampleindicators import sample_indicator, sample_reading

Faults = Callable[[Element], list[str]]
ACTIVITY = Activity(
    id=ActivityId("one"),
    title=Text.of("Training"),
    leads=[Party(kind=PartyKind.ALL_MEMBERS, id="ALL")],
    timeframe=Timeframe(raw="2021", start=Moment.year(2021)),
    observations=[Observation(status=Status.PLANNED)],
)
MANIFEST = Manifest(
    settings=[
        ("iati.reporting-org", "XM-SAMPLE-1"),
        ("iati.reporting-org-name", "A made-up secretariat"),
        ("iati.reporting-org-type", "40"),
    ]
)


def file_of(indicator: Indicator, *conflicts: Conflict) -> Element:
    plan = WorkPlan(activities=[ACTIVITY], indicators=[indicator], conflicts=conflicts)
    report = Report(title="A plan", data=plan, manifest=MANIFEST)
    return etree.fromstring(render(report))


def followed(indicator: Indicator) -> Indicator:
    return evolve(indicator, activities=[ACTIVITY.id])


def own(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{OWN}}}{name}"))


def test_baseline_target_and_actual_value_stand_in_their_periods(
    faults: Faults,
) -> None:
    indicator = sample_indicator(
        sample_reading("2024-Q2", 55), sample_reading("2025", 58), base=40, target=60
    )
    root = file_of(followed(indicator))
    assert faults(root) == []
    inner = root.find("iati-activity/result/indicator")
    assert inner is not None
    baseline = inner.find("baseline")
    assert baseline is not None
    assert (baseline.get("year"), baseline.get("value")) == ("2020", "40")
    told = [
        (
            period[0].get("iso-date"),
            period[1].get("iso-date"),
            [(each.tag, each.get("value")) for each in list(period)[2:]],
        )
        for period in inner.findall("period")
    ]
    assert told == [
        ("2024-04-01", "2024-06-30", [("actual", "55")]),
        ("2025-01-01", "2025-12-31", [("target", "60"), ("actual", "58")]),
    ]


def test_a_third_is_written_with_six_digits_and_exactly_beside(faults: Faults) -> None:
    root = file_of(followed(sample_indicator(sample_reading("2024", Fraction(1, 3)))))
    (actual,) = root.iter("actual")
    assert actual.get("value") == "0.333333"
    (exact,) = own(root, "exact")
    assert (exact.get("numerator"), exact.get("denominator")) == ("1", "3")
    assert faults(root) == []


def test_a_group_of_people_is_a_dimension(faults: Faults) -> None:
    women = (Disaggregation(by="sex", group="female"),)
    reading = Reading(when=Moment.year(2024), value=Fraction(5), group=women)
    target = Target(year=2024, value=Fraction(6), group=women)
    indicator = evolve(sample_indicator(reading), targets=[target])
    root = file_of(followed(indicator))
    assert faults(root) == []
    for name in ("actual", "target"):
        (dimension,) = root.iterfind(f".//{name}/dimension")
        assert (dimension.get("name"), dimension.get("value")) == ("sex", "female")


@pytest.mark.parametrize("absence", list(Absence))
def test_a_value_that_is_absent_is_no_value_and_says_why(
    absence: Absence, faults: Faults
) -> None:
    root = file_of(followed(sample_indicator(sample_reading("2024", absence))))
    assert faults(root) == []
    assert list(root.iter("actual")) == []
    assert [e.get("absence") for e in own(root, "value")][-1] == absence.value


def test_a_baseline_without_a_year_stands_beside(faults: Faults) -> None:
    undated = Reading(when=None, value=Fraction(7))
    root = file_of(followed(evolve(sample_indicator(), baseline=undated)))
    assert faults(root) == []
    assert list(root.iter("baseline")) == []
    assert own(root, "value")[0].get("number") == "7"


@pytest.mark.parametrize(
    ("direction", "ascending"),
    [
        (Direction.RISING, "true"),
        (Direction.FALLING, "false"),
        (Direction.KEEP, None),
    ],
)
def test_which_way_is_better_is_told_where_one_is(
    direction: Direction, ascending: str | None
) -> None:
    indicator = followed(sample_indicator(direction=direction, unit="%"))
    (inner,) = file_of(indicator).iter("indicator")
    assert inner.get("ascending") == ascending
    assert inner.get("measure") == "2"


def test_an_indicator_of_no_activity_stands_beside(faults: Faults) -> None:
    root = file_of(sample_indicator(sample_reading("2024", 50)))
    assert faults(root) == []
    assert root.find("iati-activity/result") is None
    (partial,) = own(root, "partial-result")
    assert partial.get("lacks") == "iati-activity"
    assert partial.find("result/indicator/period/actual") is not None


def test_an_indicator_that_senders_contradict_is_not_published(faults: Faults) -> None:
    indicator = followed(sample_indicator(sample_reading("2024", 50)))
    claims = [Claim(value="50", owner="VN"), Claim(value="51", owner="ID")]
    conflict = Conflict(
        activity=ActivityId(indicator.id), field="readings", claims=claims
    )
    root = file_of(indicator, conflict)
    assert faults(root) == []
    assert root.find("iati-activity/result") is None
    (partial,) = own(root, "partial-result")
    assert partial.get("contradicted") == "readings"
