"""The bars of what is written: saved plans, workbooks, Word, HTML and forms."""

import datetime
import json
from pathlib import Path

from bars import Bar, Bench
from measuring import Compared, almwp, of_parts, ratio, script
from scoring import OURS, kept_plan
from workbooks import COUNTRIES, HEADINGS, Value, rows

PEER = "peers/write_tables.py"
SHORT = ("No.", "Activity", "Lead", "Time frame", "Status", "Progress (%)", "Source")
"""Headings of the columns of a table that fits on a page, with *Remarks*."""


def saved(bench: Bench) -> list[Bar]:
    """Measure a plan of 11,000 activities as JSON."""
    folder = kept_plan(bench, bench.files(11, 1_000))
    found = bench.run(
        {
            "ours": script(OURS, "save", folder),
            "theirs": script("peers/dump_json.py", folder),
        }
    )
    what = "saving a plan of 11,000 activities / json.dump of the same values"
    compared = of_parts(found, "ours", "theirs")
    return [Bar(code="P16", what=what, most=1.3, found=compared)]


def tables(bench: Bench) -> list[Bar]:
    """Measure tables as HTML, in Word and in workbooks, against users' scripts."""
    short = (*SHORT, "Remarks")
    few, usual = (_table(bench, number, short) for number in (100, 1_000))
    many = _table(bench, 10_000, HEADINGS)
    found = bench.run(
        {
            **_pair("html", usual, ".html"),
            **_pair("docx", usual, ".docx"),
            **_pair("docx-few", few, ".docx"),
            **_pair("xlsx", many, ".xlsx"),
            "xlsx-ready": script(OURS, "ready", many),
        }
    )
    grown = of_parts(found, "docx", "docx-few")
    held = [
        (ours.peak - ready.peak) / 2**20
        for ours, ready in zip(found["xlsx"], found["xlsx-ready"], strict=True)
    ]
    return [
        Bar(
            code="P14",
            what="a workbook of 10,000 rows / XlsxWriter in constant memory",
            most=1.1,
            found=of_parts(found, "xlsx", "xlsx-theirs"),
        ),
        Bar(
            code="P14",
            what="memory for a workbook of 10,000 rows beside the records",
            most=16,
            unit="MiB",
            found=Compared.of(held),
        ),
        Bar(
            code="P15",
            what="a Word document of 1,000 rows / python-docx row by row",
            most=0.25,
            found=of_parts(found, "docx", "docx-theirs"),
        ),
        Bar(
            code="P15",
            what="exponent of the time of Word from 100 to 1,000 rows",
            most=1.1,
            found=grown.exponents(),
        ),
        Bar(
            code="P16",
            what="a page of HTML of 1,000 rows / Jinja",
            most=1.5,
            found=of_parts(found, "html", "html-theirs"),
        ),
    ]


def forms(bench: Bench) -> list[Bar]:
    """Measure a form to fill in, whole process."""
    folder = bench.folder / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    found = bench.run(
        {
            "ours": almwp("template", "progress", "--country", "VN", "-o", "-"),
            "theirs": script("peers/template_openpyxl.py", folder / "theirs.xlsx"),
        }
    )
    what = "almwp template / a script with openpyxl, 500 rows to fill in"
    both = ratio(found["ours"], found["theirs"])
    return [Bar(code="P16", what=what, most=0.8, found=both)]


def group(bench: Bench) -> list[Bar]:
    """Measure all that is written."""
    return [*saved(bench), *tables(bench), *forms(bench)]


def _pair(name: str, data: Path, ending: str) -> dict[str, list[str]]:
    """Return both ways to write *data*."""
    return {
        name: script(OURS, "write", data, ending),
        f"{name}-theirs": script(PEER, data, ending),
    }


def _table(bench: Bench, number: int, headings: tuple[str, ...]) -> Path:
    """Return a file with a table of so many rows, made once."""
    path = bench.folder / "tables" / f"{number}x{len(headings)}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        places = [HEADINGS.index(heading) for heading in headings]
        made = rows(number, COUNTRIES[-1], number)
        lines = [[_plain(row[place]) for place in places] for row in made]
        told = {"headings": headings, "rows": lines}
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def _plain(value: Value) -> str | float | None:
    return value.isoformat() if isinstance(value, datetime.date) else value
