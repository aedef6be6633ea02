"""Write a report as a Word document (.docx) on A4."""

import io
from datetime import datetime
from importlib.resources import files

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from almwp.model.report import Report
from almwp_slom.characters import harmless
from almwp_slom.phrases import phrases
from almwp_slom.word.body import document_xml
from almwp_slom.word.furniture import add_footer, add_header
from almwp_slom.word.pages import ACROSS, UPRIGHT
from almwp_slom.word.settle import settle
from almwp_slom.wording import Wording

_LOCALES = {"en": "en-GB", "vi": "vi-VN"}
_MOMENT = datetime(2026, 1, 1)
"""Stands where Word keeps the moment of saving: same report, same bytes."""

_MADE_BY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>almwp</Application></Properties>'
)
"""Stands where python-docx's template names the program and machine it came from."""

_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml")


def render(report: Report) -> bytes:
    """Lay out *report*."""
    document = Document()
    _drop_unused(document.part.rels)
    _drop_unused(document.part.package.rels)
    wording = Wording(language=report.language, say=phrases(report.language))
    _set_styles(document, report.language)
    headers = {
        page: add_header(document.part, report, page, wording)
        for page in (UPRIGHT, ACROSS)
    }
    footer = add_footer(document.part, wording)
    _set_properties(document, report)
    saved = io.BytesIO()
    document.save(saved)
    # Written past python-docx: moving a big table into its tree takes 20 times as long
    # as all the rest.
    body = document_xml(report, wording, headers, footer).encode("utf-8")
    parts = {"word/document.xml": body, "docProps/app.xml": _MADE_BY}
    return settle(saved.getvalue(), parts)


def _drop_unused(relations: Relationships) -> None:
    """Drop parts of python-docx's own template that no reader needs."""
    for key in [k for k, r in relations.items() if r.reltype.endswith(_UNUSED)]:
        del relations[key]


def _set_styles(document: WordDocument, language: str) -> None:
    locale = _LOCALES.get(language, language)
    ours = parse_xml((files("almwp_slom.word") / "styles.xml").read_bytes())
    for spoken in ours.iter(qn("w:lang")):
        for kind in ("w:val", "w:eastAsia"):
            spoken.set(qn(kind), locale)
    styles = document.styles.element
    styles[:] = list(ours)
    settings = document.settings.element
    for spoken in settings.iter(qn("w:themeFontLang")):
        spoken.attrib.clear()
        spoken.set(qn("w:val"), locale)
    for choice in settings.iter(qn("w:compatSetting")):
        if choice.get(qn("w:name")) == "compatibilityMode":
            choice.set(qn("w:val"), "15")  # else Word calls it an old document


def _set_properties(document: WordDocument, report: Report) -> None:
    core = document.core_properties
    core.title = harmless(report.title)[:255]  # the format holds no more
    core.language = _LOCALES.get(report.language, report.language)
    core.author = core.last_modified_by = "almwp"
    core.comments = ""
    core.created = core.modified = _MOMENT
    core.revision = 1
