"""Nothing that is internal reaches the file made for the meeting."""

from collections.abc import Callable

import almwp_slom
import pytest

from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.plugins import Exporter, ReportRequest
from almwp.testing.papers import every_byte

Ask = Callable[..., ReportRequest]

EXPORTERS = tuple(almwp_slom.almwp_exporters())
KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
MARKERS = ("INTERNAL-file.xlsx", "INTERNAL-claim", "INTERNAL-owner")
"""Those that a paper for the country's own people shows."""
OF_THE_MINISTRY = ("INTERNAL-remark", "INTERNAL-note")
"""Those that stay inside the ministry, as its template says."""
OF_NO_PAPER = ("INTERNAL-value", "INTERNAL-budget")
"""Own columns and budgets of activities: the ministry's own data holds them."""


def made(ask: Ask, kind: str, audience: Audience) -> Report:
    return KINDS[kind].build(ask(audience=audience))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_meeting_gets_nothing_internal(
    ask: Ask, kind: str, exporter: Exporter
) -> None:
    content = every_byte(exporter.render(made(ask, kind, Audience.MEETING)))
    assert b"INTERNAL" not in content
    said = b'"audience": "meeting"' if exporter.name == "json" else b"For the meeting"
    assert said in content


@pytest.mark.parametrize("kind", KINDS)
def test_not_even_the_data_of_the_report_holds_anything_internal(
    ask: Ask, kind: str
) -> None:
    # repr shows every field of every record, so no field can be forgotten here
    assert "INTERNAL" not in repr(made(ask, kind, Audience.MEETING))


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.DELEGATION])
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_its_own_people_see_what_is_internal(
    ask: Ask, audience: Audience, exporter: Exporter
) -> None:
    report = made(ask, "position", audience)
    content = every_byte(exporter.render(report)).decode(errors="replace")
    for marker in MARKERS:
        assert marker in content
    for marker in OF_THE_MINISTRY:
        assert (marker in content) == (audience is Audience.INTERNAL)
    for marker in (*OF_THE_MINISTRY, *OF_NO_PAPER):
        assert (marker in repr(report.data)) == (audience is Audience.INTERNAL)


def test_the_meeting_still_gets_every_activity(ask: Ask) -> None:
    (markdown,) = (e for e in EXPORTERS if e.name == "markdown")
    content = markdown.render(made(ask, "position", Audience.MEETING)).decode()
    for title in ("Readiness in ASEAN", "Workshop on wages", "Yearly summary"):
        assert title in content
    assert "What is not known" not in content
    assert "Annex: Inputs" not in content
