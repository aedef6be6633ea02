"""Find activities that a position names and that no file has."""

from collections.abc import Iterable, Iterator

from almwp.findings import position_rules
from almwp.findings.rule import Finding, Location
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.position import AgendaStance, Proposal
from almwp.model.submission import Submission


def named_nowhere(
    submissions: Iterable[Submission],
) -> Iterator[tuple[str, Finding]]:
    """Give what positions name of a list that is there without it.

    Of a sender whose activities are in no file nothing can be said; of one whose
    activities are in the position itself it was said when that file was read.

    Yields:
        The fingerprint of the file, and the finding.
    """
    sent = tuple(submissions)
    known = {_key(name) for one in sent for name in _names(one)}
    senders = {sender for sender, _ in known}
    for one in sent:
        own = {_sender(activity.id) for activity in one.activities}
        told = senders - own
        for record, key, named in _named(one):
            for activity in dict.fromkeys(named):
                if _sender(activity) in told and _key(activity) not in known:
                    yield one.sha256, _nowhere(record, key, activity, one)


def _named(
    one: Submission,
) -> Iterator[tuple[AgendaStance | Proposal, str, tuple[ActivityId, ...]]]:
    for item in one.agenda:
        yield item, "evidence", item.evidence
    for proposal in one.proposals:
        yield proposal, "continues", proposal.continues


def _names(one: Submission) -> Iterator[str]:
    for activity in one.activities:
        yield activity.id
        if activity.number:
            yield f"{_sender(activity.id)}:{activity.number}"


def _sender(activity: str) -> str:
    return activity.partition(":")[0]


def _key(activity: str) -> tuple[str, str]:
    sender, _, number = activity.partition(":")
    return sender, fold(number) or number


def _nowhere(
    record: AgendaStance | Proposal, key: str, activity: ActivityId, one: Submission
) -> Finding:
    origin = record.origin_of(key)
    place = Location(
        file=one.file,
        sheet=origin.sheet if origin else None,
        cell=origin.cell if origin else None,
    )
    number = activity.partition(":")[2]
    return position_rules.ACTIVITY_NOWHERE.at(place, field=key, found=number)
