"""What takes up activities in the next period: proposals, successors, crosswalk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from almwp.model.activity import Activity, LinkKind
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.plan.carryover import ActivityFate, CarryOverReason, Evidence
from almwp.plan.carryoverproposals import (
    SentProposal,
    TakenUp,
    alike_titles,
)
from almwp.plan.reported import titles_of
from almwp.workflow.carryoverentries import Found, by_crosswalk
from almwp.workflow.carryovertaking import Taking

_BY_LINK = {
    LinkKind.CONTINUES: ActivityFate.CONTINUES,
    LinkKind.SAME_AS: ActivityFate.CONTINUES,
    LinkKind.FOLLOWS_UP: ActivityFate.SUCCEEDED,
}
"""What an activity becomes to which one of the next programme is tied."""


@frozen(kw_only=True, eq=False)
class Taken:
    """What takes up what.

    Attributes:
        reasons: Of each activity, what proposals, links and the crosswalk say of it.
        taken_up: What each proposal names, by its id.
        alike: Activities with a proposal's title or nearly so, by its id.
        proposed_on: When an activity was proposed anew, where the files say so.
    """

    reasons: Mapping[ActivityId, tuple[CarryOverReason, ...]]
    taken_up: Mapping[str, TakenUp] = field(factory=dict)
    alike: Mapping[str, tuple[ActivityId, ...]] = field(factory=dict)
    proposed_on: Mapping[ActivityId, tuple[Moment, ...]] = field(factory=dict)


def taken(taking: Taking) -> Taken:
    """Find out what proposals, later activities and the crosswalk take up."""
    ids = taking.ids
    taken_up = {
        sent.id: taking.names.taken_up(sent.proposal, ids) for sent in taking.proposals
    }
    unnamed = [
        sent
        for sent in taking.proposals
        if not taken_up[sent.id].ids
        and sent.is_filled_in
        and taking.is_for_next(sent.proposal)
    ]
    alike = alike_titles(unnamed, taking.carried)
    reasons: dict[ActivityId, list[CarryOverReason]] = defaultdict(list)
    proposed_on: dict[ActivityId, list[Moment]] = defaultdict(list)
    for sent in taking.proposals:
        for name, reason in _by_proposal(sent, taken_up[sent.id], taking):
            reasons[name].append(reason)
            if reason.is_sure:
                proposed_on[name] += sent.sent
        for name, reason in _by_title(sent, alike.get(sent.id, ()), taking):
            reasons[name].append(reason)
    told = (*_by_links(taking), *by_crosswalk(taking), *_by_own_title(taking))
    for name, reason in told:
        reasons[name].append(reason)
    return Taken(
        reasons={name: tuple(r) for name, r in reasons.items() if name in ids},
        taken_up=taken_up,
        alike=alike,
        proposed_on={name: tuple(days) for name, days in proposed_on.items()},
    )


def _by_proposal(sent: SentProposal, named: TakenUp, taking: Taking) -> Found:
    translate = taking.translate
    yield from _by_form(sent, taking)
    if not sent.is_filled_in:
        return
    proposal = sent.proposal
    cells = _cells(proposal.origin_of("continues") or proposal.origin)
    is_for_next = taking.is_for_next(proposal)
    words = translate("proposal {id}, '{title}', continues it")
    if not is_for_next:
        words = translate(
            "proposal {id}, '{title}', continues it, but is for {programme}"
        )
    facts = {
        "id": sent.id,
        "title": proposal.title.in_(taking.language),
        "programme": str(proposal.framework),
    }
    for name in named.ids:
        yield name, _reason(words.format_map(facts), sent, cells, is_sure=is_for_next)
    for said, meant in named.perhaps:
        for name in meant:
            others = ", ".join(other for other in meant if other != name)
            words = translate(
                "proposal {id} continues '{name}', which may be this or {ids}"
            )
            told = words.format(id=sent.id, name=said, ids=others)
            yield name, _reason(told, sent, cells)


def _by_form(sent: SentProposal, taking: Taking) -> Found:
    """Give the rows of a form that nobody filled in; they decide nothing."""
    words = taking.translate("its row of the form was not filled in: no time frame")
    for row in sent.unfilled:
        cells = _cells(row.origin_of("continues") or row.origin)
        for name in taking.names.taken_up(row, taking.ids).ids:
            yield (
                name,
                CarryOverReason(evidence=Evidence.PROPOSAL, words=words, origins=cells),
            )


def _by_title(sent: SentProposal, likes: Iterable[ActivityId], taking: Taking) -> Found:
    words = taking.translate(
        "proposal {id}, '{title}', has the same title or nearly so; it does not name it"
    )
    told = words.format(id=sent.id, title=sent.proposal.title.in_(taking.language))
    for name in likes:
        yield (
            name,
            _reason(told, sent, _cells(sent.proposal.origin), evidence=Evidence.TITLE),
        )


def _reason(
    words: str,
    sent: SentProposal,
    cells: tuple[Origin, ...],
    *,
    is_sure: bool = False,
    evidence: Evidence = Evidence.PROPOSAL,
) -> CarryOverReason:
    return CarryOverReason(
        evidence=evidence,
        speaks_for=ActivityFate.PROPOSED,
        is_sure=is_sure,
        words=words,
        proposals=(sent.id,),
        origins=cells,
    )


def _by_links(taking: Taking) -> Found:
    """Give what activities of the next programme say that they continue or follow."""
    words = taking.translate("{id}, '{title}', of {programme}: {link} it")
    for activity in taking.others:
        if not taking.of_next(activity):
            continue
        for link in activity.links:
            fate = _BY_LINK.get(link.kind)
            meant = taking.named(link.other)
            if fate is None or not meant:
                continue
            told = words.format(
                id=activity.id,
                title=activity.title.in_(taking.language),
                programme=taking.to.id,
                link=taking.translate(link.kind.value),
            )
            for name in meant:
                yield (
                    name,
                    CarryOverReason(
                        evidence=Evidence.LINK,
                        speaks_for=fate,
                        is_sure=len(meant) == 1,
                        words=told,
                        successors=(activity.id,),
                        origins=_cells(activity.origin_of("title")),
                    ),
                )


def _by_own_title(taking: Taking) -> Found:
    """Give activities of the next programme with the same title, which only suggest."""
    words = taking.translate("{id} of {programme} has the same title")
    known: dict[str, list[Activity]] = defaultdict(list)
    for later in taking.others:
        if taking.of_next(later):
            for title in sorted(titles_of(later)):
                known[title].append(later)
    for activity in taking.carried:
        alike = {a.id: a for t in sorted(titles_of(activity)) for a in known.get(t, ())}
        for later in alike.values():
            yield (
                activity.id,
                CarryOverReason(
                    evidence=Evidence.TITLE,
                    speaks_for=ActivityFate.CONTINUES,
                    words=words.format(id=later.id, programme=taking.to.id),
                    successors=(later.id,),
                    origins=_cells(later.origin_of("title")),
                ),
            )


def _cells(origin: Origin | None) -> tuple[Origin, ...]:
    return (origin,) if origin else ()
