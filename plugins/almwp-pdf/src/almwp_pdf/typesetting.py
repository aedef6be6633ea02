"""Typesetting: Typst sets the template, which takes all texts as data.

Typst sees the template, the data and the fonts of two packages.  It sees no other
file, asks no network and reads no clock.
"""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from almwp.errors import CallError
from almwp.installing import install_command
from almwp.model.surely import surely
from almwp_pdf.plaindata import Data

_TEMPLATE = "paper.typ"
_STANDARD: Final = "ua-1"
"""PDF/UA: headings, tables and pictures can be heard; Typst refuses what breaks it."""


def typeset(data: Data, further_fonts: Path) -> bytes:
    """Return the PDF file that the template makes of *data*.

    Args:
        data: All texts, and how they are laid out.
        further_fonts: The folder of the fonts that do not come with Typst.

    Raises:
        CallError: Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise CallError(
            "PDF files are set by Typst, which is not installed; type: {command}",
            command=install_command("almwp-pdf"),
        ) from error
    template = (files("almwp_pdf") / _TEMPLATE).read_bytes().replace(b"\r\n", b"\n")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[further_fonts])
    with TemporaryDirectory() as empty:  # the only folder a template could read from
        compiler = typst.Compiler(
            template,
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(data)},
        )
        made, _ = compiler.compile_with_warnings(format="pdf", pdf_standards=_STANDARD)
    return surely(bytes, made)  # a PDF file is one file
