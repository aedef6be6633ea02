"""Paragraphs and text as WordprocessingML; every text goes through here."""

import re
from xml.sax.saxutils import escape, quoteattr

from almwp_slom.characters import harmless, lines

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ADDRESS = re.compile(r"https?://\S+")


def attribute(text: str) -> str:
    """Return *text* as the value of an attribute, quotes included, on one line."""
    return quoteattr(" ".join(harmless(text).split()))


def runs(text: str, style: str = "") -> str:
    """Return *text* as runs, one for each line; line breaks and tabs stay.

    Lines that are an address are set smaller, as they are long and seldom read.

    Args:
        text: The text; what XML forbids in it is replaced.
        style: Id of a character style for all of it.
    """
    return "<w:r><w:br/></w:r>".join(_run(line, style) for line in lines(text))


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of *style*; *content* and *properties* are markup."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str) -> str:
    """Return a field that Word computes, such as ``PAGE``."""
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _run(line: str, style: str) -> str:
    if not line:
        return ""
    if not style and _ADDRESS.fullmatch(line):
        style = "Address"
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    words = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for part in line.split("\t")
    )
    return f"<w:r>{look}{words}</w:r>"
