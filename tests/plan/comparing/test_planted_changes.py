"""Every accident that is planted in a table is detected, and as the one it is."""

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.findings import comparison_rules
from almwp.findings.rule import Rule
from almwp.model.activity import Status
from almwp.model.moment import Moment
from almwp.plan.compare import compare
from almwp.plan.comparison import RecordKind

Rows = list[Any]
Plant = Callable[[Any, Rows, Random], Rows]
PLANTED: dict[str, tuple[str, str, Plant]] = {}
"""By name: the code, the key of the field, and what plants the accident."""


def plants(code: str, key: str) -> Callable[[Plant], Plant]:
    def keep(plant: Plant) -> Plant:
        PLANTED[plant.__name__] = (code, key, plant)
        return plant

    return keep


@plants("ALM530", "remarks")
def sort_remarks(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(rows, "remarks", sorted(made.column(rows, "remarks")))


@plants("ALM530", "percent")
def sort_percentages_backwards(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(
        rows, "percent", sorted(made.column(rows, "percent"), reverse=True)
    )


@plants("ALM530", "title")
def sort_titles(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(rows, "title", sorted(made.column(rows, "title")))


@plants("ALM531", "place")
def shuffle_places(made: Any, rows: Rows, random: Random) -> Any:
    # Far from where they stood, and in no order.
    values = made.column(rows, "place")
    values = values[7:] + values[:7]
    values[0], values[1] = values[1], values[0]
    return made.with_column(rows, "place", values)


@plants("ALM532", "place")
def sort_all_but_the_place(made: Any, rows: Rows, random: Random) -> Any:
    ordered = sorted(rows, key=lambda row: row.title)
    return made.with_column(ordered, "place", made.column(rows, "place"))


@plants("ALM533", "title")
def turn_titles_about(made: Any, rows: Rows, random: Random) -> Any:
    titles = made.column(rows, "title")
    middle = len(titles) // 2
    turned = titles[middle:] + titles[:middle]
    turned[0], turned[1], turned[2] = turned[2], turned[0], turned[1]
    return made.with_column(rows, "title", turned)


@plants("ALM534", "remarks")
def insert_a_cell(made: Any, rows: Rows, random: Random) -> Any:
    remarks = made.column(rows, "remarks")
    return made.with_column(rows, "remarks", [remarks[0], "", *remarks[1:-1]])


@plants("ALM534", "output")
def delete_cells_of_two_columns(made: Any, rows: Rows, random: Random) -> Any:
    outputs, places = made.column(rows, "output"), made.column(rows, "place")
    rows = made.with_column(rows, "output", [*outputs[1:], ""])
    return made.with_column(rows, "place", [*places[1:], ""])


@plants("ALM534", "title")
def insert_a_title(made: Any, rows: Rows, random: Random) -> Any:
    titles = made.column(rows, "title")
    return made.with_column(rows, "title", ["A new one, first", *titles[:-1]])


@plants("ALM534", "leads")
def insert_a_cell_among_few_values(made: Any, rows: Rows, random: Random) -> Any:
    leads = made.column(rows, "leads")
    return made.with_column(rows, "leads", [leads[0], leads[0], *leads[1:-1]])


@plants("ALM535", "output")
def copy_from_above(made: Any, rows: Rows, random: Random) -> Any:
    outputs = made.column(rows, "output")
    return made.with_column(
        rows, "output", [outputs[place - place % 2] for place in range(len(rows))]
    )


@plants("ALM536", "percent")
def drag_one_percentage_down(made: Any, rows: Rows, random: Random) -> Any:
    percents = made.column(rows, "percent")
    values = [*percents[:2], *([Fraction(1, 3)] * (len(rows) - 2))]
    return made.with_column(rows, "percent", values)


@plants("ALM537", "partners")
def empty_the_partners(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(rows, "partners", [()] * len(rows))


@plants("ALM538", "place")
def exchange_two_columns(made: Any, rows: Rows, random: Random) -> Any:
    return [evolve(row, place=row.output, output=row.place) for row in rows]


@plants("ALM539", "budget")
def multiply_by_a_thousand(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(rows, "budget", [f"{row.budget}000" for row in rows])


@plants("ALM539", "percent")
def divide_percentages_by_a_hundred(made: Any, rows: Rows, random: Random) -> Any:
    return made.with_column(rows, "percent", [row.percent / 100 for row in rows])


@plants("ALM540", "extra")
def lose_the_decimals(made: Any, rows: Rows, random: Random) -> Any:
    values = [(("Score", row.extras[0][1].replace(".", "")),) for row in rows]
    return made.with_column(rows, "extras", values)


@plants("ALM541", "extra")
def turn_the_signs(made: Any, rows: Rows, random: Random) -> Any:
    values = [(("Score", f"-{row.extras[0][1]}"),) for row in rows]
    return made.with_column(rows, "extras", values)


@plants("ALM542", "timeframe")
def move_all_by_a_year(made: Any, rows: Rows, random: Random) -> Any:
    return [
        evolve(row, start=made.later(row.start, 1), end=made.later(row.end, 1))
        for row in rows
    ]


@plants("ALM543", "timeframe")
def exchange_day_and_month(made: Any, rows: Rows, random: Random) -> Any:
    def turned(when: Moment) -> Moment:
        if when.start.day > 12:
            return when
        return Moment.day(
            when.start.replace(month=when.start.day, day=when.start.month)
        )

    return made.with_column(rows, "start", [turned(row.start) for row in rows])


@plants("ALM544", "leads")
def replace_a_country(made: Any, rows: Rows, random: Random) -> Any:
    return [evolve(row, leads=("XX",)) if row.leads == ("VN",) else row for row in rows]


@plants("ALM545", "remarks")
def cut_a_remark_off(made: Any, rows: Rows, random: Random) -> Any:
    return [evolve(rows[0], remarks=rows[0].remarks[:255]), *rows[1:]]


@plants("ALM546", "status")
def send_states_back(made: Any, rows: Rows, random: Random) -> Any:
    return [evolve(rows[0], status=Status.PLANNED), *rows[1:]]


@plants("ALM547", "percent")
def let_a_percentage_fall(made: Any, rows: Rows, random: Random) -> Any:
    return [evolve(rows[0], percent=rows[0].percent / 2), *rows[1:]]


@plants("ALM548", "title")
def double_a_row(made: Any, rows: Rows, random: Random) -> Any:
    return [*rows, evolve(rows[3], number=str(len(rows) + 1))]


def prepared(made: Any, name: str, rows: Rows) -> Any:
    """Give the old version what the accident needs to happen to."""
    if name == "exchange_day_and_month":
        days = [
            row.start.start.replace(day=1 + place % 12)
            for place, row in enumerate(rows)
        ]
        return made.with_column(rows, "start", [Moment.day(day) for day in days])
    if name == "replace_a_country":
        return [evolve(r, leads=("VN",)) if p % 2 else r for p, r in enumerate(rows)]
    if name == "insert_a_cell_among_few_values":
        few = [(("VN", "TH", "ID")[p * p % 7 % 3],) for p in range(len(rows))]
        return made.with_column(rows, "leads", few)
    if name == "cut_a_remark_off":
        return [evolve(rows[0], remarks="long words " * 40), *rows[1:]]
    if name == "send_states_back":
        return [evolve(rows[0], status=Status.COMPLETED), *rows[1:]]
    return rows


@pytest.mark.parametrize("name", PLANTED)
@given(seed=st.integers(0, 10**6), count=st.integers(16, 40))
@settings(max_examples=6, deadline=None)
def test_a_planted_accident_is_the_one_that_is_found(
    name: str, made: Any, seed: int, count: int
) -> None:
    code, key, plant = PLANTED[name]
    random = Random(seed)
    old = prepared(made, name, made.rows(random, count))
    new = plant(made, old, random)
    found = compare(made.plan(old, "a"), made.plan(new, "b")).suspicions
    assert [s.rule.code for s in found] == [code], [
        (s.rule.name, s.names) for s in found
    ]
    (suspicion,) = found
    assert key in {field.key for field in suspicion.names}
    assert suspicion.kind is RecordKind.ACTIVITY
    assert suspicion.evidence
    for row in suspicion.evidence:
        assert row.new is None or (row.new.origin and row.new.origin.file == "b.xlsx")
        assert row.old is None or (row.old.origin and row.old.origin.file == "a.xlsx")


def test_every_rule_is_planted_here_or_beside() -> None:
    codes = {r.code for r in vars(comparison_rules).values() if isinstance(r, Rule)}
    elsewhere = {"ALM549"}  # two files in the wrong order, in test_two_versions
    assert codes - elsewhere == {code for code, _, _ in PLANTED.values()}
