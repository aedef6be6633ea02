"""Twice the files are twice the work, however they are alike: nothing is quadratic."""

from collections.abc import Iterator

import pytest

from almwp.codec.plan import write_plan
from almwp.plan.merge import merge
from almwp.workflow.between import findings_between
from almwp.workflow.merged import merged as found_by_merging
from tests.growth.counting import grew_too_much, lines
from tests.growth.folders import KINDS, folder, merged
from tests.growth.nasty import session
from tests.growth.stages import Stage

SOME = 64
"""More than those among which every title is compared with every other."""
INHERENT = {("one number", "save"), ("together", "save")}
"""Each side of a contradiction is saved with all of its claims: the file itself grows
with the square of those who differ."""


def of_a_folder(kind: str, number: int) -> Iterator[Stage]:
    """Give what is done with many files."""
    read = folder(kind, number)
    known = merged(kind, number)
    yield "merge", lambda: merge(read.submissions)
    yield "find between", lambda: findings_between(read.files)
    yield "tell", lambda: found_by_merging(known, "plan.json")
    if (kind, "save") not in INHERENT:
        yield "save", lambda: write_plan(known)
    yield "score", lambda: session().score(known, by="country")


@pytest.mark.parametrize("kind", KINDS)
def test_merging_checking_saving_and_scoring(kind: str) -> None:
    one, two = list(of_a_folder(kind, SOME)), list(of_a_folder(kind, 2 * SOME))
    for _, work in one:
        work()  # fills the tables that are made at first use
    faults = {
        name: grew_too_much(lines(few), lines(many))
        for (name, few), (_, many) in zip(one, two, strict=True)
    }
    assert {name: said for name, said in faults.items() if said} == {}
