"""Work plans: what many submissions say together, contradictions included."""

from datetime import date
from enum import StrEnum

import attrs
from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.activityrows import activity_row
from almwp.model.decision import Decision, UnfitDecision
from almwp.model.fields import frozen_items, is_sha256, texts
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.indicator import Indicator
from almwp.model.notebook import shown
from almwp.model.rows import Row
from almwp.model.source import Basis, Origin, Source
from almwp.model.submission import Submission


@frozen(kw_only=True)
class Claim:
    """What one sender says in a conflict.

    Attributes:
        value: The value in words.
        owner: Who says so: country and institution.
        origin: The cell in which it stands.
    """

    value: str
    owner: str
    origin: Origin | None = None


@frozen(kw_only=True)
class Conflict:
    """Two senders say different things of the same activity or indicator.

    Both are kept; nothing is decided here.

    Attributes:
        activity: The activity; of an indicator, its id.
        field: Key of the field.
        about: The matter within the field, such as the day of a report; empty for
            the field as a whole.
        claims: What each sender says, two or more.
    """

    activity: ActivityId
    field: str
    about: str = ""
    claims: tuple[Claim, ...] = attrs.field(converter=frozen_items)


@frozen(kw_only=True)
class ResolvedConflict:
    """A conflict on which somebody decided; it stays to be seen.

    Attributes:
        conflict: What the senders say.
        decision: What was decided, by whom and why.
    """

    conflict: Conflict
    decision: Decision


@frozen(kw_only=True)
class Suggestion:
    """Two activities that may be one; whether they are is for a person to say.

    Attributes:
        activities: The two.
        titles: The titles that are near to each other, in the same order.
        owners: Who reports each.
        origins: The cells of the titles, where known.
        alike: How alike the titles are, of 100.
    """

    activities: tuple[ActivityId, ActivityId]
    titles: tuple[str, str]
    owners: tuple[str, str]
    origins: tuple[Origin | None, Origin | None] = (None, None)
    alike: int


class WhySuperseded(StrEnum):
    """Why one file takes the place of another."""

    MARKED_COPY = "marked copy"
    VERSION = "version"
    DECISION = "decision"


@frozen(kw_only=True)
class Superseded:
    """A submission in whose place a corrected one stands; its reports do not count.

    Attributes:
        submission: The earlier submission, kept as it was.
        by: Fingerprint of the file that takes its place.
        why: By what that is known.
    """

    submission: Submission
    by: str = attrs.field(validator=is_sha256)
    why: WhySuperseded


@frozen(kw_only=True)
class LikelyVersion:
    """Two files of one sender of which one may be the other corrected.

    Attributes:
        files: Their names; the one that seems to be the earlier first.
        sha256: Their fingerprints, in the same order.
    """

    files: tuple[str, str]
    sha256: tuple[str, str]


@frozen(kw_only=True)
class Route:
    """Who carries an activity today that an institution of former days reported.

    Attributes:
        activity: The activity.
        country: Whose institutions they are.
        was: The institution that reported it, in the report's words.
        owner: The institution that carries it today; empty where the subject of the
            activity does not surely tell, which is for a person to say.
        candidates: The institutions that carry parts of the former duties today.
        duties: The duties by which the owner is known.
        since: The day of the change, where the owner is known by the catalogue.
        basis: On what the change stands.
        sources: Where the change was read.
        decision: The decision by which the owner is known, if by one.
    """

    activity: ActivityId
    country: CountryCode
    was: str
    owner: str = ""
    candidates: tuple[str, ...] = attrs.field(default=(), converter=texts)
    duties: tuple[str, ...] = attrs.field(default=(), converter=texts)
    since: date | None = None
    basis: Basis = Basis.UNKNOWN
    sources: tuple[Source, ...] = attrs.field(default=(), converter=frozen_items)
    decision: Decision | None = None


@frozen(kw_only=True)
class WorkPlan:
    """What submissions say together.

    Attributes:
        framework: The framework to which most submissions report.
        activities: Every activity once.
        indicators: Every indicator once.
        submissions: What it was merged from, as far as it counts.
        conflicts: Where the submissions contradict one another, and nobody decided.
        decisions: What people decided, all of it, applied or not.
        resolved: Conflicts on which somebody decided.
        unfit: Decisions that were not applied, and why.
        suggestions: Activities that may be one.
        superseded: Submissions in whose place a corrected one stands.
        likely_versions: Files of which one may be the other corrected.
        routes: Activities of institutions that have changed, and who carries them.
    """

    framework: FrameworkId | None = None
    activities: tuple[Activity, ...] = attrs.field(default=(), converter=frozen_items)
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=frozen_items)
    submissions: tuple[Submission, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    conflicts: tuple[Conflict, ...] = attrs.field(default=(), converter=frozen_items)
    decisions: tuple[Decision, ...] = attrs.field(default=(), converter=frozen_items)
    resolved: tuple[ResolvedConflict, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    unfit: tuple[UnfitDecision, ...] = attrs.field(default=(), converter=frozen_items)
    suggestions: tuple[Suggestion, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    superseded: tuple[Superseded, ...] = attrs.field(default=(), converter=frozen_items)
    likely_versions: tuple[LikelyVersion, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    routes: tuple[Route, ...] = attrs.field(default=(), converter=frozen_items)

    @property
    def sent(self) -> tuple[Submission, ...]:
        """All that was ever sent: what counts, and what was superseded."""
        return (*self.submissions, *(each.submission for each in self.superseded))

    def rows(self, language: str = "en") -> list[Row]:
        """Return every activity as a row of plain values, in the order of the plan.

        The columns are told in ``docs/how-to/use-from-python.md``.  The state is that
        of the newest report; ``share_done`` is a share from 0 to 1.

        Args:
            language: In which language to give titles that have several.
        """
        return [activity_row(activity, language) for activity in self.activities]

    def _repr_html_(self) -> str:
        """Return the plan as a notebook shows it."""
        counts = (
            f"{len(self.activities)} activities and {len(self.indicators)} indicators "
            f"from {len(self.submissions)} files, {len(self.conflicts)} conflicts"
        )
        title = f"Plan: {self.framework or 'no framework named'}"
        columns = ("id", "title", "leads", "timeframe", "status", "share_done", "as_of")
        return shown(title, [counts], self.rows(), columns, of="activities")
