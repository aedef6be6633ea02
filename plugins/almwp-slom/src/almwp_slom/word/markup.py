"""Paragraphs and text as WordprocessingML; every text goes through here."""

import re

from almwp.drawing.xmltext import in_attribute, in_element
from almwp.exporting.characters import harmless, lines
from almwp_slom.word.namespaces import DECLARED

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = DECLARED
_ADDRESS = re.compile(r"https?://\S+")
_LOCALES = {"en": "en-GB", "vi": "vi-VN"}


def locale_of(language: str) -> str:
    """Return what Word calls *language*, so that it checks the right spelling."""
    return _LOCALES.get(language) or harmless(language)


def attribute(text: str) -> str:
    """Return *text* as the value of an attribute, quotes included, on one line."""
    return in_attribute(" ".join(harmless(text).split()))


def runs(text: str, style: str = "", language: str = "") -> str:
    """Return *text* as runs, one for each line; line breaks and tabs stay.

    Lines that are an address are set smaller, as they are long and seldom read.

    Args:
        text: The text; what XML forbids in it is replaced.
        style: Id of a character style for all of it.
        language: Its language, where it is not that of the document.
    """
    return "<w:r><w:br/></w:r>".join(
        _run(line, style, language) for line in lines(text)
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of *style*; *content* and *properties* are markup."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str = "1", style: str = "") -> str:
    """Return a field that Word computes, such as ``PAGE``."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    shown = f"<w:r>{look}<w:t>{result}</w:t></w:r>"
    return f'<w:fldSimple w:instr="{instruction}">{shown}</w:fldSimple>'


def bookmarked(content: str, name: str, number: int) -> str:
    """Return *content* with a name to which links lead.

    Args:
        content: Markup of runs.
        name: The name; hidden from the reader where it begins with ``_``.
        number: A number that no other bookmark of the document has.
    """
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _run(line: str, style: str, language: str) -> str:
    if not line:
        return ""
    if not style and _ADDRESS.fullmatch(line):
        style = "Address"
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language:
        locale = in_attribute(locale_of(language))
        look += f"<w:lang w:val={locale} w:eastAsia={locale}/>"
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    words = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{in_element(part)}</w:t>' if part else ""
        for part in line.split("\t")
    )
    return f"<w:r>{look}{words}</w:r>"
