"""What a document tells about itself: its title, its maker and what it came from."""

from datetime import datetime

from docx.document import Document as WordDocument

from almwp.drawing.xmltext import in_element
from almwp.exporting.characters import harmless
from almwp.model.manifest import Manifest
from almwp.model.report import Report
from almwp_slom.word.markup import DECLARATION, attribute, locale_of

CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_LINK = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "custom-properties"
)
MADE_BY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>almwp</Application></Properties>'
)
"""Stands where python-docx's template names the program and machine it came from."""

_MOMENT = datetime(2026, 1, 1)
"""Stands where Word keeps the moment of saving: same report, same bytes."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_OURS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""By which Word knows properties that users have added."""
_MOST = 255
_FIRST = 2


def set_properties(document: WordDocument, report: Report) -> None:
    """Say of the document what we know, and nothing of who made it where and when."""
    core = document.core_properties
    core.title = harmless(report.title)[:_MOST]  # the format holds no more
    core.language = locale_of(report.language)[:_MOST]
    core.author = core.last_modified_by = "almwp"
    core.comments = ""
    core.created = core.modified = _MOMENT
    core.revision = 1


def manifest_xml(manifest: Manifest) -> bytes:
    """Return the part that says from what a document was made; empty for nothing."""
    told = [
        (f"input: {file.name}", f"sha256 {file.sha256}") for file in manifest.inputs
    ]
    told += [(f"software: {name}", version) for name, version in manifest.software]
    told += [(f"setting: {name}", value) for name, value in manifest.settings]
    if not told:
        return b""
    names: set[str] = set()
    held = []
    for number, (name, value) in enumerate(told, start=_FIRST):
        # As it will stand there: blanks and what breaks a file make no difference.
        name = _unused(" ".join(harmless(name).split())[: _MOST - 8], names)
        held.append(
            f'<property fmtid="{_OURS}" pid="{number}" name={attribute(name)}>'
            f"<vt:lpwstr>{in_element(harmless(value)[:_MOST])}</vt:lpwstr></property>"
        )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{"".join(held)}</Properties>'
    ).encode()


def _unused(name: str, names: set[str]) -> str:
    """Return *name* as no other has it: Word opens no file where two are the same."""
    found, number = name, 1
    while found.casefold() in names:
        number += 1
        found = f"{name} ({number})"
    names.add(found.casefold())
    return found
