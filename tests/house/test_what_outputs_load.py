"""A paper without pictures loads nothing that draws, and nothing that asks the web."""

import subprocess
import sys

import pytest

BARRED = ("urllib.request", "http.client", "ssl", "almwp.drawing.drawn", "matplotlib")
BUILDING = ("almwp.workflow.reporting", "almwp.plan.merge", "almwp.workflow.scoring")
WRITE = """
import sys
import almwp
from almwp.model.report import Column, Report, Table, TableCell
session = almwp.Session.start()
rows = [[TableCell(text="Job fairs")]]
table = Table(columns=[Column(heading="Activity")], rows=rows)
report = Report(title="Activities", blocks=[table])
before = set(sys.modules)
session.render(report, sys.argv[1])
print(*sorted(set(sys.modules) - before))
"""


@pytest.mark.parametrize("name", ["html", "docx", "markdown", "json"])
def test_a_table_alone_is_written_with_few_modules(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITE, name], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded.intersection(BARRED)
    assert not loaded.intersection(BUILDING)
