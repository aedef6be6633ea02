"""Dates at and past every edge, from the XML of a cell to its field.

Each is read by a stated rule, or a finding says what to type instead.
"""

from collections.abc import Callable

import pytest

from almwp.model.submission import Submission

ReadCell = Callable[..., Submission]
Told = Callable[[Submission], list[str]]

FAR, AS_YEAR, DATE, ERROR = ["ALM160"], ["ALM161"], ["ALM204"], ["ALM212"]
DAY, CLOCK, HOURS, BOTH = "yyyy-mm-dd", "h:mm", "[h]:mm", "dd/mm/yyyy hh:mm"


@pytest.mark.parametrize(
    ("stored", "look", "kind", "day", "told"),
    [
        # The serial numbers of Excel: 0 is no day, 60 never was, 2958465 is the last.
        ("0", DAY, "n", None, DATE),
        ("-0", DAY, "n", None, DATE),
        ("1", DAY, "n", None, FAR),
        ("59", DAY, "n", None, FAR),
        ("60", DAY, "n", None, DATE),
        ("61", DAY, "n", None, FAR),
        ("-1", DAY, "n", None, DATE),
        ("18263", DAY, "n", None, FAR),
        ("18264", DAY, "n", "1950-01-01", ["ALM235"]),
        ("45473", DAY, "n", "2024-06-30", []),
        ("45473.999999", DAY, "n", "2024-06-30", []),
        ("45472.9999999999999", DAY, "n", "2024-06-30", []),
        ("45473.5", BOTH, "n", "2024-06-30", []),
        ("73415", DAY, "n", "2100-12-31", ["ALM235"]),
        ("73416", DAY, "n", None, FAR),
        ("2958465", DAY, "n", None, FAR),
        ("2958465.99", DAY, "n", None, FAR),
        ("2958466", DAY, "n", None, DATE),
        ("1E+300", DAY, "n", None, DATE),
        ("1E400", DAY, "n", None, DATE),
        ("NaN", DAY, "n", None, [*DATE, "XL202"]),
        # A year typed into a cell that shows it as a day of 1905.
        ("2024", "yyyy", "n", None, AS_YEAR),
        ("2024", DAY, "n", None, AS_YEAR),
        ("2567", "mmm-yy", "n", None, AS_YEAR),
        ("2024.5", DAY, "n", None, FAR),
        ("2024", "General", "n", "2024", []),
        ("2024", CLOCK, "n", None, DATE),
        ("2024", HOURS, "n", None, DATE),
        ("0.5", CLOCK, "n", None, DATE),
        # ISO 29500 Strict stores dates as texts.
        ("2024-06-30", DAY, "d", "2024-06-30", []),
        ("2024-06-30T00:00:00", DAY, "d", "2024-06-30", []),
        ("2024-06-30T23:59:59.999Z", BOTH, "d", "2024-06-30", []),
        ("2024-02-29", DAY, "d", "2024-02-29", []),
        ("2023-02-29", DAY, "d", None, [*DATE, "XL212"]),
        ("1899-12-31", DAY, "d", None, DATE),
        ("9999-12-31", DAY, "d", None, DATE),
        ("10000-01-01", DAY, "d", None, [*DATE, "XL212"]),
        ("0000-00-00", DAY, "d", None, [*DATE, "XL212"]),
        ("12:30:00", CLOCK, "d", None, DATE),
        ("PT36H", HOURS, "d", None, [*DATE, "XL212"]),
        # The same edges, typed as text in each layout.
        ("29/02/2024", "@", "str", "2024-02-29", []),
        ("29.02.2024", "@", "str", "2024-02-29", []),
        ("2024-02-29", "@", "str", "2024-02-29", []),
        ("29 February 2024", "@", "str", "2024-02-29", []),
        ("ngày 29 tháng 2 năm 2024", "@", "str", "2024-02-29", []),
        ("29/02/2023", "@", "str", None, DATE),
        ("29.02.2100", "@", "str", None, DATE),
        ("2023-02-29", "@", "str", None, DATE),
        ("29 February 2023", "@", "str", None, DATE),
        ("29/2/2567", "@", "str", "2024-02-29", ["ALM225"]),
        ("29/2/2566", "@", "str", None, DATE),
        ("31/12/1899", "@", "str", None, DATE),
        ("1900-01-00", "@", "str", None, DATE),
        ("31/12/9999", "@", "str", None, DATE),
        ("31/12/2100", "@", "str", "2100-12-31", ["ALM235"]),
        ("2024-06-30 23:59", "@", "str", "2024-06-30", []),
        ("2024-06-30 24:61", "@", "str", None, DATE),
        ("2024-06-30 99:99", "@", "str", None, DATE),
        ("12:30:24", "@", "str", None, DATE),
        ("36:00", "@", "str", None, DATE),
        ("#N/A", "@", "str", None, ERROR),
        ("########", "@", "str", None, ERROR),
        ("Err:502", "@", "str", None, ERROR),
    ],
)
def test_a_date_is_read_by_a_rule_or_asked_about(
    read_cell: ReadCell,
    told_of_cell: Told,
    stored: str,
    look: str,
    kind: str,
    day: str | None,
    told: list[str],
) -> None:
    read = read_cell("As of", stored, look, kind)
    (observation,) = read.activities[0].observations
    assert str(observation.as_of or "") == (day or "")
    assert told_of_cell(read) == told
    # The same cell as a time frame: what is not understood is kept in words.
    frame = read_cell("Time frame", stored, look, kind).activities[0].timeframe
    assert str(frame.start or "") == (day or "")


@pytest.mark.parametrize(
    ("stored", "day", "told"),
    [
        ("0", "", FAR),
        ("44011", "2024-06-30", []),
        ("2957003", "", FAR),
        ("2957004", "", DATE),
        ("2024", "", AS_YEAR),
        ("-1", "", DATE),
    ],
)
def test_days_count_from_1904_up_to_the_last_one(
    read_cell: ReadCell,
    told_of_cell: Told,
    stored: str,
    day: str,
    told: list[str],
) -> None:
    read = read_cell("As of", stored, DAY, starts_1904=True)
    assert str(read.activities[0].observations[0].as_of or "") == day
    assert told_of_cell(read) == told


def test_what_to_type_instead_is_offered(read_cell: ReadCell) -> None:
    read = read_cell("As of", "2024", "yyyy")
    (finding,) = [f for f in read.findings if f.at.cell == "C5"]
    assert finding.suggestions == ("2024",)
    assert finding.message() == (
        "the cell holds the number 2024, which its date format shows as '1905'"
    )
    assert "type 2024 again" in finding.hint()


def test_a_day_from_1904_is_that_day_wherever_it_stands(
    read_cell: ReadCell, told_of_cell: Told
) -> None:
    read = read_cell("Progress (%)", "44011", DAY, starts_1904=True)
    (said,) = [f for f in read.findings if f.code == "ALM206"]
    assert said.found == "2024-06-30"
    read = read_cell("Place", "44011.5", BOTH, starts_1904=True)
    assert read.activities[0].place == "2024-06-30 12:00"
    assert told_of_cell(read) == []
