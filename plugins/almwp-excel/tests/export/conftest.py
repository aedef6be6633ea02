"""Reports of given blocks, and exported workbooks opened with openpyxl."""

import io
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel.export.page import Extent
from almwp_excel.export.workbook import WHOLE, render

from almwp.model.report import Block, Report


@pytest.fixture(scope="session")
def workbook_of() -> Callable[..., Any]:
    """Export a report and open the workbook."""

    def opened(*blocks: Block, extent: Extent = WHOLE, **more: Any) -> Any:
        import openpyxl

        report = Report(title="A report", blocks=blocks, **more)
        with warnings.catch_warnings():
            # openpyxl does not know lists on other sheets and bars of one colour.
            warnings.filterwarnings("ignore", message=".*extension is not supported")
            return openpyxl.load_workbook(io.BytesIO(render(report, extent)))

    return opened
