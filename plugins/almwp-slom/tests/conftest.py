"""A small plan with everything in it that a position must not get wrong."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest

from almwp.catalogue.frameworks import framework
from almwp.catalogue.meetings import find_meeting
from almwp.catalogue.members import find_member, members, members_on
from almwp.model.absence import Absence
from almwp.model.activity import (
    Activity,
    Change,
    Extra,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
)
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.score import (
    Part,
    Scope,
    ScopeKind,
    Score,
    Scorecard,
    ScoreLine,
    Share,
)
from almwp.model.source import Basis, Origin, Source
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plugins import ReportRequest

SHA = "0123456789ab" + "c" * 52
FRAMEWORK = FrameworkId("ALM-WP-2021-2025")

Ask = Callable[..., ReportRequest]


def country(code: str) -> Party:
    return Party(kind=PartyKind.COUNTRY, id=code, name=code)


def reported(status: Status | Absence, as_of: str = "", **more: Any) -> Observation:
    origin = Origin(file="INTERNAL-file.xlsx", sha256=SHA, sheet="Plan", cell="F7")
    made = Observation(
        status=status,
        as_of=Moment.parse(as_of) if as_of else None,
        origin=origin,
    )
    return attrs.evolve(made, **more)


def activity(
    number: int,
    title: str,
    *observations: Observation,
    leads: str = "VN",
    co_leads: str = "",
    outcome: str = "",
    **more: Any,
) -> Activity:
    refers = PlanReference(
        framework=FRAMEWORK,
        node=NodeId(outcome) if outcome else None,
        words="INTERNAL-words",
    )
    made = Activity(
        id=ActivityId(f"a{number}"),
        title=Text.of(title),
        leads=tuple(map(country, leads.split())),
        co_leads=tuple(map(country, co_leads.split())),
        references=(refers,),
        observations=observations,
        timeframe=Timeframe(raw="2021- 2022"),
        origins=(
            RowOrigin(
                file="INTERNAL-file.xlsx",
                sha256=SHA,
                sheet="Plan",
                row=6 + number,
                columns=(("title", "B"), ("leads", "C"), ("remarks", "J")),
            ),
        ),
    )
    return attrs.evolve(made, **more)


def _inferred(node: str) -> tuple[PlanReference, ...]:
    reference = PlanReference(
        framework=FRAMEWORK, node=NodeId(node), basis=Basis.INFERRED
    )
    return (reference,)


ACTIVITIES = (
    activity(
        1,
        "ASEAN Study on Human Resources Development Readiness in ASEAN",
        reported(Status.ONGOING, "2021-05-04"),
        reported(Status.COMPLETED, "2022-10-27"),
        outcome="1",
        sources=(Source(address="https://example.org/hrd_readiness?id=1&lang=en"),),
    ),
    activity(
        2,
        "Labour market information system",
        reported(
            Status.ONGOING,
            "2023-08-16",
            note="INTERNAL-note",
            word="INTERNAL-word",
            meeting="INTERNAL-meeting",
            percent=Fraction(1, 3),
        ),
        leads="PH",
        co_leads="VN ID",
        references=_inferred("1"),
        remarks="INTERNAL-remark",
        extras=(Extra(heading="INTERNAL-column", value="INTERNAL-value", cell="K8"),),
        budget="INTERNAL-budget",
        place="INTERNAL-place",
        output="INTERNAL-output",
        kind="INTERNAL-kind",
        other_titles=(Text.of("INTERNAL-other title"),),
        funders=(Party(kind=PartyKind.PARTNER, id="INTERNAL-funder"),),
        partners=(Party(kind=PartyKind.PARTNER, id="INTERNAL-partner"),),
        timeframe=Timeframe(raw="INTERNAL-words of a time"),
        sources=(Source(address="C:/INTERNAL-folder/call.docx"),),
    ),
    activity(
        3,
        "Training workshop on gender mainstreaming",
        reported(Status.PLANNED, "2025-06-30"),
        references=_inferred("gender-mainstreaming"),
    ),
    activity(
        4,
        "Comparative study on laws on migrant workers",
        reported(Absence.WITHHELD, "2024"),
        outcome="4",
    ),
    activity(5, "Workshop on wages", outcome="3"),
    activity(
        6,
        "Campaign on safety at work",
        reported(Status.PLANNED, "2022", change=Change.WITHDRAWN),
        outcome="3",
    ),
    activity(7, "Indonesian training", reported(Status.ONGOING, "2024"), leads="ID"),
    attrs.evolve(
        activity(8, "Yearly summary", reported(Status.ONGOING, "2025-01-01")),
        leads=(Party(kind=PartyKind.ALL_MEMBERS, id="ALL"),),
    ),
)

CONFLICT = Conflict(
    activity=ActivityId("a2"),
    field="status",
    claims=(
        Claim(value="INTERNAL-claim ongoing", owner="INTERNAL-owner"),
        Claim(value="planned", owner="ID"),
    ),
)

PLAN = WorkPlan(framework=FRAMEWORK, activities=ACTIVITIES, conflicts=(CONFLICT,))


def count_completed(plan: WorkPlan) -> Scorecard:
    """Score as every scorer does: a share, its bounds, and how much is known."""
    found = [a.observation_on() for a in plan.activities]
    kept = [o for o in found if o is None or o.change is not Change.WITHDRAWN]
    total = len(kept)
    known = [o for o in kept if o and isinstance(o.status, Status)]
    done = sum(o.status is Status.COMPLETED for o in known)
    whole = total or 1
    score = Score(
        value=Fraction(done, whole) if total else Absence.NOT_APPLICABLE,
        low=Fraction(done, whole),
        high=Fraction(done + total - len(known), whole),
        known=len(known),
        total=total,
        method="completed of all",
        parts=[
            Part(
                id=a.id, value=Absence.BLANK, reason="INTERNAL-reason", origin=o.origin
            )
            for a, o in zip(plan.activities, found, strict=True)
            if o
        ],
        reasons=["INTERNAL-reason of the score"],
    )
    line = ScoreLine(
        scope=Scope(kind=ScopeKind.PROGRAMME, id="", title=Text.of("All")),
        score=score,
        shares=[Share(name="completed", score=score)],
    )
    return Scorecard(method="counting", lines=(line,), manifest=MANIFEST)


MANIFEST = Manifest(
    inputs=(InputFile(name="INTERNAL-file.xlsx", sha256=SHA),),
    software=(("almwp", "0.1.0"),),
)


@pytest.fixture
def programme() -> Framework:
    return framework(FRAMEWORK)


@pytest.fixture
def ask(programme: Framework) -> Ask:
    """Ask for a position of Viet Nam at the 21st SLOM, with changes."""
    meeting = find_meeting("slom-21")
    assert meeting is not None
    on = meeting.start.start
    request = ReportRequest(
        plan=PLAN,
        framework=programme,
        country=find_member("VN"),
        meeting=meeting,
        members=members_on(on),
        all_members=members(),
        audience=Audience.INTERNAL,
        score=count_completed,
        manifest=MANIFEST,
    )

    def evolved(**changes: Any) -> ReportRequest:
        return attrs.evolve(request, **changes)

    return evolved


@pytest.fixture
def plan() -> WorkPlan:
    """The plan that ``ask`` asks about."""
    return PLAN


@pytest.fixture(name="activity")
def activity_maker() -> Callable[..., Activity]:
    """Make an activity: number, title, observations, and what else it has."""
    return activity


@pytest.fixture(name="reported")
def report_maker() -> Callable[..., Observation]:
    """Make a report: status, day, and what else it says."""
    return reported
