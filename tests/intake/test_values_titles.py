"""Parts and plans among the words of a title are taken out of it, and said."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.bullets import in_parts
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
HEADINGS = ["Activity", "Status"]

IN_PARTS = {
    "Workshop series\n- Training for A\n• Study tour": ["Training for A", "Study tour"],
    "Workshop series:\n•Training\n•Study tour": ["Training", "Study tour"],
    "Workshop series\n\n  – Training\n\n": ["Training"],
    "Workshop\nseries\n* Training": ["Training"],
    "Workshop series\r\n- Training for\r\nyoung workers": [
        "Training for young workers"
    ],
    "Workshop series\n\uf0b7 Training\n\u25cf Study tour": ["Training", "Study tour"],
    "Workshop series\n1. Training\n2. Study tour": ["Training", "Study tour"],
    "Workshop series\na) Training\nb) Study tour": ["Training", "Study tour"],
    "Workshop series\n(i) Training\n(ii) Study tour": ["Training", "Study tour"],
}
WHOLE = (
    "Workshop series",
    "Workshop series - phase 2",
    "Workshop\nseries",
    "- Training for A",
    "• Training for A",
    "- Training\n- Study tour",
    "Training 2021-\n2022",
    "Review of area\n2. of the programme",
    "Review of parts\n2. Safety\n3. Health",
    "Skills • jobs • growth",
)


@pytest.mark.parametrize(("written", "parts"), IN_PARTS.items())
def test_a_title_ends_before_the_first_bullet_and_the_parts_are_kept(
    table: Table, said: Said, written: str, parts: list[str]
) -> None:
    read = table(HEADINGS, [written, "done"])
    (activity,) = read.activities
    assert str(activity.title) == "Workshop series"
    assert [str(part) for part in activity.parts] == parts
    assert said(read) == [("ALM231", "A6")]
    assert f"({len(parts)})" in read.findings[0].message()


@pytest.mark.parametrize("written", WHOLE)
def test_a_title_without_bullets_below_it_stays_whole(
    table: Table, said: Said, written: str
) -> None:
    read = table(HEADINGS, [written, "done"])
    (activity,) = read.activities
    assert str(activity.title) == " ".join(written.split())
    assert activity.parts == ()
    assert said(read) == []


def test_parts_in_two_languages_are_the_same_parts(table: Table) -> None:
    headings = ["Title (English)", "Title (national language)", "Tình trạng", "Nước"]
    english = "Workshops\n- Training\n- Study tour"
    vietnamese = "Hội thảo\n- Tập huấn\n- Khảo sát"
    (activity,) = table(headings, [english, vietnamese, "done", "VN"]).activities
    assert [part.forms for part in activity.parts] == [
        (("en", "Training"), ("vi", "Tập huấn")),
        (("en", "Study tour"), ("vi", "Khảo sát")),
    ]


def test_other_parts_in_another_language_are_all_kept(table: Table) -> None:
    headings = ["Title (English)", "Title (national language)", "Tình trạng", "Nước"]
    vietnamese = "Hội thảo\n- Tập huấn\n- Khảo sát"
    row = ["Workshops\n- Training", vietnamese, "done", "VN"]
    (activity,) = table(headings, row).activities
    assert [str(part) for part in activity.parts] == [
        "Training",
        "Tập huấn",
        "Khảo sát",
    ]


@given(st.text(max_size=40))
def test_no_sign_of_a_title_is_lost(text: str) -> None:
    read = in_parts(text)
    kept = "".join((read.title, *read.parts))
    letters = [sign for sign in text if sign.isalpha() and not sign.isspace()]
    # Numbers and letters may count parts, but no word of two letters does.
    assert len(kept) <= len(text)
    if not read.parts:
        assert [sign for sign in kept if sign.isalpha()] == letters


@pytest.mark.parametrize(
    ("written", "title", "plans"),
    [
        (
            "Study (SLOM-WG Work Plan 2021-2025)",
            "Study",
            ["SLOM-WG-WP-2021-2025"],
        ),
        (
            "Study [SLOM-WG Work Plan 2021-2025]",
            "Study",
            ["SLOM-WG-WP-2021-2025"],
        ),
        (
            "Study (SLOM-WG Work Plan 2021-2025) on wages",
            "Study on wages",
            ["SLOM-WG-WP-2021-2025"],
        ),
        (
            "Study (SLOM-WG Work Plan 2021-2025) on wages (phase 2)",
            "Study on wages (phase 2)",
            ["SLOM-WG-WP-2021-2025"],
        ),
        ("Study (of wages) on [skills]", "Study (of wages) on [skills]", []),
        ("(SLOM-WG Work Plan 2021-2025)", "(SLOM-WG Work Plan 2021-2025)", []),
    ],
)
def test_a_plan_in_brackets_anywhere_in_a_title_is_a_reference(
    table: Table, said: Said, written: str, title: str, plans: list[str]
) -> None:
    read = table(HEADINGS, [written, "done"])
    (activity,) = read.activities
    assert str(activity.title) == title
    named = [r.framework for r in activity.references if r.words]
    assert named == plans
    assert said(read) == [("ALM221", "A6")] * len(plans)
