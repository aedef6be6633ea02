"""The ministry's styles, and our own where it has none."""

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files

from lxml import etree

from almwp_slom.word.letterhead.cleaning import hides
from almwp_slom.word.markup import locale_of
from almwp_slom.word.namespaces import W, w

_REFERRING = tuple(
    w(name) for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")
)
_OURS = {
    "after table",
    "section end",
    "table text",
    "table heading",
    "small table text",
    "small table heading",
    "small notes",
    "note",
    "figure key",
    "address",
    "picture",
    "bar figure",
    "side by side",
    "endnote heading",
    "running head",
    "page count",
}
"""Styles with names of our own: those of the ministry have other work to do."""
_BEFORE_LISTS = {
    w(name)
    for name in ["keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"]
}
"""What stands before the list in the properties of a paragraph."""
_BODY_SIZES = {"vi": "26"}
"""In half points; the text of Vietnamese ministries is set larger than English."""
_COMPACT = 22
"""The size of the text of a short paper, in half points."""
_ID = re.compile(r"[^A-Za-z0-9_-]")


def own_styles(language: str) -> etree._Element:
    """Return our styles for a document in *language*."""
    styles = etree.fromstring((files("almwp_slom.word") / "styles.xml").read_bytes())
    size = _BODY_SIZES.get(language)
    if size is not None:
        for kind in ("sz", "szCs"):
            for found in styles.iterfind(f"{w('docDefaults')}//{w(kind)}"):
                found.set(w("val"), size)
    _speak(styles, language)
    return styles


def merged(theirs: etree._Element, language: str) -> etree._Element:
    """Return their styles with ours added; ids are settled already.

    Theirs stand wherever they have one of the same name, but for those whose names
    are our own.
    """
    ours = own_styles(language)
    known = {_name(style) for style in theirs.iter(w("style"))}
    for style in ours.iter(w("style")):
        if _name(style) not in known:
            theirs.append(style)
    defaults = ours.find(w("docDefaults"))
    if theirs.find(w("docDefaults")) is None and defaults is not None:
        theirs.insert(0, defaults)
    _speak(theirs, language)
    _number_lists(theirs)
    return theirs


def set_smaller(styles: etree._Element) -> None:
    """Set the letters of a short paper smaller, wherever they are larger."""
    for kind in ("sz", "szCs"):
        for found in styles.iter(w(kind)):
            size = found.get(w("val"), "")
            if size.isdigit() and int(size) > _COMPACT:
                found.set(w("val"), str(_COMPACT + (int(size) - _COMPACT) // 2))
    for style in styles.iter(w("style")):
        size_of = style.find(f"{w('rPr')}/{w('sz')}")
        is_text = style.get(w("type")) == "paragraph" and style.get(w("default")) == "1"
        if is_text and size_of is not None:
            size_of.set(w("val"), str(_COMPACT))
    for found in styles.iterfind(f"{w('docDefaults')}//{w('sz')}"):
        found.set(w("val"), str(_COMPACT))


def settled(theirs: etree._Element) -> dict[str, str]:
    """Clean their styles and give each of a known name the id by which we call it.

    Word names its own styles in one language but gives them ids in the language in
    which it runs: the style ``heading 1`` has the id ``u1`` in a Vietnamese one.

    Returns:
        The new id of each style.
    """
    _clean(theirs)
    ours = {
        _name(s): s.get(w("styleId"), "") for s in own_styles("en").iter(w("style"))
    }
    taken = set(ours.values())
    ids: dict[str, str] = {}
    for style in theirs.findall(w("style")):
        old, name = style.get(w("styleId"), ""), _name(style)
        if name in _OURS:
            name = f"{name} (2)"
            style.find(w("name")).set(w("val"), name)  # type: ignore[union-attr]
        new = ours.get(name, "") or _free(old, taken)
        if not old or old in ids or new in ids.values():
            theirs.remove(style)
            continue
        taken.add(new)
        ids[old] = new
        style.set(w("styleId"), new)
    rename(theirs, ids)
    return ids


def rename(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Call styles by their new ids wherever *root* refers to them."""
    for reference in tuple(root.iter(*_REFERRING)):
        new = ids.get(reference.get(w("val"), ""))
        parent = reference.getparent()
        if new is not None:
            reference.set(w("val"), new)
        elif parent is not None:
            parent.remove(reference)


def hiding(theirs: etree._Element) -> frozenset[str]:
    """Return the ids of styles by which text is hidden."""
    return frozenset(
        style.get(w("styleId"), "")
        for style in theirs.iter(w("style"))
        if (look := style.find(w("rPr"))) is not None and hides(look)
    )


def _clean(theirs: etree._Element) -> None:
    """Leave only how text looks: no revisions, no lists, no words of other programs."""
    dropped = {w(name) for name in ("rsid", "numPr", "rPrChange", "pPrChange")}
    dropped |= {w(name) for name in ("tblPrChange", "trPrChange", "tcPrChange")}
    dropped |= {w("personal"), w("personalCompose"), w("personalReply"), w("aliases")}
    for element in tuple(theirs.iter()):
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag in dropped or etree.QName(element).namespace != W:
            parent.remove(element)
    for element in theirs.iter():
        for key in tuple(element.attrib):
            name = etree.QName(key)
            if name.namespace != W or name.localname.startswith("rsid"):
                del element.attrib[key]
    etree.cleanup_namespaces(theirs, keep_ns_prefixes=("w",))


def _number_lists(styles: etree._Element) -> None:
    """Tie the style of points to the list in our document, as theirs stays behind."""
    for style in styles.iter(w("style")):
        if style.get(w("styleId")) != "ListBullet":
            continue
        look = style.find(w("pPr"))
        if look is None:
            look = etree.SubElement(style, w("pPr"))
        if look.find(w("numPr")) is None:
            numbers = etree.Element(w("numPr"))
            etree.SubElement(numbers, w("numId")).set(w("val"), "1")
            look.insert(sum(child.tag in _BEFORE_LISTS for child in look), numbers)


def _speak(styles: etree._Element, language: str) -> None:
    locale = locale_of(language)
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is not None and defaults.find(w("lang")) is None:
        etree.SubElement(defaults, w("lang"))
    for spoken in styles.iter(w("lang")):
        for kind in ("val", "eastAsia"):
            spoken.set(w(kind), locale)


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "").strip().lower()


def _free(wanted: str, taken: Iterable[str]) -> str:
    used = set(taken)
    start = _ID.sub("", wanted) or "Style"
    found, number = start, 1
    while found in used:
        number += 1
        found = f"{start}-{number}"
    return found
