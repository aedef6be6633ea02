"""Typesetting: Typst sets the template, which takes all texts as data.

Typst sees the template, the data and the fonts of two packages.  It sees no other
file, asks no network and reads no clock.
"""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from almwp.drawing.missing import needs_matplotlib
from almwp.errors import CallError
from almwp_pdf.plaindata import Data

_TEMPLATE = "paper.typ"
_STANDARD = "ua-1"
"""PDF/UA: headings, tables and pictures can be heard; Typst refuses what breaks it."""


def typeset(data: Data) -> bytes:
    """Return the PDF file that the template makes of *data*.

    Raises:
        CallError: Typst or matplotlib is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise CallError(
            "PDF files are set by Typst, which is not installed; type: pip install "
            "almwp-pdf"
        ) from error
    template = (files("almwp_pdf") / _TEMPLATE).read_bytes()
    with TemporaryDirectory() as empty:  # the only folder a template could read from
        made, _ = typst.compile_with_warnings(
            template,
            format="pdf",
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            font_paths=[str(_fonts())],
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(data)},
            pdf_standards=_STANDARD,
        )
    return made


def _fonts() -> Path:
    """Return the folder of the fonts that come with matplotlib."""
    with needs_matplotlib():
        from matplotlib import get_data_path
    return Path(get_data_path()) / "fonts" / "ttf"
