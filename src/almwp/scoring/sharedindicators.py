"""One indicator of several countries: percentages are put together by their parts."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import field, frozen

from almwp.intake.measures import is_percentage
from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.indicator import Direction, Indicator
from almwp.model.policy import Cap, Policy
from almwp.scoring import achievementwords as words
from almwp.scoring.achievement import NONE, ONE, Achievement
from almwp.scoring.wording import because, shown


@frozen(kw_only=True)
class Followed:
    """An indicator and how far it came."""

    indicator: Indicator
    achievement: Achievement


@frozen(kw_only=True)
class Shared:
    """The same percentage in several countries, or any indicator by itself.

    Attributes:
        members: The indicator of each country, in the order of their ids.
    """

    members: tuple[Followed, ...] = field(converter=frozen_items)


def shared_by_countries(several: Iterable[Followed]) -> tuple[Shared, ...]:
    """Put the same percentage of several countries together.

    It is the same if plan, name, direction and kind are.  If a country has it twice,
    nobody can say which is meant, and each stands by itself.  Numbers that are no
    percentages are not put together: not all of them can be added up.
    """
    groups: dict[object, list[Followed]] = {}
    for each in sorted(several, key=lambda f: f.indicator.id):
        groups.setdefault(_sameness(each.indicator), []).append(each)
    found: list[Shared] = []
    for group in groups.values():
        countries = {each.indicator.country for each in group}
        if len(countries) == len(group):
            found.append(Shared(members=group))
        else:
            found += [Shared(members=(each,)) for each in group]
    return tuple(sorted(found, key=lambda shared: shared.members[0].indicator.id))


def put_together(
    indicator: Indicator, several: Iterable[Indicator]
) -> tuple[Indicator, ...]:
    """Return what is the same as *indicator* among *several*, itself included."""
    wanted = _sameness(indicator)
    return tuple(each for each in several if _sameness(each) == wanted)


def _sameness(indicator: Indicator) -> object:
    if indicator.country is None or not is_percentage(indicator.unit):
        return indicator.id
    name = fold(str(indicator.name)) or indicator.id
    return indicator.framework, name, indicator.direction, indicator.kind


def joint_achievement(shared: Shared, policy: Policy) -> Achievement:
    """Return how far a shared indicator came in all its countries together.

    Numerators are added up, and so are denominators; baselines and targets count by
    the same denominators.  The result is a mean of the countries' own shares, so where
    a denominator is missing it lies between the least and the most of these.
    """
    taken = [f for f in shared.members if not f.achievement.is_left_out]
    if len(taken) <= 1:
        # Nothing to put together; what was left out explains itself.
        return (taken or shared.members)[0].achievement
    achievements = [each.achievement for each in taken]
    countries = ", ".join(sorted(str(f.indicator.country) for f in taken))
    own = [
        because(words.ONE_OF, country=f.indicator.country, reason=reason)
        for f in shared.members
        for reason in f.achievement.reasons
    ]
    pooled = _pooled(taken, countries)
    if pooled:
        raw, said = pooled
        is_capped = policy.cap is Cap.CAPPED
        value = min(max(raw, NONE), ONE) if is_capped else raw
        capped = because(words.CAPPED, raw=raw, value=value) if value != raw else ""
        return Achievement(
            value=value,
            low=value,
            high=value,
            raw=raw,
            reasons=filter(None, (said, capped, *own)),
        )
    low, high = min(a.low for a in achievements), max(a.high for a in achievements)
    is_known = all(isinstance(a.value, Fraction) for a in achievements) and low == high
    said = because(words.SHARED_OPEN, countries=countries)
    missing = [a.value for a in achievements if isinstance(a.value, Absence)]
    return Achievement(
        value=low if is_known else next(iter(sorted(missing)), Absence.BLANK),
        low=low,
        high=high,
        reasons=(said, *own),
    )


def _pooled(taken: Sequence[Followed], countries: str) -> tuple[Fraction, str] | None:
    """Return the share of all together, or None where something is missing for it."""
    numerator = denominator = base = target = Fraction(0)
    signs = set()
    for each in taken:
        known, reading = each.achievement, each.achievement.reading
        if known.raw is None or each.indicator.direction is Direction.KEEP:
            return None
        if reading is None or known.baseline is None or known.target is None:
            return None
        if reading.numerator is None or reading.denominator is None:
            return None
        assert isinstance(known.baseline.value, Fraction)
        signs.add(known.target.value > known.baseline.value)
        if reading.denominator < 0:
            return None
        numerator += reading.numerator
        denominator += reading.denominator
        base += known.baseline.value * reading.denominator
        target += known.target.value * reading.denominator
    if len(signs) != 1 or not denominator:
        return None
    share = (100 * numerator - base) / (target - base)
    said = because(
        words.SHARED,
        countries=countries,
        numerator=shown(numerator),
        denominator=shown(denominator),
        baseline=shown(base / denominator),
        target=shown(target / denominator),
        share=share,
    )
    return share, said
