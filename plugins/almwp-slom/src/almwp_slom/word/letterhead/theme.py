"""The fonts and colours of a ministry's document."""

from lxml import etree

from almwp_slom.word.namespaces import A

_DROPPED = ("extLst", "objectDefaults", "extraClrSchemeLst", "custClrLst")


def bare_theme(theme: etree._Element) -> bytes:
    """Return a theme without what leads to other parts or names its maker."""
    if theme.tag != f"{{{A}}}theme":
        return b""
    for element in tuple(theme.iter()):
        parent = element.getparent()
        if parent is None:
            continue
        name = etree.QName(element)
        if name.namespace != A or name.localname in _DROPPED:
            parent.remove(element)
        elif name.localname == "blipFill":  # its picture is in another part
            plain = etree.Element(f"{{{A}}}solidFill")
            etree.SubElement(plain, f"{{{A}}}schemeClr").set("val", "phClr")
            parent.replace(element, plain)
    for element in theme.iter():
        for key in tuple(element.attrib):
            if etree.QName(key).namespace:
                del element.attrib[key]
        if etree.QName(element).localname in (
            "theme",
            "clrScheme",
            "fontScheme",
            "fmtScheme",
        ):
            element.set("name", "Letterhead")
    etree.cleanup_namespaces(theme)
    return etree.tostring(
        theme, encoding="UTF-8", xml_declaration=True, standalone=True
    )
