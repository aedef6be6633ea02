"""What IATI has no place for, in a namespace of its own that its readers pass over."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from almwp.exporting.datatables.reporttables import report_tables
from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.report import Report
from almwp.model.source import Origin
from almwp_iati.elements import own


def activity_beside(activity: Activity) -> Element:
    """Return what of *activity* IATI has no place for."""
    made = own(
        "activity",
        {
            "id": activity.id,
            "number": activity.number,
            "kind": activity.kind,
            "level": activity.level.value if activity.level else None,
            "place": activity.place,
            "host": activity.host,
            "budget": activity.budget,
            "timeframe": activity.timeframe.raw,
            "recurrence": (
                activity.timeframe.recurrence.value
                if activity.timeframe.recurrence
                else None
            ),
        },
    )
    made.extend(_several(activity))
    made.extend(_observations(activity))
    every = (row.of(key) for row in activity.origins for key, _ in row.columns)
    made.extend(origins(o for o in every if o))
    return made


def origins(of: Iterable[Origin]) -> Iterator[Element]:
    """Give the cells in which something was read, each once."""
    for each in dict.fromkeys(of):
        yield own(
            "origin",
            {
                "file": each.file,
                "sha256": each.sha256,
                "sheet": each.sheet,
                "cell": each.cell,
            },
        )


def statements(report: Report, tables: Iterable[str]) -> Iterator[Element]:
    """Give what the report says in its words, row by row.

    Args:
        report: The report.
        tables: Which of the tables of every report to give.
    """
    wanted = frozenset(tables)
    for table in report_tables(report, lambda phrase: phrase):
        if table.name not in wanted:
            continue
        for row in table.rows:
            cells = dict(zip(table.names, row, strict=True))
            text = cells.pop("text", None)
            yield own(table.name, cells, str(text or ""))


def _several(activity: Activity) -> Iterator[Element]:
    for party in activity.partners:
        yield own("partner", {"kind": party.kind.value, "id": party.id}, party.name)
    for reference in activity.references:
        yield own(
            "reference",
            {
                "framework": reference.framework,
                "node": reference.node,
                "number": reference.number,
                "basis": reference.basis.value,
            },
            reference.words,
        )
    for source in activity.sources:
        yield own("source", {"address": source.address}, source.title)
    for mark in activity.marks:
        yield own("mark", {"name": mark.value})
    for link in activity.links:
        yield own("link", {"kind": link.kind.value, "other": link.other}, link.note)
    for text in (*activity.other_titles, *activity.parts):
        for language, words in text.forms:
            yield own("title", {"language": language}, words)
    for edition in activity.timeframe.editions:
        yield own("edition", {"when": edition.when}, edition.label)
    for extra in activity.extras:
        yield own("extra", {"heading": extra.heading, "cell": extra.cell}, extra.value)
    if activity.remarks:
        yield own("remarks", text=activity.remarks)


def _observations(activity: Activity) -> Iterator[Element]:
    for each in activity.observations:
        is_absent = isinstance(each.status, Absence)
        share = each.percent
        made = own(
            "observation",
            {
                "as-of": each.as_of,
                "meeting": each.meeting,
                "status": None if is_absent else each.status.value,
                "status-absence": each.status.value if is_absent else None,
                "word": each.word,
                "change": each.change.value if each.change else None,
                "share-done": None if isinstance(share, Absence) else share,
                "share-done-absence": share.value
                if isinstance(share, Absence)
                else None,
                "basis": each.basis.value,
            },
            each.note,
        )
        made.extend(origins(each.cells))
        yield made
