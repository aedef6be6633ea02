"""What is published keeps the published schema, and nothing is made up for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from almwp_iati.document import left_out, render
from almwp_iati.elements import OWN
from attrs import evolve
from hypothesis import given, settings
from lxml import etree
from lxml.etree import _Element as Element

from almwp.errors import CallError
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.ids import ActivityId, BodyId, CountryCode
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.report import Report
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.testing.samples import HOSTILE, sample_reports
from almwp.testing.strategies.reports import reports
from almwp.workflow.session import Session

Faults = Callable[[Element], list[str]]
REPORTER = (
    ("iati.reporting-org", "XM-SAMPLE-1"),
    ("iati.reporting-org-name", "A made-up secretariat"),
    ("iati.reporting-org-type", "40"),
)
WHOLE = Activity(
    id=ActivityId("VN:VN-01"),
    title=Text.from_forms({"en": "Training", "vi": "Tập huấn"}),
    leads=[Party(kind=PartyKind.COUNTRY, id=CountryCode("VN"))],
    timeframe=Timeframe(raw="Q2 2024", start=Moment.parse("2024-Q2")),
    observations=[Observation(status=Status.ONGOING)],
)


def published(report: Report, *, by: tuple[tuple[str, str], ...] = REPORTER) -> Element:
    manifest = evolve(report.manifest, settings=(*report.manifest.settings, *by))
    return etree.fromstring(render(evolve(report, manifest=manifest)))


def plan_of(*activities: Activity, conflicts: tuple[Conflict, ...] = ()) -> Report:
    plan = WorkPlan(activities=activities, conflicts=conflicts)
    return Report(title="A plan", data=plan)


def own(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{OWN}}}{name}"))


def test_the_examples_keep_the_published_schema(
    example_plan: WorkPlan, example_report: Report, faults: Faults
) -> None:
    root = published(example_report)
    assert faults(root) == []
    whole, partial = root.findall("iati-activity"), own(root, "partial-activity")
    assert len(whole) > 20
    assert len(whole) + len(partial) == len(example_plan.activities)
    ids = {each.get("id") for each in own(root, "activity")}
    assert ids == {activity.id for activity in example_plan.activities}


def test_the_schema_would_find_what_lacks(faults: Faults) -> None:
    root = published(plan_of(WHOLE))
    assert faults(root) == []
    status = root.find("iati-activity/activity-status")
    assert status is not None
    status.getparent().remove(status)  # type: ignore[union-attr]
    assert faults(root) != []


@settings(max_examples=60)
@given(report=reports)
def test_any_report_keeps_the_schema_or_is_refused(
    report: Report, faults: Faults
) -> None:
    try:
        root = published(report)
    except CallError:
        # With somebody who reports, something else is lacking in every activity.
        partial = own(published(report, by=()), "partial-activity")
        assert all(
            each.get("contradicted") or each.get("lacks") != "reporting-org"
            for each in partial
        )
    else:
        assert faults(root) == []
        assert etree.tostring(published(evolve(report))) == etree.tostring(root)


@pytest.mark.parametrize(
    ("activity", "lacks"),
    [
        (evolve(WHOLE, title=Text()), "title"),
        (evolve(WHOLE, leads=()), "participating-org"),
        (evolve(WHOLE, timeframe=Timeframe(raw="soon")), "activity-date"),
        (evolve(WHOLE, observations=()), "activity-status"),
        (
            evolve(WHOLE, observations=[Observation(status=Absence.WITHHELD)]),
            "activity-status",
        ),
        (
            evolve(WHOLE, observations=(), leads=()),
            "participating-org activity-status",
        ),
    ],
)
def test_a_fact_that_nobody_told_is_named_and_not_made_up(
    activity: Activity, lacks: str, faults: Faults
) -> None:
    other = evolve(WHOLE, id=ActivityId("VN:VN-02"))
    root = published(plan_of(activity, other))
    assert len(root.findall("iati-activity")) == 1
    (partial,) = own(root, "partial-activity")
    assert partial.get("lacks") == lacks
    assert faults(root) == []


def test_without_a_reporting_organisation_nothing_is_published() -> None:
    root = published(plan_of(WHOLE), by=())
    assert root.findall("iati-activity") == []
    (partial,) = own(root, "partial-activity")
    assert partial.get("lacks") == "reporting-org"
    assert partial.findtext("title/narrative") == "Training"
    assert partial.find("activity-date") is not None
    assert len(own(root, "remark")) == 1


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (REPORTER[:2], "three things"),
        (REPORTER[1:], "three things"),
        ((("iati.reporting-org", "A B"), *REPORTER[1:]), "'A B' is no identifier"),
        ((("iati.reporting-org", "a/b"), *REPORTER[1:]), "'a/b' is no identifier"),
        ((*REPORTER[:2], ("iati.reporting-org-type", "gov")), "'gov' is no code"),
    ],
)
def test_a_reporting_organisation_is_told_whole_or_not_at_all(
    told: tuple[tuple[str, str], ...], why: str
) -> None:
    with pytest.raises(CallError, match=why):
        published(plan_of(WHOLE), by=told)


def test_whoever_writes_the_file_is_told_what_is_not_published() -> None:
    claims = [Claim(value="2024", owner="VN"), Claim(value="2025", owner="ID")]
    odd = [
        evolve(WHOLE, id=ActivityId(name), leads=(), observations=()) for name in "ab"
    ]
    disputed = evolve(WHOLE, id=ActivityId("c"))
    conflict = Conflict(activity=disputed.id, field="timeframe", claims=claims)
    report = plan_of(WHOLE, *odd, disputed, conflicts=(conflict,))
    known = evolve(report, manifest=Manifest(settings=REPORTER))
    assert left_out(known) == (
        "IATI: 3 of 4 activities are not published, and stand in the file as partial; "
        "lacking: activity-status: 2, agreement of the senders: 1, "
        "participating-org: 2",
    )
    (said,) = left_out(evolve(known, language="vi"))
    assert "sự thống nhất" in said
    whole = evolve(plan_of(WHOLE), manifest=Manifest(settings=REPORTER))
    assert left_out(whole) == ()


def test_a_file_without_any_whole_activity_is_not_written() -> None:
    with pytest.raises(CallError, match="lacking: participating-org: 1"):
        published(plan_of(evolve(WHOLE, leads=())))


def test_nothing_is_written_before_it_is_told_who_reports(tmp_path: Path) -> None:
    session = Session.start()
    target = tmp_path / "plan.iati.xml"
    with pytest.raises(CallError, match=r"--set iati\.reporting-org=\.\.\. --set"):
        session.write_file(plan_of(WHOLE), target)
    with pytest.raises(CallError, match=r"with --set iati\.reporting-org-type=\.\.\."):
        session.write_file(plan_of(WHOLE), target, settings=dict(REPORTER[:2]))
    assert list(tmp_path.iterdir()) == []
    session.write_file(plan_of(WHOLE), target, settings=dict(REPORTER))
    assert etree.parse(target).find("iati-activity") is not None


def test_what_senders_contradict_is_not_published_as_a_fact(faults: Faults) -> None:
    claims = [Claim(value="2024", owner="VN"), Claim(value="2025", owner="ID")]
    conflict = Conflict(activity=WHOLE.id, field="timeframe", claims=claims)
    other = evolve(WHOLE, id=ActivityId("VN:VN-02"))
    root = published(plan_of(WHOLE, other, conflicts=(conflict,)))
    assert root.findtext("iati-activity/iati-identifier") == "XM-SAMPLE-1-VN:VN-02"
    (partial,) = own(root, "partial-activity")
    assert partial.get("contradicted") == "timeframe"
    assert faults(root) == []


@pytest.mark.parametrize(
    ("status", "code"),
    [(Status.PLANNED, "1"), (Status.ONGOING, "2"), (Status.COMPLETED, "3")],
)
def test_a_state_is_a_code_of_iati(status: Status, code: str) -> None:
    activity = evolve(WHOLE, observations=[Observation(status=status)])
    found = published(plan_of(activity)).find("iati-activity/activity-status")
    assert found is not None
    assert found.get("code") == code


def test_a_quarter_is_a_day_that_says_that_it_is_a_quarter() -> None:
    (day,) = published(plan_of(WHOLE)).iter("activity-date")
    assert (day.get("type"), day.get("iso-date")) == ("1", "2024-04-01")
    assert day.findtext("narrative") == "2024-Q2 (quarter): Q2 2024"


def test_bodies_lead_too_and_each_is_named_once() -> None:
    both = evolve(WHOLE, bodies=[BodyId("SLOM-WG")], co_leads=WHOLE.leads)
    named = published(plan_of(both)).findall("iati-activity/participating-org")
    assert [(o.get("role"), o.findtext("narrative")) for o in named] == [
        ("2", "Viet Nam"),
        ("2", "SLOM-WG"),
    ]


def test_two_activities_of_one_name_have_two_identifiers(faults: Faults) -> None:
    odd = [evolve(WHOLE, id=ActivityId(name)) for name in ("a/b", "a b", "a-b", "a-b")]
    root = published(plan_of(*odd))
    names = [each.text for each in root.iter("iati-identifier")]
    assert len(set(names)) == 4
    assert faults(root) == []


def test_hostile_texts_break_nothing(faults: Faults) -> None:
    odd = [
        evolve(WHOLE, id=ActivityId(text), title=Text.of(text), output=f"\x00{text}")
        for text in HOSTILE
    ]
    root = published(plan_of(*odd))
    assert faults(root) == []
    assert len(root.findall("iati-activity")) == len(HOSTILE)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_each_file_says_what_it_does_not_carry(language: str) -> None:
    for report in sample_reports():
        root = published(evolve(report, language=language), by=())
        said = [each.text for each in own(root, "not-carried")]
        word = "sectors" if language == "en" else "ngành"
        assert any(word in (text or "") for text in said)


def test_a_file_has_no_clock() -> None:
    root = published(plan_of(WHOLE))
    assert "generated-datetime" not in root.attrib
    assert root.get("version") == "2.03"


def test_the_manifest_tells_who_reports() -> None:
    report = evolve(plan_of(WHOLE), manifest=Manifest(settings=[("as-of", "2025")]))
    told = {e.get("name"): e.get("value") for e in own(published(report), "made_from")}
    assert told == {"as-of": "2025", **dict(REPORTER)}
