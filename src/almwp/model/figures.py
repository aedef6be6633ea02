"""Figures of a report: described once, in numbers, and drawn by each exporter."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen, validators

from almwp.model.fields import exact, frozen_items, is_not_negative, texts
from almwp.model.moment import Moment, Period
from almwp.model.source import Origin
from almwp.model.told import Told, table_told


@frozen(kw_only=True)
class Bar:
    """One bar of a figure: a share with its bounds, all from 0 to 1."""

    label: str
    value: Fraction | None = None
    low: Fraction
    high: Fraction
    text: str = ""


@frozen(kw_only=True)
class Figure:
    """Bars: shares with their bounds.

    Attributes:
        caption: What it shows.
        bars: Its bars from the top down.
        alternative: The same in words.
        origins: Where it comes from.
    """

    caption: str
    bars: tuple[Bar, ...] = field(default=(), converter=frozen_items)
    alternative: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it shows, piece by piece."""
        rows = (
            (
                (bar.label, None),
                (bar.text, bar.value),
                (str(bar.low), bar.low),
                (str(bar.high), bar.high),
            )
            for bar in self.bars
        )
        heads = ("label", "value", "low", "high")
        yield from table_told(
            "figure", self.caption, heads, rows, self.alternative, self.origins
        )


class Standing(StrEnum):
    """How a stretch of a timeline looks."""

    DONE = "done"
    RUNNING = "running"
    AHEAD = "ahead"
    LATE = "late"
    NOT_REPORTED = "not reported"
    NOT_KNOWN = "not known"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class Stretch:
    """One row of a timeline.

    Attributes:
        label: What takes place.
        start: When it starts, as precisely as it is known; None where it is not.
        end: When it ends; None where it is not known.
        standing: How it stands.
        text: What a person reads beside it, such as the words of the time frame.
    """

    label: str
    start: Moment | None = None
    end: Moment | None = None
    standing: Standing = Standing.NOT_KNOWN
    text: str = ""


@frozen(kw_only=True)
class Timeline:
    """Activities over time, with the line of the day as of which they are told.

    Attributes:
        caption: What it shows.
        stretches: Its rows from the top down.
        as_of: The day of the line; None for no line.
        period: Years that its axis shows at least; None for those of its rows alone.
        alternative: The same in words.
        origins: Where it comes from.
    """

    caption: str
    stretches: tuple[Stretch, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    period: Period | None = None
    alternative: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it shows, piece by piece."""
        rows = (
            (
                (each.label, None),
                (str(each.start or ""), None),
                (str(each.end or ""), None),
                (str(each.standing), None),
                (each.text, None),
            )
            for each in self.stretches
        )
        heads = ("label", "start", "end", "standing", "timeframe")
        yield from table_told(
            "timeline", self.caption, heads, rows, self.alternative, self.origins
        )


@frozen(kw_only=True)
class Square:
    """One square of a grid.

    Attributes:
        text: What a person reads in it; short, such as a count.
        depth: How dark it is, from 0 (nothing) to 1.
    """

    text: str = ""
    depth: Fraction = field(
        default=Fraction(0), converter=exact, validator=[is_not_negative]
    )


@frozen(kw_only=True)
class GridRow:
    """One row of a grid."""

    label: str
    squares: tuple[Square, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Grid:
    """A matrix, such as that of members by priority area.

    Attributes:
        caption: What it shows.
        columns: The headings of its columns.
        rows: Its rows from the top down, each with a square for each column.
        alternative: The same in words.
        origins: Where it comes from.

    Raises:
        ValueError: A row has more or fewer squares than there are columns.
    """

    caption: str
    columns: tuple[str, ...] = field(default=(), converter=texts)
    rows: tuple[GridRow, ...] = field(default=(), converter=frozen_items)
    alternative: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row.squares) != len(self.columns):
                count = len(row.squares)
                raise ValueError(f"a row has {count} of {len(self.columns)} squares")

    def told(self) -> Iterator[Told]:
        """Give what it shows, piece by piece."""
        rows = (
            ((row.label, None), *((s.text, s.depth) for s in row.squares))
            for row in self.rows
        )
        heads = ("label", *self.columns)
        yield from table_told(
            "grid", self.caption, heads, rows, self.alternative, self.origins
        )


@frozen(kw_only=True)
class PathPoint:
    """A value at a time, as precisely as the time is known."""

    when: Moment
    value: Fraction = field(converter=exact)
    text: str = ""


@frozen(kw_only=True)
class TargetPath:
    """The readings of an indicator against its path to the target.

    Attributes:
        caption: What it shows.
        unit: The unit of its values.
        path: The baseline, the milestones and the target, oldest first.
        readings: What was read, oldest first.
        alternative: The same in words.
        origins: Where it comes from.
    """

    caption: str
    unit: str = ""
    path: tuple[PathPoint, ...] = field(default=(), converter=frozen_items)
    readings: tuple[PathPoint, ...] = field(default=(), converter=frozen_items)
    alternative: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it shows, piece by piece."""
        rows = (
            ((part, None), (str(point.when), None), (point.text, point.value))
            for part, points in (("path", self.path), ("reading", self.readings))
            for point in points
        )
        heads = ("part", "when", "value")
        yield from table_told(
            "target path", self.caption, heads, rows, self.alternative, self.origins
        )


@frozen(kw_only=True)
class Stream:
    """So many things that went from one place on the left to one on the right."""

    source: str
    to: str
    count: int = field(validator=validators.ge(0))


@frozen(kw_only=True)
class Flow:
    """What becomes of things from one period to the next.

    Attributes:
        caption: What it shows.
        before: The heading on the left, such as a period.
        after: The heading on the right.
        streams: How many go from where to where; places stand in the order in which
            they occur first.
        alternative: The same in words.
        origins: Where it comes from.
    """

    caption: str
    before: str = ""
    after: str = ""
    streams: tuple[Stream, ...] = field(default=(), converter=frozen_items)
    alternative: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it shows, piece by piece."""
        rows = (
            (
                (each.source, None),
                (each.to, None),
                (str(each.count), Fraction(each.count)),
            )
            for each in self.streams
        )
        heads = ("source", "to", "count")
        yield from table_told(
            "flow", self.caption, heads, rows, self.alternative, self.origins
        )


AnyFigure = Figure | Timeline | Grid | TargetPath | Flow
"""Every kind of figure."""
