"""Activities as rows of plain values, one for each."""

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.rows import Row, moment_cells, number_cells, several
from almwp.model.source import Basis

NOT_REPORTED = "not reported"
"""Stands for why there is no status where nobody ever reported on the activity."""


def activity_row(activity: Activity, language: str = "en") -> Row:
    """Return *activity* as one row.

    Args:
        activity: The activity.
        language: In which language to give titles that have several.
    """
    when, places = activity.timeframe, activity.references
    return {
        "id": activity.id,
        "number": activity.number,
        "title": activity.title.in_(language),
        "other_titles": several(text.in_(language) for text in activity.other_titles),
        "parts": several(text.in_(language) for text in activity.parts),
        "frameworks": several(r.framework for r in places if r.framework),
        "nodes": several(r.node for r in places if r.node),
        "kind": activity.kind,
        "level": str(activity.level or ""),
        "leads": several(party.id for party in activity.leads),
        "co_leads": several(party.id for party in activity.co_leads),
        "bodies": several(activity.bodies),
        "partners": several(party.id for party in activity.partners),
        "funders": several(party.id for party in activity.funders),
        "budget": activity.budget,
        "timeframe": when.raw,
        **moment_cells("begins", when.start),
        **moment_cells("ends", when.end),
        "recurrence": str(when.recurrence or ""),
        "place": activity.place,
        "host": activity.host or "",
        "output": activity.output,
        "observations": len(activity.observations),
        **_report_cells(activity.observation_on()),
        "marks": several(activity.marks),
        "indicators": several(activity.indicators),
        "remarks": activity.remarks,
        **_origin_cells(activity),
    }


def _report_cells(newest: Observation | None) -> Row:
    """Return the columns of the newest report; one that was never made says so."""
    report = newest or Observation()
    status = report.status
    missing = str(status) if isinstance(status, Absence) else ""
    row: Row = {
        "status": "" if missing else str(status),
        "status_absence": missing if newest else NOT_REPORTED,
        **number_cells("share_done", report.percent),
        "change": str(report.change or ""),
        **moment_cells("as_of", report.as_of),
        "meeting": report.meeting,
        "note": report.note,
        "basis": str(report.basis if newest else Basis.UNKNOWN),
    }
    if newest is None:
        row["share_done_absence"] = NOT_REPORTED
    return row


def _origin_cells(activity: Activity) -> Row:
    first = activity.origins[0] if activity.origins else None
    return {
        "file": first.file if first else "",
        "sha256": first.sha256 if first else "",
        "sheet": first.sheet if first else "",
        "row": first.row if first else None,
    }
