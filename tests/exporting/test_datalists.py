"""What an activity has several of is counted from 1, and names the activity."""

from almwp.exporting.datatables.alltables import all_tables
from almwp.exporting.datatables.columns import to
from almwp.model.report import Report
from almwp.testing.samples import sample_plan


def test_each_list_counts_from_one_and_names_its_activity() -> None:
    tables = all_tables(Report(title="A plan", data=sample_plan()))
    lists = [t for t in tables if t.key == ("activity", "position")]
    assert len(lists) > 9
    for table in lists:
        assert table.references == (to("activities", "activity"),), table.name
        counted: dict[object, list[object]] = {}
        numbers = table.column("position")
        for owner, number in zip(table.column("activity"), numbers, strict=True):
            counted.setdefault(owner, []).append(number)
        for numbers_of_one in counted.values():
            assert numbers_of_one == [*range(1, len(numbers_of_one) + 1)], table.name
    assert any(table.rows for table in lists)
