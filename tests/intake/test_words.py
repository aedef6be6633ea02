"""Words of cells mean the same in every language and either Unicode form."""

from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.intake.cells import Cell, CellKind
from almwp.model.absence import Absence
from almwp.model.activity import Status
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
HEADINGS = ["Activity", "Place", "Status"]
DISPUTED = ("siap", "dirancang")
"""States of Malay that are others in Indonesian; only Malay headings tell."""
STATES = [
    (word, Status(meaning))
    for code in language_codes()
    for meaning, words in vocabulary(code).status.items()
    if meaning != "other"
    for word in words
    if word not in DISPUTED
]


def row(status: Any) -> list[Any]:
    return ["Training", "Ha Noi", status]


@pytest.mark.parametrize(("word", "status"), STATES)
def test_a_state_is_known_however_it_is_written(
    table: Table, word: str, status: Status
) -> None:
    forms = [word, word.upper(), f"  {word}. ", normalize("NFD", word)]
    for written in forms:
        (activity,) = table(HEADINGS, row(written)).activities
        assert activity.observations[0].status is status


@pytest.mark.parametrize(
    "word",
    [
        word
        for code in language_codes()
        for word in vocabulary(code).status.get("other", ())
        if word not in DISPUTED
    ],
)
def test_a_word_that_is_none_of_the_states_leaves_it_open(
    table: Table, said: Said, word: str
) -> None:
    read = table(HEADINGS, row(word))
    assert said(read) == [("ALM202", "C6")]
    assert read.activities[0].observations[0].status is Absence.BLANK
    assert read.activities[0].observations[0].word == word


@pytest.mark.parametrize(
    ("word", "absence"),
    [
        ("-", Absence.BLANK),
        ("TBD", Absence.BLANK),
        ("n/a", Absence.NOT_APPLICABLE),
        ("không áp dụng", Absence.NOT_APPLICABLE),
        ("belum jatuh tempo", Absence.NOT_DUE),
        ("chưa đến hạn", Absence.NOT_DUE),
        ("confidential", Absence.WITHHELD),
    ],
)
def test_the_ways_of_saying_nothing_are_told_apart(
    table: Table, said: Said, word: str, absence: Absence
) -> None:
    read = table(HEADINGS, row(word))
    assert said(read) == []
    assert read.activities[0].observations[0].status is absence


def test_a_misspelt_state_is_refused_with_the_nearest_ones(
    table: Table, said: Said
) -> None:
    read = table(HEADINGS, row("complted"))
    assert said(read) == [("ALM201", "C6")]
    assert read.findings[0].suggestions[0] == "completed"
    (told,) = read.activities[0].observations
    assert (told.status, told.word) == (Absence.BLANK, "complted")


def test_each_unknown_theme_is_named_with_words_near_to_it(
    table: Table, said: Said
) -> None:
    read = table([*HEADINGS, "Marks"], [*row("done"), "gendr, digital & magic"])
    assert said(read) == [("ALM217", "D6"), ("ALM217", "D6")]
    assert [f.found for f in read.findings] == ["gendr", "magic"]
    assert read.findings[0].suggestions[0] == "gender"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("1", "General", "1"),
        ("1.0", "0", "1"),
        ("1.5", "General", "1.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E3", "General", "1000"),
        ("250000", "#,##0", "250000"),
        ("0.125", "0.0%", "12.5%"),
        ("45473", "dd/mm/yyyy", "2024-06-30"),
        ("1E+300", "General", "1E+300"),
    ],
)
def test_a_number_in_a_field_of_words_is_written_as_excel_shows_it(
    table: Table, cell: Callable[..., Cell], text: str, code: str, words: str
) -> None:
    value = cell(text, CellKind.NUMBER, number_format=code)
    (activity,) = table(
        ["Activity", "Status", "Output"], ["A", "done", value]
    ).activities
    assert activity.output == words


def test_a_formula_is_read_by_the_value_that_was_stored(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    done = cell("completed", formula='IF(A1>1,"completed","planned")')
    read = table(HEADINGS, row(done))
    assert said(read) == []
    assert read.activities[0].observations[0].status is Status.COMPLETED


def test_a_boolean_is_a_word_and_no_state(table: Table, said: Said) -> None:
    read = table(HEADINGS, ["Training", True, False])
    assert said(read) == [("ALM201", "C6")]
    assert read.activities[0].place == "TRUE"


@pytest.mark.parametrize("absent", ["-", "TBD", "chưa xác định"])
def test_a_dash_is_no_text(table: Table, absent: str) -> None:
    headings = ["No.", "Activity", "Place", "Output", "Status"]
    (activity,) = table(
        headings, [absent, "Training", absent, "n/a", "done"]
    ).activities
    assert (activity.number, activity.place, activity.output) == ("", "", "n/a")


@pytest.mark.parametrize("absent", ["-", "TBD", "n/a"])
def test_a_dash_is_no_title(table: Table, said: Said, absent: str) -> None:
    read = table(HEADINGS, [absent, "Ha Noi", "done"])
    assert read.activities == ()
    assert said(read) == [("ALM211", "A6")]


def test_invisible_characters_are_not_part_of_a_word(table: Table) -> None:
    (activity,) = table(HEADINGS, row("com\u200bpleted\u00a0\ufeff")).activities
    assert activity.observations[0].status is Status.COMPLETED
    place = "Ha\u00adNoi\u2028Hue"
    (activity,) = table(HEADINGS, ["One\u2028two", place, "done"]).activities
    assert str(activity.title) == "One two"
    assert activity.place == "HaNoi\nHue"


@pytest.mark.parametrize(
    ("heading", "code", "word", "nearest"),
    [
        ("Lead", "ALM203", "Philipines", "Philippines"),
        ("Lead", "ALM203", "ASEAN-OSHENT", "ASEAN-OSHNET"),
        ("Host", "ALM215", "Cambodja", "Cambodia"),
        ("ASEAN body", "ALM216", "SLOM-WGG", "SLOM-WG"),
    ],
)
def test_a_misspelt_name_is_reported_with_the_nearest_ones(
    table: Table, said: Said, heading: str, code: str, word: str, nearest: str
) -> None:
    read = table(["Activity", "Status", heading], ["Training", "ongoing", word])
    assert said(read) == [(code, "C6")]
    assert nearest in read.findings[0].suggestions


def test_a_date_without_a_state_is_a_report_too(table: Table, said: Said) -> None:
    read = table(["Activity", "Status", "Status as of"], ["Training", None, "2024-06"])
    assert said(read) == []
    (observation,) = read.activities[0].observations
    assert str(observation.as_of) == "2024-06"
    assert observation.status is Absence.BLANK
    assert observation.origin is not None
    assert observation.origin.cell == "C6"


def test_what_to_write_is_told_in_the_language_of_the_headings(table: Table) -> None:
    read = table(
        ["Tên hoạt động", "Nước chủ trì", "Tình trạng"], ["Tập huấn", "VN", "hoàn thàn"]
    )
    finding = next(f for f in read.findings if f.code == "ALM201")
    assert finding.expected == "dự kiến, đang thực hiện, hoàn thành"
    assert finding.suggestions[0] == "hoàn thành"


@pytest.mark.parametrize("word", ["gần xong", "almost done", "sắp hoàn thành"])
def test_what_is_nearly_so_is_not_offered_as_so(table: Table, word: str) -> None:
    (finding,) = (f for f in table(HEADINGS, row(word)).findings if f.code == "ALM201")
    assert finding.suggestions == ()
