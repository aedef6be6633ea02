"""Find out which activities of the earlier programme a proposal takes up."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from almwp.intake.neartitles import near_titles
from almwp.model.activity import Activity, RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.moment import Moment
from almwp.model.position import Proposal
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.reported import ReportedActivity, titles_of


@frozen(kw_only=True)
class SentProposal:
    """A proposal, and the files that hold it.

    Attributes:
        id: Its id; a count is added where another proposal has the same.
        proposal: What it says.
        sent: The days of which the files speak that hold it, where they say so.
        senders: The countries that sent it.
        unfilled: Rows of a form of a carry-over that say nothing yet; they are no
            versions of it.
        is_filled_in: Whether anything else says it than such rows.
    """

    id: str
    proposal: Proposal
    sent: tuple[Moment, ...] = field(default=(), converter=frozen_items)
    senders: tuple[str, ...] = field(default=(), converter=frozen_items)
    unfilled: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    is_filled_in: bool = True


@frozen(kw_only=True)
class TakenUp:
    """What a proposal says it continues.

    Attributes:
        ids: Activities that it surely names.
        perhaps: Activities of which it names one, with the words that do.
        strange: What it names that is no activity of the earlier programme.
    """

    ids: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    perhaps: tuple[tuple[str, tuple[ActivityId, ...]], ...] = field(
        default=(), converter=frozen_items
    )
    strange: tuple[str, ...] = field(default=(), converter=frozen_items)


def proposals_in(
    submissions: Iterable[Submission], old: FrameworkId, day: date | None = None
) -> tuple[tuple[SentProposal, ...], int]:
    """Return each proposal once, in the order of ids, and how many are left out.

    Proposals of one id and title are one; the newest file says what it says, and of
    files of which none is surely the newest all activities that they name count.

    Args:
        submissions: What was sent; no content twice.
        old: The earlier programme, by which rows of a form of its carry-over are known.
        day: By when proposals count; as of reports, only what was surely sent by then.
    """
    kept: list[_Sent] = []
    left_out = 0
    for submission in submissions:
        when = submission.as_of
        if day is None or (when is not None and when.end <= day):
            kept += [(submission, proposal) for proposal in submission.proposals]
        else:
            left_out += len(submission.proposals)
    used: set[str] = set()
    made = []
    for several in _each_once(kept):
        name = min(proposal.id for _, proposal in several)
        own, count = name, 1
        while own in used:
            count += 1
            own = f"{name}#{count}"
        used.add(own)
        unfilled = [p for _, p in several if is_not_filled_in(p, old)]
        filled = [sent for sent in several if not is_not_filled_in(sent[1], old)]
        joined = _joined(own, filled or several)
        made.append(evolve(joined, unfilled=unfilled, is_filled_in=bool(filled)))
    return tuple(made), left_out


def question_of_form(old: FrameworkId, activity: ActivityId) -> str:
    """Return the words with which a form of a carry-over begins its question."""
    return f"{old}, {activity}:"


def is_not_filled_in(proposal: Proposal, old: FrameworkId) -> bool:
    """Say whether a proposal is a row of a form of a carry-over as it was written.

    The question still stands in it, and no time frame: so it decides nothing.
    """
    is_asked = proposal.remarks.startswith(f"{old}, ") and bool(proposal.continues)
    return is_asked and not proposal.timeframe.raw and proposal.when is None


_Sent = tuple[Submission, Proposal]


def _each_once(kept: Iterable[_Sent]) -> Iterable[list[_Sent]]:
    """Give what was sent of each proposal, in the order of ids and titles.

    Who joins another country's proposal does not make a second one of it.
    """
    own: dict[tuple[str, str], list[_Sent]] = defaultdict(list)
    joining: dict[tuple[str, str], list[_Sent]] = defaultdict(list)
    for submission, proposal in kept:
        title = fold(str(proposal.title))
        if proposal.joining and proposal.proposed_by:
            joining[title, proposal.proposed_by].append((submission, proposal))
        else:
            own[proposal.id, title].append((submission, proposal))
    for (_, title), several in own.items():
        makers = {proposal.proposed_by for _, proposal in several}
        for maker in sorted(maker for maker in makers if maker):
            several += joining.pop((title, maker), [])
    everything = [*own.values(), *joining.values()]
    return sorted(
        everything, key=lambda s: min((p.id, fold(str(p.title))) for _, p in s)
    )


def _joined(name: str, several: list[_Sent]) -> SentProposal:
    """Join what several files say of one proposal; its maker's own words count."""
    made = [sent for sent in several if not sent[1].joining] or several
    days = [s.as_of for s, _ in made if s.as_of]
    newest = [
        (s, p)
        for s, p in made
        if not any(s.as_of and s.as_of.end < day.start for day in days)
    ]
    newest.sort(key=lambda sent: (sent[0].file, sent[0].sha256, repr(sent[1])))
    counting = [*newest, *(sent for sent in several if sent not in made)]
    return SentProposal(
        id=name,
        proposal=evolve(
            newest[-1][1],
            continues=dict.fromkeys(n for _, p in counting for n in p.continues),
            origins=dict.fromkeys(o for _, p in counting for o in p.origins),
        ),
        sent=sorted(
            {s.as_of for s, _ in counting if s.as_of},
            key=lambda when: (when.end, when.start),
        ),
        senders=sorted({s.country for s, _ in several if s.country}),
    )


@frozen(kw_only=True, eq=False)
class ActivityNames:
    """The ids under which the activities of a plan were reported.

    Attributes:
        exact: Ids of activities by the ids under which they were reported.
        by_name: The same by sender and folded number.
        titles: Their folded titles.
        reports: Each activity as it was reported, file by file.
        others: The other ids under which an activity was reported.
    """

    exact: Mapping[str, tuple[ActivityId, ...]]
    by_name: Mapping[tuple[str, str], tuple[ActivityId, ...]]
    titles: Mapping[ActivityId, frozenset[str]]
    reports: Mapping[ActivityId, tuple[ReportedActivity, ...]] = field(factory=dict)
    others: Mapping[ActivityId, tuple[ActivityId, ...]] = field(factory=dict)

    def named(self, name: str) -> tuple[ActivityId, ...]:
        """Return the activities that may be meant by an id, however it is typed."""
        return self.exact.get(name) or self.by_name.get(_key(name), ())

    def taken_up(self, proposal: Proposal, carried: Container[ActivityId]) -> TakenUp:
        """Return what *proposal* continues.

        Of several activities with one number those of the earlier programme are
        meant, and of those the one with the proposal's title.
        """
        ids: list[ActivityId] = []
        perhaps: list[tuple[str, tuple[ActivityId, ...]]] = []
        strange: list[str] = []
        own = {fold(form) for _, form in proposal.title.forms}
        for name in proposal.continues:
            meant = self.named(name)
            meant = tuple(a for a in meant if a in carried)
            alike = [a for a in meant if not own.isdisjoint(self.titles[a])]
            if len(meant) > 1 and len(alike) == 1:
                meant = tuple(alike)
            if not meant:
                strange.append(name)
            elif len(meant) > 1:
                perhaps.append((name, meant))
            else:
                ids += meant
        return TakenUp(
            ids=dict.fromkeys(ids), perhaps=perhaps, strange=dict.fromkeys(strange)
        )


def names_in(plan: WorkPlan) -> ActivityNames:
    """Return the ids under which the activities of *plan* were reported.

    An activity that several countries report has one id in the plan and one in the
    list of each; whoever proposes names his own.
    """
    at_row: dict[RowOrigin, ActivityId] = {}
    exact: dict[str, set[ActivityId]] = defaultdict(set)
    reports: dict[ActivityId, list[ReportedActivity]] = defaultdict(list)
    others: dict[ActivityId, set[ActivityId]] = defaultdict(set)
    known = {activity.id for activity in plan.activities}
    for activity in plan.activities:
        exact[activity.id].add(activity.id)
        at_row |= dict.fromkeys(activity.origins, activity.id)
    for submission in plan.submissions:
        for reported in submission.activities:
            rows = {at_row[row] for row in reported.origins if row in at_row}
            if not rows and reported.id in known:
                rows = {reported.id}
            for name in sorted(rows):
                exact[reported.id].add(name)
                reports[name].append(
                    ReportedActivity(activity=reported, submission=submission)
                )
                if reported.id != name.partition("#")[0]:  # a count is no name
                    others[name].add(reported.id)
    found: dict[tuple[str, str], set[ActivityId]] = defaultdict(set)
    for reported_as, ids in exact.items():
        found[_key(reported_as)] |= ids
    return ActivityNames(
        exact={name: tuple(sorted(ids)) for name, ids in exact.items()},
        by_name={key: tuple(sorted(ids)) for key, ids in found.items()},
        titles={activity.id: titles_of(activity) for activity in plan.activities},
        reports={name: tuple(several) for name, several in reports.items()},
        others={name: tuple(sorted(ids)) for name, ids in others.items()},
    )


def alike_titles(
    proposals: Iterable[SentProposal], activities: Iterable[Activity]
) -> Mapping[str, tuple[ActivityId, ...]]:
    """Return the activities with the same title as a proposal, or nearly so.

    Args:
        proposals: The proposals to look for.
        activities: The activities to look among.
    """
    given = tuple(proposals)
    known = tuple(activities)
    by_title: dict[str, list[ActivityId]] = defaultdict(list)
    for activity in known:
        for title in sorted(titles_of(activity)):
            by_title[title].append(activity.id)
    found: dict[str, dict[ActivityId, None]] = defaultdict(dict)
    for sent in given:
        for _, form in sent.proposal.title.forms:
            for name in by_title.get(fold(form), ()):
                found[sent.id][name] = None
    # Proposals are put behind the activities: each is told the first one like it.
    bare = [evolve(a, references=()) for a in known]
    as_activities = [
        Activity(
            id=ActivityId(f"{sent.id} "),  # never the id of an activity
            title=sent.proposal.title,
            leads=sent.proposal.leads,
            co_leads=sent.proposal.co_leads,
        )
        for sent in given
    ]
    ids = {activity.id for activity in known}
    for near in near_titles([*bare, *as_activities]):
        proposed = near.second.id.removesuffix(" ")
        if near.first.id in ids and near.second.id.endswith(" "):
            found[proposed][near.first.id] = None
    return {name: tuple(sorted(likes)) for name, likes in found.items()}


def _key(name: str) -> tuple[str, str]:
    sender, _, number = name.partition(":")
    return sender, fold(number) or number
