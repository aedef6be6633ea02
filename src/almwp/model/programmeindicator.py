"""Indicators that a programme itself sets, whoever measures them."""

from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import exact_if_known, frozen_items, is_filled
from almwp.model.ids import IndicatorId, NodeId
from almwp.model.indicator import Direction, IndicatorKind
from almwp.model.moment import Moment
from almwp.model.source import Basis, Source
from almwp.model.text import Text


@frozen(kw_only=True)
class ProgrammeIndicator:
    """A number by which a programme says that one of its nodes is to be followed.

    Attributes:
        id: Its name within the framework.
        number: The programme's own number, empty where not public.
        name: Its name.
        node: The outcome, target or area that it follows; None for the programme.
        unit: Its unit, such as ``%`` or ``workers``.
        direction: Which way is better, where the programme says so.
        kind: What a reading counts, where the programme says so.
        baseline: The value from which progress counts.
        baseline_when: The time of the baseline.
        target: What is to be reached.
        target_year: By the end of which year.
        basis: On what it stands.
        sources: Where it was read.
        note: What a careful reader should know.
    """

    id: IndicatorId = field(validator=is_filled)
    number: str = ""
    name: Text
    node: NodeId | None = None
    unit: str = ""
    direction: Direction | None = None
    kind: IndicatorKind | None = None
    baseline: Fraction | None = field(default=None, converter=exact_if_known)
    baseline_when: Moment | None = None
    target: Fraction | None = field(default=None, converter=exact_if_known)
    target_year: int | None = None
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""
