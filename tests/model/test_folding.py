"""Texts that look or read the same fold alike, and no others do."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.folding import MARKS, compose, fold, unspaced
from almwp.testing import strategies

BLOCKS = {
    "Thai": (0x0E00, 0x0E7F),
    "Lao": (0x0E80, 0x0EFF),
    "Burmese": (0x1000, 0x109F),
    "Khmer": (0x1780, 0x17FF),
}
unspaced_texts = st.text(
    st.sampled_from(
        [chr(code) for first, last in BLOCKS.values() for code in range(first, last)]
        + list(" 12.-/()\u200b\u200cab\u0301đ")
    ),
    max_size=30,
)
any_text = st.one_of(strategies.words, st.text(max_size=30), unspaced_texts)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đào tạo", "dao tao"),
        ("ĐÀO TẠO", "dao tao"),
        ("đào  tạo", "dao tao"),
        ("Hoạt động số 3", "hoat dong so 3"),
        ("  Title\u00a0of / activity:", "title of activity"),
        ("ti\u00adtle\ufeff", "title"),
        ("zero\u200bwidth", "zerowidth"),
        ("snake_case", "snake case"),
        ("Ørsted Łódź Ð", "orsted lodz d"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁve", "five"),
        ("\uff12\uff10\uff12\uff14", "2024"),
        ("\u03ac\u0439\u043e\u0434", "\u03b1\u0438\u043e\u0434"),
        ("…", ""),
        ("", ""),
    ],
)
def test_accents_case_and_signs_fold_away(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ก้ำ", "กํ้า"),  # Thai: sara am in one sign, or in two in either order
        ("ກ້ຳ", "ກໍ້າ"),  # the same in Lao
        ("แผน", "เเผน"),  # sara ae, or twice sara e
        ("ແຜນ", "ເເຜນ"),
        ("ໝາຍເຫດ", "ຫມາຍເຫດ"),  # Lao: one letter, or two
        ("ไตรมาสที่ ๓/๒๕๖๗", "ไตรมาสที่ 3/2567"),
        ("ปี๒๕๖๗", "ปี 2567"),
        ("ວັນທີ ໓໐", "ວັນທີ 30"),
        ("ឆ្នាំ២០២៤", "ឆ្នាំ 2024"),
        ("၂၀၂၄ ခုနှစ်", "2024 ခုနှစ်"),
        ("កំពុង\u200bអនុវត្ត", "កំពុងអនុវត្ត"),
        ("កំពុង\u200cអនុវត្ត", "កំពុងអនុវត្ត"),
        ("ពាក់កណ្ដាល", "ពាក់កណ្តាល"),  # Khmer: da or ta below a letter
        ("លទ្ធផលើ", "លទ្ធផលេី"),  # one vowel, or the two signs that look like it
        # Burmese: dot below and asat in either order
        ("\u1004\u1037\u103a", "\u1004\u103a\u1037"),
        ("อยู่่", "อยู่"),  # the same tone typed twice, one over the other
    ],
)
def test_what_looks_the_same_in_a_script_with_marks_folds_alike(
    one: str, other: str
) -> None:
    assert one != other
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ปี", "ปู"),  # Thai: year and crab
        ("ป่า", "ป้า"),  # forest and aunt
        ("ເສື່ອ", "ເສືອ"),  # Lao: mat and tiger
        ("មីនា", "មានា"),
        ("មក", "មុក"),
        ("မတ်", "မိတ်"),
        ("ပြီးစီး", "ပြုစု"),
        ("は", "ば"),
    ],
)
def test_vowels_and_tones_make_other_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "word", ["กำลังดำเนินการ", "ກຳລັງຈັດຕັ້ງປະຕິບັດ", "កំពុងអនុវត្ត", "ဆောင်ရွက်နေဆဲ", "कार्य"]
)
def test_a_word_is_not_cut_at_its_marks(word: str) -> None:
    assert " " not in fold(word)
    assert len(fold(f"({word}), {word}").split()) == 2


@pytest.mark.parametrize("name", BLOCKS)
def test_the_marks_for_patterns_are_those_of_unicode(name: str) -> None:
    first, last = BLOCKS[name]
    signs = [chr(code) for code in range(first, last + 1)]
    known = {sign for sign in signs if unicodedata.category(sign)[0] == "M"}
    listed = {sign for sign in signs if re.match(f"[{MARKS}]", sign)}
    newer = {sign for sign in listed if unicodedata.category(sign) == "Cn"}
    assert listed - newer == known


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("ระยะเวลา ดำเนินการ", "ระยะเวลาดำเนินการ"),
        ("ม.ค.", "มค"),
        ("ပြီး စီး", "ပြီးစီး"),
        ("ปี 2567 แล้ว", "ปี 2567 แล้ว"),
        ("สถานะ status ปี", "สถานะ status ปี"),
        ("as of", "as of"),
        ("dự kiến", "du kien"),
    ],
)
def test_spaces_count_only_where_a_script_has_them(written: str, joined: str) -> None:
    assert unspaced(fold(written)) == fold(joined)


@given(any_text)
def test_composed_and_decomposed_forms_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed) == fold(text)


@given(any_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_spaces_are_left_out_once_and_for_all(text: str) -> None:
    joined = unspaced(fold(text))
    assert unspaced(joined) == joined
    assert joined.replace(" ", "") == fold(text).replace(" ", "")


@given(any_text)
def test_nothing_that_cannot_be_seen_is_left(text: str) -> None:
    assert fold("\u200b".join(text)) == fold(text)


@given(any_text)
def test_digits_of_any_script_are_those_of_ascii(text: str) -> None:
    assert all(sign.isascii() for sign in fold(text) if sign.isdecimal())


@given(strategies.vietnamese)
def test_capitals_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(any_text)
def test_what_is_folded_has_no_space_at_its_ends(text: str) -> None:
    assert fold(text) == fold(text).strip()
    assert "  " not in fold(text)


@given(any_text)
def test_composing_twice_changes_nothing(text: str) -> None:
    assert compose(compose(text)) == compose(text)


@pytest.mark.parametrize(
    "sign", "\u00ad\u034f\u17b4\u17b5\u180e\u200b\u200f\u202e\u2060\u206f\ufeff"
)
def test_no_invisible_sign_is_left_in_a_composed_text(sign: str) -> None:
    assert compose(f"Đà{sign}o") == "Đào"
    assert fold(f"Đà{sign}o") == "dao"


@pytest.mark.parametrize("end", ["\r\n", *"\r\n\x0b\x0c\x85\u2028\u2029"])
def test_every_end_of_a_line_becomes_a_line_feed(end: str) -> None:
    assert compose(f"Đà{end}o") == "Đà\no"


@given(strategies.vietnamese)
def test_composed_text_is_the_same_for_both_forms(text: str) -> None:
    assert compose(unicodedata.normalize("NFD", text)) == compose(text)
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_composing_keeps_case_and_signs_and_drops_what_cannot_be_seen() -> None:
    assert compose("\ufeffĐa\u0300o ta\u0323o, 100%\u200b") == "Đào tạo, 100%"


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_alike_alone_and_beside_other_letters(text: str) -> None:
    # The one is read off a table, the other takes the long way.
    assert fold(text) == fold(f"{text} ø").removesuffix("o").strip()
    assert fold(text) == " ".join(re.findall("[a-z0-9]+", text.lower()))
