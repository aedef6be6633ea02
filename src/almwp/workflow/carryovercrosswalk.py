"""Check the crosswalk of a carry-over against the programmes and the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework, Succession
from almwp.model.ids import ActivityId, FrameworkId
from almwp.plan.carryoverproposals import ActivityNames
from almwp.plan.crosswalkdoubts import CrosswalkCheck, CrosswalkDoubt, Doubted
from almwp.workflow.carryoverperiods import Periods
from almwp.workflow.crosswalks import framework_before


@frozen(kw_only=True)
class GivenSuccessions:
    """Successions of one file or one framework.

    Attributes:
        name: Name of the file, or id of the framework; empty where nobody says.
        successions: They, in their order there.
        is_own: Whether the user gave them for this carry-over.
    """

    name: str = ""
    successions: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    is_own: bool = False


@frozen(kw_only=True, eq=False)
class CheckedSuccessions:
    """The crosswalk of a carry-over, and what is doubtful in it.

    Attributes:
        every: All successions, each once.
        places: Where each stands: the file or framework, and its number there.
        doubtful: Those that only suggest.
        doubts: What is doubtful, in words.
    """

    every: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    places: Mapping[Succession, str] = field(factory=dict)
    doubtful: frozenset[Succession] = frozenset()
    doubts: tuple[CrosswalkDoubt, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True, eq=False)
class FilesKnown:
    """What the files hold that a crosswalk may name.

    Attributes:
        names: The ids under which activities were reported.
        carried: Activities of the earlier programme.
        numbers: The same by their folded numbers.
        later: Activities of the next programme, and proposals for it.
    """

    names: ActivityNames
    carried: frozenset[ActivityId]
    numbers: Mapping[str, tuple[ActivityId, ...]] = field(factory=dict)
    later: frozenset[str] = frozenset()

    def is_carried(self, name: str) -> bool:
        """Say whether a name is an activity of the earlier programme."""
        return any(each in self.carried for each in self.names.named(name))

    def is_later(self, name: str) -> bool:
        """Say whether a name is an activity or a proposal of the next programme."""
        return name in self.later or any(
            each in self.later for each in self.names.named(name)
        )

    def meant(self, name: str) -> tuple[ActivityId, ...]:
        """Return activities of the earlier programme with a number as it was typed."""
        return () if ":" in name else self.numbers.get(fold(name), ())


def numbers_of(
    activities: Iterable[ActivityId],
) -> Mapping[str, tuple[ActivityId, ...]]:
    """Return *activities* by their folded numbers, without their senders."""
    found: dict[str, list[ActivityId]] = {}
    for name in sorted(activities):
        found.setdefault(fold(name.partition(":")[2]), []).append(name)
    return {number: tuple(several) for number, several in found.items()}


def check_successions(
    given: Sequence[GivenSuccessions],
    to: Framework,
    periods: Periods,
    files: FilesKnown,
    translate: Translate = in_english,
) -> CheckedSuccessions:
    """Return the successions of a carry-over with what is doubtful in them.

    Args:
        given: The successions, file by file.
        to: The next programme.
        periods: Both periods.
        files: What the files hold.
        translate: Into the language of the doubts.
    """
    places: dict[Succession, str] = {}
    for one in given:
        for number, each in enumerate(one.successions, start=1):
            words = translate("{name}, entry {number}")
            if not one.name:
                words = translate("entry {number}")
            places.setdefault(each, words.format(name=one.name, number=number))
    pairs: dict[tuple[FrameworkId, FrameworkId], list[Succession]] = {}
    for each in places:
        if each.new_framework in periods.new:
            pair = (each.old_framework, each.new_framework)
            pairs.setdefault(pair, []).append(each)
    doubts = [*_of_nowhere(given, to, periods, translate)]
    for (old, new), links in pairs.items():
        before, after = periods.plans.get(old), periods.plans.get(new)
        if before is None or after is None:
            continue  # said above
        check = CrosswalkCheck(
            before=framework_before(before, after),
            after=after,
            is_activity=files.is_carried if old in periods.old else None,
            is_later=files.is_later,
            meant=files.meant if old in periods.old else None,
            translate=translate,
        )
        doubts += check.doubts(links)
    return CheckedSuccessions(
        every=tuple(places),
        places=places,
        doubtful=frozenset(
            chain.from_iterable(each.links for each in doubts if each.holds_back)
        ),
        doubts=[
            CrosswalkDoubt(
                words=each.words,
                holds_back=each.holds_back,
                entries=dict.fromkeys(places[link] for link in each.links),
            )
            for each in doubts
        ],
    )


def _of_nowhere(
    given: Iterable[GivenSuccessions],
    to: Framework,
    periods: Periods,
    translate: Translate,
) -> Iterator[Doubted]:
    """Give entries of the user's own that this carry-over does not use."""
    for one in given:
        for each in one.successions if one.is_own else ():
            if each.new_framework not in periods.new:
                words = translate("it leads to {other}, not to {programme}")
                facts = {"other": each.new_framework, "programme": to.id}
            elif each.old_framework not in periods.plans:
                words = translate("there is no framework {other}")
                facts = {"other": each.old_framework, "programme": to.id}
            else:
                continue
            yield Doubted(links=[each], words=words.format_map(facts))
