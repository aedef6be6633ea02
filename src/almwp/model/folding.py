"""Fold texts so that what looks or reads the same compares equal."""

import re
import unicodedata
from functools import lru_cache

_NO_DECOMPOSITION = (("đ", "d"), ("ø", "o"), ("ł", "l"), ("ð", "d"))
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_ENDS = re.compile(r"[\r\x0b\x0c]")
_UNSEEN_MARKS = re.compile(r"[\u034f\u17b4\u17b5]")
"""The invisible characters that Python's own table has among those that are seen."""
# With the two vowels of Khmer that are never seen.  Zero-width spaces and joiners part
# words in Thai, Khmer and Burmese; some type them and some do not.
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufeff]"
)
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_PLAIN = "".join(
    sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128))
)
"""What each sign of ASCII folds to, in their order."""
_LAST_COMMON = 0x2FFF
"""Signs beyond belong to scripts in which nothing is folded to ASCII, or are rare."""
_LOOKS_LIKE = {
    "\u0e40\u0e40": "\u0e41",  # Thai: twice sara e, typed for sara ae
    "\u0ec0\u0ec0": "\u0ec1",  # the same in Lao
    "\u17d2\u178a": "\u17d2\u178f",  # Khmer: da and ta are one sign below a letter
}
_ALIKE = re.compile("|".join(_LOOKS_LIKE))
_TWO_FOR_ONE = (("\u17c1", "\u17b6", "\u17c4"), ("\u17c1", "\u17b8", "\u17be"))
"""Vowels of Khmer that are typed as two signs by some: both look as the third does."""
MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074"
    "\u1082-\u108d\u108f\u109a-\u109d"
    "\u17b4-\u17d3\u17dd"
)
r"""Vowels and tones of Thai, Lao, Burmese and Khmer, for the brackets of a pattern.

They belong to the letter before them, but a pattern's ``\w`` does not know them.
"""
_UNSPACED = f"\u0e01-\u0e46\u0e81-\u0ec6\u0edc-\u0edf\u1000-\u103f\u1780-\u17dd{MARKS}"
_SPACE_INSIDE = re.compile(f"(?<=[{_UNSPACED}]) +(?=[{_UNSPACED}])")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return *text* without accents, case, punctuation and invisible characters.

    Composed and decomposed forms fold alike, and so do ``Đ`` and ``D``, which Unicode
    does not decompose.  Marks are accents behind the letters of alphabets that have
    capitals (Latin, Greek, Cyrillic).  Behind others, as those of Thai, Lao, Khmer and
    Burmese, they are vowels and tones and stay, in one order however they were typed;
    digits of any script become 0 to 9, with a space between them and such letters.
    For comparing only: what a sender wrote is kept as written.

    Burmese is read in Unicode; the older Zawgyi encoding, which has other letters in
    the same places, is not supported and is not looked for.
    """
    if text.isascii():  # most texts, and none of the work below changes them
        return " ".join(text.translate(_PLAIN).split())
    latin = text.translate(_LATIN)
    if latin.isascii():
        return " ".join(latin.split())
    return " ".join(_ALIKE.sub(_looking_alike, _spelt(_bare(text))).split())


def _bare(text: str) -> str:
    """Return *text* decomposed, in small letters, without what is never seen."""
    seen = text if _is_all_seen(text) else _INVISIBLE.sub("", text)
    bare = unicodedata.normalize("NFKD", seen).casefold()
    # Again, as some small letters have a decomposition that their capitals lack.
    bare = unicodedata.normalize("NFKD", bare)
    for sign, plain in _NO_DECOMPOSITION:
        bare = bare.replace(sign, plain)
    return bare


class _FoldedSigns(dict[int, str]):
    """What signs fold to whatever stands beside them; all others stay as they are.

    Each is looked up in Unicode once.
    """

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if code > _LAST_COMMON:
            return sign
        bare = _ACCENTS.sub("", _bare(sign))
        kept = "".join(each if _is_kept(each) else " " for each in bare)
        folded = self[code] = kept.translate(_PLAIN)
        return folded


def _is_kept(sign: str) -> bool:
    """Say whether a sign is of ASCII, or a letter, a mark or a digit."""
    return sign.isascii() or unicodedata.category(sign)[0] in "LMN"


_LATIN = _FoldedSigns()


def _looking_alike(match: re.Match[str]) -> str:
    return _LOOKS_LIKE[match[0]]


def _spelt(text: str) -> str:
    """Keep letters, digits and the marks that spell; all else becomes a space."""
    kept: list[str] = []
    marks: list[str] = []
    before = ""  # category of the letter or digit before
    for sign in text:
        category = unicodedata.category(sign)
        if category[0] == "M":
            if before == "Lo":  # a letter of a script without capitals
                marks.append(sign)
            continue
        if marks:
            kept += _in_order(marks)
            marks.clear()
        if category == "Nd":
            sign = str(unicodedata.decimal(sign))
        if {before, category} == {"Lo", "Nd"}:
            kept.append(" ")
        kept.append(sign if sign.isalnum() else " ")
        before = category
    return "".join(kept + _in_order(marks))


def _in_order(marks: list[str]) -> list[str]:
    """Return the marks of a letter in one order, each once: they stand in one place."""
    found = set(marks)
    for one, other, both in _TWO_FOR_ONE:
        if {one, other} <= found:
            found = (found - {one, other}) | {both}
    return sorted(found)


def unspaced(folded: str) -> str:
    """Return a folded text without spaces inside Thai, Lao, Khmer and Burmese.

    They are written without spaces between words; where there is one, or a line break
    in a narrow column, it means little.
    """
    return folded if folded.isascii() else _SPACE_INSIDE.sub("", folded)


def compose(text: str) -> str:
    """Return *text* in composed form (NFC), without invisible characters at all.

    Whatever ends a line becomes a line feed: carriage returns, the vertical tab and the
    form feed, which office programs write, and Unicode's own line and paragraph ends.
    """
    if text.isascii() and (text.isprintable() or not _ODD_ENDS.search(text)):
        return text
    if not _is_all_seen(text):
        text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def _is_all_seen(text: str) -> bool:
    """Say whether *text* has neither invisible characters nor ends of lines."""
    return text.isprintable() and not _UNSEEN_MARKS.search(text)
