"""What is done for a row is counted: what the table knows is not asked again."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.intake.gridrows import KEPT
from almwp.model.ledger import Fate
from almwp.model.submission import Submission
from tests.growth.counting import calls

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
ABOVE = [["Country: Viet Nam"], ["ALM WP 2021-2025"], ["As of: 2024-06-30"], []]
HEADINGS = [
    *("No.", "Activity", "Outcome", "Lead", "Partners", "Time frame", "Status"),
    *("Progress (%)", "As of", "Type", "Level", "ASEAN body", "Remarks"),
]
FINE: list[Any] = [
    *("1", "Viet Nam", "ILO", "2021-2022", "ongoing", 0.4, date(2024, 5, 1)),
    *("labs", "regional", "SLOM-WG", "as planned"),
]
FAULTY: list[Any] = [
    *("1x", "M 7", "?", "bogus", "almost", "1,5.0", "31/02/2024"),
    *("labs", "lunar", "SLUM-WG", "as planned"),
]
SOME = 100
"""More rows than those near the top, in which headings are looked for harder."""
MOST_CALLS = 325
"""Calls of our own functions for a row of 13 cells, from its cells to its record."""


def workbook(sheet: Make, number: int, rest: list[Any]) -> Sheet:
    rows = [[n, f"Study {n}", *rest] for n in range(1, number + 1)]
    return sheet([*ABOVE, HEADINGS, *rows])


def added(read: Read, sheet: Make, rest: list[Any]) -> dict[str, float]:
    """Return how often each function is called for one row more."""
    few, many = workbook(sheet, SOME, rest), workbook(sheet, 2 * SOME, rest)
    read(few), read(many)  # fills the tables that are made at first use
    one, two = calls(lambda: read(few)), calls(lambda: read(many))
    return {name: (two[name] - one[name]) / SOME for name in two}


@pytest.mark.parametrize("rest", [FINE, FAULTY], ids=["fine", "faulty"])
def test_only_cells_that_differ_are_read(
    read: Read, sheet: Make, rest: list[Any]
) -> None:
    # Each row has a number and a title of its own, and nothing else.
    assert added(read, sheet, rest)["read_value"] == 2


def test_a_cell_like_another_takes_no_call_where_nothing_is_found_in_it(
    read: Read, sheet: Make
) -> None:
    # The number and the title differ, and at each bare 0.4 it is told how it was read.
    assert added(read, sheet, FINE)["AlikeCells.read"] == 3


def test_a_row_takes_no_more_calls_than_are_stated(read: Read, sheet: Make) -> None:
    assert sum(added(read, sheet, FINE).values()) <= MOST_CALLS


def test_titles_with_other_numbers_are_not_compared(read: Read, sheet: Make) -> None:
    assert added(read, sheet, FINE)["_neighbours"] == 0
    assert added(read, sheet, FINE).get("_may_be_one", 0) == 0


def test_each_text_is_asked_once_whether_it_may_be_a_heading(
    read: Read, sheet: Make
) -> None:
    each = added(read, sheet, FINE)
    assert each["may_be_heading"] == 1  # its title; all else stands in every row
    assert each.get("word_of", 0) == each.get("match_of", 0) == 0


def test_a_text_whose_first_word_begins_no_heading_is_not_looked_at_further(
    read: Read, sheet: Make
) -> None:
    def titled(title: str) -> dict[str, float]:
        few, many = (
            sheet(
                [*ABOVE, HEADINGS, *([n, f"{title} {n}", *FINE] for n in range(rows))]
            )
            for rows in (SOME, 2 * SOME)
        )
        read(few), read(many)
        one, two = calls(lambda: read(few)), calls(lambda: read(many))
        return {name: (two[name] - one[name]) / SOME for name in two}

    assert titled("Job fair")["mapping_key"] == 0
    assert titled("Job fair (pilot)")["mapping_key"] == 0
    assert titled("Status of job fair")["mapping_key"] == 1


def test_rows_of_data_near_the_top_are_not_put_together_to_headings(
    read: Read, sheet: Make
) -> None:
    # A word such as "ongoing" is a heading of another table.
    few, many = workbook(sheet, 5, FINE), workbook(sheet, SOME, FINE)
    read(few), read(many)
    one, two = calls(lambda: read(few)), calls(lambda: read(many))
    assert two["_can_begin"] > one["_can_begin"]
    assert two["_best"] == one["_best"]


def test_rows_of_a_sheet_too_large_to_be_kept_are_made_twice_at_the_most(
    read: Read, sheet: Make
) -> None:
    number = KEPT // len(HEADINGS) + 500
    large = workbook(sheet, number, FINE)
    assert calls(lambda: read(large))["GridRows._make"] <= 2 * number + SOME


@pytest.mark.parametrize("rest", [FINE, FAULTY], ids=["fine", "faulty"])
def test_the_fates_of_a_row_are_given_together(
    read: Read, sheet: Make, rest: list[Any]
) -> None:
    entries = read(workbook(sheet, SOME, rest)).ledger.entries
    refused = sum(e.count for e in entries if e.fate is Fate.REFUSED) / SOME
    each = added(read, sheet, rest)
    assert each["Fates.give_row"] == 1
    assert each.get("Fates.give", 0) <= refused < len(HEADINGS)


@pytest.mark.parametrize(
    "step", ["find_strikes", "_extra_columns", "with_earlier", "_body"]
)
def test_what_no_cell_of_a_table_has_is_looked_for_in_none_of_its_rows(
    read: Read, sheet: Make, step: str
) -> None:
    assert added(read, sheet, FINE).get(step, 0) == 0


def test_no_headings_are_made_of_rows_that_name_one_field(
    read: Read, sheet: Make
) -> None:
    def made(number: int) -> int:
        book = workbook(sheet, number, [*FINE[:-1], "Status"])
        return calls(lambda: read(book))["make_block"]

    assert made(40) == made(20)


def test_a_lead_is_looked_up_once_for_all_rows(read: Read, sheet: Make) -> None:
    assert added(read, sheet, FINE).get("find_member", 0) == 0


def test_rows_filled_alike_share_where_they_were_read(read: Read, sheet: Make) -> None:
    bare = [None, *FINE[1:]]
    rows = [[n, f"Study {n}", *(bare if n % 2 else FINE)] for n in range(1, SOME + 1)]
    found = [a.origins[0] for a in read(sheet([*ABOVE, HEADINGS, *rows])).activities]
    assert len(found) == SOME
    assert len({id(origin.columns) for origin in found}) == 2
    assert len({id(origin.languages) for origin in found}) == 1


def test_no_place_is_put_into_words_for_a_date_without_a_finding(
    read: Read, sheet: Make
) -> None:
    def dated(number: int) -> dict[str, int]:
        days = [
            date.fromordinal(date(2024, 1, 1).toordinal() + n) for n in range(number)
        ]
        rest = [*FINE[:5], "40%"]
        rows = [[n, f"Study {n}", *rest, day] for n, day in enumerate(days, 1)]
        return calls(lambda: read(sheet([*ABOVE, HEADINGS, *rows])))

    few, many = dated(SOME), dated(2 * SOME)
    assert many["date_of_number"] == few["date_of_number"] + SOME
    assert many["Spot.at"] == few["Spot.at"]


def test_headings_are_asked_once_in_which_language_they_are(
    read: Read, sheet: Make
) -> None:
    def asked(number: int) -> int:
        tables = [[], HEADINGS, *([n, f"Study {n}", *FINE] for n in range(3))]
        counted = calls(lambda: read(sheet([*ABOVE, *tables * number])))
        return counted["HeadingBlock.language"]

    assert asked(1) <= 3  # headings that are changed are others


def test_what_a_text_names_is_found_once_for_all_files(read: Read, sheet: Make) -> None:
    book = workbook(sheet, SOME, FINE)
    read(book)
    assert calls(lambda: read(book))["_named_by"] == 0


def test_rows_near_the_top_that_name_the_same_are_looked_at_once(
    read: Read, sheet: Make
) -> None:
    # A word such as "ongoing" is a heading of another table.
    few, many = workbook(sheet, 5, FINE), workbook(sheet, 50, FINE)
    one, two = calls(lambda: read(few)), calls(lambda: read(many))
    assert one["_tables_named"] == two["_tables_named"] > 0
