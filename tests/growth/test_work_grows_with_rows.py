"""Twice the rows are twice the work, however hard they are: nothing is quadratic."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from almwp.intake.cells import column_number
from tests.growth.counting import grew_too_much, lines
from tests.growth.nasty import KINDS
from tests.growth.stages import Stage, of_a_file, of_a_plan, of_formats, of_reports

SOME = 61
"""More rows than those among which every title is compared with every other."""
FEW = 8
"""Rows of a paper, which has many lines for each."""
READ = tuple(sorted(set(KINDS) - {"conflicting", "contradicting"}))
PLANS = ("alike", "nearly alike", "one number", "contradicted")
Stages = Callable[[int], Iterator[Stage]]


def counted(stages: Iterator[Stage], is_first: bool) -> dict[str, Counter[str]]:
    found = {}
    for name, work in stages:
        if is_first:
            work()  # fills the tables that are made at first use
        found[name] = lines(work)
    return found


def check_growth(stages: Stages, rows: int = SOME) -> None:
    one, two = counted(stages(rows), True), counted(stages(2 * rows), False)
    assert one.keys() == two.keys()
    assert all(one[name].total() for name in one)
    faults = {name: grew_too_much(one[name], two[name]) for name in one}
    assert {name: said for name, said in faults.items() if said} == {}


@pytest.mark.parametrize("kind", READ)
def test_reading_checking_marking_and_merging(kind: str) -> None:
    # Of a list with sections every second row is an activity.
    few = 2 * SOME if kind == "sections" else SOME
    check_growth(lambda rows: of_a_file(kind, rows), few)


@pytest.mark.parametrize("kind", PLANS)
def test_saving_comparing_carrying_over_and_scoring(kind: str) -> None:
    check_growth(lambda rows: of_a_plan(kind, rows))


@pytest.mark.parametrize("kind", ["nearly alike", "contradicted"])
def test_every_report(kind: str) -> None:
    check_growth(lambda rows: of_reports(kind, rows))


@pytest.mark.parametrize(
    ("kind", "report"), [("contradicted", "position"), ("nearly alike", "progress")]
)
def test_every_format(kind: str, report: str) -> None:
    check_growth(lambda rows: of_formats(kind, rows, report), FEW)


def test_what_is_quadratic_is_seen() -> None:
    def compare_all(rows: int) -> Callable[[], object]:
        pairs = product(range(rows), repeat=2)
        return lambda: [
            column_number("A" * a) - column_number("A" * b) for a, b in pairs
        ]

    one, two = lines(compare_all(FEW)), lines(compare_all(2 * FEW))
    assert grew_too_much(one, two)
