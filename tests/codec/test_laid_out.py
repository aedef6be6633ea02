"""JSON is laid out as the standard library does it, and choices are written by type."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.codec.plain import Plain, encode
from almwp.codec.text import _UNSAFE, _UNSAFE_BEGIN, json_inside, json_text
from almwp.model.absence import Absence
from almwp.model.activity import Observation, Status
from almwp.model.moment import Moment

values: st.SearchStrategy[Plain] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=2**62, max_value=2**66)
    | st.text(st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"])),
    lambda below: (
        st.lists(below) | st.dictionaries(st.text('abc"\\/ é', max_size=5), below)
    ),
    max_leaves=30,
)


@given(values)
def test_values_are_laid_out_as_by_the_standard_library(plain: Plain) -> None:
    known = json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False)
    assert json_text(plain) == f"{known}\n"


def test_half_a_character_is_left_to_whoever_writes_the_bytes() -> None:
    assert json_text(["\ud800"]) == '[\n  "\ud800"\n]\n'


def test_what_does_not_stay_what_it_is_is_written_by_its_number() -> None:
    assert json_text({"a\u202e": ["\x7f", "\x00", "\u2028"]}) == (
        '{\n  "a\\u202e": [\n    "\\u007f",\n    "\\u0000",\n    "\\u2028"\n  ]\n}\n'
    )


def test_all_that_does_not_stay_what_it_is_is_known_by_its_first_byte() -> None:
    letters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    unsafe = [letter for letter in letters if _UNSAFE.match(letter)]
    assert len(unsafe) > 170
    assert {letter.encode()[:1] for letter in unsafe} == set(_UNSAFE_BEGIN)


@given(values, st.integers(0, 5))
def test_inside_others_values_stand_as_they_do_in_the_whole(
    plain: Plain, depth: int
) -> None:
    around: Plain = plain
    for _ in range(depth):
        around = [around]
    inside = json_inside(plain, depth).decode()
    ends = [f"\n{'  ' * level}" for level in range(depth + 1)]
    before = "".join(f"[{end}" for end in ends[1:])
    after = "".join(f"{end}]" for end in reversed(ends[:-1]))
    assert f"{before}{inside}{after}\n" == json_text(around)


def test_half_a_character_is_not_written_into_a_file() -> None:
    with pytest.raises(UnicodeEncodeError):
        json_inside(["\ud800"], 1)


def test_each_kind_of_a_choice_is_written_as_what_it_is() -> None:
    told = Observation(
        status=Status.ONGOING, percent=Fraction(1, 3), as_of=Moment.year(2025)
    )
    assert encode(told) == {"as_of": "2025", "status": "ongoing", "percent": "1/3"}
    withheld = Observation(status=Absence.WITHHELD, percent=Absence.NOT_DUE)
    assert encode(withheld) == {"status": "withheld", "percent": "not due"}
