"""What is true of any two versions: the same is no change, and work goes on."""

import sys
from collections import Counter
from fractions import Fraction
from random import Random
from typing import Any
from unicodedata import normalize

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.activity import Change, Observation, Status
from almwp.model.moment import Moment
from almwp.model.workplan import WorkPlan
from almwp.plan.compare import compare
from almwp.plan.comparison import Comparison, FieldName
from almwp.plan.comparisonlimits import LEAST_ROWS
from almwp.plan.merge import merge
from almwp.testing.strategies import submissions

Rows = list[Any]
piles = st.lists(submissions, max_size=3)


def codes(found: Comparison) -> list[str]:
    return [suspicion.rule.code for suspicion in found.suspicions]


@given(piles)
@settings(max_examples=60, deadline=None)
def test_a_plan_compared_with_itself_is_unchanged(pile: list[Any]) -> None:
    plan = merge(pile)
    found = compare(plan, plan)
    assert found.is_empty
    assert found.renamed == ()
    records = len(plan.activities) + len(plan.indicators)
    for sent in plan.submissions:
        records += len(sent.proposals) + len(sent.agenda) + len(sent.asks)
    assert sum(count for _, count in found.unchanged) == records


@given(seed=st.integers(0, 10**6), count=st.integers(1, 30))
@settings(max_examples=15, deadline=None)
def test_what_one_way_adds_the_other_way_removes(
    made: Any, seed: int, count: int
) -> None:
    random = Random(seed)
    rows = made.rows(random, count)
    new = ordinary(made, rows, random)
    old_plan, new_plan = made.plan(rows, "a"), made.plan(new, "b")
    there, back = compare(old_plan, new_plan), compare(new_plan, old_plan)
    assert Counter(there.added) == Counter(back.removed)
    assert Counter(there.removed) == Counter(back.added)
    assert Counter((r.old, r.new) for r in there.revised) == Counter(
        (r.new, r.old) for r in back.revised
    )


@given(seed=st.integers(0, 10**6), count=st.integers(1, 40))
@settings(max_examples=15, deadline=None)
def test_rows_in_another_order_are_no_change(made: Any, seed: int, count: int) -> None:
    random = Random(seed)
    rows = [evolve(row, number="") for row in made.rows(random, count)]
    turned = random.sample(rows, len(rows))
    found = compare(made.plan(rows, "a"), made.plan(turned, "b", first=9))
    assert found.is_empty


def ordinary(made: Any, rows: Rows, random: Random) -> Rows:
    """Work goes on: states and percentages rise, some rows are edited, some are new."""
    kept = []
    for row in rows:
        if random.random() < 0.08:
            continue
        if random.random() < 0.5:
            percent = row.percent + (1 - row.percent) * Fraction(
                random.randint(0, 4), 4
            )
            done = percent == 1
            status = Status.COMPLETED if done else Status.ONGOING
            row = evolve(row, percent=percent, status=status)
        if random.random() < 0.3:
            row = evolve(row, remarks=f"Now {made.spelt(random.randrange(10**5))}")
        if random.random() < 0.15:
            row = evolve(row, end=made.later(row.end, random.randint(1, 3)))
        if random.random() < 0.15:
            row = evolve(row, leads=(*row.leads, random.choice(made.countries)))
        if random.random() < 0.15:
            row = evolve(row, leads=(random.choice(made.countries),))
        if random.random() < 0.15:
            row = evolve(row, partners=(random.choice(("ILO", "IOM", "GIZ", "UN")),))
        if random.random() < 0.2:
            row = evolve(row, budget=f"USD {random.randint(1000, 90000)}")
        if random.random() < 0.1:
            row = evolve(row, output="")
        kept.append(row)
    for row in made.rows(random, random.randint(0, 4)):
        kept.insert(random.randint(0, len(kept)), evolve(row, number=""))
    return [evolve(row, number=str(place)) for place, row in enumerate(kept, start=1)]


def test_ordinary_work_hardly_ever_looks_like_an_accident(made: Any) -> None:
    told = []
    for seed in range(150):
        random = Random(seed)
        rows = made.rows(random, random.choice((5, 12, 30, 80)))
        new = ordinary(made, rows, random)
        told += codes(compare(made.plan(rows, "a"), made.plan(new, "b")))
    assert told == []


@pytest.mark.parametrize("count", range(1, LEAST_ROWS))
def test_of_two_or_three_rows_nothing_is_claimed(made: Any, count: int) -> None:
    random = Random(count)
    rows = made.rows(random, count)
    new = [
        evolve(
            row,
            remarks=rows[place - 1].remarks,
            budget=f"{row.budget}000",
            place="",
            percent=Fraction(9, 10),
            end=made.later(row.end, 1),
        )
        for place, row in enumerate(rows)
    ]
    assert codes(compare(made.plan(rows, "a"), made.plan(new, "b"))) == []


def test_a_change_says_what_it_was_and_where(made: Any) -> None:
    random = Random(1)
    rows = made.rows(random, 6)
    rows[0] = evolve(rows[0], status=Status.PLANNED, place="The old hall of the city")
    row = evolve(rows[0], status=Status.COMPLETED, leads=("VN", "LA"))
    row = evolve(row, place="The new hall of the City", title=row.title)
    rows[0] = evolve(rows[0], leads=("VN", "TH"))
    found = compare(made.plan(rows, "a"), made.plan([row, *rows[1:]], "b"))
    (revision,) = found.revised
    changes = {change.name.key: change for change in revision.changes}
    assert set(changes) == {"status", "leads", "place"}
    status = changes["status"]
    assert status.old
    assert status.new
    assert (status.old.words, status.new.words) == ("planned", "completed")
    assert (str(status.old.origin), str(status.new.origin)) == (
        "a.xlsx!Report!I5",
        "b.xlsx!Report!I5",
    )
    assert (changes["leads"].added, changes["leads"].removed) == (("LA",), ("TH",))
    marked = [(p.kind.value, p.words) for p in changes["place"].pieces]
    assert marked == [
        ("kept", "The"),
        ("removed", "old"),
        ("added", "new"),
        ("kept", "hall of the City"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hall A", "hall a"),
        ("Hall A", "Hall  A "),
        (normalize("NFC", "Hội trường"), normalize("NFD", "Hội trường")),
        ("Hall A", "Ha\u00adll A"),
    ],
)
def test_another_way_of_writing_is_no_change_of_meaning(
    made: Any, old: str, new: str
) -> None:
    rows = made.rows(Random(2), 2)
    before, after = (
        made.plan([evolve(rows[0], place=place), rows[1]], version)
        for place, version in ((old, "a"), (new, "b"))
    )
    (revision,) = compare(before, after).revised
    assert revision.changes == ()
    assert [change.name for change in revision.writing] == [FieldName("place")]


def test_accents_are_meaning(made: Any) -> None:
    rows = made.rows(Random(2), 1)
    before, after = (
        made.plan([evolve(rows[0], place=place)], version)
        for place, version in (("ma", "a"), ("má", "b"))
    )
    (revision,) = compare(before, after).revised
    assert [change.name.key for change in revision.changes] == ["place"]


def reported(plan: WorkPlan, change: Change) -> WorkPlan:
    """Return a plan whose first activity was reported with a change of plan."""
    sent = plan.submissions[0]
    first, *others = sent.activities
    told = Observation(change=change)
    first = evolve(first, observations=(*first.observations, told))
    return merge([evolve(sent, activities=(first, *others))])


def test_withdrawn_and_no_longer_listed_are_two_things(made: Any) -> None:
    rows = made.rows(Random(3), 4)
    old = made.plan(rows, "a")
    new = reported(made.plan(rows[:-1], "b"), Change.WITHDRAWN)
    found = compare(old, new)
    assert [listing.title for listing in found.removed] == [rows[3].title]
    assert [r.new.title for r in found.revised if r.is_withdrawn] == [rows[0].title]


def test_a_title_that_was_reworded_is_suggested_and_stays_apart(made: Any) -> None:
    rows = [evolve(row, number="") for row in made.rows(Random(4), 3)]
    title = "Workshop on decent work for domestic workers in cities"
    rows[0] = evolve(rows[0], title=title)
    new = [evolve(rows[0], title=f"{title} and villages"), *rows[1:]]
    found = compare(made.plan(rows, "a"), made.plan(new, "b"))
    assert [each.title for each in found.removed] == [title]
    assert [each.title for each in found.added] == [f"{title} and villages"]
    (rename,) = found.renamed
    assert rename.alike > 70
    assert "domestic" in rename.shared


def test_other_leads_do_not_make_it_another_activity(made: Any) -> None:
    rows = [evolve(row, number="", leads=("VN",)) for row in made.rows(Random(7), 3)]
    new = [evolve(row, leads=("TH",)) for row in rows]
    found = compare(made.plan(rows, "a"), made.plan(new, "b"))
    assert (found.added, found.removed) == ((), ())
    assert [c.name.key for r in found.revised for c in r.changes] == ["leads"] * 3


def test_files_that_were_named_in_the_wrong_order_are_noticed(made: Any) -> None:
    rows = made.rows(Random(5), 4)

    def dated(version: str, year: int) -> WorkPlan:
        sent = made.plan(rows, version).submissions[0]
        return merge([evolve(sent, as_of=Moment.year(year))])

    assert codes(compare(dated("a", 2025), dated("b", 2023))) == ["ALM549"]
    assert codes(compare(dated("a", 2023), dated("b", 2025))) == []


def test_ten_times_the_rows_take_no_more_than_some_ten_times_the_calls(
    made: Any,
) -> None:
    def calls(count: int) -> int:
        rows = made.rows(Random(6), count)
        old, new = made.plan(rows, "a"), made.plan(rows[::-1], "b")
        found = Counter[str]()
        sys.setprofile(lambda _, event, __: found.update([event]))
        try:
            told = compare(old, new)
        finally:
            sys.setprofile(None)
        assert told.added == ()
        return found["call"]

    assert calls(600) < 20 * calls(60)
