"""Numbers, days and reasons are told in the language of the reader."""

import copy
import pickle
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import in_english
from almwp.model.absence import Absence
from almwp.model.moment import Moment
from almwp.scoring.wording import because, joined, shown, told
from almwp.scoring.wordsofvalues import day_in, number_in
from almwp.workflow.session import Session

VIETNAMESE = Session.start().translate("vi")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0.5", "0,5"),
        ("1250", "1.250"),
        ("999", "999"),
        ("-1250.25", "-1.250,25"),
        ("1234567", "1.234.567"),
        ("1.255", "1,2550"),
        ("2/3", "~0,67"),
    ],
)
def test_numbers_are_written_as_vietnamese_writes_them(number: str, words: str) -> None:
    assert number_in(shown(Fraction(number)), VIETNAMESE) == words


@given(st.fractions(max_denominator=10**4))
def test_a_number_stays_as_it_is_in_english(number: Fraction) -> None:
    assert number_in(shown(number), in_english) == shown(number)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2024", "2024"),
        ("2024-H1", "6 tháng đầu năm 2024"),
        ("2024-H2", "6 tháng cuối năm 2024"),
        ("2024-Q3", "quý 3 năm 2024"),
        ("2024-09", "09/2024"),
        ("2024-09-05", "05/09/2024"),
    ],
)
def test_days_are_written_as_vietnamese_writes_them(when: str, words: str) -> None:
    moment = Moment.parse(when)
    assert day_in(moment, VIETNAMESE) == words
    assert day_in(moment, in_english) == when


def test_a_reason_is_told_from_its_facts_and_not_from_its_words() -> None:
    sentence = "{reading} as of {when} meets the target {target} for {year}"
    facts = {"reading": shown(Fraction("1250.5")), "when": date(2023, 6, 30)}
    reason = because(sentence, target=shown(Fraction(1000)), year=2025, **facts)
    assert reason == "1250.5 as of 2023-06-30 meets the target 1000 for 2025"
    words = told(reason, VIETNAMESE)
    assert words is not None
    for part in ("1.250,5", "30/06/2023", "1.000", "2025"):
        assert part in words


def test_names_of_values_are_translated_and_what_a_sender_wrote_is_not() -> None:
    reason = because("'{word}': {absence}", word="1.5", absence=Absence.WITHHELD)
    assert told(reason, VIETNAMESE) == f"'1.5': {VIETNAMESE('withheld')}"


def test_several_reasons_keep_each_of_them() -> None:
    one = because("no reading was reported")
    assert joined([one, "", one]) == f"{one}; {one}"
    words = VIETNAMESE("no reading was reported")
    assert told(joined([one, one]), VIETNAMESE) == f"{words}; {words}"


def test_a_plain_text_has_no_facts() -> None:
    assert told("no reading was reported", VIETNAMESE) is None
    assert told(joined(["a plain text"]), VIETNAMESE) is None


def test_a_reason_survives_a_copy() -> None:
    reason = joined([because("{a}", a=shown(Fraction(1, 2)))])
    for same in (copy.deepcopy(reason), pickle.loads(pickle.dumps(reason))):
        assert same == reason
        assert told(same, VIETNAMESE) == "0,5"
