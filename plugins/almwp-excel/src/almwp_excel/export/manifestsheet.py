"""The sheet that says what a workbook was made from, and what it does not hold."""

from collections.abc import Iterator

from attrs import frozen

from almwp.intake.form import LeftOut
from almwp.model.report import Report
from almwp_excel.export.page import Page, Pages

_WIDTHS = (30, 40, 68)


@frozen(kw_only=True, eq=False)
class ManifestSheet:
    """Writes the sheet.

    Attributes:
        name: Its name.
        pages: What the sheets of the workbook share.
    """

    name: str
    pages: Pages

    def write(
        self, report: Report, left_out: tuple[LeftOut, ...], remarks: tuple[str, ...]
    ) -> None:
        """Write what went in, and what the sheets to be read again do not hold.

        Args:
            report: The report.
            left_out: Values that would not read back the same.
            remarks: What else a reader of these sheets should know.
        """
        page = self.pages.begin(self.name, _WIDTHS)
        translate = self.pages.translate
        page.write(1, 0, translate("What this workbook was made from"), "caption")
        row = 2
        for cells in self._rows(report):
            for column, words in enumerate(cells):
                page.write(row, column, words, "cell")
            row += 1
        row = _write_long(page, row + 1)
        if left_out or remarks:
            _write_left_out(page, row + 1, left_out, remarks)

    def _rows(self, report: Report) -> Iterator[tuple[str, str, str]]:
        translate = self.pages.translate
        yield translate("Classification"), self.pages.classified, ""
        yield translate("Language"), report.language, ""
        manifest = report.manifest
        for file in manifest.inputs:
            yield translate("Input (SHA-256)"), file.name, file.sha256
        for name, version in manifest.software:
            yield translate("Software"), name, version
        for name, value in manifest.settings:
            yield translate("Setting"), name, value


def _write_long(page: Page, row: int) -> int:
    """Say of texts that are too long for a cell where they are."""
    long = page.pages.long
    if not long.texts:
        return row
    said = page.pages.translate(
        "{count} texts are longer than a cell of Excel can be; they stand whole on the "
        "sheet '{sheet}'"
    )
    page.write(row, 0, said.format(count=len(long.texts), sheet=long.sheet), "running")
    return row + 1


def _write_left_out(
    page: Page, row: int, left_out: tuple[LeftOut, ...], remarks: tuple[str, ...]
) -> None:
    translate = page.pages.translate
    title = translate("What the sheets that can be read again do not hold")
    page.write(row, 0, title, "caption")
    for remark in remarks:
        row += 1
        page.write(row, 0, remark, "running")
    for each in left_out:
        row += 1
        for column, words in enumerate(
            (f"{each.table}: {each.label}", each.row, each.value)
        ):
            page.write(row, column, words, "cell")
