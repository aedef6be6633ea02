"""A report as JSON fits its schema, reads back the same, and is the same every time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from almwp.codec import from_json
from almwp.exporting.evidence import with_evidence
from almwp.exporting.jsonfile import render
from almwp.model.report import Paragraph, Report
from almwp.testing.samples import sample_reports
from almwp.testing.strategies.reports import reports

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("report", sample_reports(), ids=lambda report: report.title)
def test_it_fits_the_schema(report: Report) -> None:
    plain = json.loads(render(report))
    jsonschema.validate(plain, SCHEMA, format_checker=jsonschema.FormatChecker())


@settings(deadline=None)
@given(report=reports)
def test_all_of_a_report_is_read_back(report: Report) -> None:
    content = render(report)
    assert content.endswith(b"}\n")
    assert from_json(Report, content.decode("utf-8")) == (with_evidence(report), ())


def test_what_is_no_character_does_not_break_the_file() -> None:
    report = Report(title="A", blocks=[Paragraph(text="half \ud800 of a pair")])
    content = render(report)
    assert rb"half \ud800 of a pair" in content
    assert json.loads(content.decode("utf-8"))["blocks"][0]["text"] == (
        "half \ud800 of a pair"
    )


_MAKE = """
import hashlib
from almwp.plugins.loading import load_plugins
from almwp.testing.samples import sample_reports
exporters = load_plugins().exporters
for name in ("csv", "excel", "json"):
    for report in sample_reports():
        print(name, hashlib.sha256(exporters[name].render(report)).hexdigest())
"""


def test_another_process_writes_the_same_bytes() -> None:
    made = set()
    for seed, zone in (("1", "UTC"), ("7", "Asia/Ho_Chi_Minh")):
        run = subprocess.run(
            [sys.executable, "-c", _MAKE],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        )
        made.add(run.stdout)
    assert len(made) == 1
    assert len(made.pop().splitlines()) == 3 * len(sample_reports())
