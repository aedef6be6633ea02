"""List the records of one version of a plan, with what each of them says."""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from almwp.findings.rule import Severity
from almwp.model.activity import Activity, RowOrigin
from almwp.model.folding import fold
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.comparison import FieldName, Listing, RecordKind
from almwp.plan.comparisonactivities import Refused, activity_values, newest_day
from almwp.plan.comparisonrecords import (
    agenda_values,
    ask_values,
    indicator_values,
    proposal_values,
)
from almwp.plan.comparisonvalues import Values
from almwp.plan.reported import titles_of


@frozen(kw_only=True, eq=False)
class Listed:
    """A record of one version.

    Attributes:
        kind: What it is.
        record: The record itself.
        id: Its id.
        number: Its number.
        title: What it is about.
        titles: All its titles, for comparing.
        sender: Who sent it: a country or an institution; empty where not known.
        submission: The file in which it was read, where known.
        values: What it says.
        day: The day of its newest report, as earlier reports are named.
        row: The row in which it was read, or None.
    """

    kind: RecordKind
    record: Any
    id: str
    number: str
    title: str
    titles: frozenset[str]
    sender: str = ""
    submission: Submission | None = None
    values: Values = field(factory=dict)
    day: str = ""
    row: RowOrigin | None = None

    @property
    def listing(self) -> Listing:
        """The record as it is named in a comparison."""
        return Listing(kind=self.kind, id=self.id, title=self.title, origin=self.origin)

    @property
    def origin(self) -> Origin | None:
        """The cell of its title, where known."""
        for key in ("title", "name", "item", "text"):
            if value := self.values.get(FieldName(key)):
                return value.origin
        return None


def listed_in(plan: WorkPlan) -> dict[RecordKind, list[Listed]]:
    """Return the records of *plan* by their kind, in the order of the files."""
    sent = {submission.sha256: submission for submission in plan.submissions}
    refused = _refused(plan)
    activities = [_activity(each, sent, refused) for each in plan.activities]
    indicators = [
        _listed(
            RecordKind.INDICATOR,
            each,
            each.name,
            indicator_values(each),
            _sent(each.origins, sent),
        )
        for each in plan.indicators
    ]
    found = {RecordKind.ACTIVITY: activities, RecordKind.INDICATOR: indicators}
    for submission in plan.submissions:
        for kind, listed in _of_position(submission):
            found.setdefault(kind, []).append(listed)
    return found


def _activity(
    activity: Activity, sent: dict[str, Submission], refused: Refused
) -> Listed:
    values = activity_values(activity, refused)
    submission = _sent(activity.origins, sent)
    return Listed(
        kind=RecordKind.ACTIVITY,
        record=activity,
        id=activity.id,
        number=activity.number,
        title=str(activity.title),
        titles=titles_of(activity),
        sender=_sender(submission),
        submission=submission,
        values=values,
        day=newest_day(activity),
        row=activity.origins[0] if activity.origins else None,
    )


def _of_position(submission: Submission) -> Iterator[tuple[RecordKind, Listed]]:
    for proposal in submission.proposals:
        values = proposal_values(proposal)
        kind = RecordKind.PROPOSAL
        yield kind, _listed(kind, proposal, proposal.title, values, submission)
    for item in submission.agenda:
        kind = RecordKind.AGENDA
        yield kind, _listed(kind, item, item.item, agenda_values(item), submission)
    for ask in submission.asks:
        kind = RecordKind.ASK
        yield kind, _listed(kind, ask, ask.text.text, ask_values(ask), submission)


def _listed(
    kind: RecordKind,
    record: Any,
    title: Text,
    values: Values,
    submission: Submission | None,
) -> Listed:
    rows = record.origins
    return Listed(
        kind=kind,
        record=record,
        # Items and asks have no ids; a number is as good a name of an item.
        id=getattr(record, "id", "") or getattr(record, "number", ""),
        number=getattr(record, "number", ""),
        title=str(title),
        titles=frozenset(fold(form) for _, form in title.forms) - {""},
        sender=_sender(submission),
        submission=submission,
        values=values,
        row=rows[0] if rows else None,
    )


def _sent(
    rows: tuple[RowOrigin, ...], sent: dict[str, Submission]
) -> Submission | None:
    return next((sent[row.sha256] for row in rows if row.sha256 in sent), None)


def _sender(submission: Submission | None) -> str:
    if submission is None:
        return ""
    return submission.country or fold(submission.institution)


def _refused(plan: WorkPlan) -> Refused:
    found: dict[tuple[str, str, int, str], tuple[str, Origin]] = {}
    for submission in plan.submissions:
        for finding in submission.findings:
            at = finding.at
            is_cell = at.sheet and at.cell and ":" not in at.cell
            if finding.severity is not Severity.ERROR or not is_cell:
                continue
            if finding.field and finding.found and at.sheet and at.cell:
                row = int("".join(sign for sign in at.cell if sign.isdigit()))
                origin = Origin(
                    file=at.file,
                    sha256=submission.sha256,
                    sheet=at.sheet,
                    cell=at.cell,
                )
                key = (submission.sha256, at.sheet, row, finding.field)
                found[key] = (finding.found, origin)
    return found
