"""The record of all that is known of an activity, as ``almwp explain`` tells it."""

from fractions import Fraction

import attrs
from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.source import Basis, Origin
from almwp.model.workplan import Route
from almwp.scoring.states import State
from almwp.workflow.explainingfigures import ExplainedPart


@frozen(kw_only=True)
class ExplainedEarlier:
    """A value that stood in a field until the same sender sent another.

    Attributes:
        value: The value in words.
        as_of: The day of which the report speaks that says so.
        origin: The cell in which it stands.
    """

    value: str
    as_of: Moment
    origin: Origin | None = None


@frozen(kw_only=True)
class ExplainedField:
    """What is known in one field of an activity.

    Attributes:
        field: Its key.
        label: Its heading.
        value: The value in words; empty where the cells gave none.
        origins: The cells in which it was read.
        earlier: What stood there before, oldest first.
    """

    field: str
    label: str
    value: str = ""
    origins: tuple[Origin, ...] = attrs.field(default=(), converter=frozen_items)
    earlier: tuple[ExplainedEarlier, ...] = attrs.field(
        default=(), converter=frozen_items
    )


@frozen(kw_only=True)
class ExplainedReference:
    """A place in a plan to which an activity belongs.

    Attributes:
        framework: The plan, or None where only its words are known.
        node: The outcome, target or area, or None for the plan as a whole.
        title: The title of the node, where the plan is known.
        number: The activity's number in that plan.
        words: What was written.
        basis: On what the link stands.
    """

    framework: FrameworkId | None = None
    node: NodeId | None = None
    title: str = ""
    number: str = ""
    words: str = ""
    basis: Basis = Basis.REPORTED


@frozen(kw_only=True)
class ExplainedReport:
    """What was reported of an activity at one time.

    Attributes:
        as_of: When it was so; None where the report does not say.
        meeting: The meeting to which it was reported.
        status: The state, ``withdrawn``, or why there is none.
        word: The word that was used for the state.
        change: What the report changes in the plan; empty for nothing.
        percent: Share done, 0 to 1 exactly, or why there is none.
        note: What else was said.
        basis: On what the state stands.
        origin: The cell in which the state was read.
        origins: The other cells in which it was read: of its share, its date, and what
            it changes in the plan.
        counts: Whether the state of the activity was taken from this report.
        rivals: Whether it may be as new as that report and tells another state.
        is_later: Whether it was not surely made by the day that was asked for.
    """

    as_of: Moment | None = None
    meeting: str = ""
    status: str
    word: str = ""
    change: str = ""
    percent: Fraction | Absence
    note: str = ""
    basis: Basis = Basis.REPORTED
    origin: Origin | None = None
    origins: tuple[Origin, ...] = attrs.field(default=(), converter=frozen_items)
    counts: bool = False
    rivals: bool = False
    is_later: bool = False


@frozen(kw_only=True)
class ExplainedClaim:
    """What one sender says in a contradiction."""

    value: str
    owner: str
    origin: Origin | None = None


@frozen(kw_only=True)
class ExplainedConflict:
    """A field in which senders contradict one another; both values are kept.

    Attributes:
        field: Its key.
        label: Its heading.
        about: The matter within the field, such as the day of a report.
        claims: What each sender says.
        take: What a person decided; empty where nobody did.
        because: Why.
        by: Who decided.
    """

    field: str
    label: str
    about: str = ""
    claims: tuple[ExplainedClaim, ...] = attrs.field(converter=frozen_items)
    take: str = ""
    because: str = ""
    by: str = ""


@frozen(kw_only=True)
class ExplainedStanding:
    """A figure in which an activity or an indicator counts, and as what.

    Attributes:
        method: Name of the scorer.
        kind: By what scores are told apart.
        scope: Id of the scope; empty for activities that have none.
        title: Its title.
        part: As what it counts there.
    """

    method: str = ""
    kind: ScopeKind
    scope: str
    title: str = ""
    part: ExplainedPart


@frozen(kw_only=True)
class ExplainedActivity:
    """All that is known of an activity.

    Attributes:
        id: Its id.
        number: Its number in the sender's list.
        title: Its title.
        state: Its state as of the day that was asked for.
        fields: What its rows say, field by field.
        references: The places in plans to which it belongs.
        reports: What was reported of it, oldest first.
        conflicts: Where senders contradict one another, decided or not.
        routes: Who carries it today, where its institution has changed.
        standings: The figures in which it counts.
    """

    id: ActivityId
    number: str = ""
    title: str = ""
    state: State
    fields: tuple[ExplainedField, ...] = attrs.field(default=(), converter=frozen_items)
    references: tuple[ExplainedReference, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    reports: tuple[ExplainedReport, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    conflicts: tuple[ExplainedConflict, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    standings: tuple[ExplainedStanding, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    routes: tuple[Route, ...] = attrs.field(default=(), converter=frozen_items)
