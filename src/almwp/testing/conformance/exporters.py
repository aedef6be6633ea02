"""What every exporter promises."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from almwp.errors import UnreadableFileError
from almwp.model.report import Report
from almwp.plugins.records import Exporter, RenderOn
from almwp.testing.samples import sample_reports


def check_exporter(exporter: Exporter, reports: Iterable[Report] | None = None) -> None:
    """Check *exporter* against the promises that every exporter makes.

    Args:
        exporter: The exporter.
        reports: What to lay out; sample reports with every block, in English and
            Vietnamese, with hostile texts, when not given.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    tried = sample_reports() if reports is None else tuple(reports)
    if exporter.render_on is not None:
        _check_refusal(exporter.render_on, tried)
    made = [exporter.render(report) for report in tried]
    for report, first in zip(tried, made, strict=True):
        got = type(first).__name__
        assert isinstance(first, bytes), f"render returned {got} instead of bytes"
        assert first, (
            "render returned an empty file; even an empty report has a title "
            f"({report.title!r})"
        )
        assert exporter.render(report) == first, (
            f"the same report gave different bytes ({report.title!r})"
        )
        moment = _moment_within(first)
        assert moment is None, (
            f"the file tells when it was made ({moment}), so the same report gives "
            "different bytes on another day"
        )


def _check_refusal(render_on: RenderOn, reports: Iterable[Report]) -> None:
    """Check that a file which is no letterhead is refused in a sentence."""
    for report in reports:
        try:
            render_on(report, b"no letterhead")
        except UnreadableFileError:
            continue
        raise AssertionError("a file that is no letterhead was taken for one")


def _moment_within(content: bytes) -> str | None:
    """Return where today's date stands in a file made from a report of other days."""
    today = {date.today(), datetime.now(UTC).date()}
    written = [day.isoformat().encode() for day in today]
    for name, part, saved in _parts(content):
        if saved in today:
            return f"the date of its part {name}"
        if any(day in part for day in written):
            return f"in its part {name}" if name else "in its text"
    return None


def _parts(content: bytes) -> Iterator[tuple[str, bytes, date | None]]:
    yield "", content, None
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            yield entry.filename, archive.read(entry), date(*entry.date_time[:3])
