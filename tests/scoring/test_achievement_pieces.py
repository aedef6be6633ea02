"""The pieces of which achievement is made: paths, weights, and words."""

from fractions import Fraction

import pytest

from almwp.errors import in_english
from almwp.model.indicator import Target
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.scoring import achievementwords
from almwp.scoring.achievement import achievement_of
from almwp.scoring.path import Expected, Path
from almwp.scoring.wording import retold, shown
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.workflow.session import Session

PATH = Path(
    baseline=sample_reading("2020-12-31", 0),
    milestones=(
        Target(year=2021, value=Fraction(365)),
        Target(year=2023, value=Fraction(365)),
    ),
)


@pytest.mark.parametrize(
    ("when", "low", "high"),
    [
        ("2019", 0, 0),
        ("2021-01-01", 1, 1),
        ("2021-01", 1, 31),
        ("2021", 1, 365),
        ("2022-07", 365, 365),
        ("2030", 365, 365),
    ],
)
def test_a_path_runs_by_days_and_is_level_before_and_after(
    when: str, low: int, high: int
) -> None:
    expected = PATH.at(Moment.parse(when))
    assert expected == Expected(low=Fraction(low), high=Fraction(high))


def test_no_way_leads_to_a_time_before_the_first_milestone_without_a_baseline() -> None:
    path = Path(baseline=None, milestones=PATH.milestones)
    assert path.at(Moment.parse("2021")) is None
    assert path.at(Moment.parse("2022")) == Expected(
        low=Fraction(365), high=Fraction(365)
    )


def test_a_path_without_anything_expects_nothing() -> None:
    assert Path(baseline=None).at(Moment.parse("9999")) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(45), "45"),
        (Fraction(1, 8), "0.1250"),
        (Fraction(1, 3), "~0.33"),
        (Fraction(-1, 3), "~-0.33"),
    ],
)
def test_a_number_in_a_sentence_says_whether_it_is_rounded(
    number: Fraction, words: str
) -> None:
    assert shown(number) == words


def test_a_reason_is_told_again_in_another_language_with_its_facts() -> None:
    translate = Session.start().translate("vi")
    known = achievement_of(sample_indicator(sample_reading("2023", 70)), Policy())
    told = [retold(r, achievementwords.SENTENCES, translate) for r in known.reasons]
    assert told[0] == (
        "70 tính đến 2023: từ 40 đến 60 vào năm 2025, đạt 3/2 quãng đường"
    )
    assert told[1] == "theo chính sách tính, 3/2 được tính là 1"
    assert "đúng hoặc vượt lộ trình" in told[2]


def test_a_reason_of_one_country_is_told_again_as_a_whole() -> None:
    translate = Session.start().translate("vi")
    reason = "VN: not told apart by sex, sector: ask for it"
    told = retold(reason, achievementwords.SENTENCES, translate)
    assert told == "VN: chưa phân tách theo giới tính, ngành: cần hỏi thêm"


def test_a_reason_in_english_stays_as_it_is() -> None:
    reason = "VN: no target was stated"
    assert retold(reason, achievementwords.SENTENCES, in_english) == reason
