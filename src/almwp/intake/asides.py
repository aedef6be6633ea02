"""Know a line that speaks about a table and is no row of it: a note, a signature."""

import re
from collections.abc import Mapping

from almwp.intake.cells import Cell, CellKind
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.moments import read_moment
from almwp.model.folding import compose, fold
from almwp.model.moment import Moment

_LABELLED = re.compile(r"\s*([^:\uff1a]{1,60})[:\uff1a]\s*(.*)", re.DOTALL)
_SIGNED = re.compile(
    r"(?:signed|prepared|compiled|drafted|submitted|reported|checked|reviewed"
    r"|verified|approved)(?: by)?|signature|sources?"
    r"|nguoi (?:lap|ky|duyet|kiem tra|tong hop|bao cao)(?: (?:bieu|bang|bao cao))?"
    r"|ky ten|noi nhan|luu y|nguon(?: so lieu)?"
    r"|(?:di(?:susun|siapkan|buat|tandatangani|setujui|periksa)|mengetahui)(?: oleh)?"
    r"|sumber"
)

_SIGNING = re.compile(
    r"(?:signed|prepared|compiled|drafted|submitted|checked|reviewed|verified"
    r"|approved) by|signature"
    r"|nguoi (?:lap|ky|duyet|kiem tra|tong hop)(?: (?:bieu|bang|bao cao))?"
    r"|thu truong(?: (?:don vi|co quan))?"
    r"|ky(?: ten)?(?: va)? (?:ghi ro ho ten|dong dau)"
    r"(?: (?:va )?dong dau)?"
    r"|mengetahui|menyetujui|tanda tangan|hormat kami"
    r"|di(?:susun|setujui|sediakan|semak|sahkan|luluskan) oleh"
)
"""Words over a signature, where they are all that a cell says."""
_PLACE = 4
"""How many words the name of a place has: *Bandar Seri Begawan*."""


def is_signature(cells: Mapping[int, Cell]) -> bool:
    """Say whether a row is the head of a signature: ``Prepared by:``, ``(Ký tên)``."""
    texts = (c.text for c in cells.values() if c.kind is CellKind.TEXT)
    return any(_SIGNING.fullmatch(fold(text)) for text in texts if len(text) < 80)


def is_place_and_date(cell: Cell, lexicon: Lexicon) -> bool:
    """Say whether a cell says where and when it was signed: ``Jakarta, 1 Juli 2025``.

    A place has at the most four words, each with a capital.  The day may be left open.
    """
    place, comma, day = cell.text.partition(",")
    words = place.split()
    if not comma or not 0 < len(words) <= _PLACE or not all(map(_is_capital, words)):
        return False
    return isinstance(read_moment(day.strip(" ."), lexicon), Moment)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def is_aside(cells: Mapping[int, Cell], lexicon: Lexicon) -> bool:
    """Say whether a row without any value is a note or a signature.

    Its one text begins with a label and a colon: ``Note: ...``, ``Prepared by: ...``,
    ``Người lập biểu: ...``.  Numbers and signs beside the text count for nothing.
    """
    texts = [c for c in cells.values() if c.kind is CellKind.TEXT and fold(c.text)]
    match = _LABELLED.fullmatch(compose(texts[0].text)) if len(texts) == 1 else None
    if match is None:
        return False
    label = match[1]
    heading = lexicon.headings.get(heading_key(label))
    is_note = heading is not None and heading.key == "remarks"
    is_explained = lexicon.meaning("guidance", label) is not None
    return is_note or is_explained or _SIGNED.fullmatch(fold(label)) is not None
