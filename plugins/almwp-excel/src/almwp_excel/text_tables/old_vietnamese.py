"""Vietnamese encodings from before Unicode, as tables: TCVN3 (ABC), VNI and VISCII.

TCVN3 is the third form of TCVN 5712:1993 that the fonts named .Vn... show; VISCII is
RFC 1456; VNI puts a mark behind the letter that carries it.  Signs that are none of
theirs are those of Windows, whose documents they were used in.
"""

import re
import unicodedata

_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_VISCII = {
    0x02: "Ẳ",
    0x05: "Ẵ",
    0x06: "Ẫ",
    0x14: "Ỷ",
    0x19: "Ỹ",
    0x1E: "Ỵ",
    0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
    0xC0: "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
}
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_WITH_CIRCUMFLEX = {
    "â": "",
    "á": "\u0301",
    "à": "\u0300",
    "å": "\u0309",
    "ã": "\u0303",
    "ä": "\u0323",
}
_WITH_BREVE = {
    "ê": "",
    "é": "\u0301",
    "è": "\u0300",
    "ú": "\u0309",
    "ü": "\u0303",
    "ë": "\u0323",
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _letters(table: dict[int, str]) -> dict[int, str]:
    return {
        first + place: letter
        for first, letters in table.items()
        for place, letter in enumerate(letters)
    }


def _vni_pairs() -> dict[str, str]:
    """Return each letter of VNI with its mark, and the letter that the two are."""
    pairs = {}
    for letter in "aăâeêioôơuưy":
        stored = {"ô": "oâ", "ơ": "ô", "ư": "ö"}.get(letter, letter)
        if len(stored) == 1:
            for mark, tone in _TONES.items():
                pairs[stored + mark] = letter + tone
    for letter in "aeo":
        for mark, tone in _WITH_CIRCUMFLEX.items():
            pairs[letter + mark] = f"{letter}\u0302{tone}"
    for mark, tone in _WITH_BREVE.items():
        pairs[f"a{mark}"] = f"a\u0306{tone}"
    return pairs


def _decode_by(table: dict[int, str], content: bytes) -> str:
    """Decode by *table*, and the rest as Windows does.

    Raises:
        UnicodeDecodeError: A byte is neither in the table nor in Windows-1252.
    """
    known = bytes(table)
    content.translate(None, known).decode("cp1252")
    return content.decode("latin-1").translate(_TRANSLATIONS[known])


def _translations(table: dict[int, str]) -> dict[int, str]:
    windows = {
        byte: sign
        for byte in range(0x80, 0xA0)
        if (sign := bytes([byte]).decode("cp1252", "ignore"))
    }
    return windows | table


_TCVN3_LETTERS, _VISCII_LETTERS = _letters(_TCVN3), _letters(_VISCII)
_TRANSLATIONS = {
    bytes(table): _translations(table) for table in (_TCVN3_LETTERS, _VISCII_LETTERS)
}
_VNI_LETTERS = {
    form(stored): unicodedata.normalize("NFC", form(letter))
    for stored, letter in _vni_pairs().items()
    for form in (str, str.upper, str.title)
} | {
    form(stored): form(letter)
    for stored, letter in _VNI_ALONE.items()
    for form in (str, str.upper)
}

_VNI_STORED = re.compile("|".join(sorted(_VNI_LETTERS, key=len, reverse=True)))


def decode_tcvn3(content: bytes) -> str:
    """Decode TCVN3, whose capitals with tones are small letters in another font.

    Raises:
        UnicodeDecodeError: It is not in this encoding.
    """
    return _decode_by(_TCVN3_LETTERS, content)


def decode_viscii(content: bytes) -> str:
    """Decode VISCII.

    Raises:
        UnicodeDecodeError: It is not in this encoding.
    """
    return _decode_by(_VISCII_LETTERS, content)


def decode_vni(content: bytes) -> str:
    """Decode VNI: a letter and the mark behind it are one.

    Raises:
        UnicodeDecodeError: It is not in this encoding.
    """
    windows = content.decode("cp1252")
    return _VNI_STORED.sub(lambda match: _VNI_LETTERS[match[0]], windows)
