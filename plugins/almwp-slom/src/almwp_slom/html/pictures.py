"""Figures as pictures inside the page."""

from attrs import evolve
from lxml import etree
from markupsafe import Markup

from almwp.drawing.drawn import draw_svg
from almwp.drawing.wording import with_texts
from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.model.figures import AnyFigure


def picture(figure: AnyFigure, say: Translate, mark: str) -> Markup:
    """Return *figure* drawn as SVG, with its words for those who do not see it.

    Args:
        figure: What to draw.
        say: Into which language the words of the picture are put.
        mark: Keeps it apart from an equal picture of the same page.

    Raises:
        CallError: matplotlib is not installed.
    """
    safe = with_texts(figure, harmless)
    safe = evolve(safe, alternative=harmless(safe.alternative))
    return Markup(_without_styles(draw_svg(safe, say, mark=mark)))


def _without_styles(svg: str) -> str:
    """Turn each style into attributes: the page's policy lets no style in by the way.

    Every property that is drawn with is an attribute of the same name too.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(svg.encode("utf-8"), parser)
    for element in root.iter():
        style = str(element.attrib.pop("style", ""))
        for declaration in filter(None, map(str.strip, style.split(";"))):
            name, _, value = declaration.partition(":")
            element.set(name.strip(), value.strip())
    return etree.tostring(root, encoding="unicode")
