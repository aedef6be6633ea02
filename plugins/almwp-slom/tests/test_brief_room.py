"""A brief holds what finds room on two pages, whole, and names the rest."""

from typing import Any

import attrs
import pytest
from almwp_slom.brief import build
from almwp_slom.brief_room import LONGEST_POINT, Room, as_many_as_fit
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.position import AgendaStance, Piece, Stance
from almwp.model.prepared import Prepared
from almwp.model.report import Bullets, Report, Table
from almwp.model.text import Text

sizes = st.lists(st.floats(1, 100), max_size=30)


@given(sizes, st.floats(0, 500))
def test_no_more_is_shown_than_finds_room_but_for_the_first(
    taken: list[float], room: float
) -> None:
    many = as_many_as_fit(taken, room)
    assert many >= min(len(taken), 1)
    assert many <= 1 or sum(taken[:many]) <= room
    assert many == len(taken) or sum(taken[: many + 1]) > room


@given(sizes, st.lists(st.floats(0, 2000), min_size=3, max_size=3))
def test_all_lists_together_take_no_more_than_two_pages(
    agenda: list[float], others: list[float]
) -> None:
    room = Room(languages=["en"])
    for_agenda = room.for_agenda(agenda, others)
    given_others = room.for_others(for_agenda, others)
    assert for_agenda + sum(given_others) <= room.whole + 1e-6


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_paper_in_two_languages_measures_alike_from_both_sides(
    one: str, two: str
) -> None:
    text = Text.from_forms({"en": one, "vi": two})
    first, second = Room(languages=["en", "vi"]), Room(languages=["vi", "en"])
    assert first.of_row(text, text) == second.of_row(text, text)
    assert first.is_short(text) == second.is_short(text)


def brief(ask: Any, many: int, title: str, point: str) -> Report:
    agenda = [
        AgendaStance(
            number=str(n),
            item=Text.of(f"{title} {n}"),
            stance=Stance.SUPPORT,
            talking_points=[Piece(text=Text.of(point))],
        )
        for n in range(1, many + 1)
    ]
    return build(ask(prepared=attrs.evolve(Prepared(), agenda=agenda)))


def test_items_that_find_no_room_are_named_by_number_and_title(ask: Any) -> None:
    report = brief(ask, 30, "A matter of some length to be discussed here", "x " * 100)
    (table,) = (b for b in report.blocks if isinstance(b, Table))
    (named,) = (b for b in report.blocks if isinstance(b, Bullets))
    shown = len(table.rows)
    assert 1 < shown < 30
    assert named.items[0].startswith(f"Item {shown + 1}: A matter")
    assert not any("…" in c.text for row in table.rows for c in row)


@pytest.mark.parametrize(
    ("length", "is_shown"), [(LONGEST_POINT, True), (LONGEST_POINT + 1, False)]
)
def test_a_talking_point_is_shown_whole_or_not_at_all(
    ask: Any, length: int, is_shown: bool
) -> None:
    report = brief(ask, 1, "Matter", "x" * length)
    (table,) = (b for b in report.blocks if isinstance(b, Table))
    told = table.rows[0][-1].text
    assert ("x" * length in told) == is_shown
    assert (told == "see the national position") == (not is_shown)
    assert report.is_compact
