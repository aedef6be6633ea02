"""Find overlaps and gaps in a work plan.  What is found is suggested, never decided."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, Role
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.overlap import LookAlike, NamedActivity, Overlaps, Series
from almwp.model.party import PartyKind
from almwp.model.submission import Submission
from almwp.plan.alignmentplaces import Places, is_withdrawn
from almwp.plan.overlaplookalikes import Likeness, compare_titles
from almwp.plan.overlapmatrix import matrices_of, members_without
from almwp.plan.overlapmoney import names_of, shared_budgets, shared_payers
from almwp.plan.overlapseries import Unit, units_of
from almwp.plan.overlapwords import title_words


@frozen(kw_only=True)
class Scene:
    """What overlaps are looked for in.

    Attributes:
        activities: The activities.
        submissions: The files from which they come.
        framework: The programme; None where none is known.
        members: The members, in their order.
        country: The country of whose activities to tell overlaps; None for all.
        day: The day as of which to tell what was withdrawn; None for now.
    """

    activities: tuple[Activity, ...] = field(converter=frozen_items)
    submissions: tuple[Submission, ...] = field(default=(), converter=frozen_items)
    framework: Framework | None = None
    members: tuple[CountryCode, ...] = field(default=(), converter=frozen_items)
    country: CountryCode | None = None
    day: date | None = None
    not_settled: frozenset[ActivityId] = frozenset()

    @property
    def standing(self) -> tuple[Activity, ...]:
        """The activities that were not withdrawn, by id."""
        found = (a for a in self.activities if not is_withdrawn(a, self.day))
        return tuple(sorted(found, key=lambda activity: activity.id))

    @property
    def withdrawn(self) -> tuple[ActivityId, ...]:
        """The activities that were withdrawn, by id."""
        gone = (a.id for a in self.activities if is_withdrawn(a, self.day))
        return tuple(sorted(gone))


@frozen(kw_only=True)
class Alikes:
    """Activities that look alike, and what is only a series."""

    look_alikes: tuple[LookAlike, ...] = field(converter=frozen_items)
    series: tuple[Series, ...] = field(converter=frozen_items)
    crowded: tuple[str, ...] = field(converter=frozen_items)


def find_overlaps(scene: Scene) -> Overlaps:
    """Find overlaps and gaps; the order of the activities does not matter."""
    standing = scene.standing
    known = {activity.id: activity for activity in standing}
    alikes = find_alikes(scene)
    concerned = concerns(scene)
    budgets = shared_budgets(standing)
    return Overlaps(
        framework=scene.framework.id if scene.framework else None,
        country=scene.country,
        members=scene.members,
        activities=tuple(NamedActivity(id=a.id, title=a.title) for a in standing),
        withdrawn=scene.withdrawn,
        matrices=matrices_of(
            standing, scene.framework, scene.members, scene.not_settled
        ),
        members_without=members_without(standing, scene.members),
        look_alikes=alikes.look_alikes,
        series=alikes.series,
        payers=shared_payers(alikes.look_alikes, known),
        budgets=tuple(b for b in budgets if any(map(concerned, b.activities))),
        crowded=alikes.crowded,
    )


def find_alikes(scene: Scene) -> Alikes:
    """Find activities that look alike, and editions of what comes back."""
    standing = scene.standing
    titles = {activity.id: title_words(activity) for activity in standing}
    units = units_of(standing, titles)
    areas = _areas(scene.framework, standing)
    concerned = concerns(scene)

    sides = [_side_of(unit, areas, concerned) for unit in units]

    def may_overlap(one: int, other: int) -> bool:
        return _may_overlap(sides[one], sides[other])

    titles_of = [unit.titles for unit in units]
    areas_of = [side.areas for side in sides]
    compared = compare_titles(titles_of, areas_of, may_overlap)
    sent = _senders(scene)
    found = [
        _look_alike(
            units[one].activities[0], units[other].activities[0], sent, likeness
        )
        for (one, other), likeness in compared.alike.items()
    ]
    found.sort(key=lambda pair: (-pair.likeness, pair.one, pair.other))
    series = [
        Series(words=unit.words, activities=tuple(a.id for a in unit.activities))
        for unit in units
        if unit.words and any(concerned(a.id) for a in unit.activities)
    ]
    series.sort(key=lambda each: (each.words, each.activities))
    return Alikes(look_alikes=found, series=series, crowded=compared.crowded)


_Senders = Mapping[ActivityId, Sequence[Submission]]


def _senders(scene: Scene) -> _Senders:
    """Return which files name each activity."""
    by_file = {submission.sha256: submission for submission in scene.submissions}
    found: dict[ActivityId, list[Submission]] = defaultdict(list)
    for activity in scene.activities:
        for sha256 in sorted({row.sha256 for row in activity.origins}):
            if sha256 in by_file:
                found[activity.id].append(by_file[sha256])
    return found


def _leading(activity: Activity) -> set[CountryCode]:
    """Return the countries that lead or co-lead an activity."""
    parties = activity.leads + activity.co_leads
    return {CountryCode(p.id) for p in parties if p.kind is PartyKind.COUNTRY}


def _sending(activity: Activity, sent: _Senders) -> set[CountryCode]:
    """Return the countries that sent an activity."""
    return {s.country for s in sent.get(activity.id, ()) if s.country}


def _own(activity: Activity, sent: _Senders) -> set[CountryCode]:
    """Return the countries that lead; those that co-lead, or sent it, if none does.

    Who co-leads what another country leads does not make it an activity of its own.
    """
    leads = {CountryCode(p.id) for p in activity.leads if p.kind is PartyKind.COUNTRY}
    return leads or _leading(activity) or _sending(activity, sent)


def concerns(scene: Scene) -> Callable[[ActivityId], bool]:
    """Return what says whether an activity concerns the country that asks."""
    if scene.country is None:
        return lambda activity: True
    sent = _senders(scene)
    own = {
        a.id
        for a in scene.activities
        if a.is_owed_by_all or scene.country in _leading(a) | _sending(a, sent)
    }
    return own.__contains__


def _areas(
    framework: Framework | None, activities: Iterable[Activity]
) -> Mapping[ActivityId, frozenset[NodeId]]:
    if framework is None:
        return {}
    places = Places(framework)
    roles = (Role.PRIORITY_AREA, Role.TOPIC)
    return {a.id: frozenset(places.with_roles(a, *roles)) for a in activities}


@frozen(kw_only=True)
class _Side:
    """What of a unit says with which others it can be about the same thing.

    Attributes:
        ids: Its activities.
        areas: The areas in which these stand.
        linked: What the senders tied to them.
        is_concerned: Whether it concerns the country that asks.
    """

    ids: frozenset[ActivityId]
    areas: frozenset[NodeId]
    linked: frozenset[ActivityId]
    is_concerned: bool


def _side_of(
    unit: Unit,
    areas: Mapping[ActivityId, frozenset[NodeId]],
    concerned: Callable[[ActivityId], bool],
) -> _Side:
    members = unit.activities
    return _Side(
        ids=frozenset(a.id for a in members),
        areas=frozenset(area for a in members for area in areas.get(a.id, ())),
        linked=frozenset(link.other for a in members for link in a.links),
        is_concerned=any(concerned(activity.id) for activity in members),
    )


def _may_overlap(one: _Side, other: _Side) -> bool:
    """Say whether two units in the same area are to be compared.

    What the senders tied together themselves is known to them.
    """
    if not one.is_concerned and not other.is_concerned:
        return False
    return one.linked.isdisjoint(other.ids) and other.linked.isdisjoint(one.ids)


def _look_alike(
    one: Activity, other: Activity, sent: _Senders, likeness: Likeness
) -> LookAlike:
    institutions = {
        submission.institution
        for activity in (one, other)
        for submission in sent.get(activity.id, ())
        if submission.institution
    }
    return LookAlike(
        one=one.id,
        other=other.id,
        likeness=likeness.share,
        words=likeness.words,
        countries=sorted(_own(one, sent) & _own(other, sent)),
        one_co_led_by=names_of(one.co_leads),
        other_co_led_by=names_of(other.co_leads),
        institutions=sorted(institutions),
        one_paid_by=names_of(one.funders),
        other_paid_by=names_of(other.funders),
        one_serves=plans_named(one),
        other_serves=plans_named(other),
    )


def plans_named(activity: Activity) -> tuple[FrameworkId, ...]:
    """Return the plans that *activity* names, by id, each once."""
    return tuple(sorted({r.framework for r in activity.references if r.framework}))
