"""What every exporter promises that lays out a report as several files."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from almwp.exporting.filesets import Files, name_faults, packed
from almwp.model.report import Report
from almwp.plugins.records import RenderFiles
from almwp.testing.conformance.freshly import check_freshly
from almwp.testing.conformance.readas import check_harmless
from almwp.testing.conformance.wordsinfile import check_words

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit


def check_files(
    render_files: RenderFiles,
    reports: Collection[Report],
    hostile: Iterable[Report],
    leaves_out: Collection[str],
) -> None:
    """Check the files that *render_files* makes as one file is checked.

    Args:
        render_files: Lays out a report as a folder of files.
        reports: What to lay out.
        hostile: Reports of hostile words.
        leaves_out: What the format cannot carry.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    for report in reports:
        files = _laid_out(render_files, report)
        # Words in files that are no text cannot be looked for one file at a time.
        if all(map(_is_text, files.values())):
            check_words(packed(files), report, None, leaves_out)
    for report in hostile:
        for name, content in _laid_out(render_files, report).items():
            check_harmless(content, name.suffix, must_be_known=False)
    check_freshly("the folder of files", _rendered, render_files, tuple(reports))


def _rendered(
    render_files: RenderFiles, reports: Iterable[Report]
) -> list[list[tuple[PurePosixPath, bytes]]]:
    return [sorted(render_files(report).items()) for report in reports]


def _laid_out(render_files: RenderFiles, report: Report) -> Files:
    files = render_files(report)
    assert files, "render_files returned no file"
    assert render_files(report) == files, (
        f"the same report gave different files ({report.title!r})"
    )
    for fault in name_faults(files):
        raise AssertionError(f"a file has a name that cannot be written: {fault}")
    for name, content in files.items():
        got = type(content).__name__
        assert isinstance(content, bytes), f"{name} is {got} instead of bytes"
    return files


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
