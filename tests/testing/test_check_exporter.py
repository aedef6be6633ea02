"""The kit catches exporters that do not keep their promises, each by its message."""

import io
import itertools
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from almwp.model.report import Report
from almwp.plugins.records import Exporter
from almwp.testing.conformance import check_exporter
from almwp.testing.samples import sample_reports


def _exporter(render: Callable[[Report], Any]) -> Exporter:
    return Exporter(name="tried", summary="", suffix=".txt", render=render)


def _good(report: Report) -> bytes:
    return "\n".join([report.title, *map(repr, report.blocks)]).encode()


def _zipped(report: Report, moment: tuple[int, int, int, int, int, int]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("report.txt", moment), _good(report))
    return out.getvalue()


def _counting() -> Callable[[Report], bytes]:
    numbers = itertools.count()
    return lambda report: b"%d" % next(numbers)


def _with_a_day(report: Report) -> bytes:
    return _good(report) + datetime.now(UTC).date().isoformat().encode()


def _zipped_now(report: Report) -> bytes:
    return _zipped(report, datetime.now(UTC).timetuple()[:6])


def _zipped_with_a_day(report: Report) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("core.xml")
        archive.writestr(entry, _with_a_day(report), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_a_good_exporter_passes() -> None:
    check_exporter(_exporter(_good))


def test_a_zipped_format_with_a_fixed_moment_passes() -> None:
    check_exporter(_exporter(lambda report: _zipped(report, (2026, 1, 1, 0, 0, 0))))


@pytest.mark.parametrize(
    ("render", "message"),
    [
        (lambda report: report.title, "returned str instead of bytes"),
        (lambda report: None, "returned NoneType instead of bytes"),
        (lambda report: b"", "empty file"),
        (_counting(), "different bytes"),
        (_zipped_now, "when it was made"),
        (_zipped_with_a_day, "when it was made .*core.xml"),
        (_with_a_day, "when it was made .*in its text"),
    ],
    ids=["text", "none", "empty", "counting", "zipped-now", "day-inside", "day"],
)
def test_a_bad_exporter_is_caught(
    render: Callable[[Report], Any], message: str
) -> None:
    with pytest.raises(AssertionError, match=message):
        check_exporter(_exporter(render))


def test_reports_of_ones_own_can_be_tried() -> None:
    tried = []

    def render(report: Report) -> bytes:
        tried.append(report.title)
        return b"x"

    check_exporter(_exporter(render), (Report(title="mine"),))
    assert set(tried) == {"mine"}


def test_sample_reports_are_always_the_same() -> None:
    assert sample_reports() == sample_reports()


def test_sample_reports_have_every_block_and_two_languages() -> None:
    reports = sample_reports()
    kinds = {type(block).__name__ for report in reports for block in report.blocks}
    assert kinds == {"Heading", "Paragraph", "Bullets", "Table", "Figure", "Note"}
    assert {report.language for report in reports} == {"en", "vi"}
    assert any(not report.blocks for report in reports)


def test_sample_reports_hold_no_control_characters() -> None:
    for report in sample_reports():
        for character in repr(report).replace("\\n", ""):
            assert character.isprintable() or character.isspace() or character in "‍"
