"""What becomes of activities and proposals in the next period, as records."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.notebook import shown
from almwp.model.party import Party
from almwp.model.rows import Row, several
from almwp.model.source import Basis, Origin, Source
from almwp.model.text import Text
from almwp.plan.crosswalkdoubts import CrosswalkDoubt


class ActivityFate(StrEnum):
    """What an activity becomes in the next period; every activity becomes one thing."""

    CLOSED = "closed"
    CONTINUES = "continues"
    SUCCEEDED = "succeeded by"
    PROPOSED = "proposed anew"
    DROPPED = "dropped"
    UNDECIDED = "undecided"


class Evidence(StrEnum):
    """From what a reason is taken."""

    REPORT = "report"
    TIME_FRAME = "time frame"
    PLAN = "plan"
    PROPOSAL = "proposal"
    LINK = "link"
    CROSSWALK = "crosswalk"
    TITLE = "title"


class ProposalPart(StrEnum):
    """What a proposal is to the programme before it."""

    ANEW = "proposed anew"
    NEW = "new"
    ASKED = "asked"
    NOT_FILLED_IN = "not filled in"
    ELSEWHERE = "for another programme"


@frozen(kw_only=True)
class CarryOverReason:
    """Something that is known of an activity and bears on what it becomes.

    Attributes:
        evidence: From what it is taken.
        speaks_for: What the activity becomes by it; None for a remark.
        is_sure: Whether it decides; otherwise it only suggests.
        basis: On what it stands.
        words: What is known, in the language that was asked for.
        proposals: Ids of the proposals that it names.
        successors: Ids of the activities of the next period that it names.
        origins: The cells in which it was read.
        sources: Public pages on which an entry of a crosswalk stands.
    """

    evidence: Evidence
    speaks_for: ActivityFate | None = None
    is_sure: bool = False
    basis: Basis = Basis.REPORTED
    words: str
    proposals: tuple[str, ...] = field(default=(), converter=frozen_items)
    successors: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class NextPlace:
    """A node of a programme on which an activity or a proposal hangs.

    Attributes:
        framework: The programme.
        node: Id of the node.
        number: The programme's own number, where it is public.
        title: Its title.
        basis: On what it stands that the item belongs there.
        provisional: Whether it is a reported topic, which no meeting has adopted.
    """

    framework: FrameworkId
    node: NodeId
    number: str = ""
    title: Text = Text()
    basis: Basis = Basis.REPORTED
    provisional: bool = False


@frozen(kw_only=True)
class Hanging:
    """Where something hangs in the next programme, or why it hangs nowhere.

    Attributes:
        places: Where it surely hangs.
        choices: Where it may hang; somebody has to choose.
        why: Why there is no sure place; empty where there is one.
    """

    places: tuple[NextPlace, ...] = field(default=(), converter=frozen_items)
    choices: tuple[NextPlace, ...] = field(default=(), converter=frozen_items)
    why: str = ""


@frozen(kw_only=True)
class CarriedActivity:
    """What becomes of one activity.

    Attributes:
        id: Its id.
        number: Its number in the sender's list.
        reported_as: Other ids under which it was reported, in the lists of others.
        title: Its title.
        leads: Who leads it.
        outcome: The outcome of the earlier programme under which it is listed.
        fate: What it becomes.
        basis: On what that stands; ``unknown`` where it is undecided.
        reasons: What is known; those that decide come first.
        proposals: Ids of the proposals that surely take it up.
        successors: Ids of the activities of the next period that surely follow it.
        question: What somebody has to answer, where it is undecided.
        hanging: Where it hangs in the next programme, for what goes on or may go on.
    """

    id: ActivityId
    number: str = ""
    reported_as: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    title: Text
    leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    outcome: NodeId | None = None
    fate: ActivityFate
    basis: Basis
    reasons: tuple[CarryOverReason, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[str, ...] = field(default=(), converter=frozen_items)
    successors: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    question: str = ""
    hanging: Hanging = Hanging()

    @property
    def needs_a_place(self) -> bool:
        """Whether it goes on by itself and hangs nowhere.

        What is proposed anew hangs where its proposal does.
        """
        goes_on = self.fate in (ActivityFate.CONTINUES, ActivityFate.SUCCEEDED)
        return goes_on and not self.hanging.places


@frozen(kw_only=True)
class CarriedProposal:
    """What a proposal for the next period is to the programme before it.

    Attributes:
        id: Its id; a count is added where another proposal has the same.
        title: Its title.
        proposed_by: The country that proposes it.
        part: Whether it takes up something, is new, or has to be asked about.
        continues: Activities of the earlier programme that it surely takes up.
        not_found: What it says it continues and is no activity of the earlier
            programme, or may be several.
        alike: Activities with the same title or nearly so; a suggestion only.
        hanging: Where it hangs in the next programme.
        origins: The cells of its title.
    """

    id: str
    title: Text
    proposed_by: CountryCode | None = None
    part: ProposalPart
    continues: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    not_found: tuple[str, ...] = field(default=(), converter=frozen_items)
    alike: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    hanging: Hanging = Hanging()
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    @property
    def needs_a_place(self) -> bool:
        """Whether it is for the next programme and hangs nowhere in it."""
        aside = (ProposalPart.ELSEWHERE, ProposalPart.NOT_FILLED_IN)
        return self.part not in aside and not self.hanging.places


@frozen(kw_only=True)
class OtherActivity:
    """An activity of the files that is none of the earlier programme.

    Attributes:
        id: Its id.
        title: Its title.
        frameworks: The programmes and plans that it names.
        of_next: Whether it is an activity of the next programme already.
    """

    id: ActivityId
    title: Text
    frameworks: tuple[FrameworkId, ...] = field(default=(), converter=frozen_items)
    of_next: bool = False


@frozen(kw_only=True)
class FateCount:
    """How many activities become one thing."""

    fate: ActivityFate
    count: int


@frozen(kw_only=True)
class CarriedOver:
    """What becomes of the activities of a programme in the next one.

    Attributes:
        old: The earlier programme.
        new: The next programme.
        new_is_adopted: Whether the next programme has been adopted, as far as known.
        as_of: By when reports count; None for the newest.
        country: Whose activities and proposals these are; None for all.
        outcomes: Outcomes of the earlier programme, in its order.
        counts: How many activities become what; they add up to all activities.
        activities: Each activity of the earlier programme once, in the order of ids.
        proposals: Each proposal once, in the order of ids.
        others: Activities of the files that are none of the earlier programme.
        doubts: What is doubtful in the crosswalk.
        remarks: What must be said with it.
    """

    old: FrameworkId
    new: FrameworkId
    new_is_adopted: bool
    as_of: Moment | None = None
    country: CountryCode | None = None
    outcomes: tuple[NextPlace, ...] = field(default=(), converter=frozen_items)
    counts: tuple[FateCount, ...] = field(default=(), converter=frozen_items)
    activities: tuple[CarriedActivity, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[CarriedProposal, ...] = field(default=(), converter=frozen_items)
    others: tuple[OtherActivity, ...] = field(default=(), converter=frozen_items)
    doubts: tuple[CrosswalkDoubt, ...] = field(default=(), converter=frozen_items)
    remarks: tuple[str, ...] = field(default=(), converter=frozen_items)

    def becoming(self, fate: ActivityFate) -> tuple[CarriedActivity, ...]:
        """Return the activities that become *fate*."""
        return tuple(a for a in self.activities if a.fate is fate)

    def rows(self, language: str = "en") -> list[Row]:
        """Return every activity with what it becomes, as a row of plain values.

        Args:
            language: In which language to give titles that have several.
        """
        return [_row(activity, language) for activity in self.activities]

    def _repr_html_(self) -> str:
        """Return what becomes of the activities as a notebook shows it."""
        facts = [f"{each.fate}: {each.count}" for each in self.counts if each.count]
        columns = ("id", "title", "leads", "fate", "basis", "places", "reasons")
        title = f"From {self.old} to {self.new}"
        return shown(title, facts, self.rows(), columns, of="activities")

    @property
    def without_place(self) -> tuple[CarriedActivity | CarriedProposal, ...]:
        """What goes on or is proposed and hangs nowhere in the next programme."""
        activities = [a for a in self.activities if a.needs_a_place]
        return (*activities, *(p for p in self.proposals if p.needs_a_place))


def _row(activity: CarriedActivity, language: str) -> Row:
    return {
        "id": activity.id,
        "number": activity.number,
        "title": activity.title.in_(language),
        "leads": several(party.id for party in activity.leads),
        "outcome": activity.outcome or "",
        "fate": str(activity.fate),
        "basis": str(activity.basis),
        "proposals": several(activity.proposals),
        "successors": several(activity.successors),
        "places": several(place.node for place in activity.hanging.places),
        "choices": several(place.node for place in activity.hanging.choices),
        "why_no_place": activity.hanging.why,
        "question": activity.question,
        "reasons": several(reason.words for reason in activity.reasons),
    }


def counted(activities: Iterable[CarriedActivity]) -> tuple[FateCount, ...]:
    """Count *activities* by what they become; nothing that can be is left out."""
    found = dict.fromkeys(ActivityFate, 0)
    for activity in activities:
        found[activity.fate] += 1
    return tuple(FateCount(fate=fate, count=count) for fate, count in found.items())
