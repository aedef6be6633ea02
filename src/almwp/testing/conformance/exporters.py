"""What every exporter promises."""

import io
import re
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from almwp.errors import UnreadableFileError
from almwp.model.report import Report
from almwp.plugins.records import Exporter, Render, RenderOn
from almwp.testing.conformance.everyword import report_of_single_words
from almwp.testing.conformance.filesets import check_files
from almwp.testing.conformance.freshly import check_freshly
from almwp.testing.conformance.hostilewords import hostile_reports
from almwp.testing.conformance.inorder import check_order
from almwp.testing.conformance.readas import check_harmless, check_known
from almwp.testing.conformance.wordsinfile import TextOf, check_words, kinds_of_words
from almwp.testing.samples import sample_reports

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_LEAST_FOLDERS = 3
"""The path of a machine has at least so many parts; ``/usr`` may be a word."""
_WRITTEN = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y")
_SECONDS = re.compile(rb"(?<!\d)\d{10}(?!\d)")
_HOUR = 3600


def check_exporter(
    exporter: Exporter,
    reports: Iterable[Report] | None = None,
    *,
    text_of: TextOf | None = None,
    leaves_out: Iterable[str] = (),
    read_as: str | None = None,
) -> None:
    """Check *exporter* against the promises that every exporter makes.

    Args:
        exporter: The exporter.
        reports: What to lay out; sample reports with every block, in English and
            Vietnamese, with hostile texts, when not given.
        text_of: Reads the words of a file; needed for formats that are neither text
            nor packed XML, such as PDF.
        leaves_out: What the format cannot carry, and says so: of ``title``,
            ``subtitle``, ``headings``, ``paragraphs``, ``lists``, ``notes``,
            ``tables``, ``captions``, ``figures``, ``numbers``, ``origins``, ``notice``,
            ``order``.
        read_as: The ending of files that other programs read as they read this one,
            such as ``.csv``; the exporter's own, when not given.  A format of text that
            the kit does not know needs one: ``.txt``, where words do no harm in it.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    kinds = frozenset(leaves_out)
    odd = ", ".join(sorted(kinds - kinds_of_words()))
    assert not odd, f"leaves_out: there is no {odd}"
    check_known(read_as)
    every_word = report_of_single_words()
    own = (*sample_reports(), every_word)
    tried = own if reports is None else tuple(reports)
    if exporter.render_on is not None:
        _check_refusal(exporter.render_on, tried)
    for report in tried:
        content = _laid_out(exporter, report)
        check_words(content, report, text_of, kinds)
    if reports is None:
        if "order" not in kinds:
            check_order(exporter.render(every_word), every_word, text_of)
        for report in hostile_reports():
            content = _laid_out(exporter, report)
            check_harmless(content, read_as or exporter.suffix)
    if exporter.render_files is not None:
        hostile = hostile_reports() if reports is None else ()
        check_files(exporter.render_files, tried, hostile, kinds)
    check_freshly("the file", _rendered, exporter.render, tried)


def _laid_out(exporter: Exporter, report: Report) -> bytes:
    """Return the file of a report, of which is true what is true of every file."""
    first: object = exporter.render(report)
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
    for place in _places():
        leaks = any(place.encode() in part for _, part, _ in _parts(first))
        assert not leaks, f"the file names a folder of this machine: {place}"
    return first


def _rendered(render: Render, reports: Iterable[Report]) -> list[bytes]:
    return [render(report) for report in reports]


def _check_refusal(render_on: RenderOn, reports: Iterable[Report]) -> None:
    """Check that a file which is no letterhead is refused in a sentence."""
    for report in reports:
        try:
            render_on(report, b"no letterhead")
        except UnreadableFileError:
            continue
        raise AssertionError("a file that is no letterhead was taken for one")


def _places() -> Iterator[str]:
    """Give paths that only this machine has."""
    for place in {Path.cwd(), Path(sys.prefix), Path.home()}:
        if len(place.parts) >= _LEAST_FOLDERS:
            yield str(place)


def _moment_within(content: bytes) -> str | None:
    """Return where today's date stands in a file made from a report of other days."""
    today = {date.today(), datetime.now(UTC).date()}
    written = [day.strftime(way).encode() for day in today for way in _WRITTEN]
    for name, part, saved in _parts(content):
        if saved in today:
            return f"the date of its part {name}"
        if any(day in part for day in written) or _has_second_of_now(part):
            return f"in its part {name}" if name else "in its text"
    return None


def _has_second_of_now(part: bytes) -> bool:
    now = time.time()
    return any(abs(int(each) - now) < _HOUR for each in _SECONDS.findall(part))


def _parts(content: bytes) -> Iterator[tuple[str, bytes, date | None]]:
    yield "", content, None
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            yield entry.filename, archive.read(entry), date(*entry.date_time[:3])
