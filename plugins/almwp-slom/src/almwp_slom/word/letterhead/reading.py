"""Take from a Word document what makes it a letterhead, and nothing else of it."""

import posixpath
from collections.abc import Callable, Mapping

from attrs import field, frozen
from lxml import etree

from almwp.model.fields import frozen_items
from almwp_slom.word.letterhead import refusals
from almwp_slom.word.letterhead.cleaning import cleaned
from almwp_slom.word.letterhead.logos import Logo, logo_of
from almwp_slom.word.letterhead.package import Package, refusal
from almwp_slom.word.letterhead.stylesheet import hiding, rename, settled
from almwp_slom.word.letterhead.theme import bare_theme
from almwp_slom.word.namespaces import r, w
from almwp_slom.word.pages import Page

_ROOTS = {"header": w("hdr"), "footer": w("ftr")}
_OFF = ("0", "false", "off")
_LEAST_TEXT, _MOST_SIDE = 4000, 31_680
"""Twentieths of a point: the narrowest text we set, and the largest paper of Word."""


@frozen(kw_only=True)
class Band:
    """A header or a footer.

    Attributes:
        part: ``header`` or ``footer``.
        pages: On which pages it stands: ``default``, ``first`` or ``even``.
        content: Its markup.
        logos: Its pictures; the first has the id ``rId1``.
    """

    part: str
    pages: str
    content: bytes
    logos: tuple[Logo, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Letterhead:
    """What is taken from a ministry's document.

    Attributes:
        page: Its paper and margins, upright.
        styles: The part with its styles, without words of other programs.
        theme: The part with its fonts and colours; empty where it has none.
        bands: Its headers and footers.
        has_first: Whether its first page differs from the others.
        has_even: Whether left pages differ from right ones.
    """

    page: Page
    styles: bytes
    theme: bytes = b""
    bands: tuple[Band, ...] = field(default=(), converter=frozen_items)
    has_first: bool = False
    has_even: bool = False


def read_letterhead(content: bytes) -> Letterhead:
    """Read a letterhead.

    Raises:
        UnreadableFileError: It is no Word document, or it holds what is not taken
            over; the caller names the file.
    """
    package = Package.of(content)
    document = package.xml(package.main)
    if document is None or document.tag != w("document"):
        raise refusal(refusals.NOT_WORD)
    section = next(document.iter(w("sectPr")), None)
    styles = _part(package, "styles", w("styles"))
    if styles is None:
        styles = etree.Element(w("styles"), nsmap={"w": w("")[1:-1]})
    hidden = hiding(styles)
    ids = settled(styles)
    settings = _part(package, "settings", w("settings"))
    theme = _part(package, "theme", None)
    return Letterhead(
        page=Page() if section is None else _page(section),
        styles=etree.tostring(styles, encoding="UTF-8", xml_declaration=True),
        theme=b"" if theme is None else bare_theme(theme),
        bands=() if section is None else _bands(package, section, ids, hidden),
        has_first=section is not None and _is_on(section.find(w("titlePg"))),
        has_even=settings is not None and _is_on(settings.find(w("evenAndOddHeaders"))),
    )


def _part(package: Package, kind: str, tag: str | None) -> etree._Element | None:
    name = package.linked(package.main, kind)
    root = package.xml(name) if name else None
    return root if root is not None and tag in (None, root.tag) else None


def _bands(
    package: Package,
    section: etree._Element,
    ids: Mapping[str, str],
    hidden: frozenset[str],
) -> tuple[Band, ...]:
    links = package.links(package.main)
    found = {}
    for part, tag in _ROOTS.items():
        for reference in section.findall(w(f"{part}Reference")):
            link = links.get(reference.get(r("id"), ""))
            if link is None or link.is_external:
                continue
            root = package.xml(link.target)
            if root is None or root.tag != tag:
                continue
            logos: dict[str, Logo] = {}
            cleaned(root, _taking(package, link.target, logos), hidden)
            rename(root, ids)
            pages = reference.get(w("type"), "default")
            found[part, pages] = Band(
                part=part,
                pages=pages,
                content=etree.tostring(root, encoding="UTF-8"),
                logos=logos.values(),
            )
    return tuple(found.values())


def _taking(
    package: Package, name: str, logos: dict[str, Logo]
) -> Callable[[str], str]:
    """Return what takes the pictures of a part over into *logos*."""
    links = package.links(name)

    def new_id(link: str) -> str:
        found = links.get(link)
        if found is not None and found.is_external:
            raise refusal(refusals.LINKED_PICTURE)
        content = package.bytes_of(found.target) if found else None
        if found is None or content is None:
            raise refusal(refusals.DAMAGED, problem=posixpath.basename(name))
        if found.target not in logos:
            logo = logo_of(content)
            if logo is None:
                raise refusal(refusals.ODD_PICTURE)
            logos[found.target] = logo
        return f"rId{list(logos).index(found.target) + 1}"

    return new_id


def _page(section: etree._Element) -> Page:
    """Return the paper of a section, upright.

    Raises:
        UnreadableFileError: There is no room for text on it.
    """
    size, margins, usual = section.find(w("pgSz")), section.find(w("pgMar")), Page()

    def measure(of: etree._Element | None, name: str, otherwise: int) -> int:
        said = "" if of is None else of.get(w(name), "")
        try:
            return min(abs(int(said)), _MOST_SIDE)
        except ValueError:  # as in "2.5cm", which Word does not write
            return otherwise

    page = Page(
        width=measure(size, "w", usual.width),
        height=measure(size, "h", usual.height),
        top=measure(margins, "top", usual.top),
        right=measure(margins, "right", usual.right),
        bottom=measure(margins, "bottom", usual.bottom),
        left=measure(margins, "left", usual.left) + measure(margins, "gutter", 0),
        header=measure(margins, "header", usual.header),
        footer=measure(margins, "footer", usual.footer),
    )
    if page.is_landscape:
        page = page.turned()
    high = page.height - page.top - page.bottom
    wide = page.turned().height - page.top - page.bottom
    if min(page.text_width, high, wide) < _LEAST_TEXT:
        raise refusal(refusals.NO_ROOM)
    return page


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in _OFF
