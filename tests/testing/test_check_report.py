"""The kit catches reports that do not keep their promises, each by its message."""

import itertools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest

from almwp.errors import CallError
from almwp.model.figures import Figure
from almwp.model.manifest import Manifest
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.plugins.records import ReportKind
from almwp.plugins.reportrequest import ReportRequest
from almwp.testing import check_report, sample_request
from almwp.testing.samplerequest import INTERNAL

TITLES = {"en": "States", "vi": "Tình trạng"}
COUNTS = {"en": "Count", "vi": "Số lượng"}


def _good(request: ReportRequest) -> Report:
    is_open = request.audience is Audience.MEETING
    cells = [a.observations[0].origin for a in request.plan.activities[:1]]
    row = TableCell(
        text="1",
        number=Fraction(1),
        origins=() if is_open else [cell for cell in cells if cell],
    )
    title = TITLES[request.language]
    return Report(
        title=title,
        language=request.language,
        audience=request.audience,
        blocks=[
            Heading(text=title),
            Table(columns=[Column(heading=COUNTS[request.language])], rows=[(row,)]),
        ],
        manifest=Manifest() if is_open else request.manifest,
    )


def _kind(build: Callable[[ReportRequest], Any]) -> ReportKind:
    return ReportKind(name="states", summary="", build=build)


def _with(*blocks: Block) -> Callable[[ReportRequest], Report]:
    def build(request: ReportRequest) -> Report:
        report = _good(request)
        return attrs.evolve(report, blocks=(*report.blocks, *blocks))

    return build


def _changed(**values: Any) -> Callable[[ReportRequest], Report]:
    return lambda request: attrs.evolve(_good(request), **values)


def _counting() -> Callable[[ReportRequest], Report]:
    numbers = itertools.count()
    return lambda request: attrs.evolve(_good(request), notice=str(next(numbers)))


def _refusing(request: ReportRequest) -> Report:
    raise CallError("say which country")


def _telling_all(request: ReportRequest) -> Report:
    """Hold the plan as it was sent: an exporter may write out what it was made from."""
    return attrs.evolve(_good(request), data=request.plan)


def _naming_files(request: ReportRequest) -> Report:
    return attrs.evolve(_good(request), manifest=request.manifest)


def _speaking_all(request: ReportRequest) -> Report:
    fallback = request.prepared.agenda[0].fallback[0].text
    return _with(Paragraph(text=str(fallback)))(request)


def _whispering(change: Callable[[str], str]) -> Callable[[ReportRequest], Report]:
    """Say the budget to the meeting, in another spelling."""
    return lambda request: _with(
        Paragraph(text=change(str(request.plan.activities[0].budget)))
    )(request)


def _naming_cells(request: ReportRequest) -> Report:
    cell = request.plan.activities[0].observations[0].origin
    return _with(Paragraph(text=f"seen in {cell.cell if cell else ''}"))(request)


def _naming_sheets(request: ReportRequest) -> Report:
    cell = request.plan.activities[0].observations[0].origin
    return _with(Paragraph(text=cell.sheet if cell else ""))(request)


UNTRACED = Table(
    columns=[Column(heading="7")],
    rows=[(TableCell(text="seven", number=Fraction(7)),)],
)


def test_a_good_report_passes() -> None:
    check_report(_kind(_good))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda request: "text", "returned str instead of a Report"),
        (_refusing, "the sample request was refused: say which country"),
        (_counting(), "two different reports"),
        (_changed(language="en"), "asked for in 'vi' says that it is in 'en'"),
        (_changed(audience="internal"), "says that it is for internal"),
        (_changed(blocks=()), "nothing but its title"),
        (_changed(title="Always"), "'Always' is the same in English and in Viet"),
        (_with(Heading(text="Deep", level=3)), "'Deep' is of level 3, after .* 1;"),
        (_with(Table(columns=[])), "a column without a heading"),
        (_with(Figure(caption="7")), "the figure '7' has no alternative in words"),
        (_with(UNTRACED), "'seven' does not say where it was read"),
        (_telling_all, "for the meeting holds 'INTERNAL-"),
        (_naming_files, "for the meeting holds 'INTERNAL-file.xlsx'"),
        (_naming_cells, "for the meeting names the cell 'QX5'"),
        (_naming_sheets, "for the meeting holds 'INTERNAL-sheet'"),
        (_whispering(str.lower), "for the meeting holds 'internal-budget'"),
        (
            _whispering(lambda words: words.replace("-", "\u2011")),
            "for the meeting holds 'INTERNAL.budget'",
        ),
        (_with(Paragraph(text="All of it went well")), "'All of it went well' is the"),
        (_with(Bullets(items=["All is well here"])), "'All is well here' is the same"),
        (_with(Paragraph(text="57% of 7")), "the share in '57% of 7' does not say"),
        (_speaking_all, "for the delegation holds 'INTERNAL-house-fallback'"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_bad_report_is_caught(build: Callable[..., Any], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_report(_kind(build))


def test_the_sample_request_holds_every_kind_of_internal_word() -> None:
    said = repr(sample_request())
    for word in ("house-fallback", "house-reason", "remark", "note", "file.xlsx"):
        assert f"{INTERNAL}{word}" in said, word
