"""Elements of IATI and of what stands beside it, with texts that break no file."""

from collections.abc import Mapping
from fractions import Fraction

from lxml import etree
from lxml.etree import _Element as Element

from almwp.exporting.characters import harmless
from almwp.exporting.csvcells import decimal
from almwp.model.text import UNDETERMINED, Text

OWN = "urn:almwp:report:1"
"""The namespace of what IATI has no place for; readers of IATI pass over it."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def element(
    name: str, attributes: Mapping[str, object] | None = None, text: str = ""
) -> Element:
    """Return an element; attributes without a value are left out."""
    made = etree.Element(name)
    for key, value in (attributes or {}).items():
        if value is not None and value != "":
            made.set(key, harmless(str(value)))
    if text:
        made.text = harmless(text)
    return made


def own(
    name: str, attributes: Mapping[str, object] | None = None, text: str = ""
) -> Element:
    """Return an element of our own namespace."""
    return element(f"{{{OWN}}}{name}", attributes, text)


def narratives(text: Text) -> list[Element]:
    """Return *text* as IATI says it, once in each of its languages."""
    return [narrative(words, language) for language, words in text.forms]


def narrative(words: str, language: str = UNDETERMINED) -> Element:
    """Return words in one language, which is not named where nobody stated it."""
    known = None if language == UNDETERMINED else language
    return element("narrative", {_LANGUAGE: known}, words)


def told(
    name: str, text: Text, attributes: Mapping[str, object] | None = None
) -> Element:
    """Return an element that says *text*."""
    made = element(name, attributes)
    made.extend(narratives(text))
    return made


def exact_value(value: Fraction) -> list[Element]:
    """Return what says a number exactly, where its six digits do not."""
    if Fraction(decimal(value)) == value:
        return []
    parts = {"numerator": value.numerator, "denominator": value.denominator}
    return [own("exact", parts)]
