"""Words of a plan stay words in every report of every kind and in every format."""

import re
from functools import cache
from typing import Any

import pytest

from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.testing.conformance.payloads import payloads
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session
from tests.exporting.hostileplan import (
    Replacing,
    real_plan,
    replanted,
)
from tests.exporting.hostilereports import harmless_like
from tests.exporting.pdfskeletons import lacking
from tests.exporting.skeletons import skeleton_of

KINDS = (
    *("alignment", "brief", "matrix", "overlaps"),
    *("plan", "position", "progress", "talking-points"),
)
FORMATS = (
    *("csv", "datapackage", "docx", "excel", "html"),
    *("iati", "json", "markdown", "parquet", "pdf"),
)
ALIKE = "overlaps"
"""A report that says which words are alike: how many rows it has depends on them."""
LINES = ("Study of decent work\nin two lines",)
"""Harmless words of several lines, wherever there are words."""
PLACE = re.compile(r"(?<=')([A-Z]{0,3}[0-9]*:?|(\$[A-Z0-9]+:?)+)*(?=')")
"""Where a cell stands, or several: tables are as long and wide as what is alike."""
LOOK_ALIKE = re.compile(r"look_alikes|'td', \('data-number',\)")
"""Parts that say how alike activities are: whether some are, the words decide."""


@cache
def session() -> Session:
    return Session.start()


@cache
def plans() -> tuple[WorkPlan, ...]:
    """Return a plan with payloads, with harmless words, as it is, with lines."""
    plan, hostile = real_plan(session()), payloads()
    kept = "".join(sorted(lacking(hostile)))
    harmless = tuple(harmless_like(words, n, kept) for n, words in enumerate(hostile))
    made = []
    for words in (hostile, harmless):
        replacing = Replacing(words)
        made.append(replanted(plan, replacing))
        assert len(replacing.planted) >= len(words)
    return (*made, plan, replanted(plan, Replacing(LINES)))


@cache
def reports(kind: str) -> tuple[Report, ...]:
    wanted = Wanted(report=kind, country="VN", meeting="slom-21")
    tried = plans() if kind == "overlaps" else plans()[:-1]
    return tuple(session().report(plan, wanted) for plan in tried)


def kinds_in(skeleton: list[Any]) -> set[str]:
    """Return the kinds of parts that a skeleton has, however many there are of each.

    What a report says of words that are alike, and in which order, depends on them; so
    do how many rows and columns its tables have, and so where each cell stands.
    """
    found: set[str] = set()
    for part in skeleton:
        name, *rest = part if isinstance(part, tuple) else (part, None)
        lists = [each for each in rest if isinstance(each, list)]
        if lists and all(isinstance(each, list | int) for each in rest):
            found |= {f"{name} {kind}" for each in lists for kind in kinds_in(each)}
        else:
            found.add(PLACE.sub("", repr(part)))
    return found


def test_every_kind_and_format_is_tried() -> None:
    assert sorted(session().plugins.reports) == sorted(KINDS)
    assert sorted(session().plugins.exporters) == sorted(FORMATS)


@pytest.mark.parametrize("kind", KINDS)
def test_payloads_come_into_a_report_of_every_kind(kind: str) -> None:
    told = "\n".join(str(row) for row in reports(kind)[0].rows())
    assert "HYPERLINK" in told or "script" in told or "example.org" in told


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != ALIKE])
def test_a_report_consists_of_the_same_with_payloads(kind: str, name: str) -> None:
    hostile, harmless, _ = (
        skeleton_of(name, session().render(report, name)) for report in reports(kind)
    )
    assert hostile == harmless


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_what_is_alike_has_no_other_parts_with_payloads(name: str) -> None:
    hostile, *usual = (
        skeleton_of(name, session().render(report, name)) for report in reports(ALIKE)
    )
    if name == "csv":
        return  # Its lines are as long as its tables are wide; none is a formula.
    further = kinds_in(hostile).difference(*map(kinds_in, usual))
    assert not [part for part in further if not LOOK_ALIKE.search(part)]
