"""Words stay words: with payloads a file has the skeleton that it has without them."""

from functools import cache

import pytest

from almwp.model.alignment import Alignment
from almwp.model.nationalposition import NationalPosition
from almwp.model.overlap import Overlaps
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins
from almwp.testing.conformance.payloads import PAYLOADS, payloads
from almwp.testing.planting import planted, texts_of
from tests.exporting.hostilereports import harmless_like, report_of
from tests.exporting.pdfskeletons import lacking
from tests.exporting.skeletons import skeleton_of

DATA = (WorkPlan, NationalPosition, Scorecard, Overlaps, Alignment)
FORMATS = {
    "csv": DATA[:1],
    "datapackage": DATA,
    "docx": DATA[:1],
    "excel": DATA,
    "html": DATA[:1],
    "iati": DATA,
    "json": DATA,
    "markdown": DATA[:1],
    "parquet": DATA,
    "pdf": DATA[:1],
}
"""The formats, and from what a report is made whose data they lay out, or any."""
KEPT = {"excel": "|,;/&%", "pdf": "".join(sorted(lacking(payloads())))}
"""What stays as it is among harmless words, since the file says it of any words.

What parts the entries of a cell, where a format can be read again; letters that the
fonts of PDF files lack, which have a chapter of their own at the end.
"""
DRAWN = {"markup": 7, "typesetting": 2, "character": 1}
"""What a drawing could take for more, and how much of it; to draw takes long."""
NO_WORDS = {"VN", "F7", "5a" * 32, "en", "vi", "ALM101", "heading", "title", "B"}
"""Codes, cells and fingerprints, in fields that take no other words."""
CASES = [(name, data) for name, every in FORMATS.items() for data in every]
QUICK = ("csv", "excel", "json", "markdown")
"""Formats of which a file is made in no time, and where the first sign matters."""


@cache
def plugins() -> Plugins:
    return load_plugins()


def laid_out(name: str, report: Report) -> bytes:
    return plugins().exporters[name].render(report)


def test_every_format_that_comes_with_almwp_is_tried() -> None:
    assert sorted(plugins().exporters) == sorted(FORMATS)


def test_there_are_payloads_enough_and_each_is_in_every_text() -> None:
    assert len(payloads()) >= 100
    for data in DATA:
        texts = list(texts_of(planted(Report, "=1+1", data=planted(data, "=1+1"))))
        assert set(texts) <= {"=1+1", *NO_WORDS}


@pytest.mark.parametrize("kind", PAYLOADS)
@pytest.mark.parametrize(
    ("name", "data"), CASES, ids=lambda each: getattr(each, "__name__", each)
)
def test_no_words_change_what_a_file_consists_of(
    name: str, data: type, kind: str
) -> None:
    words = PAYLOADS[kind]
    harmless = [harmless_like(w, n, KEPT.get(name, "")) for n, w in enumerate(words)]
    found, usual = (
        skeleton_of(
            name,
            laid_out(
                name,
                report_of(
                    texts,
                    data,
                    is_joined=name not in QUICK and kind != "long",
                    drawn=DRAWN.get(kind, 0),
                ),
            ),
        )
        for texts in (words, harmless)
    )
    assert found == usual


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize("words", payloads(), ids=ascii)
def test_no_title_changes_what_a_file_consists_of(words: str, name: str) -> None:
    found, usual = (
        skeleton_of(name, laid_out(name, Report(title=t, subtitle=t, notice=t)))
        for t in (words, harmless_like(words, 0))
    )
    assert found == usual
