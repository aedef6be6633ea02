"""Choose what a form is filled with: whose rows, which of them, in which order."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from almwp.intake.choices import Writing
from almwp.intake.formnumbers import with_readable_numbers
from almwp.model.activity import Activity
from almwp.model.ids import CountryCode
from almwp.model.party import PartyKind
from almwp.model.submission import Submission
from almwp.plan.merge import merge
from almwp.workflow.sentorder import as_sent


def rows_of(
    country: CountryCode | None, submissions: Iterable[Submission]
) -> tuple[Submission, ...]:
    """Return the submissions of which the rows are filled in.

    They are those that the country sent.  Where it sent none, they are all of them,
    each with the activities that it leads or co-leads, and of those that nobody signed
    also what no other country leads.
    """
    given = tuple(submissions)
    if country is None:
        return given
    own = tuple(s for s in given if s.country == country)
    return own or tuple(_led_by(country, s) for s in given)


@frozen(kw_only=True)
class Rows:
    """The records that a form is filled with.

    Attributes:
        records: By the key of their sheet.
        unnumbered: How many activities are without the number that they had.
    """

    records: Mapping[str, tuple[Any, ...]]
    unnumbered: int = 0


def records_of(own: tuple[Submission, ...], writing: Writing) -> Rows:
    """Return the records of what was reported.

    Of what was sent twice the last is taken, in the order of the days of which the
    files speak.  Activities and indicators stand as they were sent, file by file.
    """
    in_order = sorted(own, key=lambda s: s.as_of.end if s.as_of else date.min)
    plan = merge(in_order)
    proposals = {p.id: p for s in in_order for p in s.proposals}
    agenda = {(a.number, a.item): a for s in in_order for a in s.agenda}
    asks = {(a.to.id, a.text.text, a.is_offer): a for s in in_order for a in s.asks}
    activities = as_sent(plan.activities, (a for s in own for a in s.activities))
    numbered = with_readable_numbers(activities, writing.of("progress"))
    records = {
        "progress": numbered,
        "indicators": as_sent(plan.indicators, (i for s in own for i in s.indicators)),
        "proposals": tuple(proposals.values()),
        "agenda": tuple(agenda.values()),
        "asks": tuple(asks.values()),
    }
    changed = zip(activities, numbered, strict=True)
    lost = sum(1 for old, new in changed if old.number != new.number)
    return Rows(records=records, unnumbered=lost)


def _led_by(country: CountryCode, submission: Submission) -> Submission:
    """Return a submission with the rows of *country*, and nothing of its sender."""
    is_signed = submission.country is not None
    led = [
        a
        for a in submission.activities
        if a.is_led_by(country) or not (is_signed or _is_led(a))
    ]
    return evolve(submission, activities=led, institution="", contact="")


def _is_led(activity: Activity) -> bool:
    """Say whether a country, a body or all members are said to lead it."""
    parties = activity.leads + activity.co_leads
    return any(party.kind is not PartyKind.PARTNER for party in parties) or bool(
        activity.bodies
    )
