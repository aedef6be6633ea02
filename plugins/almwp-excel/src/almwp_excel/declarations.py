"""What no part may hold: a document type, entities, letters that hide them.

Every part is looked at, also those that no reader of ours ever parses: a reader that
is not ours might.
"""

import re
from typing import Final

_WORDS: Final = ("<!DOCTYPE", "<!ENTITY")
_WAYS: Final = ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_DECLARATION: Final = re.compile(
    b"|".join(re.escape(word.encode(way)) for word in _WORDS for way in _WAYS)
)
_BEGINNINGS: Final = (b"<!", b"<\0!", b"<\0\0\0!")
"""One of these stands in each way to write it; few parts hold any."""
_LONGEST: Final = max(len(word.encode("utf-32-le")) for word in _WORDS)
_ENCODING: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,60})"""
)
_EBCDIC: Final = b"\x4c\x6f\xa7\x94\x93"
"""How ``<?xml`` begins in the letters of old mainframes."""
_PLAIN: Final = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d{1,2}|latin-?1|"
    r"windows-\d{3,4}|cp125\d|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)|tis-620",
    re.IGNORECASE,
)
"""Letters in which a declaration is written as in ASCII, or as in UTF-16."""


class DeclarationWatch:
    """Looks at a part as it is unpacked, piece by piece."""

    def __init__(self) -> None:
        self._tail = b""

    def is_declared(self, piece: bytes) -> bool:
        """Say whether a document type or an entity is declared up to this piece."""
        seen = self._tail + piece
        self._tail = seen[-_LONGEST:]
        return any(begin in seen for begin in _BEGINNINGS) and bool(
            _DECLARATION.search(seen)
        )


def odd_encoding(head: bytes) -> str | None:
    """Return how a part says that its letters are stored, where nobody could look.

    Args:
        head: The first bytes of the part.
    """
    if head.startswith(_EBCDIC):
        return "EBCDIC"
    said = _ENCODING.match(head)
    if said is None:
        return None
    name = said[1].decode("latin-1").strip()
    return None if _PLAIN.fullmatch(name) else name
