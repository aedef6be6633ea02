"""What ``almwp score`` prints beside its table: CSV, files and bars."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.cli.scorebars import MARKS, WIDTH, bar_of
from almwp.cli.scorefile import COLUMNS, csv_text
from almwp.errors import in_english
from almwp.exporting.csvcells import PLACES, decimal
from almwp.model.absence import Absence
from almwp.model.score import Score, Scorecard
from almwp.scoring.percentwords import percent
from almwp.testing.strategies import scorecards, scores

Almwp = Callable[..., Any]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(scorecards, st.sampled_from(["en", "vi"]))
def test_csv_holds_every_score_exactly(card: Scorecard, language: str) -> None:
    rows = rows_of(csv_text(card, language))
    told = [
        score
        for line in card.lines
        for score in (line.score, *(s.score for s in (*line.shares, *line.figures)))
    ]
    assert len(rows) == len(told)
    for row, score in zip(rows, told, strict=True):
        assert tuple(row) == COLUMNS
        for name in ("value", "low", "high"):
            number = getattr(score, name)
            if isinstance(number, Absence):
                assert (row[name], row["absence"]) == ("", number.value)
                continue
            numerator, denominator = (
                row[f"{name}_numerator"],
                row[f"{name}_denominator"],
            )
            assert Fraction(int(numerator), int(denominator)) == number
            assert row[name] == decimal(number)
        assert (int(row["known"]), int(row["total"])) == (score.known, score.total)


@given(scorecards)
def test_no_line_of_csv_is_a_formula_and_none_ends_with_a_carriage_return(
    card: Scorecard,
) -> None:
    text = csv_text(card)
    assert "\r" not in text
    for row in rows_of(text):
        for name in ("method", "framework", "id", "title", "share"):
            assert not row[name].startswith(("=", "+", "-", "@", "\t"))


@given(st.fractions(-5, 5))
def test_a_decimal_is_the_number_to_six_places(value: Fraction) -> None:
    shown = decimal(value)
    assert abs(Fraction(Decimal(shown)) - value) <= Fraction(1, 2 * 10**PLACES)
    assert "e" not in shown.lower()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(1), "1"),
        (Fraction(100), "100"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 10**7), "0"),
        (Fraction(964, 977), "0.986694"),
    ],
)
def test_a_decimal_has_a_point_and_no_needless_digits(
    value: Fraction, shown: str
) -> None:
    assert decimal(value) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(964, 977), "98.7 %"),
        (Fraction(15), "1500 %"),
        (Fraction(-41, 3), "-1367 %"),
        (Fraction(9999, 10000), "more than 99.9 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_percentage_is_written_in_digits(share: Fraction, shown: str) -> None:
    assert percent(share, in_english) == shown


def test_csv_is_printed_and_written(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    call = ("score", submissions, "--by", "outcome,country", "--format", "csv")
    printed = almwp(*call, "--lang", "vi")
    assert (printed.code, printed.err) == (0, "")
    path = tmp_path / "điểm số.csv"
    written = almwp(*call, "--lang", "vi", "-o", path)
    assert (written.code, written.out) == (0, f"{path}\n")
    content = path.read_bytes()
    assert content.decode("utf-8-sig") == printed.out
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Việt Nam" in printed.out
    first = rows_of(printed.out)[0]
    assert (first["value_numerator"], first["value_denominator"]) == ("11", "16")


def test_json_is_written_as_it_is_printed(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    call = ("score", submissions, "--format", "json")
    path = tmp_path / "scores.json"
    assert almwp(*call, "-o", path).out == f"{path}\n"
    assert path.read_text(encoding="utf-8") == almwp(*call).out
    assert json.loads(path.read_text(encoding="utf-8"))["method"] == "implementation"


def test_csv_is_the_same_whatever_the_code_page(
    almwp_alone: Almwp, submissions: Path
) -> None:
    call = ("score", submissions, "--by", "country", "--format", "csv", "--lang", "vi")
    narrow = almwp_alone(*call, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert narrow == almwp_alone(*call, PYTHONIOENCODING="utf-8")
    assert "Việt Nam" in narrow.out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("-o scores.csv", "say --format csv or --format json"),
        ("--format csv -o report.xlsx", "ending in .csv, not to 'report.xlsx'"),
        ("--format json -o scores.csv", "ending in .json, not to 'scores.csv'"),
    ],
)
def test_a_file_is_named_for_what_is_written_into_it(
    call: str, said: str, almwp: Almwp
) -> None:
    ended = almwp("score", "gone.xlsx", *call.split())
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_no_bar_is_drawn_where_nobody_looks(almwp: Almwp, submissions: Path) -> None:
    assert "##" not in almwp("score", submissions).out


def test_bars_are_drawn_for_a_terminal(
    almwp: Almwp, submissions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = almwp("score", submissions)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "240")
    drawn = almwp("score", submissions)
    assert "bars: # at least, - may be as well, . not" in drawn.out
    assert "###########--..." in drawn.out
    assert "bars:" not in plain.out


@given(scores)
def test_a_bar_shows_whatever_there_is(score: Score) -> None:
    bar = bar_of(score)
    assert len(bar) == WIDTH
    assert list(bar) == sorted(bar, key=MARKS.index)
    pieces = (score.low, score.high - score.low, 1 - score.high)
    for mark, piece in zip(MARKS, pieces, strict=True):
        assert (mark in bar) == (piece > 0)
        assert abs(bar.count(mark) - piece * WIDTH) <= 2


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [
        (Fraction(0), Fraction(0), "................"),
        (Fraction(0), Fraction(1), "----------------"),
        (Fraction(1), Fraction(1), "################"),
        (Fraction(5, 4), Fraction(3, 2), "################"),
        (Fraction(-1), Fraction(-1, 2), "................"),
        (Fraction(1, 1000), Fraction(1, 1000), "#..............."),
        (Fraction(999, 1000), Fraction(1), "###############-"),
        (Fraction(1, 2), Fraction(3, 4), "########----...."),
    ],
)
def test_a_bar_is_bounded(low: Fraction, high: Fraction, bar: str) -> None:
    score = Score(
        value=Absence.BLANK, low=low, high=high, known=0, total=1, method="count"
    )
    assert bar_of(score) == bar
