"""The settings of a document, without those of the machine it did not come from."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from almwp_slom.word.markup import attribute, locale_of
from almwp_slom.word.namespaces import DECLARED

_ADDRESS = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="{_ADDRESS}" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),  # else Word calls it an old document
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
)
_UPDATED = '<w:updateFields w:val="true"/>'
_COLOURS = " ".join(
    f'w:{name}="{colour}"'
    for name, colour in (
        ("bg1", "light1"),
        ("t1", "dark1"),
        ("bg2", "light2"),
        ("t2", "dark2"),
        *((f"accent{n}", f"accent{n}") for n in range(1, 7)),
        ("hyperlink", "hyperlink"),
        ("followedHyperlink", "followedHyperlink"),
    )
)


def set_settings(
    document: WordDocument,
    language: str,
    *,
    has_even: bool,
    has_notes: bool,
    has_contents: bool,
) -> None:
    """Set what Word asks for before it shows a page.

    Args:
        document: The document.
        language: Its language.
        has_even: Whether left pages have a header and a footer of their own.
        has_notes: Whether it holds endnotes.
        has_contents: Whether it has contents, which lack their pages: Word asks once
            whether to fill them in.  Without that a printed paper has contents by
            which nothing can be found.
    """
    notes = '<w:endnote w:id="-1"/><w:endnote w:id="0"/>' if has_notes else ""
    found = parse_xml(
        f"<w:settings {DECLARED}>"
        '<w:defaultTabStop w:val="720"/>'
        f"{'<w:evenAndOddHeaders/>' if has_even else ''}"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"{_UPDATED if has_contents else ''}"
        f'<w:endnotePr><w:numFmt w:val="decimal"/>{notes}</w:endnotePr>'
        f"<w:compat>{_COMPATIBLE}</w:compat>"
        f"<w:themeFontLang w:val={attribute(locale_of(language))}/>"
        f"<w:clrSchemeMapping {_COLOURS}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
    settings = document.settings.element
    settings[:] = list(found)
