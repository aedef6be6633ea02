"""A cover line that means a body or an office is read as what its words name."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
TABLE: list[list[Any]] = [["Activity", "Status"], ["Training", "done"]]
COUNTRY = ["Country: VN"]


@pytest.mark.parametrize(
    "line",
    [["Cơ quan: Bộ Nội vụ"], ["Cơ quan", "Bộ Nội vụ"], ["Cơ quan:", "Bộ Nội vụ"]],
)
def test_an_office_that_is_no_body_is_the_institution(
    line: list[str], read: Read, sheet: Make
) -> None:
    found = read(sheet([COUNTRY, line, *TABLE]))
    assert found.institution == "Bộ Nội vụ"
    assert "ALM216" not in {finding.rule.code for finding in found.findings}


@pytest.mark.parametrize(
    ("line", "code"),
    [(["Cơ quan: SLOM-WG"], ""), (["Body: Ministry of Home Affairs"], "ALM216")],
)
def test_a_body_is_still_a_body(
    line: list[str], code: str, read: Read, sheet: Make
) -> None:
    found = read(sheet([COUNTRY, line, *TABLE]))
    assert found.institution == ""
    assert (code in {finding.rule.code for finding in found.findings}) == bool(code)
