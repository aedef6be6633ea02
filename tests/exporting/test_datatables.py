"""A report as tables for programs: keys tell rows apart, and nothing is left out."""

from collections import Counter
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings

from almwp.exporting.datatables.activitytables import country_of, framework_of
from almwp.exporting.datatables.alltables import (
    activities_of,
    all_tables,
    indicators_of,
    losses,
    scorecard_of,
    with_losses,
)
from almwp.exporting.datatables.table import DataTable, Field, Kind, Reference
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.party import Party, PartyKind
from almwp.model.report import Bullets, Report
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.testing.samples import sample_plan, sample_reports
from almwp.testing.strategies.reports import reports
from almwp.testing.strategies.submissions import plans

OLD, NEW = FrameworkId("OLD"), FrameworkId("NEW")


def by_name(report: Report) -> dict[str, DataTable]:
    return {table.name: table for table in all_tables(report)}


def cells(table: DataTable, names: tuple[str, ...]) -> list[tuple[object, ...]]:
    return list(zip(*(table.column(name) for name in names), strict=True))


def check(tables: dict[str, DataTable]) -> None:
    """Check what every reader of tables with a schema takes for granted."""
    for table in tables.values():
        keys = Counter(cells(table, table.key))
        assert not keys or max(keys.values()) == 1, table.name
        for reference in table.references:
            known = set(cells(tables[reference.table], reference.key))
            assert set(cells(table, reference.fields)) <= known, table.name
        for field in table.fields:
            _check_column(table, field)


def _check_column(table: DataTable, field: Field) -> None:
    column = table.column(field.name)
    told = [value for value in column if value is not None]
    if field.is_required:
        assert len(told) == len(column), (table.name, field.name)
        assert all(value != "" for value in told), (table.name, field.name)
    if field.values:
        assert set(told) <= set(field.values), (table.name, field.name)
    if field.kind is Kind.EXACT:
        assert all(isinstance(value, Fraction) for value in told), field.name
    if field.bounds:
        low, high = field.bounds
        numbers = [value for value in told if isinstance(value, int | Fraction)]
        assert all(low <= number <= high for number in numbers)


@settings(max_examples=60)
@given(reports)
def test_tables_of_any_report_keep_their_own_schema(report: Report) -> None:
    check(by_name(report))


@settings(max_examples=60)
@given(plans)
def test_tables_of_any_plan_keep_their_own_schema(plan: WorkPlan) -> None:
    check(by_name(Report(title="A plan", data=plan)))


@settings(max_examples=40)
@given(plans)
def test_each_thing_of_a_plan_has_one_row(plan: WorkPlan) -> None:
    report = Report(title="A plan", data=plan)
    tables = by_name(report)
    assert len(tables["activities"].rows) == len(activities_of(report))
    told = sum(len(a.observations) for a in plan.activities)
    assert len(tables["observations"].rows) == told
    assert len(tables["indicators"].rows) == len(indicators_of(report))
    assert len(tables["submissions"].rows) == len(plan.sent)
    found = sum(len(s.findings) for s in plan.sent)
    assert len(tables["findings"].rows) == found
    claims = sum(len(c.claims) for c in plan.conflicts)
    claims += sum(len(r.conflict.claims) for r in plan.resolved)
    assert len(tables["conflict_claims"].rows) == claims


@settings(max_examples=40)
@given(reports)
def test_each_block_has_a_statement(report: Report) -> None:
    lines = by_name(report)["statements"].rows
    least = sum(len(b.items) if isinstance(b, Bullets) else 1 for b in report.blocks)
    assert len(lines) >= least


@settings(max_examples=40)
@given(reports)
def test_each_report_says_what_its_tables_do_not_carry(report: Report) -> None:
    told = tuple(losses(report))
    assert told
    table = by_name(report)["not_carried"]
    assert table.column("what") == told
    (*_, last) = with_losses(all_tables(report), ("and more",))
    assert last.column("what") == (*told, "and more")
    assert last.column("position") == tuple(range(1, len(told) + 2))


def test_scores_are_found_wherever_a_report_has_them() -> None:
    assert scorecard_of(Report(title="None")) is None
    for report in sample_reports():
        assert scorecard_of(report) is None
        names = {table.name for table in all_tables(report)}
        assert ("activities" in names) is isinstance(report.data, WorkPlan)
        assert "scores" not in names


def led_by(*countries: str) -> Activity:
    leads = [Party(kind=PartyKind.COUNTRY, id=code) for code in countries]
    return Activity(id=ActivityId("one"), title=Text.of("One"), leads=leads)


EVERYBODY = Party(kind=PartyKind.ALL_MEMBERS, id="ALL")


@pytest.mark.parametrize(
    ("activity", "country"),
    [
        (led_by(), "none"),
        (led_by("VN"), "VN"),
        (led_by("VN", "VN"), "VN"),
        (led_by("VN", "ID"), "several"),
        (evolve(led_by("VN"), leads=(EVERYBODY,)), "all-members"),
        (evolve(led_by(), host=CountryCode("TH")), "none"),
    ],
)
def test_an_activity_is_filed_under_the_one_country_that_leads_it(
    activity: Activity, country: str
) -> None:
    assert country_of(activity) == country


@pytest.mark.parametrize(
    ("named", "wanted", "framework"),
    [
        ((), NEW, "none"),
        ((OLD,), NEW, "OLD"),
        ((OLD, NEW), NEW, "NEW"),
        ((OLD, NEW), None, "OLD"),
    ],
)
def test_an_activity_is_filed_under_one_programme(
    named: tuple[FrameworkId, ...], wanted: FrameworkId | None, framework: str
) -> None:
    references = [PlanReference(framework=name) for name in named]
    activity = evolve(led_by("VN"), references=references)
    assert framework_of(activity, wanted) == framework


def test_two_activities_of_one_id_are_told_apart_with_all_that_is_theirs() -> None:
    twins = [led_by("VN"), led_by("ID")]
    tables = by_name(Report(title="Twins", data=WorkPlan(activities=twins)))
    check(tables)
    assert tables["activities"].column("id") == ("one", "one (2)")
    parties = tables["activity_parties"]
    assert cells(parties, ("activity", "party")) == [("one", "VN"), ("one (2)", "ID")]


def test_absence_and_value_stand_in_columns_of_their_own() -> None:
    table = by_name(Report(title="A plan", data=sample_plan()))["observations"]
    pairs = zip(table.column("status"), table.column("status_absence"), strict=True)
    assert all((status is None) != (absence is None) for status, absence in pairs)
    assert {"blank", "not due"} <= set(table.column("status_absence"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"rows": (("a", "b"),)},
        {"key": ("other",)},
        {"references": (Reference(fields=("other",), table="t", key=("id",)),)},
        {"fields": (Field(name="id", about="one"), Field(name="id", about="two"))},
    ],
    ids=["long row", "unknown key", "unknown reference", "two of a name"],
)
def test_a_table_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    sound = {"name": "t", "about": "A row", "key": ("id",)}
    fields = (Field(name="id", about="its id"),)
    with pytest.raises(ValueError, match="t: "):
        DataTable(**{"fields": fields, **sound, **wrong})  # type: ignore[arg-type]
