"""Tables of scores fit the width they are given, and keep the absences apart."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.cli.scorelayout import PIPED, Column, Role, laid_out, width_of_output
from almwp.model.score import Scope, ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.text import Text
from almwp.scoring.countingremarks import with_counting


def columns(most: int, counts: int) -> list[Column]:
    keys = [
        Column(heading="by", cells=["outcome"], role=Role.KEY),
        Column(heading="", cells=["x" * most], role=Role.KEY),
    ]
    told = [
        Column(heading=f"count {n}", cells=["7"], role=Role.COUNT)
        for n in range(counts)
    ]
    bar = Column(heading="", cells=["#" * 16], role=Role.BAR)
    figure = Column(heading="bounds", cells=["3 to 5 of 11 (27.3 % to 45.5 %)"])
    return [*keys, *told, bar, figure]


@given(st.integers(70, 200), st.integers(1, 3))
def test_no_line_is_wider_than_there_is_room(width: int, counts: int) -> None:
    table = laid_out(lambda most: columns(most, counts), width)
    assert max(map(len, table.split("\n"))) <= width
    assert "27.3 % to 45.5 %" in table
    assert all(f"count {n}" in table for n in range(counts))


def test_a_file_has_the_same_width_on_every_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert width_of_output(is_terminal=False) == PIPED
    assert width_of_output(is_terminal=True) == 90


def card(*scopes: str) -> Scorecard:
    made = Score(value=Fraction(1), low=0, high=1, known=1, total=1, method="m")
    return Scorecard(
        method="m",
        lines=[
            ScoreLine(
                scope=Scope(kind=ScopeKind.COUNTRY, id=each, title=Text.of(each)),
                score=made,
            )
            for each in scopes
        ],
    )


def test_what_all_member_states_lead_is_told_of_once_and_in_both_languages() -> None:
    told = with_counting(with_counting(card("ALL", "VN"))).remarks
    assert len(told) == len(set(told)) == 2
    assert "in no country's own line" in told[1].text.in_("en")
    assert "dòng ALL" in told[1].text.in_("vi")
    assert len(with_counting(card("VN")).remarks) == 1
