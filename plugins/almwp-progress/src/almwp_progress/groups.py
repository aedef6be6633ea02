"""Achievement of single groups, such as women, and what nobody told apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.model.score import GroupScore, Score
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.scoring import achievementwords as words
from almwp.scoring.achievement import achievement_of
from almwp.scoring.groups import (
    TOLD_APART,
    Groups,
    groups_of,
    not_told_apart,
    order_of,
)
from almwp.scoring.sharedindicators import Followed
from almwp.scoring.wording import because

_NAMES: Mapping[str, Text] = MappingProxyType(
    {
        "sex": Text.from_forms({"en": "sex", "vi": "giới tính"}),
        "sector": Text.from_forms({"en": "sector", "vi": "ngành"}),
        "migrant status": Text.from_forms(
            {"en": "migrant status", "vi": "tình trạng di cư"}
        ),
    }
)


@frozen(kw_only=True)
class FollowedGroup:
    """A group and how far the indicators came that have readings of it.

    Attributes:
        group: The group, in the words of the first who names it.
        several: The indicators with their achievement for this group.
    """

    group: Groups
    several: tuple[Followed, ...] = field(converter=frozen_items)


def followed_groups(
    indicators: Iterable[Indicator], policy: Policy, as_of: Moment | None
) -> tuple[FollowedGroup, ...]:
    """Return every group of which there are readings, in the order of its words.

    Capital letters and accents do not make another group.
    """
    day: date | None = as_of.end if as_of else None
    named: dict[object, Groups] = {}
    found: dict[object, list[Followed]] = {}
    for indicator in indicators:
        for group in groups_of(indicator):
            key = tuple((each.by, fold(each.group) or each.group) for each in group)
            known = achievement_of(indicator, policy, day, group)
            named[key] = min(named.get(key, group), group, key=order_of)
            found.setdefault(key, []).append(
                Followed(indicator=indicator, achievement=known)
            )
    order = sorted(named, key=lambda key: order_of(named[key]))
    return tuple(FollowedGroup(group=named[k], several=found[k]) for k in order)


def group_scores(
    groups: Iterable[FollowedGroup],
    standing: Iterable[Indicator],
    score_of: Callable[[Sequence[Followed]], Score],
) -> tuple[GroupScore, ...]:
    """Return the scores of the groups among the indicators of one scope."""
    ids = {indicator.id for indicator in standing}
    found = []
    for each in groups:
        several = [f for f in each.several if f.indicator.id in ids]
        if several:
            found.append(GroupScore(group=each.group, score=score_of(several)))
    return tuple(found)


def asked_for(standing: Sequence[Indicator]) -> tuple[str, ...]:
    """Say of how many indicators which groups are to be asked for."""
    return tuple(
        because(words.GROUPS_MISSING, by=by, count=count, total=total)
        for by, count, total in _missing(standing)
    )


def remark_on_groups(indicators: Sequence[Indicator]) -> tuple[Statement, ...]:
    """Return the same for all indicators, to be said with the whole table."""
    texts = [
        Text.from_forms(
            {
                "en": f"not told apart by {_NAMES[by].in_('en')}: {count} of {total}"
                " indicators; ask for it",
                "vi": f"chưa phân tách theo {_NAMES[by].in_('vi')}: {count} trên"
                f" {total} chỉ số; cần hỏi thêm",
            }
        )
        for by, count, total in _missing(indicators)
    ]
    return tuple(
        Statement(about="groups", text=text, basis=Basis.REPORTED) for text in texts
    )


def _missing(indicators: Sequence[Indicator]) -> list[tuple[str, int, int]]:
    """Return by what, of how many and of how many in all; those with readings count."""
    measured = [indicator for indicator in indicators if indicator.readings]
    lacking = [by for indicator in measured for by in not_told_apart(indicator)]
    return [
        (by, lacking.count(by), len(measured)) for by in TOLD_APART if by in lacking
    ]
