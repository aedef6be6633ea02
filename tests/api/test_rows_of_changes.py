"""What changed and what goes on can be taken as rows too."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

import almwp

NEXT = "ALM-WP-2026-2030"


def is_plain(rows: list[almwp.Row]) -> bool:
    """Say whether all rows have the same columns, and csv takes them."""
    table = csv.DictWriter(io.StringIO(), list(rows[0]))
    table.writerows(rows)
    return all(list(row) == list(rows[0]) for row in rows)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_each_activity_is_a_row_with_what_it_becomes(
    language: str, plan: almwp.WorkPlan, session: almwp.Session
) -> None:
    carried = almwp.carry_over(plan, to=NEXT, language=language, session=session)
    rows = carried.rows(language)
    assert is_plain(rows)
    assert [row["id"] for row in rows] == [each.id for each in carried.activities]
    for row, each in zip(rows, carried.activities, strict=True):
        assert row["fate"] == each.fate
        assert row["title"] == each.title.in_(language)
        assert all(reason.words in str(row["reasons"]) for reason in each.reasons)
    shown = carried._repr_html_()
    assert NEXT in shown
    assert all(f"{c.fate}: {c.count}" in shown for c in carried.counts if c.count)


def changed(path: Path, to: Path) -> Path:
    """Write a copy of a workbook in which one text of the last row is another."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value == "Completed":
                    cell.value = "Ongoing"
    book.save(to)
    return to


def test_each_difference_is_a_row(
    submissions: Path, session: almwp.Session, tmp_path: Path
) -> None:
    for old in sorted(submissions.glob("*.xlsx")):
        new = changed(old, tmp_path / old.name)
        found = almwp.compare(old, new, session=session)
        rows = found.rows()
        told = [(row["id"], row["field"], row["old"], row["new"]) for row in rows]
        expected = [
            (each.id, field.field, field.old or "", field.new or "")
            for each in (*found.revised, *found.written_differently)
            for field in (*each.changes, *each.writing)
        ]
        assert [each for each in told if each[1]] == expected
        if rows:
            assert is_plain(rows)
            assert {"revised"} <= {str(row["what"]) for row in rows}
            assert "revised" in found._repr_html_()
            return
    pytest.fail("no example says Completed")


def test_what_only_one_version_lists_is_a_row(
    plan: almwp.WorkPlan, session: almwp.Session
) -> None:
    nothing = almwp.compare(almwp.WorkPlan(), almwp.WorkPlan(), session=session)
    assert nothing.rows() == []
    assert "Differences" in nothing._repr_html_()
    added = almwp.compare(almwp.WorkPlan(), plan, session=session)
    gone = almwp.compare(plan, almwp.WorkPlan(), session=session)
    assert is_plain(added.rows())
    assert is_plain(gone.rows())
    assert {row["what"] for row in added.rows()} == {"added"}
    assert {row["what"] for row in gone.rows()} == {"no longer listed"}
    assert len(added.rows()) == len(added.added) == len(gone.rows())
    assert all(row["new_cell"] and not row["old_cell"] for row in added.rows())
