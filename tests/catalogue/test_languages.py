from collections.abc import Iterable
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from attrs import fields
from babel import Locale

from almwp.catalogue.languages import (
    language_codes,
    language_name,
    read_vocabulary,
    vocabulary,
)
from almwp.catalogue.vocabulary import Vocabulary, Words
from almwp.errors import UnknownNameError
from almwp.model.absence import Absence
from almwp.model.folding import fold
from almwp.model.framework import FrameworkStatus, Role
from almwp.model.source import Basis
from almwp.model.timeframe import Recurrence

FOLDER = files("almwp.catalogue") / "languages"
SYMBOLS = {"-", "–", "—"}
MEANINGS: dict[str, Iterable[str]] = {
    "status": {"planned", "ongoing", "completed", "other"},
    "change": {"added", "withdrawn", "revised"},
    "recurrence": set(Recurrence),
    "absence": set(Absence),
    "level": {"regional", "national", "bilateral"},
    "mark": {"gender", "digital", "green"},
    "basis": set(Basis),
    "role": set(Role),
    "framework_status": set(FrameworkStatus),
    "yes_no": {"yes", "no"},
    "month": {str(month) for month in range(1, 13)},
    "time": {
        *("quarter", "half", "first half", "second half", "year"),
        *("beginning", "middle", "end", "filler"),
    },
    "all_members": {"all"},
    "total": {"total"},
    "guidance": {"sheet", "findings"},
}
NO_WORDS = {"code", "name", "reviewed", "load_messages", "headings", "cover"}
TABLES = sorted({field.name for field in fields(Vocabulary)} - NO_WORDS)
FULL = ("en", "id", "vi")
MAIN = (
    *("number", "title", "outcome", "area", "leads", "partners", "budget"),
    *("timeframe", "place", "status", "percent", "remarks", "kind"),
)
"""Headings that every language has at least; those of FULL are in the field list."""
SAME_CELL = ("status", "change", "recurrence", "absence")
CLASHES = {"siap": {"ms": "completed", "id": "other"}}
CLASHES["dirancang"] = {"ms": "planned", "id": "other"}
"""Words that mean different states: the language of the headings decides."""
each_language = pytest.mark.parametrize("code", language_codes())
each_other = pytest.mark.parametrize(
    "code", [c for c in language_codes() if c not in FULL]
)


def table_of(code: str, table: str) -> Words:
    words: Words = getattr(vocabulary(code), table)
    return words


def meant_by(table: str) -> set[str]:
    """Return the meanings of a table; those of English where the model has no list."""
    return {str(m) for m in MEANINGS.get(table) or table_of("en", table)}


def meanings_of(words: Words) -> dict[str, set[str]]:
    """Return what each word, folded where that leaves anything, can mean."""
    found: dict[str, set[str]] = {}
    for meaning, forms in words.items():
        for form in forms:
            found.setdefault(fold(form) or form, set()).add(meaning)
    return found


def test_the_languages_of_the_members_are_packaged() -> None:
    assert {code: language_name(code) for code in language_codes()} == {
        "en": "English",
        "id": "Bahasa Indonesia",
        "km": "ខ្មែរ",
        "lo": "ລາວ",
        "ms": "Bahasa Melayu",
        "my": "မြန်မာ",
        "pt": "Português",
        "tet": "Tetun",
        "th": "ไทย",
        "vi": "Tiếng Việt",
    }


def test_a_language_that_no_native_speaker_reviewed_says_so() -> None:
    reviewed = [code for code in language_codes() if vocabulary(code).reviewed]
    assert reviewed == ["en"]
    for code in language_codes():
        if code != "en":
            text = (FOLDER / f"{code}.toml").read_text(encoding="utf-8")
            assert "# No native speaker has reviewed these words yet." in text


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="en, id, km, lo, ms, my, pt"):
        vocabulary("fr")


@each_language
def test_a_vocabulary_is_read_once_and_knows_its_code(code: str) -> None:
    assert vocabulary(code) is vocabulary(code)
    assert vocabulary(code).code == code
    assert vocabulary(code).name == language_name(code)


@pytest.mark.parametrize("code", FULL)
@pytest.mark.parametrize("table", TABLES)
def test_every_meaning_has_a_word(code: str, table: str) -> None:
    words = table_of(code, table)
    assert set(words) == meant_by(table)
    assert all(words.values())


@each_other
@pytest.mark.parametrize("table", TABLES)
def test_another_language_knows_no_other_meanings(code: str, table: str) -> None:
    words = table_of(code, table)
    assert set(words) <= meant_by(table)
    assert all(words.values())


@each_other
def test_the_main_headings_the_states_and_the_months_are_in_every_language(
    code: str,
) -> None:
    assert set(MAIN) <= set(vocabulary(code).headings)
    assert {"country", "institution", "contact", "meeting", "framework"} <= set(
        vocabulary(code).cover
    )
    for table in ("status", "month", "all_members", "total"):
        assert set(table_of(code, table)) == meant_by(table)
    assert "sheet" in table_of(code, "guidance")


@pytest.mark.parametrize("code", [c for c in language_codes() if c != "tet"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_the_months_are_those_of_the_common_locale_data(code: str, width: str) -> None:
    months = Locale.parse(code).months["format"][width]
    known = meanings_of(table_of(code, "month"))
    if code == "my" and width == "abbreviated":
        return  # one syllable each, with which other words begin
    assert {n: known.get(fold(word)) for n, word in months.items()} == {
        n: {str(n)} for n in range(1, 13)
    }


@each_language
@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_a_table_means_two_things_or_stands_twice(
    code: str, table: str
) -> None:
    words = table_of(code, table)
    found = meanings_of(words)
    assert {word for word, can in found.items() if len(can) > 1} == set()
    assert len(found) == sum(map(len, words.values()))


@each_language
def test_a_word_of_a_status_cell_is_in_one_table_only(code: str) -> None:
    for one, other in combinations(SAME_CELL, 2):
        shared = meanings_of(table_of(code, one)).keys()
        assert not shared & meanings_of(table_of(code, other)).keys(), (one, other)


@pytest.mark.parametrize("table", TABLES)
def test_a_word_means_the_same_in_every_language_that_has_it(table: str) -> None:
    met: dict[str, set[str]] = {}
    for code in language_codes():
        for word, can in meanings_of(table_of(code, table)).items():
            met.setdefault(word, set()).update(can)
    clashing = {word for word, can in met.items() if len(can) > 1}
    assert clashing == (set(CLASHES) if table == "status" else set())


@pytest.mark.parametrize("word", CLASHES)
def test_a_word_that_is_another_state_in_another_language_is_in_both(word: str) -> None:
    meant = {
        code: meaning
        for code in language_codes()
        for meaning, forms in table_of(code, "status").items()
        if word in forms
    }
    assert meant == CLASHES[word]


@each_language
@pytest.mark.parametrize("table", TABLES)
def test_every_word_but_a_dash_folds_to_something(code: str, table: str) -> None:
    forms = [form for forms in table_of(code, table).values() for form in forms]
    assert {form for form in forms if not fold(form)} <= SYMBOLS


@pytest.mark.parametrize(
    ("code", "word", "meaning"),
    [
        ("en", "On-going", "ongoing"),
        ("en", "[COMPLETED]", "completed"),
        ("en", "carried over", "other"),
        ("vi", "ĐÃ HOÀN THÀNH", "completed"),
        ("vi", "đang triển khai", "ongoing"),
        ("vi", "dự kiến", "planned"),
        ("vi", "chưa triển khai", "other"),
        ("id", "sudah dilaksanakan", "completed"),
        ("id", "penjajakan", "other"),
        ("th", "อยู่ระหว่างดำเนินการ", "ongoing"),
        ("lo", "ສໍາເລັດແລ້ວ", "completed"),
        ("km", "កំពុង\u200bអនុវត្ត", "ongoing"),
        ("my", "ဆောင်ရွက်ဆဲ", "ongoing"),
        ("ms", "Telah Selesai", "completed"),
        ("pt", "CONCLUIDA", "completed"),
        ("tet", "la’o hela", "ongoing"),
    ],
)
def test_words_that_were_met_are_understood(code: str, word: str, meaning: str) -> None:
    assert meanings_of(vocabulary(code).status)[fold(word)] == {meaning}


def test_a_word_that_could_be_begun_or_finished_is_left_out() -> None:
    assert fold("đã triển khai") not in meanings_of(vocabulary("vi").status)
    assert fold("ดำเนินการแล้ว") not in meanings_of(vocabulary("th").status)
    assert fold("បានអនុវត្ត") not in meanings_of(vocabulary("km").status)
    assert "biannual" not in meanings_of(vocabulary("en").recurrence)


@each_language
def test_messages_fall_back_to_english(code: str) -> None:
    translate = vocabulary(code).load_messages()
    assert translate("a sentence nobody translates") == "a sentence nobody translates"


def test_a_plugin_reads_its_own_language_and_messages(tmp_path: Path) -> None:
    words, po = tmp_path / "km.toml", tmp_path / "km.po"
    words.write_text('code = "km"\n[status]\nplanned = ["x"]\n', encoding="utf-8")
    po.write_text('msgid "late"\nmsgstr "yyy"\n', encoding="utf-8")
    read = read_vocabulary(words, po)
    assert read.status == {"planned": ("x",)}
    assert read.load_messages()("late") == "yyy"
    assert read_vocabulary(words) == Vocabulary(code="km", status={"planned": ("x",)})


def test_every_fault_of_a_language_file_is_told_at_once(tmp_path: Path) -> None:
    words = tmp_path / "km.toml"
    words.write_text(
        'reviewed = "no"\ntotal = "x"\n[states]\n'
        '[status]\nplanned = "x"\nongoing = [1]\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"km\.toml") as caught:
        read_vocabulary(words)
    assert str(caught.value).splitlines() == [
        "km.toml: code: it is missing",
        "km.toml: reviewed: expected true or false",
        "km.toml: total: expected words by meaning",
        "km.toml: states: there is no such key",
        "km.toml: status.planned: expected a list of texts",
        "km.toml: status.ongoing: expected a list of texts",
    ]
