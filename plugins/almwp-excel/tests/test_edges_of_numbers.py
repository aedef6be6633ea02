"""Numbers at and past every edge, from the XML of a cell to its field.

Each is read by a stated rule, or a finding says what to type instead; none breaks a
run, is read wrongly in silence, or is lost.
"""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from almwp.model.submission import Submission

ReadCell = Callable[..., Submission]
Told = Callable[[Submission], list[str]]

LONG, ROUNDED, PERCENT = ["ALM162"], ["ALM163"], ["ALM206"]
NUMBER, ERROR = ["ALM227"], ["ALM212"]
LOOKS = ("General", "0%", "yyyy-mm-dd", "h:mm", "[h]:mm", "mmm-yy", "# ?/?", "@")
DAY, CLOCK, HOURS, BOTH = "yyyy-mm-dd", "h:mm", "[h]:mm", "dd/mm/yyyy hh:mm"


@pytest.mark.parametrize(
    ("stored", "look", "kind", "number", "told"),
    [
        ("0", "General", "n", "0", []),
        ("-0", "General", "n", "0", []),
        ("0E-400", "General", "n", "0", []),
        ("+5", "General", "n", "5", []),
        ("-5", "General", "n", "-5", []),
        ("1E15", "General", "n", "1000000000000000", []),
        ("999999999999999", "General", "n", "999999999999999", []),
        ("1E30", "General", "n", str(10**30), []),
        ("0.30000000000000004", "General", "n", "3/10", []),
        ("1E-7", "General", "n", "1/10000000", []),
        ("1E31", "General", "n", None, LONG),
        ("1E308", "General", "n", None, LONG),
        ("1E400", "General", "n", None, LONG),
        ("-1E400", "General", "n", None, LONG),
        ("1E-31", "General", "n", None, LONG),
        ("1E-400", "General", "n", None, LONG),
        ("9" * 31, "@", "str", None, LONG),
        ("9." * 31 + "9", "@", "str", None, LONG),
        ("1234567890123456", "General", "n", "1234567890123460", ROUNDED),
        ("12345678901234500000", "General", "n", "12345678901234500000", []),
        ("NaN", "General", "n", None, [*NUMBER, "XL202"]),
        ("INF", "General", "n", None, [*NUMBER, "XL202"]),
        ("0x10", "General", "n", None, [*NUMBER, "XL202"]),
        ("1,5", "General", "n", "3/2", ["XL202"]),
        ("1_000", "General", "n", None, [*NUMBER, "XL202"]),
        ("1e5", "@", "str", None, NUMBER),
        ("1.234.567,89", "@", "str", "123456789/100", []),
        ("1,234,567.89", "@", "str", "123456789/100", []),
        ("1 234 567", "@", "str", "1234567", []),
        ("\u22125", "@", "str", "-5", []),
        ("0.75", "# ?/?", "n", "3/4", []),
        # A number that is shown as a day or a time is none.
        ("45473", DAY, "n", None, NUMBER),
        ("0.5", CLOCK, "n", None, NUMBER),
        ("1.5", HOURS, "n", None, NUMBER),
        ("-0.5", CLOCK, "n", None, NUMBER),
        ("0.5", "[$-409]h:mm AM/PM", "n", None, NUMBER),
        ("2024-06-30", DAY, "d", None, NUMBER),
        ("#N/A", "General", "e", None, ERROR),
        ("#N/A", "@", "str", None, ERROR),
        ("#SPILL!", "@", "str", None, ERROR),
    ],
)
def test_a_number_is_read_by_a_rule_or_asked_about(
    read_cell: ReadCell,
    told_of_cell: Told,
    stored: str,
    look: str,
    kind: str,
    number: str | None,
    told: list[str],
) -> None:
    read = read_cell("Reading", stored, look, kind)
    found = [str(r.value) for i in read.indicators for r in i.readings]
    assert found == ([] if number is None else [number])
    assert told_of_cell(read) == told


@pytest.mark.parametrize(
    ("stored", "look", "kind", "share", "told"),
    [
        ("1", "0%", "n", "1", []),
        ("-0", "0%", "n", "0", []),
        ("1.0000000000000002", "0%", "n", "1", []),
        ("1.01", "0%", "n", None, ["ALM208"]),
        ("-0.01", "0%", "n", None, ["ALM208"]),
        ("100", "General", "n", "1", []),
        ("100.5", "General", "n", None, ["ALM208"]),
        ("-1", "General", "n", None, ["ALM208"]),
        ("1E15", "General", "n", None, ["ALM208"]),
        ("0.5", "General", "n", None, ["ALM207"]),
        ("1E400", "0%", "n", None, PERCENT),
        ("1E-400", "0%", "n", None, PERCENT),
        ("NaN", "0%", "n", None, [*PERCENT, "XL202"]),
        ("0.5", CLOCK, "n", None, PERCENT),
        ("1.5", HOURS, "n", None, PERCENT),
        ("45385", DAY, "n", None, PERCENT),
        ("120%", "@", "str", None, ["ALM208"]),
        ("-5%", "@", "str", None, ["ALM208"]),
        ("-0%", "@", "str", "0", []),
        ("1E2%", "@", "str", None, PERCENT),
        ("#N/A", "@", "str", None, ERROR),
        ("n/a", "@", "str", "not applicable", []),
    ],
)
def test_a_percentage_is_read_by_a_rule_or_asked_about(
    read_cell: ReadCell,
    told_of_cell: Told,
    stored: str,
    look: str,
    kind: str,
    share: str | None,
    told: list[str],
) -> None:
    read = read_cell("Progress (%)", stored, look, kind)
    (observation,) = read.activities[0].observations
    assert str(observation.percent) == (share or "blank")
    assert [code for code in told_of_cell(read) if code != "ALM238"] == told


@pytest.mark.parametrize(
    ("stored", "look", "kind", "words"),
    [
        # What a person sees in the cell, as far as Excel shows anything.
        ("0.5", CLOCK, "n", "12:00"),
        ("0.388888888888889", CLOCK, "n", "09:20"),
        ("45473.75", CLOCK, "n", "18:00"),
        ("0.999999999", CLOCK, "n", "23:59:59.999"),
        ("1.5", HOURS, "n", "36:00"),
        ("100.25", HOURS, "n", "2406:00"),
        ("0.0000057870370", "mm:ss.0", "n", "00:00:00.5"),
        ("45473.5", BOTH, "n", "2024-06-30 12:00"),
        ("45473", BOTH, "n", "2024-06-30"),
        ("45473.5", DAY, "n", "2024-06-30"),
        ("45444", "mmm-yy", "n", "2024-06"),
        ("2024-06-30T12:30:00", BOTH, "d", "2024-06-30 12:30"),
        ("2024-06-30T12:30:00", DAY, "d", "2024-06-30"),
        ("1.2", "0%", "n", "120%"),
        ("-0", "General", "n", "0"),
        ("1E15", "General", "n", "1000000000000000"),
        # Excel shows none of these, so that the stored number is all there is.
        ("-0.5", CLOCK, "n", "-0.5"),
        ("-1", DAY, "n", "-1"),
        ("60", DAY, "n", "60"),
        ("2958466", DAY, "n", "2958466"),
        ("1E400", DAY, "n", "1E400"),
    ],
)
def test_a_text_says_what_the_cell_shows(
    read_cell: ReadCell,
    told_of_cell: Told,
    stored: str,
    look: str,
    kind: str,
    words: str,
) -> None:
    read = read_cell("Place", stored, look, kind)
    assert read.activities[0].place == words
    assert told_of_cell(read) == []


def test_a_time_before_zero_is_shown_where_days_count_from_1904(
    read_cell: ReadCell,
) -> None:
    read = read_cell("Place", "-0.5", HOURS, starts_1904=True)
    assert read.activities[0].place == "-12:00"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["As of", "Time frame", "Progress (%)", "Place", "Reading"]),
    st.floats().map(repr)
    | st.from_regex(r"\A[+-]?[0-9]{1,40}(\.[0-9]{0,40})?(E[+-]?[0-9]{1,6})?\Z")
    | st.text(max_size=12).map(lambda text: "".join(filter(str.isprintable, text))),
    st.sampled_from(LOOKS),
    st.sampled_from(["n", "d", "str", "e", "b"]),
    st.booleans(),
)
@example("Reading", "1E+999999", "0%", "n", True)
def test_no_value_breaks_a_run_or_goes_without_a_fate(
    read_cell: ReadCell,
    heading: str,
    stored: str,
    look: str,
    kind: str,
    starts_1904: bool,
) -> None:
    read = read_cell(heading, stored, look, kind, starts_1904=starts_1904)
    ref = "D5" if heading == "Reading" else "C5"
    fates = [e for e in read.ledger.entries if e.cells.split(":")[-1] == ref]
    assert len(fates) == bool(stored.strip() or (kind == "str" and stored))
    for activity in read.activities:
        for observation in activity.observations:
            assert observation.percent is not None
