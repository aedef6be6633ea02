"""Texts are decoded by their mark, else by what their words say; never by guess."""

import unicodedata

import pytest
from almwp_excel import refusals
from almwp_excel.text_tables.encodings import Sureness, UndecidableError, decode
from almwp_excel.text_tables.old_vietnamese import (
    decode_tcvn3,
    decode_viscii,
    decode_vni,
)
from almwp_excel.text_tables.vietnamese import evidence_of, is_syllable
from hypothesis import given
from hypothesis import strategies as st

WORDS = (
    "Hoạt động;Cơ quan;Trạng thái\nđào tạo nghề cho lao động trẻ;Bộ Lao động - Thương "
    "binh và Xã hội;đã hoàn thành\nHội nghị về an toàn lao động;Cục An toàn;đang làm\n"
)
TCVN3 = (
    b"Ho\xb9t \xae\xe9ng;C\xac quan;Tr\xb9ng th\xb8i\n"
    b"\xae\xb5o t\xb9o ngh\xd2 cho lao \xae\xe9ng tr\xce\n"
)
VNI = "Hoaït ñoäng;Cô quan;Traïng thaùi\nñaøo taïo ngheà cho lao ñoäng treû\n"
VISCII = (
    b"Ho\xd5t \xf0\xb5ng;C\xbd quan;Tr\xd5ng th\xe1i\n"
    b"\xf0\xe0o t\xd5o ngh\xab cho lao \xf0\xb5ng tr\xeb\n"
)
READ = "Hoạt động;Cơ quan;Trạng thái\nđào tạo nghề cho lao động trẻ\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows does: tones apart, unless the letter is in it."""
    pieces = []
    for sign in unicodedata.normalize("NFC", text):
        try:
            pieces.append(sign.encode("cp1258"))
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", sign)
            tone = "".join(mark for mark in apart if mark in TONES)
            base = "".join(mark for mark in apart if mark not in TONES)
            whole = unicodedata.normalize("NFC", base) + tone
            pieces.append(whole.encode("cp1258"))
    return b"".join(pieces)


@pytest.mark.parametrize(
    ("codec", "mark", "encoding", "sureness"),
    [
        ("utf-8", b"", "UTF-8", Sureness.CERTAIN),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8", Sureness.CERTAIN),
        ("utf-16-le", b"\xff\xfe", "UTF-16", Sureness.CERTAIN),
        ("utf-16-be", b"\xfe\xff", "UTF-16", Sureness.CERTAIN),
        ("utf-16-le", b"", "UTF-16", Sureness.BY_WORDS),
        ("utf-16-be", b"", "UTF-16", Sureness.BY_WORDS),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(
    codec: str, mark: bytes, encoding: str, sureness: Sureness
) -> None:
    read = decode(mark + WORDS.encode(codec))
    assert (read.text, read.encoding, read.sureness) == (WORDS, encoding, sureness)


@pytest.mark.parametrize(
    ("content", "text", "encoding", "sureness"),
    [
        (windows_1258(WORDS), WORDS, "Windows-1258", Sureness.BY_WORDS),
        (TCVN3, READ, "TCVN3 (ABC)", Sureness.OLD),
        (VNI.encode("cp1252"), READ, "VNI", Sureness.OLD),
        (VISCII, READ, "VISCII", Sureness.OLD),
    ],
)
def test_vietnamese_is_read_in_the_encoding_in_which_it_is_vietnamese(
    content: bytes, text: str, encoding: str, sureness: Sureness
) -> None:
    read = decode(content)
    assert unicodedata.normalize("NFC", read.text) == text
    assert (read.encoding, read.sureness) == (encoding, sureness)


def test_thai_windows_is_known_by_its_unbroken_words() -> None:
    text = "กิจกรรม,ประเทศ\nการฝึกอบรม แรงงาน,Thailand\n"
    read = decode(text.encode("cp874"))
    assert (read.text, read.encoding) == (text, "Windows-874")


@pytest.mark.parametrize(
    ("text", "sureness"),
    [
        ("Job fairs \u2013 \u201cyouth\u201d, Lao\u00a0PDR\u2026", Sureness.CERTAIN),
        ("Formação,João\nêxito,não", Sureness.DOUBTFUL),
        ("Caf\u00e9 de Kuala Lumpur", Sureness.DOUBTFUL),
    ],
)
def test_other_texts_are_those_of_windows_and_said_to_be_doubtful(
    text: str, sureness: Sureness
) -> None:
    read = decode(text.encode("cp1252"))
    assert (read.text, read.encoding) == (text, "Windows-1252")
    assert read.sureness is sureness


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode()[:-40] + b"\xc3\n",
        b"\xef\xbb\xbfDa\xff\n",
        b"\xff\xfea\0\n",
    ],
    ids=["cut", "marked", "half a letter"],
)
def test_damaged_letters_are_refused_and_not_replaced(content: bytes) -> None:
    with pytest.raises(UndecidableError) as caught:
        decode(content)
    assert caught.value.why == refusals.DAMAGED_TEXT


def test_bytes_that_no_encoding_has_are_refused() -> None:
    with pytest.raises(UndecidableError) as caught:
        decode(b"Caf\xe9 \x81 \x8d bl\xe9u")
    assert caught.value.why == refusals.UNKNOWN_ENCODING


def test_words_that_are_vietnamese_in_two_encodings_are_asked_about() -> None:
    # One letter alone, which is a syllable in three encodings, and another in each.
    with pytest.raises(UndecidableError) as caught:
        decode(b"\xb5,\xb5,\xb5\n")
    assert caught.value.why == refusals.TWO_ENCODINGS
    assert caught.value.facts == {"first": "TCVN3 (ABC)", "second": "VISCII"}


@given(st.text())
def test_any_text_in_utf8_is_read_as_it_is(text: str) -> None:
    if "\0" not in text:
        content = text.encode("utf-8-sig")
        assert decode(content).text == text


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        said = decode(content).encoding
    except UndecidableError as error:
        said = error.why.format_map(error.facts)
    assert said


def test_each_letter_of_vietnamese_is_in_the_old_tables() -> None:
    small = {letter for letter in map(chr, range(0x1EA0, 0x1EFA)) if letter.islower()}
    small |= set("àáâãèéêìíòóôõùúýăđĩũơư")
    bytes_ = bytes(range(0x80, 0x100))
    in_tcvn3 = set(decode_tcvn3(bytes(b for b in bytes_ if b > 0xA0)))
    assert small <= in_tcvn3
    assert small <= {
        decode_viscii(bytes([byte])) for byte in range(0x100) if byte > 0x1F
    }


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("AÁN ÑOÄ", "ẤN ĐỘ"),
        ("Ñöôøng, thò tröôøng, nghóa, kyõ", "Đường, thị trường, nghĩa, kỹ"),
        ("Boä Y teá \u2013 UÛy ban", "Bộ Y tế \u2013 Ủy ban"),
        ("ôû, löïa, tyû leä, ñaëc bieät", "ở, lựa, tỷ lệ, đặc biệt"),
    ],
)
def test_vni_joins_a_letter_and_its_mark(stored: str, read: str) -> None:
    assert decode_vni(stored.encode("cp1252")) == read


@pytest.mark.parametrize("word", ["nghiệp", "Thương", "ĐÀO", "quyền", "ở", "khuyến"])
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["João", "café", "ñaøo", "®µo", "àá", "Đđ", "thơơ"])
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", word))


def test_words_of_ascii_and_plain_signs_are_no_evidence() -> None:
    evidence = evidence_of("Job fairs \u2013 \u201c2024\u201d, 50\u00a0% \u00b7 Lao")
    assert (evidence.fits, evidence.misfits) == (0, 0)
    assert not evidence.speaks
