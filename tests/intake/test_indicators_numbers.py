"""The numbers of an indicator are looked at together, and what is missing is asked."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from almwp.model.absence import Absence
from almwp.model.indicator import Direction
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Followed = Callable[..., Submission]


def codes(submission: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in submission.findings]


TRAINED = {"number": 1, "name": "Workers trained", "unit": "workers"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"target": 5, "target_year": 2025}, [("ALM312", "I5")]),
        ({"target": 6, "target_year": 2025}, []),
        ({"target": 4, "target_year": 2025}, [("ALM313", "I5")]),
        ({"target": 4, "target_year": 2025, "direction": "falling"}, []),
        (
            {"target": 6, "target_year": 2025, "direction": "falling"},
            [("ALM313", "I5")],
        ),
        (
            {"target": 5, "target_year": 2025, "direction": "falling"},
            [("ALM312", "I5")],
        ),
        ({"target": 5, "target_year": 2025, "direction": "keep"}, []),
        ({"target": 5, "target_year": 2025, "sex": "women"}, [("ALM312", "I5")]),
    ],
)
def test_a_target_is_compared_with_the_baseline(
    followed: Followed, values: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    base = {"baseline": 5, "baseline_date": "2020"}
    assert codes(followed(dict(name="Accidents", **base, **values))) == said


def test_a_target_of_one_group_is_not_compared_with_the_baseline_of_all(
    followed: Followed,
) -> None:
    submission = followed(
        {"name": "Workers", "baseline": 5, "baseline_date": 2020},
        {"name": "Workers", "target": 5, "target_year": 2025, "sex": "women"},
    )
    assert codes(submission) == []


@pytest.mark.parametrize(
    ("values", "code", "cell"),
    [
        ({"reading": 5}, "ALM241", "K5"),
        ({"numerator": 5, "denominator": 7}, "ALM241", "L5"),
        ({"target": 5}, "ALM242", "I5"),
        ({"reading": 5, "as_of": "some day"}, "ALM204", "J5"),
        ({"target": 5, "target_year": "soon"}, "ALM204", "H5"),
        ({"reading": 5, "as_of": 2024, "denominator": 0}, "ALM240", "M5"),
        ({"direction": "risng"}, "ALM217", "D5"),
        ({"kind": "cumulativ"}, "ALM217", "E5"),
    ],
)
def test_a_value_that_is_kept_out_is_named_once_and_refused(
    followed: Followed, values: dict[str, Any], code: str, cell: str
) -> None:
    submission = followed(dict(**TRAINED, **values))
    assert codes(submission) == [(code, cell)]
    refused = [e.cells for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == [cell]
    (found,) = submission.indicators
    kept = {e.value for e in found.extras}
    (refusal,) = submission.findings
    numbers = {str(v) for v in values.values() if v} - {refusal.found}
    reported = {str(r.value) for r in found.readings} | {
        str(r.when) for r in found.readings
    }
    assert numbers <= kept | reported  # what is not held elsewhere is an extra


def test_a_near_word_is_offered_and_not_taken(followed: Followed) -> None:
    submission = followed(dict(**TRAINED, direction="fallling"))
    assert submission.findings[0].suggestions[0] == "falling"
    assert submission.indicators[0].direction is Direction.RISING


def test_the_day_of_the_file_is_that_of_its_readings(followed: Followed) -> None:
    day = [["As of: 2024-06-30"]]
    (found,) = followed(dict(**TRAINED, reading=5), above=day).indicators
    assert str(found.readings[0].when) == "2024-06-30"


def test_a_day_without_a_value_says_that_nothing_was_said(followed: Followed) -> None:
    (found,) = followed(dict(**TRAINED, as_of="2024", reading="-")).indicators
    assert [r.value for r in found.readings] == [Absence.BLANK]


@pytest.mark.parametrize("word", ["n/a", "withheld", "not due"])
def test_why_a_reading_is_not_there_is_kept(followed: Followed, word: str) -> None:
    (found,) = followed(dict(**TRAINED, as_of="2024", reading=word)).indicators
    (reading,) = found.readings
    assert isinstance(reading.value, Absence)
    assert reading.value is not Absence.BLANK


def test_a_percentage_is_worked_out_of_its_parts(followed: Followed) -> None:
    parts = {"as_of": 2024, "numerator": 1, "denominator": 3}
    (found,) = followed(dict(name="Share", unit="%", **parts)).indicators
    (reading,) = found.readings
    assert reading.value == Fraction(100, 3)
    assert [reading.numerator, reading.denominator] == [1, 3]


@pytest.mark.parametrize(
    ("unit", "reading", "said"),
    [
        ("%", "33.3", []),
        ("%", "33.33", []),
        ("%", "33", []),
        ("phần trăm", "33", []),
        ("%", "34", ["ALM314"]),
        ("%", "33.4", ["ALM314"]),
        ("per 1000 workers", "333", []),
        ("per 1000 workers", None, ["ALM244"]),
    ],
)
def test_a_reading_is_compared_with_its_parts(
    followed: Followed, unit: str, reading: str | None, said: list[str]
) -> None:
    values = {"as_of": 2024, "numerator": 1, "denominator": 3, "reading": reading}
    submission = followed(dict(name="Share", unit=unit, **values))
    assert [code for code, _ in codes(submission)] == said


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (1e30, 1e-30, ["ALM314"]),
        (-1e30, 1e-30, ["ALM314"]),
        (1e-30, 1e30, ["ALM314"]),
        (1e300, 1e-300, ["ALM162", "ALM162"]),
        (1e31, 3, ["ALM162"]),
    ],
)
def test_no_share_of_great_and_small_numbers_breaks_a_run(
    followed: Followed, numerator: float, denominator: float, said: list[str]
) -> None:
    parts = {"as_of": 2024, "numerator": numerator, "denominator": denominator}
    submission = followed(dict(name="Share", unit="%", reading="50", **parts))
    assert [code for code, _ in codes(submission)] == said
    for finding in submission.findings:
        assert finding.message()


def test_a_baseline_without_a_day_is_kept_and_asked_about(followed: Followed) -> None:
    submission = followed(dict(**TRAINED, baseline=7))
    (found,) = submission.indicators
    assert found.baseline is not None
    assert found.baseline.value == 7
    assert found.baseline.when is None
    assert codes(submission) == [("ALM243", "F5")]


def test_another_row_may_say_of_when_the_baseline_is(followed: Followed) -> None:
    submission = followed(
        dict(**TRAINED, baseline=7), dict(**TRAINED, baseline=7, baseline_date=2020)
    )
    (found,) = submission.indicators
    assert found.baseline is not None
    assert str(found.baseline.when) == "2020"
    assert submission.findings == ()
