"""Find leads and senders that were not yet members of ASEAN on the day in question."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from almwp.catalogue.members import find_member
from almwp.findings import framework_rules
from almwp.findings.rule import Finding, Location
from almwp.model.activity import Activity, Status
from almwp.model.ids import CountryCode
from almwp.model.member import Member
from almwp.model.moment import Moment
from almwp.model.party import PartyKind


@frozen(kw_only=True)
class Sender:
    """Who sends a file, and the day of which it speaks.

    Attributes:
        country: The country, or None where the file does not say.
        as_of: The day, or None.
        language: Language of the headings.
    """

    country: CountryCode | None = None
    as_of: Moment | None = None
    language: str = "en"


def find_strangers(
    activities: Iterable[Activity], sender: Sender, file: str
) -> Iterator[Finding]:
    """Report leads that became members only after the activity was over.

    An activity is over on the last day of its time frame.  Where that is not known,
    the day of its report counts, unless it is only planned.  That the sender itself
    was no member yet is said once, for the file.
    """
    stranger: Member | None = None
    if sender.country and sender.as_of:
        stranger = find_member(sender.country)
        if stranger and sender.as_of.end >= stranger.joined:
            stranger = None
        if stranger:
            yield framework_rules.SENDER_NOT_YET_MEMBER.at(
                Location(file=file),
                found=str(sender.as_of),
                country=stranger.in_a_sentence(sender.language),
                joined=stranger.joined,
            )
    known: dict[str, Member | None] = {}
    for activity in activities:
        day = _last_day(activity)
        if day is None:
            continue
        for key in ("leads", "co_leads"):
            for party in getattr(activity, key):
                if party.kind is not PartyKind.COUNTRY:
                    continue
                if party.id not in known:
                    known[party.id] = find_member(party.id)
                member = known[party.id]
                if member is None or day >= member.joined or member == stranger:
                    continue
                yield framework_rules.LEAD_NOT_YET_MEMBER.at(
                    _place(activity, key, file),
                    field=key,
                    found=str(party),
                    country=member.in_a_sentence(sender.language),
                    joined=member.joined,
                    day=day,
                )


def _last_day(activity: Activity) -> date | None:
    """Return the last day of which the row speaks, or None where it is not known."""
    if activity.timeframe.end:
        return activity.timeframe.end.end
    if activity.timeframe.start:
        return None  # it began and goes on
    days = [
        observation.as_of.end
        for observation in activity.observations
        if observation.as_of and observation.status is not Status.PLANNED
    ]
    return max(days, default=None)


def _place(activity: Activity, key: str, file: str) -> Location:
    row = activity.origins[0]
    read = row.of(key) or row.of("leads")
    cell = read.cell if read else f"A{row.row}"
    return Location(file=file, sheet=row.sheet, cell=cell)
