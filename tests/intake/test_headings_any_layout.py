"""Activities stay the same however the headings are ordered, written and repeated."""

import random
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.codec import encode
from almwp.intake.cells import Sheet
from almwp.intake.fieldlist import field_list
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
BASE: list[list[Any]] = [
    ["Country: VN"],
    ["Work programme: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
    [],
]
KEYS = ("number", "title", "leads", "timeframe", "status", "percent", "place", "budget")
VALUES: tuple[tuple[Any, ...], ...] = (
    ("1", "Job fairs", "Viet Nam", "2024", "completed", "100%", "Ha Noi", "USD 5"),
    ("2", "Study of wages", "Thailand", "2023-2024", "ongoing", "40%", None, None),
    ("3", "OSH training", "ASEAN-OSHNET", "Q3/2024", "planned", None, "Hue", "-"),
)
LABELS = {of.key: of.label for of in field_list().progress}
PLACES = {"origins", "origin", "cell"}
"""Where a value stood, which another layout changes."""

Tables = Callable[[list[Any], list[list[Any]]], Submission]


@pytest.fixture(scope="module")
def table(read: Read, sheet: Make) -> Tables:
    return lambda headings, rows: read(sheet([*BASE, headings, *rows]))


def headings_in(language: str) -> list[str]:
    return [LABELS[key].in_(language) for key in KEYS]


def facts(plain: Any) -> Any:
    """Leave out of encoded records where their values stood."""
    if isinstance(plain, dict):
        return {k: facts(v) for k, v in plain.items() if k not in PLACES}
    return [facts(item) for item in plain] if isinstance(plain, list) else plain


def told(read: Submission) -> list[Any]:
    return [facts(encode(activity)) for activity in read.activities]


languages = st.sampled_from(("en", "vi"))
ROWS = [list(row) for row in VALUES]


@settings(max_examples=40)
@given(languages, st.permutations(range(len(KEYS))), st.sets(st.integers(0, 8)))
def test_columns_may_stand_in_any_order_with_gaps_between(
    table: Tables, language: str, order: list[int], gaps: set[int]
) -> None:
    def laid_out(row: list[Any]) -> list[Any]:
        found: list[Any] = []
        for place, column in enumerate(order):
            found += [None] * (place in gaps) + [row[column]]
        return found

    plain = table(headings_in(language), ROWS)
    other = table(laid_out(headings_in(language)), [laid_out(row) for row in ROWS])
    assert told(other) == told(plain)
    assert len(plain.activities) == len(ROWS)


@st.composite
def noisy(draw: st.DrawFn, text: str) -> str:
    """Write a heading as people do: other case, lost accents, signs around it."""
    if draw(st.booleans()):
        text = text.translate({ord("đ"): "d", ord("Đ"): "D"})
        text = "".join(
            sign
            for sign in unicodedata.normalize("NFD", text)
            if not unicodedata.combining(sign)
        )
    text = unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)
    chosen = random.Random(draw(st.integers(0, 99)))
    text = "".join(chosen.choice((s.upper(), s.lower(), s)) for s in text)
    text = text.replace(" ", draw(st.sampled_from((" ", "  ", "\u00a0", "\n"))))
    before = draw(st.sampled_from(("", " ", "* ")))
    return f"{before}{text}{draw(st.sampled_from(('', ' ', ':', ' *', '*:', '.')))}"


@settings(max_examples=60)
@given(st.data(), languages)
def test_headings_may_be_written_carelessly(
    table: Tables, data: st.DataObject, language: str
) -> None:
    written = [data.draw(noisy(heading)) for heading in headings_in(language)]
    assert (
        table(written, ROWS).activities == table(headings_in(language), ROWS).activities
    )


@settings(max_examples=30)
@given(languages, st.sets(st.integers(1, 2), min_size=1))
def test_headings_may_come_again_half_way_down(
    table: Tables, language: str, places: set[int]
) -> None:
    rows: list[list[Any]] = []
    for number, row in enumerate(ROWS):
        rows += [headings_in(language)] * (number in places) + [row]
    assert told(table(headings_in(language), rows)) == told(
        table(headings_in(language), ROWS)
    )


@settings(max_examples=40)
@given(
    languages,
    st.lists(
        st.tuples(
            st.integers(0, 8), st.sampled_from(("Mood", "Weather", "2023", "Giá vàng"))
        ),
        max_size=4,
        unique_by=lambda extra: extra[1],
    ),
)
def test_further_columns_are_kept_and_change_nothing_else(
    table: Tables, language: str, extra: list[tuple[int, str]]
) -> None:
    headings, rows = headings_in(language), [list(row) for row in ROWS]
    for place, heading in extra:
        headings.insert(place, heading)
        for row in rows:
            row.insert(place, "x")
    plain, other = table(headings_in(language), ROWS), table(headings, rows)
    named = {heading for _, heading in extra}
    for activity in other.activities:
        assert {e.heading for e in activity.extras} == named
    without = [
        {key: value for key, value in fact.items() if key != "extras"}
        for fact in told(other)
    ]
    assert without == told(plain)
