"""What is offered for a word that is not known: each meaning once, in two languages."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.nearby import near_meanings
from almwp.model.submission import Submission

Table = Callable[..., Submission]
ENGLISH = ["Activity", "Status", "Lead"]
VIETNAMESE = ["Tên hoạt động", "Tình trạng", "Nước chủ trì"]


def offered(read: Submission) -> list[tuple[str, ...]]:
    return [f.suggestions for f in read.findings if f.suggestions]


@pytest.mark.parametrize(
    ("headings", "row", "words"),
    [
        (ENGLISH, ["Study", "complted", "VN"], ("completed",)),
        (ENGLISH, ["Study", "ongoing", "Philipines"], ("Philippines",)),
        (VIETNAMESE, ["Khảo sát", "hoàn thànhh", "VN"], ("hoàn thành",)),
        (VIETNAMESE, ["Khảo sát", "complted", "VN"], ("completed",)),
        (ENGLISH, ["Study", "selesaii", "VN"], ("selesai",)),
    ],
)
def test_words_of_the_file_and_of_english_are_offered_once_for_each_meaning(
    table: Table, headings: list[str], row: list[Any], words: tuple[str, ...]
) -> None:
    (found,) = offered(table(headings, row))
    assert found[: len(words)] == words
    assert len(found) == len(words)


def test_of_two_words_for_one_meaning_the_nearer_is_offered() -> None:
    known = [("complete", "done"), ("completed", "done"), ("compete", "other")]
    assert near_meanings("completd", known) == ("completed", "compete")
    assert near_meanings("completd", known, most=1) == ("completed",)
    assert near_meanings("zzz", known) == ()
