"""The distribution as a plugin: what it contributes, and what it costs to import."""

import subprocess
import sys
from typing import Any

import almwp_excel

from almwp.testing.conformance.readers import check_reader


def test_keeps_reader_promises(make: Any) -> None:
    reader = next(iter(almwp_excel.almwp_readers()))
    row = '<c r="A2"><v>0.5</v></c><c r="C2"><f>A2</f></c><c r="D2" t="s"><v>0</v></c>'
    sheet = (
        f'<sheetData><row r="1"><c r="A1"/></row><row r="2">{row}</row></sheetData>'
        '<mergeCells><mergeCell ref="D2:E3"/></mergeCells>'
    )
    content = make.book(sheet, strings="<si><t>Đào tạo</t></si>")
    check_reader(reader, content, "VN.XLSX", cells=None)


def test_readers_are_contributed_for_every_kind_of_file() -> None:
    reader, text, foreign = almwp_excel.almwp_readers()
    assert (text.name, text.patterns) == ("csv", ("*.csv", "*.tsv"))
    assert (foreign.name, foreign.patterns) == (
        "calamine",
        ("*.xls", "*.xlsb", "*.ods"),
    )
    assert reader.name == "xlsx"
    assert reader.patterns == ("*.xlsx", "*.xlsm")
    assert reader.second_opinion is not None
    assert reader.sniff(b"PK\x03\x04")
    assert not reader.sniff(b"\xd0\xcf\x11\xe0")


def test_importing_the_plugin_imports_no_parser() -> None:
    code = (
        "from almwp.plugins import hookimpl; import sys; before = set(sys.modules);"
        "import almwp_excel;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["almwp_excel"]
