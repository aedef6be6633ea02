"""The kit catches exporters that do not keep their promises, each by its message."""

import csv
import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

from almwp.exporting.characters import harmless, no_formula
from almwp.model.report import Report, Table
from almwp.plugins.records import Exporter
from almwp.testing.conformance import check_exporter
from almwp.testing.samples import sample_reports


def _exporter(render: Callable[[Report], Any]) -> Exporter:
    return Exporter(name="tried", summary="", suffix=".txt", render=render)


def _good(report: Report) -> bytes:
    head = [report.title, report.subtitle, report.notice]
    return harmless("\n".join([*head, *map(repr, report.blocks)])).encode()


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


def _without(words: str) -> Callable[[Report], bytes]:
    return lambda report: _good(report).replace(words.encode(), b"")


def _rounded(report: Report) -> bytes:
    """Show the words of every cell and the number of none."""
    said = _good(report).decode()
    return re.sub(r"text='\d / 7'|Fraction\(\d, \d\)", "", said).encode()


@pytest.mark.parametrize(
    ("render", "message"),
    [
        (_without("Sample activity 3"), "'Sample activity 3' of the report is not"),
        (_without("Made up for tests"), "subtitle: 'Made up for tests'"),
        (_without("sample.xlsx"), "origins: 'sample.xlsx' of the report is not shown"),
        (_without("F5"), "origins: 'F5' of the report is not shown"),
        (_rounded, "numbers: '2 / 7' of the report is not shown"),
        (_without("Progress by area"), "headings: 'Progress by area'"),
        (lambda report: b"\xff\xfe", "say with text_of="),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_exporter_that_loses_or_tells_too_much_is_caught(
    render: Callable[[Report], bytes], message: str
) -> None:
    with pytest.raises(AssertionError, match=message):
        check_exporter(_exporter(render))


def test_an_exporter_that_names_a_folder_of_the_machine_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match="names a folder of this machine"):
        check_exporter(_exporter(lambda r: _good(r) + str(Path.cwd()).encode()))


def test_a_format_may_say_what_it_leaves_out() -> None:
    check_exporter(
        _exporter(_without("Made up for tests")),
        leaves_out=["subtitle", "paragraphs", "notes", "headings"],
    )
    with pytest.raises(AssertionError, match="there is no sub"):
        check_exporter(_exporter(_good), leaves_out=["sub"])


def test_words_of_a_binary_format_are_read_as_its_author_says() -> None:
    def render(report: Report) -> bytes:
        return b"\xff" + zlib.compress(_good(report))

    def text_of(content: bytes) -> str:
        return zlib.decompress(content[1:]).decode()

    exporter = attrs.evolve(_exporter(render), suffix=".packed")
    check_exporter(exporter, text_of=text_of)


def _csv_of(report: Report, mend: Callable[[str], str]) -> bytes:
    out = io.StringIO()
    for line in harmless(_good(report).decode()).split("\n"):
        csv.writer(out).writerow([mend(line)])
    for block in report.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                csv.writer(out).writerow([mend(cell.text) for cell in row])
    return out.getvalue().encode()


def _html_of(report: Report) -> bytes:
    return f"<p>{harmless(_good(report).decode())}</p>".encode()


def _json_of(report: Report) -> bytes:
    return f'{{"words": "{harmless(_good(report).decode())}"}}'.encode()


@pytest.mark.parametrize(
    ("render", "suffix", "message"),
    [
        (lambda report: _csv_of(report, str), ".csv", "for a formula"),
        (_html_of, ".html", "became markup"),
        (_html_of, ".xml", "break the XML"),
        (_json_of, ".json", "break the JSON"),
        (lambda report: _good(report) + b"\x1b[31m", ".txt", "control character"),
    ],
    ids=["formula", "markup", "xml", "json", "control"],
)
def test_words_that_become_more_than_words_are_caught(
    render: Callable[[Report], bytes], suffix: str, message: str
) -> None:
    tried = attrs.evolve(_exporter(render), suffix=suffix)
    with pytest.raises(AssertionError, match=message):
        check_exporter(tried)
    with pytest.raises(AssertionError, match=message):
        check_exporter(attrs.evolve(tried, suffix=".mine"), read_as=suffix)


def _plain(words: str) -> str:
    return no_formula(harmless(words))


def test_a_table_without_formulas_passes() -> None:
    exporter = _exporter(lambda report: _csv_of(report, _plain))
    check_exporter(exporter, read_as=".csv")


BY_CHANCE = """
from almwp.exporting.characters import harmless

def render(report):
    head = {report.title, report.subtitle, report.notice}
    body = "\\n".join(map(repr, report.blocks))
    return harmless("\\n".join([*head, body])).encode()
"""


def test_an_order_by_chance_is_caught_in_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bychance.py").write_text(BY_CHANCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    render = import_module("bychance").render
    with pytest.raises(AssertionError, match="different in another process"):
        check_exporter(_exporter(render))


def test_reports_of_ones_own_can_be_tried() -> None:
    tried = []

    def render(report: Report) -> bytes:
        tried.append(report.title)
        return b"mine"

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
