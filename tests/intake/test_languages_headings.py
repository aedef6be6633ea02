"""Headings of all languages: which they mean, what they share, where they clash."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.catalogue.vocabulary import Vocabulary
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_list
from almwp.intake.grid import build_grid
from almwp.intake.headingblocks import find_blocks
from almwp.intake.headingwords import word_of
from almwp.intake.languagenames import find_language
from almwp.intake.lexicon import Lexicon, build_lexicon, heading_key
from almwp.intake.wordtables import any_of
from almwp.model.folding import fold
from almwp.model.submission import Submission

FULL = ("en", "id", "vi")
SHEETS = {sheet.key: sheet.fields for sheet in field_list().sheets}
PLACES = {"cover": field_list().cover, **SHEETS}
CLASHES: dict[tuple[str, str], set[str]] = {}
"""Sheet and folded heading that mean several fields; the first language has it."""
each_place = pytest.mark.parametrize("place", PLACES)
each_other = pytest.mark.parametrize(
    "code", [code for code in language_codes() if code not in FULL]
)


def said_in(field: Field, code: str) -> tuple[str, ...]:
    """Return the headings of a field in a language, from the list of fields."""
    label = (field.label.in_(code),) if code in field.label.languages else ()
    return (*label, *dict(field.others).get(code, ()))


def headings(place: str, code: str) -> Iterator[tuple[str, str]]:
    """Give the key and the words of each heading of a language."""
    words = vocabulary(code).cover if place == "cover" else vocabulary(code).headings
    for field in PLACES[place]:
        for form in (*said_in(field, code), *words.get(field.key, ())):
            yield field.key, form


@each_place
@pytest.mark.parametrize("code", FULL)
def test_every_field_has_a_heading_in_the_languages_that_are_full(
    place: str, code: str
) -> None:
    assert [f.key for f in PLACES[place] if not said_in(f, code)] == []


@each_place
def test_every_clash_between_headings_is_known(place: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for code in language_codes():
        for key, words in headings(place, code):
            meant[heading_key(words)].add(key)
    clashes = {(place, word): keys for word, keys in meant.items() if len(keys) > 1}
    assert clashes == {at: keys for at, keys in CLASHES.items() if at[0] == place}


@each_other
@pytest.mark.parametrize("place", ["cover", "progress"])
def test_no_heading_of_a_language_stands_twice(place: str, code: str) -> None:
    forms = Counter(heading_key(words) for _, words in headings(place, code))
    assert {form: count for form, count in forms.items() if count > 1} == {}
    assert "" not in forms


@pytest.mark.parametrize("code", language_codes())
def test_every_heading_means_its_field_however_it_is_typed(
    code: str, lexicon: Lexicon
) -> None:
    for key, words in headings("progress", code):
        for typed in (
            words,
            words.upper(),
            f"  {words} ",
            unicodedata.normalize("NFD", words),
            "\u200b".join(words),
        ):
            word = word_of(typed, lexicon)
            assert word is not None, typed
            assert word.key == key, typed
            assert code in word.languages, typed


@each_other
def test_the_vocabularies_name_fields_that_there_are(code: str) -> None:
    keys = {field.key for fields in SHEETS.values() for field in fields}
    assert set(vocabulary(code).headings) <= keys
    assert set(vocabulary(code).cover) <= {field.key for field in PLACES["cover"]}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ระยะเวลา\nดำเนินการ", "timeframe"),
        ("ระยะ\u200bเวลา", "timeframe"),
        ("กิจกรรม / Activity", "title"),
        ("ຄວາມຄືບຫນ້າ (%)", "percent"),
        ("ຫມາຍເຫດ", "remarks"),
        ("ស្ថានភាព (Status)", "status"),
        ("လုပ်ငန်း အမည်", "title"),
        ("N.º", "number"),
        ("SITUACAO", "status"),
        ("Bil", "number"),
    ],
)
def test_a_heading_is_known_as_it_is_met(
    written: str, key: str, lexicon: Lexicon
) -> None:
    word = word_of(written, lexicon)
    assert word is not None
    assert word.key == key


def test_a_heading_that_two_languages_share_is_of_both(lexicon: Lexicon) -> None:
    word = lexicon.headings[heading_key("Status pelaksanaan")]
    assert word.languages == ("id", "ms")
    assert lexicon.headings[heading_key("Status")].languages[0] == "en"
    assert {"id", "ms"} <= set(lexicon.headings[heading_key("Status")].languages)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("No.|Activity|Status", "en"),
        ("No.|Kegiatan|Status|Tempat", "id"),
        ("No.|Aktiviti|Status|Tempat", "ms"),
        ("Kegiatan|Hasil|Status|Tempat|Catatan|Jenis", "id"),
        ("Aktiviti|Hasil|Status|Tempat|Catatan|Jenis", "ms"),
        ("Proyek|Projek|Status", "id"),  # as many of each: in one order, always
        ("Projek|Proyek|Status", "id"),
        ("Activity|Hoạt động|Tình trạng|Lead", "vi"),  # as many of English
        ("กิจกรรม / Activity|สถานะ / Status|Lead|ระยะเวลา", "th"),
        ("Atividade|Estado|Orçamento|Prazo", "pt"),
        ("Atividade|Fatin|Orsamentu|Tempu", "tet"),
    ],
)
def test_the_language_of_a_table_is_that_of_most_headings(
    words: str, language: str, sheet: Callable[..., Any], lexicon: Lexicon
) -> None:
    rows = [words.split("|"), ["a"] * len(words.split("|"))]
    (block,) = find_blocks(build_grid(sheet(rows)), lexicon)
    assert block.language == language


def test_a_heading_of_two_meanings_has_that_of_the_first_language() -> None:
    one = Vocabulary(code="aa", headings={"place": ("Dodo",)})
    other = Vocabulary(code="bb", headings={"output": ("Dodo",)})
    for known in ((one, other), (other, one)):
        word = build_lexicon(known, []).headings["dodo"]
        assert word.languages == (known[0].code,)
        assert word.key in known[0].headings


def test_a_word_of_two_meanings_is_known_in_its_own_languages_only() -> None:
    languages = [
        Vocabulary(code="aa", status={"planned": ("dodo", "dada")}),
        Vocabulary(code="bb", status={"completed": ("dodo",)}),
        Vocabulary(code="cc", status={"planned": ("didi", "dada")}),
    ]
    for known in (languages, languages[::-1]):
        lexicon = build_lexicon(known, [])
        assert lexicon.meaning("status", "dodo") is None
        assert lexicon.meaning("status", "dada") == "planned"
        assert lexicon.in_language("aa").meaning("status", "dodo") == "planned"
        assert lexicon.in_language("bb").meaning("status", "dodo") == "completed"
        assert lexicon.in_language("cc").meaning("status", "dodo") is None
        assert lexicon.in_language("bb").meaning("status", "didi") == "planned"
        assert lexicon.in_language("aa") is lexicon.in_language("aa")
        assert "dodo" not in lexicon.written["aa", "status"]


def test_english_words_are_known_in_a_table_of_another_language(
    table: Callable[..., Submission],
) -> None:
    read = table(["กิจกรรม", "สถานะ", "สถานที่"], ["Training", "ongoing", "ขอนแก่น"])
    assert str(read.activities[0].observations[0].status) == "ongoing"
    assert read.activities[0].place == "ขอนแก่น"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ภาษาไทย", "th"),
        ("Thai", "th"),
        ("ພາສາລາວ", "lo"),
        ("ភាសាខ្មែរ", "km"),
        ("မြန်မာဘာသာ", "my"),
        ("Burmese", "my"),
        ("Bahasa Melayu", "ms"),
        ("Malay", "ms"),
        ("Tetum", "tet"),
        ("tétum", "tet"),
        ("português", "pt"),
        ("Portuguese language", "pt"),
        ("tiếng Anh", "en"),
        ("Vietnamese", "vi"),
        ("Bahasa", None),
        ("French", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_name_in_any_of_them(
    words: str, code: str | None, lexicon: Lexicon
) -> None:
    assert find_language(words, lexicon) == code


@pytest.mark.parametrize(
    ("phrase", "text", "is_there"),
    [
        ("may", "in may 2024", True),
        ("may", "mayor 2024", False),
        ("may", "dismay", False),
        ("มีนา", "เดือนมีนาคม", True),  # no space before or behind it
        ("မေ", "မေ ၂၀၂၄", True),
        ("မေ", "မေလ", True),
        ("မေ", "မေး", False),  # a mark belongs to the letter before it
        ("ກາ", "ກາ່", False),
        ("ខែ ១", "ខែ ១", True),
        ("ខែ ១", "ខែ ១២", False),
    ],
)
def test_a_word_is_found_whole_and_no_syllable_is_cut(
    phrase: str, text: str, is_there: bool
) -> None:
    found = any_of((fold(phrase),)).search(fold(text))
    assert (found is not None) is is_there
