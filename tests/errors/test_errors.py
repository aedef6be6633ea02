"""Every refusal has its exit code, and a sentence in the reader's language."""

import pytest

from almwp.errors import (
    AlmwpError,
    CallError,
    NoActivitiesError,
    PluginError,
    UnknownNameError,
    UnreadableFileError,
    UnwritableFileError,
)

CODES = [
    (NoActivitiesError(), 1),
    (CallError("say which"), 2),
    (UnknownNameError("scorer", "x", ("a", "b")), 2),
    (UnreadableFileError("a.xlsx", "it is gone"), 3),
    (UnwritableFileError("a.docx", "it is open"), 3),
    (PluginError("odd", "ValueError: no"), 4),
]


@pytest.mark.parametrize(("error", "code"), CODES, ids=lambda e: type(e).__name__)
def test_each_kind_has_its_exit_code(error: AlmwpError, code: int) -> None:
    assert error.exit_code == code
    assert str(error)
    assert "{" not in str(error)


def test_a_sentence_is_translated_before_its_facts_are_put_in() -> None:
    error = CallError("no {what} here", what="{braces}")
    assert str(error) == "no {braces} here"
    assert error.message(lambda sentence: f"[{sentence}]") == "[no {braces} here]"


def test_braces_of_a_reason_without_facts_mean_themselves() -> None:
    error = UnreadableFileError("a.xlsx", "a part named {x} is damaged")
    assert str(error) == "a.xlsx: a part named {x} is damaged"


def test_a_file_can_be_named_as_the_user_named_it() -> None:
    error = UnreadableFileError("a.xlsx", "more than {limit} bytes", limit=5)
    again = error.at("C:/in/a.xlsx")
    assert str(again) == "C:/in/a.xlsx: more than 5 bytes"
    assert type(again) is UnreadableFileError


def test_an_unknown_name_tells_what_there_is() -> None:
    error = UnknownNameError("scorer", "x", ("a", "b"))
    assert str(error) == "no scorer named 'x' (known: a, b)"
    assert str(UnknownNameError("scorer", "x", ())).endswith("(known: none)")
    assert isinstance(error, LookupError)


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        (
            "alm-wp-2021-2025",
            ("ALM-WP-2016-2020", "ALM-WP-2021-2025"),
            "ALM-WP-2021-2025",
        ),
        (" ALM-WP-2021-2025 ", ("ALM-WP-2021-2025",), "ALM-WP-2021-2025"),
        ("EN", ("en", "id", "vi"), "en"),
        ("slim", ("excel", "slom"), "slom"),
    ],
)
def test_an_unknown_name_that_is_nearly_a_known_one_is_asked_about(
    name: str, known: tuple[str, ...], meant: str
) -> None:
    error = UnknownNameError("thing", name, known)
    assert str(error).endswith(f"; did you mean '{meant}'?")
    assert error.exit_code == 2
