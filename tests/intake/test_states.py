"""The state of a row: which cell tells it, and what is never replaced in silence."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from almwp.intake.lexicon import Lexicon
from almwp.intake.timeframes import read_timeframe
from almwp.model.absence import Absence
from almwp.model.activity import Change, Status
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
HEADINGS = ["Activity", "Time frame", "Status"]


@pytest.mark.parametrize("written", ["06/07/2022", "45450x"])
def test_a_refused_date_of_a_row_is_not_replaced_by_that_of_the_file(
    table: Table, written: str
) -> None:
    read = table(["Activity", "Status", "As of"], ["A", "done", written], ["B", "done"])
    days = [a.observations[0].as_of for a in read.activities]
    assert days[0] is None
    assert str(days[1]) == "2024-06-30"


@pytest.mark.parametrize(
    ("frame", "state", "status", "found"),
    [
        ("2022 (ongoing)", "ongoing", Status.ONGOING, []),
        ("2022 (ongoing)", "đang thực hiện", Status.ONGOING, []),
        ("2022 (ongoing)", "completed", Status.COMPLETED, [("ALM307", "B6")]),
        ("2022 (ongoing)", None, Status.ONGOING, [("ALM210", "B6")]),
        ("2022 (ongoing)", "-", Status.ONGOING, [("ALM210", "B6")]),
        ("2022 (ongoing)", "gibberish", Absence.BLANK, [("ALM201", "C6")]),
        ("2022", "completed", Status.COMPLETED, []),
    ],
)
def test_the_status_column_is_followed(
    table: Table, said: Said, frame: str, state: str, status: Status, found: Any
) -> None:
    read = table(HEADINGS, ["A", frame, state])
    told = read.activities[0].observations
    assert [o.status for o in told] == [status]
    assert said(read) == found


@pytest.mark.parametrize(
    ("state", "status", "percent", "found"),
    [
        ("Đang thực hiện 70%", Status.ONGOING, Fraction(7, 10), ["ALM256"]),
        ("ongoing (70 %)", Status.ONGOING, Fraction(7, 10), ["ALM256"]),
        ("Ongoing: 12,5%", Status.ONGOING, Fraction(1, 8), ["ALM256"]),
        ("completed 100%", Status.COMPLETED, Fraction(1), ["ALM256"]),
        ("completed 70%", Absence.BLANK, Absence.BLANK, ["ALM201"]),
        ("ongoing 170%", Absence.BLANK, Absence.BLANK, ["ALM201"]),
        ("ongoing 70", Absence.BLANK, Absence.BLANK, ["ALM201"]),
    ],
)
def test_a_share_beside_the_state_is_read_where_both_agree(
    table: Table, said: Said, state: str, status: Any, percent: Any, found: list[str]
) -> None:
    read = table(HEADINGS, ["A", "2022", state])
    (told,) = read.activities[0].observations
    assert (told.status, told.percent, told.word) == (status, percent, state)
    assert [code for code, _ in said(read)] == found


def test_states_that_differ_are_both_named(table: Table) -> None:
    read = table(HEADINGS, ["A", "2022 (ongoing)", "completed"])
    message = read.findings[0].message()
    assert "'ongoing'" in message
    assert "'completed'" in message


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("2023 - ongoing", "ongoing"),
        ("2023-ongoing", "ongoing"),
        ("2023 to ongoing", "ongoing"),
        ("2023 – đang thực hiện", "ongoing"),
        ("2023 – nay", None),
        ("từ 2023 đến nay", None),
    ],
)
def test_what_goes_on_has_no_end(
    lexicon: Lexicon, written: str, status: str | None
) -> None:
    read = read_timeframe(written, lexicon)
    assert str(read.timeframe.start) == "2023"
    assert read.timeframe.end is None
    assert read.status == status


@pytest.mark.parametrize("word", ["withdrawn", "Rút", "đã rút", "ditarik"])
def test_withdrawn_in_the_status_column_is_a_change_of_plan(
    table: Table, said: Said, word: str
) -> None:
    read = table(HEADINGS, ["A", "2023", word])
    (told,) = read.activities[0].observations
    assert (told.change, told.status, told.word) == (
        Change.WITHDRAWN,
        Absence.BLANK,
        word,
    )
    assert str(told.origin) == "report.xlsx!Report!C6"
    assert said(read) == []


@pytest.mark.parametrize(
    "words", ["not completed", "chưa hoàn thành", "belum selesai", "incomplete"]
)
def test_nothing_is_offered_for_what_is_denied(table: Table, words: str) -> None:
    (finding,) = table(HEADINGS, ["A", "2023", words]).findings
    assert (finding.code, finding.suggestions) == ("ALM201", ())


def test_co_leads_in_the_cell_of_the_leads_are_told_apart(
    table: Table, said: Said
) -> None:
    read = table(
        ["Activity", "Status", "Lead"],
        ["A", "done", "Viet Nam (lead), Singapore (co-lead)"],
        ["B", "done", "Viet Nam (MOLISA); Lào [đồng chủ trì]"],
    )
    one, two = read.activities
    assert [(p.id, p.name) for p in one.leads] == [("VN", "Viet Nam (lead)")]
    assert [(p.id, p.name) for p in one.co_leads] == [("SG", "Singapore")]
    assert [(p.id, p.name) for p in two.leads] == [("VN", "Viet Nam (MOLISA)")]
    assert [p.id for p in two.co_leads] == ["LA"]
    assert str(one.origin_of("co_leads")) == "report.xlsx!Report!C6"
    assert said(read) == []


def test_a_co_lead_is_named_once(table: Table) -> None:
    read = table(
        ["Activity", "Status", "Lead", "Co-lead"],
        ["A", "done", "VN, SG (co-chair)", "Singapore, TH"],
    )
    assert [p.id for p in read.activities[0].leads] == ["VN"]
    assert [p.id for p in read.activities[0].co_leads] == ["SG", "TH"]
