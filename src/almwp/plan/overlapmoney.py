"""Who pays for what is alike, and budgets that several activities name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.overlap import LookAlike, SharedBudget, SharedPayer
from almwp.model.party import Party

_GROUPED = re.compile(r"(?<=\d)[.,\s](?=\d{3}(?!\d))")


def names_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """Name *parties*, each once, in their order."""
    return tuple(dict.fromkeys(str(party) for party in parties))


def shared_payers(
    look_alikes: Iterable[LookAlike], activities: Mapping[ActivityId, Activity]
) -> tuple[SharedPayer, ...]:
    """Return who pays for, or supports, several activities that are alike."""
    names: dict[str, str] = {}
    held: dict[str, set[ActivityId]] = defaultdict(set)
    for pair in look_alikes:
        one = dict(_payers(activities[pair.one]))
        other = dict(_payers(activities[pair.other]))
        for payer in one.keys() & other.keys():
            held[payer] |= {pair.one, pair.other}
            names[payer] = min(names.get(payer, one[payer]), one[payer], other[payer])
    return tuple(
        SharedPayer(name=names[payer], activities=sorted(held[payer]))
        for payer in sorted(held)
    )


def shared_budgets(activities: Iterable[Activity]) -> tuple[SharedBudget, ...]:
    """Return budgets of the same amount by the same payer that several name.

    An amount alone tells nothing: round sums are often the same.  Who pays must be the
    same as well.
    """
    held: dict[tuple[str, str], list[tuple[Activity, str]]] = defaultdict(list)
    for activity in sorted(activities, key=lambda activity: activity.id):
        amount = amount_of(activity.budget)
        for payer, name in _payers(activity) if amount else ():
            held[amount, payer].append((activity, name))
    found: dict[tuple[ActivityId, ...], SharedBudget] = {}
    for _, same in sorted(held.items()):
        ids = tuple(activity.id for activity, _ in same)
        if len(ids) > 1 and ids not in found:
            (first, name), *_ = same
            found[ids] = SharedBudget(words=first.budget, name=name, activities=ids)
    return tuple(found.values())


def amount_of(budget: str) -> str:
    """Return a budget for comparing: its currency and figures; empty without figures.

    ``USD 50,000`` and ``50.000 usd`` compare equal.
    """
    words = fold(_GROUPED.sub("", budget)).split()
    if not any(any(sign.isdigit() for sign in word) for word in words):
        return ""
    return " ".join(sorted(words))


def _payers(activity: Activity) -> Iterator[tuple[str, str]]:
    """Give each funder and partner once: a key for comparing, and the name."""
    seen: set[str] = set()
    for party in (*activity.funders, *activity.partners):
        key = fold(party.id)
        if key and key not in seen:
            seen.add(key)
            yield key, str(party)
