"""Tell of each activity and each proposal what it becomes, once."""

from collections.abc import Container, Mapping

from attrs import evolve, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId, CountryCode, NodeId
from almwp.model.party import PartyKind
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.plan.carryover import (
    ActivityFate,
    CarriedActivity,
    CarriedProposal,
    CarryOverReason,
    Hanging,
    ProposalPart,
)
from almwp.plan.carryoverdecision import Decision, decided, in_weight
from almwp.plan.carryoverplaces import Crosswalk
from almwp.plan.carryoverproposals import SentProposal, TakenUp
from almwp.scoring.question import Question
from almwp.scoring.scopes import group
from almwp.workflow.carryoverreports import ReportReasons, Told
from almwp.workflow.carryovertaken import Taken
from almwp.workflow.carryovertaking import Taking

_ENDED = (ActivityFate.CLOSED, ActivityFate.DROPPED)


@frozen(kw_only=True, eq=False)
class Items:
    """Makes the records of a carry-over.

    Attributes:
        taking: What may take up activities.
        taken: What takes up what.
        crosswalk: What becomes of nodes.
        reports: What reports, time frames and plans say.
        question: The earlier programme and the plans under it.
        translate: Into the language of the words.
    """

    taking: Taking
    taken: Taken
    crosswalk: Crosswalk
    reports: ReportReasons
    question: Question
    translate: Translate = in_english

    def activities(self) -> tuple[CarriedActivity, ...]:
        """Return what becomes of each activity, in the order in which they come."""
        outcomes = self._outcomes()
        return tuple(
            self._activity(activity, outcomes.get(activity.id))
            for activity in self.taking.carried
        )

    def proposals_of(
        self, country: CountryCode | None, kept: Container[ActivityId]
    ) -> tuple[CarriedProposal, ...]:
        """Return each proposal, once.

        Args:
            country: Who sends or makes them, or takes up what is *kept*; None for all.
            kept: The activities that are told of.
        """
        found = []
        for sent in self.taking.proposals:
            proposal = self._proposal(sent)
            named = (*proposal.continues, *proposal.alike)
            is_own = country in (None, sent.proposal.proposed_by, *sent.senders)
            if is_own or any(name in kept for name in named):
                found.append(proposal)
        return tuple(found)

    def _activity(self, activity: Activity, outcome: NodeId | None) -> CarriedActivity:
        told = self.reports.of(activity)
        reasons = (*told.reasons, *self.taken.reasons.get(activity.id, ()))
        if self._is_proposed_after(activity.id, told):
            reasons = tuple(
                evolve(r, is_sure=False) if r.speaks_for is ActivityFate.DROPPED else r
                for r in reasons
            )
        decision = decided(reasons)
        fate = decision.fate
        weighed = in_weight(reasons, fate)
        deciding = [r for r in weighed if r.is_sure and r.speaks_for is fate]
        hanging = Hanging()
        if fate not in _ENDED:
            hanging = self.crosswalk.hang(activity.references)
        if fate is ActivityFate.PROPOSED:
            hanging = evolve(hanging, why="")  # it hangs where its proposal does
        return CarriedActivity(
            id=activity.id,
            number=activity.number,
            reported_as=self.taking.names.others.get(activity.id, ()),
            title=activity.title,
            leads=activity.leads,
            outcome=outcome,
            fate=fate,
            basis=decision.basis,
            reasons=weighed,
            proposals=dict.fromkeys(n for r in deciding for n in r.proposals),
            successors=dict.fromkeys(n for r in deciding for n in r.successors),
            question=self._question(decision, told, reasons),
            hanging=hanging,
        )

    def _is_proposed_after(self, activity: ActivityId, told: Told) -> bool:
        """Say whether it was proposed anew surely after it had been withdrawn."""
        when = told.withdrawn_by
        days = self.taken.proposed_on.get(activity, ())
        return when is not None and any(day.start > when.end for day in days)

    def _question(
        self, decision: Decision, told: Told, reasons: tuple[CarryOverReason, ...]
    ) -> str:
        if decision.fate is not ActivityFate.UNDECIDED:
            return ""
        if len(decision.rivals) > 1:
            words = self.translate("these contradict each other: {fates}; which holds")
            fates = ", ".join(self.translate(fate.value) for fate in decision.rivals)
            return words.format(fates=fates)
        named = dict.fromkeys(n for r in reasons for n in r.proposals)
        if named:
            words = self.translate("does one of these proposals take it up: {ids}")
            return words.format(ids=", ".join(named))
        later = dict.fromkeys(n for r in reasons for n in r.successors)
        if later:
            words = self.translate("is it the same as {ids} of {programme}")
            return words.format(ids=", ".join(later), programme=self.taking.to.id)
        return told.question

    def _outcomes(self) -> Mapping[ActivityId, NodeId]:
        """Return the first outcome of each activity, in the programme's order."""
        found: dict[ActivityId, NodeId] = {}
        groups = group(self.taking.carried, ScopeKind.OUTCOME, self.question)
        for scope, activities in groups:
            for activity in activities:
                if scope.id:
                    found.setdefault(activity.id, NodeId(scope.id))
        return found

    def _proposal(self, sent: SentProposal) -> CarriedProposal:
        named = self.taken.taken_up[sent.id]
        alike = self.taken.alike.get(sent.id, ())
        proposal = sent.proposal
        part = self._part(sent, named, alike)
        hanging = Hanging()
        if part not in (ProposalPart.ELSEWHERE, ProposalPart.NOT_FILLED_IN):
            hanging = self.crosswalk.hang(proposal.references)
        return CarriedProposal(
            id=sent.id,
            title=proposal.title,
            proposed_by=proposal.proposed_by,
            part=part,
            continues=named.ids,
            not_found=(*named.strange, *(name for name, _ in named.perhaps)),
            alike=alike,
            hanging=hanging,
            origins=[proposal.origin] if proposal.origin else [],
        )

    def _part(
        self, sent: SentProposal, named: TakenUp, alike: tuple[ActivityId, ...]
    ) -> ProposalPart:
        if not self.taking.is_for_next(sent.proposal):
            return ProposalPart.ELSEWHERE
        if not sent.is_filled_in:
            return ProposalPart.NOT_FILLED_IN
        if named.ids:
            return ProposalPart.ANEW
        if named.perhaps or named.strange or alike:
            return ProposalPart.ASKED
        return ProposalPart.NEW


def is_led_elsewhere(plan: WorkPlan, country: CountryCode) -> frozenset[ActivityId]:
    """Return the activities of *plan* that are not for *country* to decide on.

    For it are those that it leads or co-leads, those that all members owe, and those
    of its own files that no other country or body is said to lead.
    """
    own = {
        row
        for submission in plan.submissions
        if submission.country == country
        for activity in submission.activities
        for row in activity.origins
    }
    found = set()
    for activity in plan.activities:
        parties = activity.leads + activity.co_leads
        is_led = any(party.kind is not PartyKind.PARTNER for party in parties)
        is_sent = not own.isdisjoint(activity.origins)
        is_its = (
            activity.is_led_by(country)
            or activity.is_owed_by_all
            or (is_sent and not is_led)
        )
        if not is_its:
            found.add(activity.id)
    return frozenset(found)
