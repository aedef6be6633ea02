"""A sample request for a report: made up, with words that must not leave the house."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import attrs

from almwp.catalogue.meetings import find_meeting
from almwp.catalogue.members import find_member, members, members_on
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Extra, RowOrigin, Status
from almwp.model.manifest import InputFile, Manifest
from almwp.model.party import Party, PartyKind
from almwp.model.position import (
    AgendaStance,
    Ask,
    Asked,
    Audience,
    Clearance,
    Piece,
    Proposal,
    Stance,
)
from almwp.model.prepared import Prepared
from almwp.model.score import Part, ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.question import Question
from almwp.scoring.scopes import group
from almwp.scoring.shares import share_of
from almwp.testing.samples import sample_framework, sample_plan

INTERNAL = "INTERNAL-"
"""Every word of the sample that must not reach the meeting begins so."""

HOUSE = f"{INTERNAL}house-"
"""Words that begin so are for the ministry alone; not for its delegation either."""

CELLS = ("QX", "QY")
"""The columns in which the sample was read; no word looks like a cell of them."""

_SHEET = f"{INTERNAL}sheet"
_DAY = date(2025, 11, 1)
_FILE = f"{INTERNAL}file.xlsx"
_SHA256 = "6b" * 32


def sample_request(
    audience: Audience = Audience.INTERNAL, language: str = "en"
) -> ReportRequest:
    """Return a request for a report of Viet Nam for a meeting.

    Args:
        audience: Who may read the report.
        language: In which language it is to be.
    """
    meeting = find_meeting("slom-21")
    plan = sample_plan()
    marked = attrs.evolve(plan, activities=map(_with_marks, plan.activities))
    return ReportRequest(
        plan=marked,
        prepared=_prepared(),
        framework=sample_framework(),
        frameworks=(sample_framework(),),
        country=find_member("VN"),
        meeting=meeting,
        members=members_on(_DAY),
        all_members=members(),
        audience=audience,
        language=language,
        translate=_translation(language),
        score=_score,
        manifest=Manifest(inputs=(InputFile(name=_FILE, sha256=_SHA256),)),
    )


def _translation(language: str) -> Translate:
    from almwp.catalogue.languages import vocabulary

    return vocabulary(language).load_messages()


def _with_marks(activity: Activity) -> Activity:
    """Return *activity* with internal words, read in a file of an internal name."""
    row = _row(f"QY{int(activity.number) + 4}")
    reports = (
        attrs.evolve(
            report,
            note=f"{INTERNAL}note",
            origin=_origin(f"QX{int(activity.number) + 4}"),
        )
        for report in activity.observations
    )
    return attrs.evolve(
        activity,
        observations=tuple(reports),
        remarks=f"{INTERNAL}remark",
        budget=f"{INTERNAL}budget",
        sources=(),
        extras=(Extra(heading=f"{INTERNAL}column", value="1", cell="QX55"),),
        origins=(row,),
    )


def _prepared() -> Prepared:
    stance = AgendaStance(
        number="1",
        item=Text.from_forms({"en": "Sample item", "vi": "Nội dung mẫu"}),
        asked=Asked.ADOPTION,
        stance=Stance.SUPPORT,
        reasons=(_piece("reason"),),
        talking_points=(_open_piece("Sample point"), _piece("point", cleared=False)),
        wording=(_open_piece("Sample wording"),),
        fallback=(_piece("fallback"),),
        speaker=f"{INTERNAL}speaker",
        clearance=Clearance.CLEARED,
        cleared_by=f"{INTERNAL}office",
        audience=Audience.MEETING,
        origin=_origin("QY25"),
        origins=(_row("QY25"),),
    )
    hidden = attrs.evolve(
        stance, number="2", item=Text.of(f"{HOUSE}item"), audience=Audience.INTERNAL
    )
    proposal = Proposal(
        id="sample-proposal",
        title=Text.from_forms({"en": "Sample proposal", "vi": "Đề xuất mẫu"}),
        rationale=(_open_piece("Sample rationale"), _piece("rationale")),
        clearance=Clearance.CLEARED,
        audience=Audience.MEETING,
        remarks=f"{INTERNAL}remark",
        origin=_origin("QY35"),
        origins=(_row("QY35"),),
    )
    office = Party(kind=PartyKind.BODY, id="ASEC", name="ASEAN Secretariat")
    return Prepared(
        agenda=(stance, hidden),
        proposals=(proposal,),
        asks=(
            Ask(to=office, text=_open_piece("Sample ask"), origins=(_row("QY45"),)),
            Ask(to=office, text=_piece("ask"), origins=(_row("QY46"),)),
        ),
        objectives=(_piece("objective"),),
        delegation=(f"{INTERNAL}delegate",),
    )


def _piece(words: str, *, cleared: bool = True) -> Piece:
    """Return a piece that must not reach the meeting: it is not for it, or a draft."""
    return Piece(
        text=Text.of((HOUSE if cleared else INTERNAL) + words),
        audience=Audience.INTERNAL if cleared else Audience.MEETING,
        clearance=Clearance.CLEARED if cleared else Clearance.DRAFT,
        origin=_origin("QY55"),
    )


def _open_piece(words: str) -> Piece:
    return Piece(
        text=Text.of(words), audience=Audience.MEETING, clearance=Clearance.CLEARED
    )


def _origin(cell: str) -> Origin:
    return Origin(file=_FILE, sha256=_SHA256, sheet=_SHEET, cell=cell)


def _row(cell: str) -> RowOrigin:
    return RowOrigin(
        file=_FILE,
        sha256=_SHA256,
        sheet=_SHEET,
        row=int(cell[2:]),
        columns=(("title", cell[:2]), ("status", "QX")),
    )


def _score(plan: WorkPlan) -> Scorecard:
    """Score which share of the activities is completed, as scorers do."""
    question = Question(framework=sample_framework())
    lines = [
        ScoreLine(
            scope=scope,
            score=share_of(_parts(inside), method="completed of all"),
        )
        for kind in (ScopeKind.PROGRAMME, ScopeKind.OUTCOME)
        for scope, inside in group(plan.activities, kind, question)
    ]
    return Scorecard(method="sample", framework=sample_framework().id, lines=lines)


def _parts(activities: Iterable[Activity]) -> list[Part]:
    found = []
    for activity in activities:
        report = activity.observation_on()
        status = report.status if report else Absence.BLANK
        known = isinstance(status, Status)
        done = Fraction(status is Status.COMPLETED)
        found.append(
            Part(
                id=activity.id,
                title=activity.title,
                value=done if known else Absence.BLANK,
                reason=f"{INTERNAL}reason",
                origin=report.origin if report else None,
            )
        )
    return found
