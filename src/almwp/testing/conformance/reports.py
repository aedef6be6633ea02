"""What every kind of report promises."""

import re
from collections.abc import Iterator
from typing import Any

from almwp.drawing.plainly import plainly
from almwp.errors import CallError
from almwp.model.figures import Figure
from almwp.model.position import Audience
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp.plugins.records import BuildReport, ReportKind
from almwp.plugins.reportrequest import ReportRequest
from almwp.testing.conformance.freshly import check_freshly
from almwp.testing.conformance.languagemix import check_languages
from almwp.testing.conformance.leaks import check_leaks
from almwp.testing.samplerequest import sample_request

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_LANGUAGES = ("en", "vi")
_SHARE = re.compile(r"\d\s?%")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def check_report(kind: ReportKind) -> None:
    """Check *kind* against the promises that every kind of report makes.

    It is built from a sample plan in English and Vietnamese, for each audience.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    for audience in Audience:
        for language in _LANGUAGES:
            _check_one(kind, audience, language)
    _check_language(kind)
    check_freshly("the report", _built, kind.build, Audience.INTERNAL, "vi")


def _built(build: BuildReport, audience: Audience, language: str) -> Report:
    return build(sample_request(audience, language))


def _check_one(kind: ReportKind, audience: Audience, language: str) -> None:
    request = sample_request(audience, language)
    report = _report(kind, request)
    assert _report(kind, sample_request(audience, language)) == report, (
        "the same request gave two different reports"
    )
    assert report.audience is audience, (
        f"a report for the audience {audience} says that it is for {report.audience}"
    )
    assert report.language == language, (
        f"a report asked for in {language!r} says that it is in {report.language!r}"
    )
    assert report.blocks, "the report holds nothing but its title"
    _check_headings(report)
    _check_tables(report)
    check_leaks(report, audience)
    if audience is not Audience.MEETING:
        _check_origins(report, audience)


def _report(kind: ReportKind, request: ReportRequest) -> Report:
    try:
        report: object = kind.build(request)
    except CallError as error:
        raise AssertionError(f"the sample request was refused: {error}") from error
    got = type(report).__name__
    assert isinstance(report, Report), f"build returned {got} instead of a Report"
    return report


def _check_headings(report: Report) -> None:
    """Check the levels: who listens to a report goes from heading to heading."""
    above = 0
    for block in report.blocks:
        if isinstance(block, Heading):
            jumps = block.level > above + 1
            assert not jumps, (
                f"the heading {block.text!r} is of level {block.level}, after one of "
                f"level {above}; who listens to the report misses a level"
            )
            above = block.level


def _check_tables(report: Report) -> None:
    for block in plainly(report.blocks):
        if isinstance(block, Table):
            named = [c.heading.strip() for c in block.columns]
            # The first column may name the rows and then needs no heading.
            missing = not all(named[1:]) or not named
            assert not missing, "a table has a column without a heading"
        elif isinstance(block, Figure):
            said = block.alternative.strip() or any(bar.label for bar in block.bars)
            assert said, f"the figure {block.caption!r} has no alternative in words"


def _check_origins(report: Report, audience: Audience) -> None:
    """A number names its cells, or the report holds the object that explains it."""
    if report.data is not None:
        return
    for block in plainly(report.blocks):
        for words, origins in _figures(block):
            assert origins, (
                f"the number {words!r} does not say where it was read ({audience}); "
                "give its cell origins, or the report the data it was made from"
            )
        for words in _shares_in_words(block):
            assert block.origins, (
                f"the share in {words!r} does not say where it was read ({audience}); "
                "give the block its origins, or the report the data it was made from"
            )


def _figures(block: Any) -> Iterator[tuple[str, object]]:
    """Give the numbers of a block, and the cells that are named for each."""
    if isinstance(block, Table):
        for row in block.rows:
            of_row = [o for cell in row for o in cell.origins] or block.origins
            for cell in row:
                if cell.number is not None:
                    yield cell.text, cell.origins or of_row
    elif isinstance(block, Figure) and block.bars:
        yield block.caption or block.bars[0].label, block.origins


def _shares_in_words(block: Any) -> Iterator[str]:
    """Give the words of a block that tell a share, where no number stands behind."""
    if isinstance(block, Paragraph | Note):
        yield from filter(_SHARE.search, (block.text,))
    elif isinstance(block, Bullets):
        yield from filter(_SHARE.search, block.items)


def _check_language(kind: ReportKind) -> None:
    """Check that no heading of one language stands in the report in the other."""
    first, second = (
        _headings(_report(kind, sample_request(language=language)))
        for language in _LANGUAGES
    )
    same = sorted((first & second) - _data_of(sample_request()))
    assert not same, (
        f"{same[0]!r} is the same in English and in Vietnamese; say it in "
        "request.language"
    )

    english, other = (
        _report(kind, sample_request(language=language)) for language in _LANGUAGES
    )
    check_languages(english, other, sample_request())


def _headings(report: Report) -> set[str]:
    said = {report.title}
    for block in report.blocks:
        if isinstance(block, Heading):
            said.add(block.text)
        elif isinstance(block, Table):
            said |= {column.heading for column in block.columns}
    return {words for words in said if _LETTERS.search(words)}


def _data_of(request: ReportRequest) -> set[str]:
    """Return words that are names, and the same in every language."""
    names = {str(request.framework.id)} if request.framework else set()
    names |= {party.id for a in request.plan.activities for party in a.leads}
    names |= {str(member.iso2) for member in request.all_members}
    names |= {form for m in request.all_members for _, form in m.name.forms}
    return names
