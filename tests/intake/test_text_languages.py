"""In which language titles are: that of their heading, where the letters agree."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.textlanguages import language_by_letters
from almwp.model.submission import Submission
from almwp.model.textorigins import cells_in

Table = Callable[..., Submission]
VIETNAMESE = ["Tên hoạt động", "Tên tiếng Anh", "Tình trạng"]
OWN = "Tăng cường hệ thống thông tin thị trường lao động"
ENGLISH = "Strengthening labour market information systems"


@pytest.mark.parametrize(
    ("words", "heading", "language", "is_asked"),
    [
        (OWN, "vi", "vi", False),
        ("An sinh cho lao động phi chính thức", "vi", "vi", False),
        (ENGLISH, "vi", "und", True),
        ("Workshop of the network in Đà Nẵng and Hue on labour law", "vi", "und", True),
        ("LMIS", "vi", "vi", False),
        (ENGLISH, "en", "en", False),
        (OWN, "en", "vi", False),
        ("Regional workshop on labour inspection in Đà Nẵng", "en", "en", False),
        ("การฝึกอบรม แรงงาน", "en", "th", False),
        (ENGLISH, "th", "und", True),
        ("Pelatihan kerja", "id", "id", False),
        ("2024", "vi", "vi", False),
    ],
)
def test_letters_are_heard_before_the_heading_is_believed(
    words: str, heading: str, language: str, is_asked: bool
) -> None:
    spoken = language_by_letters(words, heading)
    assert (spoken.language, spoken.is_asked) == (language, is_asked)


def test_titles_of_two_columns_keep_their_languages_and_cells(table: Table) -> None:
    read = table(VIETNAMESE, [OWN, ENGLISH, "hoàn thành"])
    (activity,) = read.activities
    assert dict(activity.title.forms) == {"vi": OWN, "en": ENGLISH}
    cells = {
        code: [o.cell[0] for o in cells_in(activity.origins, "title", code)]
        for code in ("vi", "en", "th")
    }
    assert cells == {"vi": ["A"], "en": ["B"], "th": ["A", "B"]}
    assert read.findings == ()


def test_the_language_is_asked_for_once_in_a_column(table: Table) -> None:
    rows: list[list[Any]] = [
        [OWN, None, "hoàn thành"],
        [ENGLISH, None, "hoàn thành"],
        [f"{ENGLISH} again", None, "hoàn thành"],
    ]
    read = table(VIETNAMESE, *rows)
    assert [a.title.languages for a in read.activities] == [("vi",), ("und",), ("und",)]
    (asked,) = [f for f in read.findings if f.code == "ALM255"]
    assert asked.found == ENGLISH
    assert dict(asked.facts)["count"] == "2"
