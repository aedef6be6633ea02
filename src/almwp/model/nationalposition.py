"""The national position: all that a country brings to a meeting.

It stands apart from its pieces: these are read from files, by whoever needs no scores.
"""

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items, texts
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.manifest import Manifest
from almwp.model.meeting import Meeting
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Ask, Piece, Proposal
from almwp.model.score import Scorecard
from almwp.model.source import Source
from almwp.model.text import Text


@frozen(kw_only=True)
class NationalPosition:
    """What a country brings to a meeting.

    Attributes:
        country: The country.
        meeting: The meeting.
        version: The paper's version, as its makers count.
        framework: The programme under review.
        as_of: The day as of which progress is told.
        prepared: The day of which the country's own papers for the meeting speak.
        members: The members of ASEAN on the first day of the meeting.
        institution: The labour ministry on that day.
        delegation: Who goes there; never for the meeting.
        objectives: What the country wants there.
        own_activities: Activities that the country leads or co-leads.
        shared_obligations: Activities that every member state owes.
        scorecard: Progress of its own activities.
        agenda: Its stance on each item.
        proposals: Its proposals for the next period.
        asks: What it asks and offers.
        joined: Other members' proposals that it joins or watches.
        sources: What the paper rests on.
        manifest: What it was made from.
    """

    country: CountryCode
    meeting: Meeting
    version: str = ""
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    prepared: Moment | None = None
    members: tuple[CountryCode, ...] = field(default=(), converter=frozen_items)
    institution: Text = Text()
    delegation: tuple[str, ...] = field(default=(), converter=texts)
    objectives: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    own_activities: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    shared_obligations: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    scorecard: Scorecard | None = None
    agenda: tuple[AgendaStance, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    asks: tuple[Ask, ...] = field(default=(), converter=frozen_items)
    joined: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    manifest: Manifest = Manifest()
