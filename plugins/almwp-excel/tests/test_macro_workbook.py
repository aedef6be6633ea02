"""A workbook with macros (.xlsm): its values are read, its macros are never run."""

from typing import Any

import almwp_excel

from almwp.intake.limits import Limits
from almwp.workflow.session import Session

LINK = (
    '<Relationship Id="rId9" '
    'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
    'Target="vbaProject.bin"/>'
)
SHEET = (
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Training</t></is></c>'
    '<c r="B1"><f>Progress()</f><v>0.5</v></c></row></sheetData>'
)
PROJECT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Sub Auto_Open()" + bytes(500)


def macro_workbook(make: Any) -> bytes:
    parts = make.parts(SHEET, links=LINK)
    return bytes(make.zip(parts | {"xl/vbaProject.bin": PROJECT}))


def test_values_are_read_and_macros_said_not_to_be_run(make: Any) -> None:
    reader = next(iter(almwp_excel.almwp_readers()))
    book = reader.read(macro_workbook(make), "vn.xlsm", Limits())
    (row,) = book.sheets[0].rows()
    assert [(cell.ref, cell.text) for cell in row] == [
        ("A1", "Training"),
        ("B1", "0.5"),
    ]
    assert [finding.code for finding in book.findings] == ["XL101"]


def test_a_workbook_with_macros_is_found_by_its_name(make: Any, tmp_path: Any) -> None:
    (tmp_path / "vn.XLSM").write_bytes(macro_workbook(make))
    read = Session.start().read([tmp_path])
    assert not read.failures
    (submission,) = read.submissions
    assert "XL101" in {finding.code for finding in submission.findings}
