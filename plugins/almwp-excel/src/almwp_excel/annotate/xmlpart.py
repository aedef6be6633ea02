"""A small XML part as a tree, and back as it was but for what was changed."""

import re
from typing import Any, cast

from lxml import etree

from almwp_excel import refusals
from almwp_excel.package import Package

Element = Any
"""An element of lxml, whose stubs know less of it than it can do."""

_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ENCODING = re.compile(r"(<\?xml[^>]*?\bencoding\s*=\s*)(?:\"[^\"]*\"|'[^']*')")


def parse(package: Package, content: bytes) -> Element:
    """Return the root of a part.

    Raises:
        UnreadableFileError: It is no sound XML, or has a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, strip_cdata=False, huge_tree=False
    )
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise package.refusal(refusals.DAMAGED) from None
    if root.getroottree().docinfo.doctype:
        raise package.refusal(refusals.DOCTYPE)
    return root


def written(root: Element, content: bytes) -> bytes:
    """Return the part that *root* is of; *content* is how it was stored.

    The declaration stays as it stands there, with its quotes and its line end.
    """
    tree: Any = root.getroottree()
    if content.startswith(_BOMS) or b"\0" in content[:4]:
        whole = etree.tostring(
            tree,
            encoding="UTF-16",
            xml_declaration=True,
            standalone=tree.docinfo.standalone,
        )
        return cast("bytes", whole)
    found = _DECLARATION.match(content)
    encoding = (tree.docinfo.encoding or "UTF-8") if found else "UTF-8"
    body = etree.tostring(tree, encoding=encoding, xml_declaration=False)
    return (found[0] if found else b"") + cast("bytes", body)


def in_bytes(content: bytes) -> bytes:
    """Return a part in an encoding in which signs of ASCII are single bytes."""
    if content.startswith(_BOMS):
        text = content.decode("utf-16")
    elif content[1:2] == b"\0":
        text = content.decode("utf-16-le")
    elif content[:1] == b"\0":
        text = content.decode("utf-16-be")
    else:
        return content
    return _ENCODING.sub(r'\1"UTF-8"', text, count=1).encode()


def local(element: Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def space_of(element: Element) -> str:
    """Return an element's namespace."""
    space: str = etree.QName(element).namespace or ""
    return space


def child(element: Element, name: str) -> Element | None:
    """Return the first child of this name in the element's own namespace, or None."""
    return element.find(f"{{{space_of(element)}}}{name}")


def children(element: Element | None, name: str) -> list[Element]:
    """Return the children of this name in the element's own namespace."""
    if element is None:
        return []
    return list(element.findall(f"{{{space_of(element)}}}{name}"))


def make(parent: Element, name: str, /, **attributes: str) -> Element:
    """Return a new element in the namespace of *parent*, which it is not put into."""
    space = space_of(parent)
    tag = f"{{{space}}}{name}" if space else name
    return etree.Element(tag, attributes, nsmap=parent.nsmap)


def put_in_order(parent: Element, element: Element, before: tuple[str, ...]) -> None:
    """Put *element* behind the last child whose name is one of *before*."""
    place = 0
    for at, known in enumerate(parent):
        if local(known) in before:
            place = at + 1
    parent.insert(place, element)
