"""A report as an IATI file: what can be published, and beside it what cannot."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from almwp.errors import CallError
from almwp.exporting.characters import harmless
from almwp.exporting.datatables.alltables import (
    activities_of,
    indicators_of,
    losses,
    scorecard_of,
)
from almwp.model.activity import Activity
from almwp.model.indicator import Indicator
from almwp.model.nationalposition import NationalPosition
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp_iati.activity import Publishing, activity_parts, lacking
from almwp_iati.beside import activity_beside, statements
from almwp_iati.elements import OWN, element, own
from almwp_iati.phrases import phrases
from almwp_iati.reporting import Reporter
from almwp_iati.results import result

VERSION = "2.03"
_TABLES = ("made_from", "statements", "cells", "evidence")


def render(report: Report) -> bytes:
    """Return *report* as an IATI file.

    An activity that lacks what IATI demands, or on which senders contradict each other,
    is never completed by a guess: it stands beside the others with all that is known,
    and with what it lacks.

    Raises:
        CallError: Who reports is told only in part, or not as IATI writes it; or it is
            told, and no activity can be published: that would be no IATI file.
    """
    root = etree.Element("iati-activities", nsmap={"almwp": OWN})
    root.set("version", VERSION)
    partial: list[Element] = []
    for made in _activities(report):
        (root if made.tag == "iati-activity" else partial).append(made)
    partial.extend(_unplaced(report))
    head = {"title": report.title, "subtitle": report.subtitle}
    about = own("report", {**head, "notice": report.notice})
    about.set("audience", report.audience.value)
    about.set("language", harmless(report.language))
    say = phrases(report.language)
    if len(root) == 0:
        if Reporter.of(report) is not None:
            raise CallError(
                "no activity can be published, so there is no IATI file to write; "
                "lacking: {lacks}",
                lacks=_lacking(partial, report.language) or "-",
            )
        root.append(
            etree.Comment(" no activity of this file is complete for IATI yet ")
        )
        remark = say(
            "this is no IATI file yet: no activity has all that IATI demands; what "
            "each lacks stands with it"
        )
        about.append(own("remark", text=remark))
    about.extend(own("read-as", text=each) for each in _readings(report))
    about.extend(own("not-carried", text=each) for each in _lost(report))
    about.extend(statements(report, _TABLES))
    root.append(about)
    root.extend(partial)
    etree.indent(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content + b"\n"


def left_out(report: Report) -> tuple[str, ...]:
    """Say how many activities are not published, and what they lack for it.

    Raises:
        CallError: Who reports is told only in part, or not as IATI writes it.
    """
    every = list(_activities(report))
    partial = [made for made in every if made.tag != "iati-activity"]
    if not partial or len(partial) == len(every):
        return ()
    say = phrases(report.language)
    said = say(
        "IATI: {count} of {total} activities are not published, and stand in the file "
        "as partial; lacking: {lacks}"
    )
    lacks = _lacking(partial, report.language)
    return (said.format(count=len(partial), total=len(every), lacks=lacks),)


def _lacking(partial: Iterable[Element], language: str) -> str:
    """Say what activities lack, by IATI's names, and how many lack it."""
    say = phrases(language)
    counted: Counter[str] = Counter()
    for made in partial:
        counted.update((made.get("lacks") or "").split())
        if made.get("contradicted"):
            counted[say("agreement of the senders")] += 1
    return ", ".join(f"{name}: {count}" for name, count in sorted(counted.items()))


def _activities(report: Report) -> Iterator[Element]:
    """Give the activities: whole ones for IATI, others with what they lack."""
    activities = activities_of(report)
    reporter = Reporter.of(report)
    ids = tuple(activity.id for activity in activities)
    names = reporter.identifiers(ids) if reporter else ("",) * len(ids)
    card = scorecard_of(report)
    as_of = card.as_of if card else None
    if isinstance(report.data, NationalPosition):
        as_of = report.data.as_of
    publishing = Publishing(
        reporter=reporter,
        identifiers=dict(zip(ids, names, strict=True)) if reporter else {},
        day=as_of.end if as_of else None,
    )
    indicators, contradicted = indicators_of(report), _contradicted(report)
    for activity, name in zip(activities, names, strict=True):
        parts = activity_parts(activity, name, publishing)
        lacks, contested = lacking(parts), contradicted.get(activity.id, ())
        if lacks or contested:
            about = {"lacks": " ".join(lacks), "contradicted": " ".join(contested)}
            made = own("partial-activity", about)
        else:
            made = element("iati-activity")
        made.extend(parts)
        made.extend(
            result(each)
            for each in _followed(activity, indicators)
            if each.id not in contradicted
        )
        made.append(activity_beside(activity))
        yield made


def _followed(
    activity: Activity, indicators: tuple[Indicator, ...]
) -> Iterator[Indicator]:
    for each in indicators:
        if activity.id in each.activities or each.id in activity.indicators:
            yield each


def _unplaced(report: Report) -> Iterator[Element]:
    """Give the indicators of no activity: IATI has results of activities only."""
    activities = activities_of(report)
    ids = {activity.id for activity in activities}
    named = {indicator for activity in activities for indicator in activity.indicators}
    contradicted = _contradicted(report)
    for indicator in indicators_of(report):
        is_alone = ids.isdisjoint(indicator.activities) and indicator.id not in named
        contested = contradicted.get(indicator.id, ())
        if is_alone or contested:
            lacks = "iati-activity" if is_alone else ""
            about = {"lacks": lacks, "contradicted": " ".join(contested)}
            made = own("partial-result", about)
            made.append(result(indicator))
            yield made


def _contradicted(report: Report) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of activities and indicators that senders contradict.

    IATI says each thing once; which of two values it is, nobody has decided.
    """
    found: dict[str, tuple[str, ...]] = {}
    if isinstance(report.data, WorkPlan):
        for conflict in report.data.conflicts:
            fields = (*found.get(conflict.activity, ()), conflict.field)
            found[conflict.activity] = tuple(dict.fromkeys(fields))
    return found


def _readings(report: Report) -> Iterator[str]:
    """Say how what the files tell was read into the lists of IATI."""
    say = phrases(report.language)
    if not activities_of(report):
        return
    yield say("planned, ongoing, completed and withdrawn are the states 1, 2, 3 and 5")
    yield say(
        "leads, co-leads and bodies are written as accountable (role 2), funders as "
        "funding (role 1); the files name no other roles"
    )
    yield say(
        "time frames are written as planned dates, a year by its first or last day: "
        "the files do not say when an activity really began or ended"
    )
    yield say(
        "where the files describe no activity but by its title, the title is its "
        "description too"
    )
    yield say(
        "places in programmes are tags of the reporting organisation (vocabulary 99)"
    )
    if indicators_of(report):
        yield say(
            "every result is of the type other (9): no file says whether it is an "
            "output or an outcome"
        )


def _lost(report: Report) -> Iterator[str]:
    say = phrases(report.language)
    yield from losses(report)
    yield say(
        "sectors, recipient countries, transactions, humanitarian marks, contacts, "
        "documents: the files do not say them"
    )
    yield say(
        "budgets, partners, states and notes of earlier days, sources, the cells in "
        "which all was read: beside the elements of IATI, which has no place for them"
    )
    if scorecard_of(report) is not None:
        yield say(
            "the scores: only as statements and cells of the report; IATI has no place "
            "for them"
        )
