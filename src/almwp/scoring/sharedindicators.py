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
from almwp.model.surely import surely
from almwp.scoring import achievementwords as words
from almwp.scoring.achieved import NONE, ONE, Achievement
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


@frozen(kw_only=True)
class Pool:
    """The sums of an indicator over its countries.

    Attributes:
        numerator: All numerators together.
        denominator: All denominators together.
        baseline: The baseline of all, by their denominators.
        target: The target of all, likewise.
        left: Of what is to be kept, how many lie between the readings and the targets;
            None of others.
        way: The same between the baselines and the targets.
        share: How far all came together.
    """

    numerator: Fraction
    denominator: Fraction
    baseline: Fraction
    target: Fraction
    left: Fraction | None = None
    way: Fraction | None = None
    share: Fraction


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
    the same denominators.  The result is a mean of the countries' own shares, also of
    what is to be kept, so where a denominator is missing it lies between the least and
    the most of these.
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
    cells = tuple(dict.fromkeys(cell for a in achievements for cell in a.cells))
    pool = pooled(taken)
    if pool:
        raw, said = pool.share, _told(pool, countries)
        is_capped = policy.cap is Cap.CAPPED
        value = min(max(raw, NONE), ONE) if is_capped else raw
        capped = because(words.CAPPED, raw=raw, value=value) if value != raw else ""
        return Achievement(
            value=value,
            low=value,
            high=value,
            raw=raw,
            reasons=filter(None, (said, capped, *own)),
            cells=cells,
        )
    low, high = min(a.low for a in achievements), max(a.high for a in achievements)
    is_known = all(isinstance(a.value, Fraction) for a in achievements) and low == high
    has_parts = all(map(_has_parts, achievements))
    sentence = words.SHARED_NO_FORMULA if has_parts else words.SHARED_OPEN
    said = because(sentence, countries=countries)
    missing = sorted((a.value, a.missing_as) for a in achievements if _is_absent(a))
    why, name = next(iter(missing), (Absence.BLANK, words.NOT_TOGETHER))
    return Achievement(
        value=low if is_known else why,
        low=low,
        high=high,
        reasons=(said, *own),
        missing_as="" if is_known else name,
        cells=cells,
    )


def _is_absent(known: Achievement) -> bool:
    return isinstance(known.value, Absence)


def _has_parts(known: Achievement) -> bool:
    reading = known.reading
    if reading is None:
        return False
    return None not in (reading.numerator, reading.denominator)


def pooled(taken: Sequence[Followed]) -> Pool | None:
    """Return the sums of all together, or None where something is missing for them.

    Of what is to be kept, the distances to the targets are added up: above one target
    and below another do not make up for each other.
    """
    numerator = denominator = base = target = left = way = Fraction(0)
    signs = set()
    for each in taken:
        known, reading = each.achievement, each.achievement.reading
        if known.raw is None or reading is None:
            return None
        if known.baseline is None or known.target is None:
            return None
        if reading.numerator is None or not reading.denominator:
            return None
        start = surely(Fraction, known.baseline.value)
        aim, people = surely(Fraction, known.target.value), reading.denominator
        if people < 0:
            return None
        signs.add(aim > start)
        numerator += reading.numerator
        denominator += people
        base += start * people
        target += aim * people
        way += abs(start - aim) * people
        left += (1 - known.raw) * abs(start - aim) * people
    is_kept = taken[0].indicator.direction is Direction.KEEP
    if not denominator or (len(signs) != 1 and not is_kept):
        return None
    if not is_kept:
        share = (100 * numerator - base) / (target - base)
    elif way:
        share = 1 - left / way
    elif all(each.achievement.raw == 1 for each in taken):
        share = ONE
    else:
        return None
    return Pool(
        numerator=numerator,
        denominator=denominator,
        baseline=base / denominator,
        target=target / denominator,
        left=left / 100 if is_kept else None,
        way=way / 100 if is_kept else None,
        share=share,
    )


def _told(pool: Pool, countries: str) -> str:
    facts: dict[str, object] = {
        "countries": countries,
        "numerator": shown(pool.numerator),
        "denominator": shown(pool.denominator),
    }
    if pool.left is None or pool.way is None:
        facts["baseline"], facts["target"] = shown(pool.baseline), shown(pool.target)
        return because(words.SHARED, share=pool.share, **facts)
    if not pool.left:
        return because(words.SHARED_ALL_KEPT, **facts)
    facts["left"], facts["way"] = shown(pool.left), shown(pool.way)
    return because(words.SHARED_KEPT, share=pool.share, **facts)
