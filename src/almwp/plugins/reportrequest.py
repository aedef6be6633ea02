"""What a report is to be made from, and for whom."""

from collections.abc import Callable, Iterable
from datetime import date

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.alignment import Alignment
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.manifest import Manifest
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.moment import Moment
from almwp.model.overlap import Overlaps
from almwp.model.position import Audience, audience_of
from almwp.model.prepared import Prepared
from almwp.model.report import Block, Report
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan


def _no_score(plan: WorkPlan) -> Scorecard:
    return Scorecard(method="none")


@frozen(kw_only=True)
class ReportRequest:
    """What a report is to be made from, and for whom.

    Attributes:
        plan: What the submissions say together of the programme under review.
        elsewhere: Activities that report on other programmes only.
        prepared: What the country has prepared for the meeting.
        framework: The framework under review; None where none is known.
        frameworks: Plans that activities name, those above, and a country's own.
        country: The country whose report it is; None for a regional one.
        meeting: The meeting for which it is; None for none.
        members: The members of ASEAN on the first day of the meeting.
        all_members: Every member ever, for names.
        as_of: The day as of which to tell progress; None for the newest reports.
        audience: Who may read it.
        language: In which language.
        second_language: The other language of a paper in two; empty for one.
        translate: Gives fixed phrases in that language.
        score: Scores a plan, or a part of one, by the method that was asked for.
        manifest: From what the plan came.
    """

    plan: WorkPlan
    elsewhere: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    prepared: Prepared = field(factory=Prepared)
    framework: Framework | None = None
    frameworks: tuple[Framework, ...] = field(default=(), converter=frozen_items)
    country: Member | None = None
    meeting: Meeting | None = None
    members: tuple[Member, ...] = field(default=(), converter=frozen_items)
    all_members: tuple[Member, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    language: str = "en"
    second_language: str = ""
    translate: Translate = in_english
    score: Callable[[WorkPlan], Scorecard] = _no_score
    manifest: Manifest = Manifest()

    @property
    def day(self) -> date | None:
        """The day as of which to tell progress; None for the newest reports."""
        return self.as_of.end if self.as_of else None

    @property
    def is_open(self) -> bool:
        """Whether the report leaves the country's own people: it names no cell then."""
        return self.audience is Audience.MEETING

    def report(
        self,
        title: str,
        blocks: Iterable[Block],
        *,
        subtitle: str = "",
        data: WorkPlan | Scorecard | Overlaps | Alignment | None = None,
    ) -> Report:
        """Return the report that answers this, in its language and for its readers.

        The names of the files that it was made from do not go to a meeting.

        Args:
            title: Its title.
            blocks: What it says.
            subtitle: What stands beneath the title.
            data: The object that it was made from; it must hold no more than may be
                read by whom the report is for.
        """
        return Report(
            title=title,
            subtitle=subtitle,
            language=self.language,
            audience=self.audience,
            blocks=tuple(blocks),
            data=data,
            manifest=Manifest() if self.is_open else self.manifest,
        )
