"""What senders write into cells that are meant for something else does not leak."""

from collections.abc import Callable
from typing import Any

import almwp_slom
import attrs
import pytest
from almwp_slom.publicaddresses import public_address
from almwp_slom.redaction import plain_version

from almwp.codec import to_json
from almwp.model.activity import Activity, Extra, PlanReference, RowOrigin
from almwp.model.ids import (
    ActivityId,
    CountryCode,
    FrameworkId,
    IndicatorId,
)
from almwp.model.overlap import Overlaps
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience, Clearance, Piece, Proposal
from almwp.model.prepared import Prepared
from almwp.model.source import Source
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.plan.preparing import prepare
from almwp.plugins import ReportRequest

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]

KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
(MARKDOWN,) = (e for e in almwp_slom.almwp_exporters() if e.name == "markdown")
OWN, OTHER = "a" * 64, "b" * 64
VN, ID = CountryCode("VN"), CountryCode("ID")
OPEN: dict[str, Any] = {"audience": Audience.MEETING, "clearance": Clearance.CLEARED}


def content(ask: Ask, kind: str, audience: Audience, **more: Any) -> str:
    report = KINDS[kind].build(ask(audience=audience, **more))
    return to_json(report) + MARKDOWN.render(report).decode()


def row(sha256: str, number: int = 7) -> RowOrigin:
    columns = (("title", "B"), ("remarks", "J"))
    return RowOrigin(
        file="f.xlsx", sha256=sha256, sheet="S", row=number, columns=columns
    )


@pytest.fixture
def planted(activity: Make) -> Activity:
    """Return an activity with a secret in each cell that can hold one."""
    made = activity(1, "A study")
    secret = PlanReference(
        framework=FrameworkId("SECRET-VN-LA-PLAN"), number="SECRETREF"
    )
    return attrs.evolve(
        made,
        id=ActivityId("VN:SECRETNUM"),
        number="SECRETNUM",
        title=Text.from_forms({"en": "A study", "vi": "SECRET bằng tiếng Việt"}),
        leads=(
            *made.leads,
            Party(kind=PartyKind.PARTNER, id="Viet Nam (SECRET Mr An)"),
        ),
        co_leads=(Party(kind=PartyKind.PARTNER, id="Indonesia - SECRET unwilling"),),
        references=(*made.references, secret),
        sources=(
            Source(
                address="https://molisa.gov.vn/x (SECRET report 12)", title="SECRET"
            ),
            Source(address="https://a.vn/1; SECRET minutes.docx"),
            Source(address="https://a.vn/2,SECRET"),
            Source(address="https://intranet.moha.gov.vn/SECRETLAN"),
        ),
        indicators=(IndicatorId("SECRETIND"),),
        budget="SECRET budget",
        remarks="SECRET remark",
        extras=(Extra(heading="SECRET heading", value="SECRET value", cell="K7"),),
        origins=(row(OWN),),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_meeting_reads_no_word_beside_an_address_a_name_or_a_number(
    ask: Ask, planted: Activity, kind: str
) -> None:
    plan = WorkPlan(activities=(planted,))
    prepared = Prepared(version="3 - SECRET: not seen by the Minister")
    more = {"plan": plan, "elsewhere": (planted,), "prepared": prepared}
    told = content(ask, kind, Audience.MEETING, **more)
    assert "SECRET" not in told
    if kind in ("position", "progress", "matrix"):
        assert "another party" in told
        assert "https://molisa.gov.vn/x" in told
        assert "https://a.vn/1" in told


@pytest.mark.parametrize("kind", KINDS)
def test_the_only_ids_are_the_numbers_of_the_paper(
    ask: Ask, planted: Activity, kind: str
) -> None:
    request = ask(plan=WorkPlan(activities=(planted,)), audience=Audience.MEETING)
    report = KINDS[kind].build(request)
    said = attrs.asdict(report.data) if report.data else {}
    for name in ("own_activities", "activities"):
        assert [each["id"] for each in said.get(name, ())] in ([], ["1"])


@pytest.mark.parametrize("kind", KINDS)
def test_own_columns_budgets_and_remarks_stay_in_the_ministry(
    ask: Ask, planted: Activity, kind: str
) -> None:
    plan = WorkPlan(activities=(planted,))
    told = content(ask, kind, Audience.DELEGATION, plan=plan)
    for words in ("SECRET budget", "SECRET remark", "SECRET heading", "SECRET value"):
        assert words not in told
    if kind == "position":
        assert "SECRET budget" in content(ask, kind, Audience.INTERNAL, plan=plan)


@pytest.mark.parametrize("audience", Audience)
def test_no_paper_holds_what_another_ministry_wrote_for_itself(
    ask: Ask, activity: Make, audience: Audience
) -> None:
    theirs = attrs.evolve(
        activity(1, "Shared study", co_leads="ID"),
        remarks="THEIRS",
        budget="THEIRS",
        extras=(Extra(heading="THEIRS", value="THEIRS", cell="K7"),),
        origins=(row(OTHER),),
    )
    ours = attrs.evolve(theirs, remarks="OURS", budget="", extras=())
    ours = attrs.evolve(ours, origins=(row(OWN),))
    merged = attrs.evolve(theirs, remarks="OURS THEIRS", origins=(row(OWN), row(OTHER)))
    plan = WorkPlan(
        activities=(merged,),
        submissions=(
            Submission(file="f.xlsx", sha256=OWN, country=VN, activities=(ours,)),
            Submission(file="g.xlsx", sha256=OTHER, country=ID, activities=(theirs,)),
        ),
    )
    told = content(ask, "position", audience, plan=plan)
    assert "THEIRS" not in told
    assert ("OURS" in told) == (audience is Audience.INTERNAL)


@pytest.mark.parametrize("audience", Audience)
def test_of_another_countrys_workbook_only_what_it_lays_open_is_told(
    ask: Ask, audience: Audience
) -> None:
    proposal = Proposal(
        id="ID:P1",
        title=Text.of("Joint study on platforms"),
        proposed_by=ID,
        co_leads=[Party(kind=PartyKind.COUNTRY, id="VN")],
        rationale=[Piece(text=Text.of("THEIRS draft"), audience=Audience.MEETING)],
        cleared_by="THEIRS minister",
        remarks="THEIRS: Viet Nam is weak here",
        extras=(Extra(heading="THEIRS", value="THEIRS", cell="K7"),),
        **OPEN,
    )
    sent = Submission(file="id.xlsx", sha256=OTHER, country=ID, proposals=[proposal])
    prepared = prepare([sent], VN, None)
    plan = WorkPlan(submissions=(sent,))
    told = content(ask, "position", audience, plan=plan, prepared=prepared)
    assert "THEIRS" not in told
    # Nobody at home has cleared it, nor said anything on it.
    is_told = audience is not Audience.MEETING
    assert ("Joint study on platforms" in told) == is_told


@pytest.mark.parametrize("kind", ["matrix", "overlaps", "position", "progress"])
def test_a_lead_that_is_not_settled_is_not_called_missing(
    ask: Ask, activity: Make, kind: str
) -> None:
    claims = tuple(Claim(value=value, owner="x") for value in ("VN", "PH"))
    torn = Conflict(activity=ActivityId("a1"), field="leads", claims=claims)
    plan = WorkPlan(activities=(activity(1, "Torn"),), conflicts=(torn,))
    report = KINDS[kind].build(ask(plan=plan, audience=Audience.MEETING))
    told = MARKDOWN.render(report).decode()
    assert "not settled" in told
    assert "not stated" not in told
    if kind == "overlaps":
        assert isinstance(report.data, Overlaps)
        (first, *_) = report.data.matrices
        assert [r.without_lead for r in first.rows if r.activities] == [()]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://asean.org/a?b=1&c=2#d", "https://asean.org/a?b=1&c=2#d"),
        ("https://a.vn/1;", "https://a.vn/1"),
        ("http://a.vn", "http://a.vn"),
        ("https://a.vn/1 and a remark", "https://a.vn/1"),
        ("https://a.vn/1(remark)", ""),
        ("https://a.vn/1,remark", ""),
        ("https://a.vn/1;remark.docx", ""),
        ("see https://a.vn/1", ""),
        ("https://server/x", ""),
        ("https://localhost/x", ""),
        ("https://10.0.0.7/x", ""),
        ("https://[::1]/x", ""),
        ("https://files.moha.local/x", ""),
        ("https://intranet.moha.gov.vn/x", ""),
        ("https://an:word@a.vn/x", ""),
        ("C:/reports/x.docx", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_only_an_address_that_anybody_can_look_up_is_public(
    words: str, address: str
) -> None:
    assert public_address(words) == address


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("3", "3"),
        ("v1.2", "v1.2"),
        ("Version 4", "Version 4"),
        ("3, 1", "3, 1"),
        ("3 - not yet seen by the Minister", ""),
        ("final", ""),
        ("", ""),
    ],
)
def test_a_version_is_a_number_for_the_meeting(said: str, shown: str) -> None:
    assert plain_version(said) == shown
