"""Scores: exact shares that say what they were made from and what is not known."""

from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import (
    exact,
    exact_if_known,
    frozen_items,
    is_filled,
    is_not_negative,
)
from almwp.model.ids import FrameworkId
from almwp.model.indicator import Disaggregation
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.notebook import shown
from almwp.model.policy import Policy
from almwp.model.rows import Row, exact_cells, moment_cells, number_cells, several
from almwp.model.scopekind import ScopeKind as ScopeKind
from almwp.model.source import Basis, Origin, Statement
from almwp.model.text import Text


@frozen(kw_only=True)
class PartAt:
    """What one thing was at one of the two moments between which it changed.

    Attributes:
        as_of: The moment.
        value: Its value then, or why there was none.
        low: The least that it can have been.
        high: The most.
        reason: Why it had this value, in words.
        origin: The cell in which the value was read.
        origins: Every other cell that decides the value.
    """

    as_of: Moment
    value: Fraction | Absence
    low: Fraction = field(converter=exact)
    high: Fraction = field(converter=exact)
    reason: str = ""
    origin: Origin | None = None
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Part:
    """One thing that went into a score.

    Attributes:
        id: What it is, such as the id of an activity.
        title: Its title.
        weight: Its weight, not negative; None where nobody knows it.
        value: Its value, or why there is none.
        reason: Why it has this value, in words.
        basis: On what its place in this score stands.
        origin: The cell in which the value was read.
        origins: Every other cell that decides the value, such as those of a baseline.
        low: The least that its value can be, where it is counted and not known for
            sure: it has none, or one that rests on an old report.
        high: The most.
        raw: The value before more than the target was capped; None where it is the
            same, or there is no such number.
        before: What it was before, where its value is a change.
        after: What it became.
        is_left_out: Whether it is only shown: by the policy, or as it was withdrawn, it
            does not count, and its weight is none.
        missing_as: Why there is no value, by a name that tells more than the absence,
            such as ``reports that differ``; empty where the absence says it all.
    """

    id: str
    title: Text = Text()
    weight: Fraction | None = field(
        default=Fraction(1), converter=exact_if_known, validator=is_not_negative
    )
    value: Fraction | Absence
    reason: str = ""
    basis: Basis = Basis.REPORTED
    origin: Origin | None = None
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)
    low: Fraction | None = None
    high: Fraction | None = None
    raw: Fraction | None = None
    before: PartAt | None = None
    after: PartAt | None = None
    is_left_out: bool = False
    missing_as: str = ""

    @property
    def missing(self) -> str:
        """The name of why it has no value or does not count; empty where it does."""
        if isinstance(self.value, Absence):
            return self.missing_as or str(self.value)
        return self.missing_as if self.is_left_out else ""


@frozen(kw_only=True)
class Score:
    """An exact number with its bounds.

    Attributes:
        value: The value, or why there is none.
        low: The least it can be, whatever is missing.
        high: The most it can be.
        known: How many of its parts are known.
        total: How many parts there are.
        method: How it was made, in words.
        parts: What it was made from.
        reasons: What a careful reader should know.

    Raises:
        ValueError: The value is outside its bounds, or more is known than there is.
    """

    value: Fraction | Absence
    low: Fraction = field(converter=exact)
    high: Fraction = field(converter=exact)
    known: int
    total: int
    method: str = field(validator=is_filled)
    parts: tuple[Part, ...] = field(default=(), converter=frozen_items)
    reasons: tuple[str, ...] = field(default=(), converter=frozen_items)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"bounds are in order: {self.low} > {self.high}")
        inside = isinstance(self.value, Absence) or self.low <= self.value <= self.high
        if not inside:
            raise ValueError(f"{self.value} is outside {self.low} to {self.high}")
        if not 0 <= self.known <= self.total:
            raise ValueError(f"{self.known} of {self.total} cannot be known")

    def cells(self) -> Row:
        """Return the score as the columns of a row."""
        bounds = exact_cells("low", self.low) | exact_cells("high", self.high)
        number = number_cells("value", self.value) | bounds
        return number | {"known": self.known, "total": self.total}


@frozen(kw_only=True)
class Scope:
    """What a score speaks of.

    Attributes:
        kind: By what scores are told apart.
        id: Id of the outcome, area, body or country; empty for activities that have
            none.
        title: Its title.
        basis: The weakest basis on which an activity was put here.
    """

    kind: ScopeKind
    id: str
    title: Text
    basis: Basis = Basis.REPORTED


@frozen(kw_only=True)
class Share:
    """One of the shares of a line, such as ``completed``."""

    name: str = field(validator=is_filled)
    score: Score


@frozen(kw_only=True)
class GroupScore:
    """The score of one group of people within a scope, such as women.

    Attributes:
        group: The group; several where readings speak of women in agriculture.
        score: The score, of what is told of this group only.
    """

    group: tuple[Disaggregation, ...] = field(converter=frozen_items)
    score: Score


@frozen(kw_only=True)
class ScoreLine:
    """The score of one scope.

    Attributes:
        scope: What it speaks of.
        score: The score.
        shares: Shares that together make the whole, for methods that have them.
        figures: Further figures by name, which do not make a whole.
        as_of: The moment of which it speaks, for methods that follow a scope over
            several; None where the whole card is of one.
        groups: The scores of groups of people, where they are told apart.
    """

    scope: Scope
    score: Score
    shares: tuple[Share, ...] = field(default=(), converter=frozen_items)
    figures: tuple[Share, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    groups: tuple[GroupScore, ...] = field(default=(), converter=frozen_items)

    @property
    def figures_by_name(self) -> tuple[tuple[str, str, Score], ...]:
        """All its figures: what each is, its name, and the score."""
        told = [("score", "", self.score)]
        told += [("share", each.name, each.score) for each in self.shares]
        told += [("figure", each.name, each.score) for each in self.figures]
        for each in self.groups:
            name = several(f"{part.by}: {part.group}" for part in each.group)
            told.append(("group", name, each.score))
        return tuple(told)


@frozen(kw_only=True)
class Scorecard:
    """Scores by scope.  Lines stand in the order of ids, never in that of scores.

    Of a scope that is followed over several moments there is one line for each of them,
    the oldest first.

    Attributes:
        method: Name of the scorer.
        framework: The framework by which was rolled up.
        as_of: The day as of which it holds; None for the newest reports.
        lines: The programme first, then each scope.
        remarks: What must be said with these figures.
        manifest: What they were made from.
        policy: The choices on which they rest.
        counts: What their parts are: ``activities`` or ``indicators``.
    """

    method: str = field(validator=is_filled)
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    lines: tuple[ScoreLine, ...] = field(default=(), converter=frozen_items)
    remarks: tuple[Statement, ...] = field(default=(), converter=frozen_items)
    manifest: Manifest = Manifest()
    policy: Policy = Policy()
    counts: str = "activities"

    def line(self, kind: ScopeKind, scope: str) -> ScoreLine | None:
        """Return the line of one scope, of several moments the newest one, or None."""
        wanted = (kind, scope)
        return next(
            (x for x in self.latest_lines if (x.scope.kind, x.scope.id) == wanted), None
        )

    @property
    def latest_lines(self) -> tuple[ScoreLine, ...]:
        """The lines of this card, of each scope only that of the newest moment."""
        latest = {(x.scope.kind, x.scope.id): x for x in self.lines}
        return tuple(latest.values())

    def rows(self, language: str = "en") -> list[Row]:
        """Return every figure of every line as a row of plain values.

        Rows whose ``what`` is ``score`` are the scores themselves, one for each line.
        Values are in the unit of the method: most often a share from 0 to 1.

        Args:
            language: In which language to give titles that have several.
        """
        return [
            {
                "method": self.method,
                "framework": self.framework or "",
                "scope_kind": str(line.scope.kind),
                "scope": line.scope.id,
                "title": line.scope.title.in_(language),
                "scope_basis": str(line.scope.basis),
                **moment_cells("as_of", line.as_of or self.as_of),
                "what": what,
                "name": name,
                **score.cells(),
            }
            for line in self.lines
            for what, name, score in line.figures_by_name
        ]

    def _repr_html_(self) -> str:
        """Return the scores as a notebook shows them."""
        title = f"Scores: {self.method}, {self.framework or 'no framework named'}"
        as_of = f"as of {self.as_of or 'the newest reports'}, counting {self.counts}"
        facts = [as_of, *(f"{r.text} ({r.basis})" for r in self.remarks)]
        rows = [row for row in self.rows() if row["what"] == "score"]
        columns = ("scope_kind", "scope", "title", "value", "low", "high")
        return shown(title, facts, rows, (*columns, "known", "total"), of="scores")
