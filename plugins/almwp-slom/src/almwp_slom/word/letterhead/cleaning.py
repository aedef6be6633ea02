"""Headers and footers of others, cleaned of all that is not seen or leads outside."""

import re
from collections.abc import Callable, Container, Iterator

from lxml import etree

from almwp_slom.word.letterhead import refusals
from almwp_slom.word.letterhead.package import refusal
from almwp_slom.word.namespaces import (
    MC,
    PIC,
    W10,
    WP,
    WPG,
    WPS,
    XML,
    A,
    R,
    V,
    W,
    r,
    w,
)

_KNOWN = {W, WP, A, PIC, MC, WPS, WPG, V, W10}
"""Only elements of these names are taken over."""
_PLAIN = {W, R, WP, XML, ""}
"""Only attributes of these names are; those without one belong to their element."""

_DROPPED = {
    w(name)
    for name in [
        "del",
        "moveFrom",
        "proofErr",
        "permStart",
        "permEnd",
        "bookmarkStart",
        "bookmarkEnd",
        "lastRenderedPageBreak",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "footnoteReference",
        "endnoteReference",
        "footnoteRef",
        "endnoteRef",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "sectPr",
        "numPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "sectPrChange",
        "numberingChange",
        "tblPrExChange",
        "cellIns",
        "cellDel",
        "cellMerge",
        "delText",
        "delInstrText",
        "ruby",
        "fldData",
        "ffData",
        "divId",
    ]
} | {
    f"{{{A}}}extLst",
    f"{{{A}}}hlinkClick",
    f"{{{A}}}hlinkHover",
    f"{{{A}}}hlinkMouseOver",
}
_OPENED = {
    w(name)
    for name in [
        "ins",
        "moveTo",
        "hyperlink",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "dir",
        "bdo",
    ]
}
"""What stands in these stays; they themselves go."""
_CHOICES, _CHOICE, _FALLBACK = (
    f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
_EMBEDDING = {w(name) for name in ("object", "control", "altChunk", "subDoc")}
_FOREIGN = ("OLEObject", "oleObj", "contentPart")
_SHOWS_PICTURE = (f"{{{A}}}blip", f"{{{V}}}imagedata", f"{{{V}}}fill", f"{{{V}}}stroke")
_NUMBERS = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_HIDDEN = (w("vanish"), w("specVanish"), w("webHidden"))
_OFF = ("0", "false", "off")
_LINKS = ("embed", "id", "link")


def cleaned(
    root: etree._Element, picture_of: Callable[[str], str], hidden: Container[str] = ()
) -> None:
    """Leave in a header or footer only what is seen, and nothing that leads outside.

    Args:
        root: The header or footer, which is changed.
        picture_of: Gives the new id of the picture that has an id in this part, or an
            empty text where there is none to take over.
        hidden: Ids of styles by which text is hidden.

    Raises:
        UnreadableFileError: It shows something that cannot be taken over.
    """
    if next(root.iter(*_EMBEDDING), None) is not None:
        raise refusal(refusals.EMBEDDED)
    _refuse_foreign_objects(root)
    for choices in tuple(root.iter(_CHOICES)):
        _choose(choices)
    for element in tuple(root.iter()):
        space = etree.QName(element).namespace
        if element is not root and (
            element.tag in _DROPPED
            or space not in _KNOWN
            or _is_hidden(element, hidden)
        ):
            _drop(element)
    for element in tuple(root.iter(*_OPENED)):
        _open(element)
    _settle_fields(root)
    for element in root.iter():
        _settle_attributes(element, picture_of)
    for held in (root, *root.iter(w("tc"), w("txbxContent"))):
        if len(held) == 0 or held[-1].tag != w("p"):
            etree.SubElement(held, w("p"))  # else Word opens no such file
    etree.cleanup_namespaces(root, keep_ns_prefixes=("w", "r"))


def has_page_number(root: etree._Element) -> bool:
    """Say whether a cleaned header or footer counts its pages."""
    return next(root.iter(w("fldSimple"), w("instrText")), None) is not None


def _refuse_foreign_objects(root: etree._Element) -> None:
    for element in root.iter():
        if etree.QName(element).localname in _FOREIGN:
            raise refusal(refusals.EMBEDDED)


def _choose(choices: etree._Element) -> None:
    """Put the branch that every Word of today shows in the place of all."""
    taken = choices.find(_FALLBACK)
    for choice in reversed(choices.findall(_CHOICE)):
        needed = choice.get("Requires", "").split()
        if all(choice.nsmap.get(prefix) in _KNOWN for prefix in needed):
            taken = choice
    for branch in tuple(choices):
        if branch is not taken:
            choices.remove(branch)
        else:
            _open(branch)
    _open(choices)


def _is_hidden(element: etree._Element, hidden: Container[str]) -> bool:
    if element.tag == w("drawing"):
        about = element.find(f".//{{{WP}}}docPr")
        return about is not None and about.get("hidden", "0") not in _OFF
    if element.tag not in (w("r"), w("p")):
        return False
    look = element.find(f"{element.tag}Pr")
    if look is None:
        return False
    style = look.find(f"{element.tag}Style")
    if style is not None and style.get(w("val"), "") in hidden:
        return True
    return element.tag == w("r") and hides(look)


def hides(look: etree._Element) -> bool:
    """Say whether the properties of text hide it."""
    marks = [look.find(name) for name in _HIDDEN]
    return any(m is not None and m.get(w("val"), "1") not in _OFF for m in marks)


def _settle_fields(root: etree._Element) -> None:
    """Let fields count pages; of all others only what they showed last stays."""
    for simple in tuple(root.iter(w("fldSimple"))):
        found = _NUMBERS.match(simple.get(w("instr"), ""))
        if found:
            simple.set(w("instr"), f" {found[1].upper()} ")
        else:
            _open(simple)
    for parts in _complex_fields(root):
        texts = [part for part in parts if part.tag == w("instrText")]
        found = _NUMBERS.match("".join(text.text or "" for text in texts))
        if found and texts:
            texts[0].text = f" {found[1].upper()} "
            parts = texts[1:]
        for part in parts:
            _drop(part)


def _complex_fields(root: etree._Element) -> Iterator[list[etree._Element]]:
    """Give the marks and codes of each field, the inner ones first."""
    open_fields: list[list[etree._Element]] = []
    for part in tuple(root.iter(w("fldChar"), w("instrText"))):
        kind = part.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append([part])
        elif not open_fields:
            _drop(part)
        else:
            open_fields[-1].append(part)
            if kind == "end":
                yield open_fields.pop()
    for left_open in open_fields:
        for part in left_open:
            _drop(part)


def _settle_attributes(
    element: etree._Element, picture_of: Callable[[str], str]
) -> None:
    name = etree.QName(element)
    for key in map(str, tuple(element.attrib)):
        attribute = etree.QName(key)
        space = attribute.namespace or ""
        told = attribute.localname
        is_revision = space == W and told.startswith("rsid")
        if space not in _PLAIN or is_revision or told == "dirty":
            del element.attrib[key]
        elif space == R:
            _settle_link(element, key, picture_of)
    if name.localname in ("docPr", "cNvPr"):
        element.set("name", "Letterhead")
        element.attrib.pop("title", "")
        said = element.get("descr", "")
        if name.localname == "cNvPr" or "\\" in said or "/" in said:
            element.attrib.pop("descr", "")
    if name.namespace == V:
        for key in ("href", "target", "src", "title", "althref"):
            element.attrib.pop(key, "")


def _settle_link(
    element: etree._Element, key: str, picture_of: Callable[[str], str]
) -> None:
    """Point a picture at its new part; no other link is taken over."""
    link = str(element.attrib.pop(key))
    kind = etree.QName(key).localname
    if element.tag not in _SHOWS_PICTURE or kind not in _LINKS or not link:
        return
    if key == r("link") and element.get(r("embed")):
        return  # the picture itself stands in the document too
    new = picture_of(link)
    element.set(r("embed") if element.tag == _SHOWS_PICTURE[0] else r("id"), new)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _open(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(element):
        parent.insert(place, child)
    parent.remove(element)
