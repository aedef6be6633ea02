"""Which field a heading is taken for, how sure that is, and when it is asked."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from almwp.intake.cells import Sheet
from almwp.intake.grid import build_grid
from almwp.intake.headingchoice import MARGIN
from almwp.intake.headings import HeadingBlock
from almwp.intake.headingwords import likenesses
from almwp.intake.lexicon import Lexicon
from almwp.intake.tablekinds import tables_of
from almwp.model.submission import Submission

Make = Callable[..., Sheet]
Read = Callable[..., Submission]
FirstOf = Callable[[list[str]], HeadingBlock]
ROW = ["1", "Training", "done", "Viet Nam"]


@pytest.fixture(scope="module")
def first_of(sheet: Make, lexicon: Lexicon) -> FirstOf:
    return lambda headings: tables_of(
        build_grid(sheet([headings, ROW])), lexicon
    ).blocks[0]


def test_of_two_headings_of_a_field_the_surer_one_has_it(first_of: FirstOf) -> None:
    block = first_of(["Activity", "Status (old)", "Status", "Lead"])
    assert block.chosen["status"].column == 3
    block = first_of(["Activity", "State", "Status", "Lead"])
    assert block.chosen["status"].column == 2


@pytest.mark.parametrize(
    ("heading", "key", "hundredths", "next_best"),
    [
        ("Partners", "partners", 100, ""),
        ("PARTNERS:", "partners", 100, ""),
        ("Partners (all)", "partners", 95, "partners"),
        ("Đối tác / Partners", "partners", 90, ""),
        ("Partnersss", "partners", 88, ""),
        ("Mood", None, 0, ""),
    ],
)
def test_how_sure_a_heading_is_is_told(
    first_of: FirstOf,
    heading: str,
    key: str | None,
    hundredths: int,
    next_best: str,
) -> None:
    block = first_of(["Activity", "Status", "Place", heading])
    found = block.headings[3]
    assert (found.word.key if found.word else None) == key
    assert found.confidence == Fraction(hundredths, 100)
    assert found.runner_up != (key or "-")
    if found.confidence == 1:
        assert found.runner_up == ""
    assert found.runner_up_confidence <= 1


@pytest.mark.parametrize(
    ("heading", "rivals"),
    [
        ("Output / Budget", {"output", "budget"}),
        ("Status / Lead country", {"status", "leads"}),
        ("Rmarks", {"remarks", "marks"}),
    ],
)
def test_a_heading_that_could_mean_two_fields_is_asked(
    first_of: FirstOf, sheet: Make, read: Read, heading: str, rivals: set[str]
) -> None:
    headings = ["Activity", "Co-lead", "Place", heading]
    assert set(first_of(headings).headings[-1].rivals) == rivals
    found = read(sheet([headings, ["A", "VN", "x", "y"]]))
    (finding,) = (f for f in found.findings if f.code == "ALM119")
    assert (finding.found, len(finding.suggestions)) == (heading, 2)
    assert [e.heading for e in found.activities[0].extras] == [heading]


def test_what_is_as_near_to_two_fields_is_not_taken_for_either(
    first_of: FirstOf, lexicon: Lexicon
) -> None:
    words = [key for key in lexicon.headings if len(key) > 6]
    asked = taken = 0
    for word in words[::7]:
        written = f"{word[:3]}x{word[3:]}"
        heading = first_of(["Activity", "Mood", "Lead", "Place", written]).headings[-1]
        known = likenesses(written, lexicon)
        if heading.word and heading.by == "near":
            others = (like.ratio for like in known if like.key != heading.word.key)
            free = [k for k in known if k.key not in {"title", "leads", "place"}]
            assert free[0].key == heading.word.key
            assert heading.runner_up_confidence == next(others, 0)
            taken += 1
        elif heading.rivals:
            best, second = (
                next(k.ratio for k in known if k.key == key)
                for key in heading.rivals[:2]
            )
            assert best - second < MARGIN
            asked += 1
    assert taken > asked


def test_a_field_with_a_column_of_its_own_is_no_rival(first_of: FirstOf) -> None:
    alone = first_of(["Activity", "Status", "Place", "Colead country"])
    assert alone.headings[-1].rivals == ("co_leads", "leads")
    beside = first_of(["Activity", "Status", "Lead", "Colead country"])
    found = beside.headings[-1]
    assert found.word is not None
    assert (found.word.key, found.runner_up, found.by) == ("co_leads", "leads", "near")
