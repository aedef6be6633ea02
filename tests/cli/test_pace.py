"""The bar tells the pace and the time that is left, by the clock that it is given."""

import io
import re

import pytest

from almwp.cli.pace import Pace
from almwp.cli.waiting import _Line
from almwp.errors import in_english
from almwp.workflow.messages import translation_into
from almwp.workflow.session import Session
from almwp.workflow.steps import Step


def paced(*told: tuple[float, int], total: int = 3_000) -> str:
    pace = Pace()
    words = [
        pace.words(Step(job="read", done=done, total=total), now, in_english)
        for now, done in ((0.0, 0), *told)
    ]
    return words[-1]


@pytest.mark.parametrize(
    ("now", "done", "said"),
    [
        (10.0, 100, "(600 a minute, 4:50 left)"),
        (100.0, 100, "(60 a minute, 48:20 left)"),
        (100.0, 10, "(6 a minute, 8:18:20 left)"),
        (3_600.0, 12, "(12 an hour, 249:00:00 left)"),
        (299.9, 2_999, "(600 a minute, 0:01 left)"),
    ],
)
def test_the_pace_is_that_of_all_that_was_done(
    now: float, done: int, said: str
) -> None:
    assert paced((now, done)) == said
    assert paced((now / 2, 3), (now, done)) == said


@pytest.mark.parametrize(
    ("now", "done"), [(1.9, 100), (100.0, 2), (100.0, 0), (100.0, 3_000)]
)
def test_nothing_is_told_of_what_is_not_known_or_over(now: float, done: int) -> None:
    assert paced((now, done)) == ""


def test_other_work_has_a_pace_of_its_own() -> None:
    pace = Pace()
    for job, now, done in (("read", 0.0, 0), ("read", 50.0, 5), ("mark", 50.0, 0)):
        pace.words(Step(job=job, done=done, total=10), now, in_english)
    said = pace.words(Step(job="mark", done=5, total=10), 60.0, in_english)
    assert said == "(30 a minute, 0:10 left)"


def test_the_pace_stands_before_the_name_which_may_be_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown, clock = io.StringIO(), iter([0.0, 10.0])
    line = _Line(shown, in_english, lambda: next(clock))
    for done in (0, 100):
        line(Step(job="read", done=done, total=200, what="inbox/" + "x" * 200))
    first, second = re.findall(r"\r([^\r]*)", shown.getvalue())
    assert first.startswith("reading files [--------------------] 0/200 xxx")
    assert "] 100/200 (600 a minute, 0:10 left) xxx" in second


def test_the_pace_speaks_the_language_of_the_call() -> None:
    say, pace = translation_into("vi", Session.start().plugins), Pace()
    pace.words(Step(job="read", done=0, total=9), 0.0, say)
    said = pace.words(Step(job="read", done=3, total=9), 3.0, say)
    assert said == "(60 mỗi phút, còn 0:06)"
