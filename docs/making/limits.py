"""The page of limits: what a file may ask for, made from the class that holds them."""

import attrs

from almwp.codec.docstrings import attributes_of
from almwp.intake.limits import MEBIBYTE, Limits
from making.markdown import code, fenced, page, paragraphs, prose, table

_MEASURED = {
    "file_bytes": "3 MB",
    "inflated_bytes": "59 MB",
    "entry_bytes": "59 MB",
    "ratio": "81",
    "entries": "152",
    "sheets": "28",
    "cells": "599,000",
    "filled_cells": "599,000",
    "texts": "not measured; of 100,000 activities some 270,000",
    "headings": "not measured; a table has some dozens",
    "styles": "Excel itself stops at 65,490",
    "merges": "of two cells or more each",
}
"""The most that any of 3,300 real workbooks has."""
_OPENING = """
A small file can ask for more memory than a computer has, or for more time than anybody
has. Before a file is opened by any reader it is unpacked once and counted; what it
claims of itself is not believed. A file that passes a limit is not read, the message
names the limit, and the other files are read all the same (exit code 3).
"""
_SETTING = """
Honest files never meet these limits. Where one does, allow it more; every command that
reads files takes the option, several times if need be. Numbers may stand in groups of
three, sizes in kB, MB or GB. A limit may also be lowered. Limits of workbooks hold for
tables as text and for old formats as far as they have such a thing.
"""
_PROGRAMS = """
Programs hand them over with the call, or once for a session
(`almwp.Session.start(limits=...)`). A plugin that reads a format of its own is handed
them and has to keep them.
"""
_ELSE = """
Some files are refused whatever the limits are: one that is no workbook, is cut off, has
a password, declares a document type or entities in any of its parts (also in those that
no reader looks at), holds a part twice, parts that share their bytes, or parts whose
names lead out of it; and one whose cells hold more than 64 million characters together,
texts that they share counted each time. Macros are not run, links to other files are
not followed, and files within the file are not opened: each is a note.
"""
_APART = """
Readers that are not ours work in a process of their own: that of .xls, .xlsb and .ods
files, and the second reader of `almwp check --cross-read`. It may compute for eight
seconds and longer for larger files, and its memory is bounded where the system can do
that. When it is stopped, or ends by itself, an old file is refused with that sentence;
of the second reader it is a finding (XL307, XL308), and the first reading stands.
"""


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    said, usual = attributes_of(Limits), Limits()
    rows = [
        (
            code(each.name),
            _usual(each.name, getattr(usual, each.name)),
            prose(said[each.name]),
            _MEASURED.get(each.name, ""),
        )
        for each in attrs.fields(Limits)
    ]
    headings = ("limit", "usually", "of what", "most seen in a real file")
    lines = [
        *paragraphs(_OPENING),
        *table(headings, rows),
        "",
        "## Set them",
        *paragraphs(_SETTING),
        *fenced("almwp check inbox --limit cells=8,000,000 --limit file_bytes=100MB"),
        *paragraphs(_PROGRAMS),
        *fenced(
            "import almwp\n\n"
            "limits = almwp.Limits(cells=8_000_000)\n"
            'files = almwp.read("examples/submissions", limits=limits)',
            "python",
        ),
        "",
        "## What no limit allows",
        *paragraphs(_ELSE),
        "",
        "## Readers that are not ours",
        *paragraphs(_APART),
    ]
    return {"reference/limits.md": page("Limits", lines)}


def _usual(name: str, value: int) -> str:
    if name.endswith("_bytes"):
        return f"{value // MEBIBYTE} MB ({value:,})"
    return f"{value:,}"
