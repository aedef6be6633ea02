"""JSON is laid out as the standard library does it, and choices are written by type."""

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from almwp.codec.plain import Plain, encode
from almwp.codec.text import json_text
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


def test_each_kind_of_a_choice_is_written_as_what_it_is() -> None:
    told = Observation(
        status=Status.ONGOING, percent=Fraction(1, 3), as_of=Moment.year(2025)
    )
    assert encode(told) == {"as_of": "2025", "status": "ongoing", "percent": "1/3"}
    withheld = Observation(status=Absence.WITHHELD, percent=Absence.NOT_DUE)
    assert encode(withheld) == {"status": "withheld", "percent": "not due"}
