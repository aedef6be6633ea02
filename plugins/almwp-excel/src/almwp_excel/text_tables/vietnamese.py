"""Whether words are Vietnamese: how many of them are syllables of that language."""

import re
import unicodedata

from attrs import frozen

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_PLAIN_SIGNS = frozenset(
    "\u00a0\u201c\u201d\u2018\u2019\u201a\u201e\u2013\u2014\u2026\u2022"  # marks
    "\u00b7\u00ab\u00bb\u00b0\u00a7\u00a9\u00ae\u2122\u20ac\u00a3\u00a5"  # symbols
    "\u00d7\u00f7\u00b1\u00b2\u00b3\u00bc\u00bd\u00be\u00ba\u00b6"  # numbers
)
"""Signs that any language writes; they tell nothing."""
_WORDS = re.compile(r"[A-Za-z\u0080-\U0010ffff]+")
_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_NUCLEI = (
    "iêu|yêu|uyê|uya|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uyu|iê|yê|ia|ai|ao|au|ay|âu|ây"
    "|eo|êu|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|ưa|ưi|ưu|uy|uô|uơ|ươ|[aăâeêioôơuưy]"
)
_CODAS = "ng|nh|ch|[cmnpt]"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_NUCLEI})(?:{_CODAS})?")


@frozen(kw_only=True)
class Evidence:
    """What the words of a text say for its being Vietnamese.

    Attributes:
        fits: How many words with letters beyond ASCII are Vietnamese syllables.
        misfits: How many are not.
    """

    fits: int
    misfits: int

    @property
    def speaks(self) -> bool:
        """Whether the text is Vietnamese, foreign names and slips allowed for."""
        return self.fits > 3 * self.misfits


def evidence_of(text: str) -> Evidence:
    """Count the words with letters beyond ASCII that are Vietnamese, or are not."""
    fits = misfits = 0
    for run in _WORDS.findall(unicodedata.normalize("NFC", text)):
        if run.isascii():
            continue
        for word in "".join(" " if s in _PLAIN_SIGNS else s for s in run).split():
            if word.isascii():
                continue
            if is_syllable(word):
                fits += 1
            else:
                misfits += 1
    return Evidence(fits=fits, misfits=misfits)


def is_syllable(word: str) -> bool:
    """Say whether a composed word is a Vietnamese syllable, with one tone at most."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONES.subn("", apart)
    plain = unicodedata.normalize("NFC", bare)
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None
