"""Know a line that speaks about a table and is no row of it: a note, a signature."""

import re
from collections.abc import Mapping

from almwp.intake.cells import Cell, CellKind
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.model.folding import compose, fold

_LABELLED = re.compile(r"\s*([^:\uff1a]{1,60})[:\uff1a]\s*(.*)", re.DOTALL)
_SIGNED = re.compile(
    r"(?:signed|prepared|compiled|drafted|submitted|reported|checked|reviewed"
    r"|verified|approved)(?: by)?|signature|sources?"
    r"|nguoi (?:lap|ky|duyet|kiem tra|tong hop|bao cao)(?: (?:bieu|bang|bao cao))?"
    r"|ky ten|noi nhan|luu y|nguon(?: so lieu)?"
    r"|(?:di(?:susun|siapkan|buat|tandatangani|setujui|periksa)|mengetahui)(?: oleh)?"
    r"|sumber"
)


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
