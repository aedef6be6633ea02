"""What the sections of a paper share: for whom, as of when, in which words."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Self

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.meeting import Meeting
from almwp.model.position import Audience
from almwp.model.source import Origin
from almwp.scoring.states import KnownState, known_state
from almwp_slom.contested import NONE, Contested
from almwp_slom.opening import OpenedRequest
from almwp_slom.origins import places_of, report_cells, said_by, titles_of
from almwp_slom.redaction import is_open, kept_origins
from almwp_slom.shares import NOTHING
from almwp_slom.wording import Wording


def _read_only(numbers: Mapping[ActivityId, int]) -> Mapping[ActivityId, int]:
    return MappingProxyType(dict(numbers))


def _unchanging(contested: Contested) -> Contested:
    return MappingProxyType(dict(contested))


@frozen(kw_only=True)
class Setting:
    """What every section of one paper shares.

    Attributes:
        wording: How the paper speaks.
        audience: Who may read it.
        day: The day as of which progress is told; None for the newest reports.
        country: Whose paper it is; None for a regional one.
        framework: The programme under review.
        meeting: The meeting for which the paper is.
        numbers: The number of each activity in this paper.
        contested: What of each activity the files contradict each other on.
        titles: The cells in which each activity of the plan is named.
        places: The cells that say which plans, outcomes and areas each serves.
        days: By the fingerprint of a file, the cell that says of which day it speaks.
        senders: By the fingerprint of a file, the cell that says who sends it.
        otherwise: Activities whose newest report says, in the place of a state, another
            word than the three.
    """

    wording: Wording
    audience: Audience
    day: date | None = None
    country: CountryCode | None = None
    framework: Framework | None = None
    meeting: Meeting | None = None
    numbers: Mapping[ActivityId, int] = field(factory=dict, converter=_read_only)
    contested: Contested = field(factory=dict, converter=_unchanging)
    titles: Mapping[ActivityId, tuple[Origin, ...]] = field(factory=dict, repr=False)
    places: Mapping[ActivityId, tuple[Origin, ...]] = field(factory=dict, repr=False)
    days: Mapping[str, Origin] = field(factory=dict, repr=False)
    senders: Mapping[str, Origin] = field(factory=dict, repr=False)
    otherwise: frozenset[ActivityId] = frozenset()
    _known: dict[ActivityId, tuple[Activity, KnownState]] = field(
        factory=dict, init=False, eq=False, repr=False
    )

    @classmethod
    def of(
        cls,
        request: OpenedRequest,
        activities: Iterable[Activity],
        country: CountryCode | None = None,
    ) -> Self:
        """Return the setting of a paper on *activities*, numbered in this order."""
        day = request.day
        return cls(
            wording=Wording.of(request),
            audience=request.audience,
            day=day,
            country=country,
            framework=request.framework,
            meeting=request.meeting,
            numbers={a.id: n for n, a in enumerate(activities, start=1)},
            contested=request.contested,
            titles=titles_of(
                (*request.plan.activities, *request.elsewhere), Wording.of(request)
            ),
            places=places_of((*request.plan.activities, *request.elsewhere)),
            days=said_by("as_of", request.plan.submissions),
            senders=said_by("institution", request.plan.submissions),
            otherwise=request.otherwise,
        )

    @property
    def is_open(self) -> bool:
        """Whether the paper leaves the country's own people."""
        return is_open(self.audience)

    def say(self, phrase: str) -> str:
        """Give a fixed phrase in the paper's language."""
        return self.wording.say(phrase)

    def unsaid(self, phrase: str) -> str:
        """Say that nothing is stated; the meeting is not told what a file lacks."""
        return NOTHING if self.is_open else self.say(phrase)

    def origins(self, *origins: Origin | None) -> tuple[Origin, ...]:
        """Return the origins that this paper may name."""
        return kept_origins(origins, self.audience)

    def cells_of(self, activities: Iterable[ActivityId]) -> tuple[Origin, ...]:
        """Return the cells in which *activities* are named, for a count of them."""
        named = (cell for each in activities for cell in self.titles.get(each, ()))
        return self.origins(*named)

    def placed_in(self, activity: ActivityId) -> tuple[Origin, ...]:
        """Return the cells that say which plans, outcomes and areas it serves.

        Where no cell does, and it was inferred, that is from the title.
        """
        cells = self.places.get(activity, ())
        return self.origins(*cells) or self.cells_of([activity])

    def reported_in(self, activity: Activity) -> tuple[Origin, ...]:
        """Return the cells in which the state of *activity* itself was read."""
        known = self.known(activity)
        told = (report.origin for report in (known.report, *known.rivals) if report)
        return self.origins(*told)

    def state_cells(self, activity: Activity) -> tuple[Origin, ...]:
        """Return all cells that tell the state of *activity*, its share and its day."""
        known = self.known(activity)
        told = [report for report in (known.report, *known.rivals) if report]
        return self.origins(*report_cells(told, self.days))

    def known(self, activity: Activity) -> KnownState:
        """Return what this paper knows of the state of *activity*.

        Each section asks, so it is found out once.
        """
        found = self._known.get(activity.id)
        if found is None or found[0] is not activity:
            found = (activity, known_state(activity, self.day))
            self._known[activity.id] = found
        return found[1]

    def is_contested(self, activity: Activity, *keys: str) -> bool:
        """Say whether the files contradict each other on one of these fields."""
        return not self.contested.get(activity.id, NONE).isdisjoint(keys)

    def settled(self, text: str, activity: Activity, *keys: str) -> str:
        """Give *text* where nobody contradicts it; else not as a plain fact.

        The meeting is not told what the files contradict each other on.
        """
        if not self.is_contested(activity, *keys):
            return text
        if self.is_open:
            return self.say("not settled")
        return f"{text}\n{self._contradicted()}"

    def _contradicted(self) -> str:
        if self.country is None:  # a regional paper has no such section
            return self.say("(the files contradict each other)")
        return self.say("(contradicted, see What is not known)")

    def title(self, activity: Activity) -> str:
        """Name *activity*."""
        return self.wording.text(activity.title)

    def shown_title(self, activity: Activity) -> str:
        """Name *activity* in a table; a contested name stays, as it needs one."""
        title = self.title(activity)
        if not self.is_contested(activity, "title"):
            return title
        doubt = self.say("(title not settled)") if self.is_open else ""
        return f"{title}\n{doubt or self._contradicted()}"

    def named(self, activity: Activity) -> str:
        """Name *activity* with its number in this paper."""
        return f"{self.numbers[activity.id]}. {self.title(activity)}"
