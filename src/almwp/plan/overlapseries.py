"""Series: editions of what comes back, which look alike and are no overlap."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId
from almwp.plan.overlapwords import TitleWords


@frozen(kw_only=True)
class Unit:
    """What is compared as one: an activity, or a whole series of editions.

    Attributes:
        activities: The activity, or the editions, by id.
        words: What the titles of editions have in common; empty for one activity.
        titles: All titles, each once.
    """

    activities: tuple[Activity, ...] = field(converter=frozen_items)
    words: str = ""
    titles: tuple[TitleWords, ...] = field(default=(), converter=frozen_items)


def units_of(
    activities: Iterable[Activity],
    titles: Mapping[ActivityId, tuple[TitleWords, ...]],
) -> tuple[Unit, ...]:
    """Group editions of one series; every other activity is a unit by itself.

    Two activities are editions of one series if their titles differ in numbers only,
    as *8th Conference 2021* and *9th Conference 2022*, or if the same leads hold the
    same title in different years.
    """
    known = {activity.id: activity for activity in activities}
    with_base: dict[tuple[str, str], list[ActivityId]] = defaultdict(list)
    for own in sorted(known):
        for title in titles[own]:
            if len(title.keys) > 1:
                who = "" if title.editions else _leads(known[own])
                with_base[title.base, who].append(own)
    taken: dict[ActivityId, tuple[str, list[ActivityId]]] = {}
    for base, who in sorted(with_base):
        if len(with_base[base, who]) < 2:
            continue
        free = [own for own in with_base[base, who] if own not in taken]
        editions = {own: _edition(known[own], base, titles[own]) for own in free}
        # Without a number or a year of its own an activity is an edition of nothing.
        told = [own for own in free if editions[own]]
        if len(told) > 1 and len({editions[own] for own in told}) == len(told):
            group = (_text(base, titles[told[0]]), told)
            taken.update(dict.fromkeys(told, group))
    units, done = [], set()
    for own in sorted(known):
        words, members = taken.get(own, ("", [own]))
        if members[0] in done:
            continue
        done.add(members[0])
        forms = {t.base: t for member in members for t in titles[member]}
        units.append(
            Unit(
                activities=tuple(known[member] for member in members),
                words=words,
                titles=tuple(forms[base] for base in sorted(forms)),
            )
        )
    return tuple(units)


def _edition(
    activity: Activity, base: str, titles: Iterable[TitleWords]
) -> tuple[str, ...]:
    """Return by what an edition is told from others: its numbers, else its years."""
    numbers = next((t.editions for t in titles if t.base == base), ())
    if numbers:
        return numbers
    time = activity.timeframe
    return (str(time.start.start.year),) if time.start else ()


def _leads(activity: Activity) -> str:
    """Return who leads, as one key; two countries with one title are no series."""
    return " ".join(sorted({f"{p.kind}:{p.id}" for p in activity.leads}) or ["nobody"])


def _text(base: str, titles: Iterable[TitleWords]) -> str:
    """Return the title without its numbers, in the words that were written."""
    title = next(t for t in titles if t.base == base)
    return title.text
