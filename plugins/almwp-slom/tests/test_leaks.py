"""A marker in every text of a prepared position; where it may turn up is listed here.

The classes are walked by their types, so that a field that is added later is planted
too: unless it is listed below, it must not reach the meeting.
"""

import re
import types
import typing
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import almwp_slom
import attrs
import pytest

from almwp.codec import to_json
from almwp.drawing.bilingual import side_by_side
from almwp.model.activity import (
    Activity,
    ActivityLink,
    Extra,
    Observation,
    PlanReference,
    RowOrigin,
)
from almwp.model.figures import Flow, Grid, TargetPath, Timeline
from almwp.model.ids import ActivityId, CountryCode, IndicatorId
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import (
    AgendaStance,
    Ask,
    Audience,
    Clearance,
    Piece,
    Proposal,
    Stance,
)
from almwp.model.prepared import Prepared
from almwp.model.report import Report
from almwp.model.source import Origin, Source
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.plugins import ReportRequest
from almwp.plugins.loading import load_plugins
from almwp.testing.papers import every_byte

Request = Callable[..., ReportRequest]
Standing = tuple[Audience, Clearance]

SHA = "0123456789ab" + "c" * 52
KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
EXPORTERS = tuple(e for e in load_plugins().exporters.values() if e.name != "pdf")
"""All formats whose bytes, once unpacked, show the words that they hold."""
STANDINGS = tuple(product(Audience, Clearance))
MARKER = re.compile(r"LEAKr(\d)p(\d)x([A-Za-z0-9]+?)xEND")

PLANTED = (Extra, PlanReference, Timeframe, Observation, ActivityLink, Source)
"""Records with texts of their own inside rows and activities."""

FOR_THE_MEETING = set(
    re.findall(
        r"\w+",
        """
    Activityxtitle Activityxreferencesxnumber Activityxleadsxid Activityxcoxleadsxid
    Activityxleadsxname Activityxcoxleadsxname AgendaStancexnumber AgendaStancexitem
    AgendaStancextalkingxpointsxtext AgendaStancexwordingxtext Proposalxid
    Proposalxnumber Proposalxtitle Proposalxreferencesxnumber
    Proposalxrationalextext Proposalxkind Proposalxleadsxid Proposalxleadsxname
    Proposalxcoxleadsxid Proposalxcoxleadsxname Proposalxpartnersxid
    Proposalxpartnersxname Proposalxtimeframexraw Proposalxoutput Askxtoxid
    Askxtoxname Askxtextxtext
    """,
    )
)
"""All that a cleared row that is meant for the meeting may bring there."""
FOR_THE_MINISTRY = re.compile(r"xextrasx|Proposalxremarks$")
"""What no audience but the ministry reads, whatever the row says."""


def planted(cls: Any, mark: str, path: str, **chosen: Any) -> Any:
    """Return a record of *cls* with a marker in every text that it can hold."""
    values = {}
    types_of = typing.get_type_hints(cls)
    for field in attrs.fields(cls):
        if field.name in chosen:
            continue
        kind = types_of[field.name]
        value = text_for(kind, mark, f"{path}x{field.name}")
        if field.default is attrs.NOTHING and value is None:
            value = next(iter(kind))  # a closed list holds no text
        if value is not None:
            values[field.name] = value
    return cls(**values, **chosen)


def text_for(kind: Any, mark: str, path: str) -> Any:
    marker = f"LEAK{mark}x{path.replace('_', 'x')}xEND"
    arguments = typing.get_args(kind)
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        found = (text_for(one, mark, path) for one in arguments)
        return next((value for value in found if value is not None), None)
    if typing.get_origin(kind) is tuple and arguments[-1] is not Ellipsis:
        items = tuple(text_for(one, mark, path) for one in arguments)
        return None if None in items else items
    if typing.get_origin(kind) is tuple:
        item = text_for(arguments[0], mark, path)
        return None if item is None else (item,)
    if kind is str:
        return marker
    if kind is ActivityId:
        return ActivityId(f"VN:{marker}")
    if kind is Text:
        return Text.of(marker)
    if kind is Party:
        return planted(Party, mark, path, kind=PartyKind.PARTNER)
    if kind is Origin:
        return Origin(file=marker, sha256=SHA, sheet=marker, cell="A1")
    if kind is RowOrigin:
        columns = (("item", "A"), ("title", "B"), ("stance", "C"), ("evidence", "D"))
        return RowOrigin(file=marker, sha256=SHA, sheet=marker, row=4, columns=columns)
    if kind is Extra:  # where it was read is the address of a cell
        return planted(Extra, mark, path, cell="A1")
    if kind in PLANTED:
        return planted(kind, mark, path)
    return None


def rows() -> Iterator[tuple[AgendaStance, Proposal, Ask]]:
    """Give rows of every standing, with pieces of every standing."""
    for (r, row), (p, piece) in product(enumerate(STANDINGS), repeat=2):
        mark = f"r{r}p{p}"

        def pieces(
            name: str, mark: str = mark, piece: Standing = piece
        ) -> tuple[Piece, ...]:
            path = name.replace(".", "x")
            standing = {"audience": piece[0], "clearance": piece[1]}
            return (planted(Piece, mark, path, **standing),)

        own = {"audience": row[0], "clearance": row[1]}
        stance = planted(
            AgendaStance,
            mark,
            "AgendaStance",
            **own,
            stance=Stance.SUPPORT,
            **{
                name: pieces(f"AgendaStance.{name}")
                for name in ("reasons", "talking_points", "wording", "fallback")
            },
        )
        rationale = pieces("Proposal.rationale")
        # Some are named, so that figures are drawn of what goes on.
        goes_on = [ActivityId(f"VN:{p}"), ActivityId(f"VN:LEAK{mark}xcontinuesxEND")]
        proposal = planted(
            Proposal, mark, "Proposal", **own, rationale=rationale, continues=goes_on
        )
        (text,) = pieces("Ask.text")
        yield stance, proposal, planted(Ask, mark, "Ask", text=text)


PREPARED = Prepared(
    agenda=[stance for stance, _, _ in rows()],
    proposals=[proposal for _, proposal, _ in rows()],
    joined=[
        attrs.evolve(proposal, proposed_by=CountryCode("ID"), joining=True)
        for _, proposal, _ in rows()
    ],
    asks=[ask for _, _, ask in rows()],
    objectives=[Piece(text=Text.of("SECRETx"), audience=Audience.DELEGATION)],
    delegation=["SECRETx"],
)


VN = CountryCode("VN")
VIET_NAM = Party(kind=PartyKind.COUNTRY, id=VN)
ACTIVITIES = tuple(
    attrs.evolve(one, id=ActivityId(f"VN:{n}"), leads=(*one.leads, lead))
    for n, lead in enumerate((VIET_NAM, Party(kind=PartyKind.ALL_MEMBERS, id="ALL")))
    for one in [planted(Activity, "r0p0", "Activity")]
)
TIMED = tuple(
    attrs.evolve(
        ACTIVITIES[0],
        id=ActivityId(f"VN:{n}"),
        timeframe=Timeframe(raw=f"202{n}", start=Moment.year(2020 + n)),
    )
    for n in (2, 3)
)
"""Activities that have a place on a timeline."""
INDICATOR = attrs.evolve(
    planted(Indicator, "r0p0", "Indicator", id=IndicatorId("1"), country=VN),
    targets=[Target(year=2025, value=Fraction(9))],
    readings=[Reading(when=Moment.year(2023), value=Fraction(7))],
)
SUBMISSION = planted(Submission, "r0p0", "Submission", sha256=SHA, country="VN")


def made(ask: Request, kind: str, audience: Audience, second: str = "") -> Report:
    plan = attrs.evolve(
        ask().plan,
        activities=(*ACTIVITIES, *TIMED),
        indicators=(INDICATOR,),
        submissions=(SUBMISSION,),
        conflicts=(),
    )
    request = ask(prepared=PREPARED, plan=plan, audience=audience)
    build = KINDS[kind].build
    if not second:
        return build(request)
    one = build(attrs.evolve(request, second_language=second))
    other = attrs.evolve(request, language=second, second_language=request.language)
    return side_by_side(one, build(other))


def markers(content: str) -> set[tuple[Standing, Standing, str]]:
    return {
        (STANDINGS[int(row)], STANDINGS[int(piece)], path)
        for row, piece, path in MARKER.findall(content)
    }


def everything(report: Report) -> str:
    files = [every_byte(exporter.render(report)).decode(errors="replace")
             for exporter in EXPORTERS]  # fmt: skip
    return "\n".join([to_json(report), *files]).replace("\\_", "_")


@pytest.mark.parametrize("second", ["", "vi"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_meeting_gets_only_what_is_cleared_and_meant_for_it(
    ask: Request, kind: str, second: str
) -> None:
    content = everything(made(ask, kind, Audience.MEETING, second))
    allowed = (Audience.MEETING, Clearance.CLEARED)
    found = markers(content)
    for row, piece, path in found:
        assert path in FOR_THE_MEETING, path
        is_piece = path.endswith("xtext")
        if path.startswith("Activity"):
            continue
        assert row == allowed or path.startswith("Ask"), (row, path)
        assert piece == allowed or not is_piece, (piece, path)
    assert "SECRETx" not in content
    # A format may cut a long heading; what is left of it comes from such a row too.
    for rest in MARKER.sub("", content).split("LEAK")[1:]:
        assert rest.startswith(("r8", "r0p0xActivityxtitle")), rest[:40]
    drawn = {type(block) for block in made(ask, kind, Audience.MEETING).blocks}
    expected = {"position": {Timeline, Flow}, "progress": {Grid}, "plan": {Grid}}
    assert drawn & {Timeline, Flow, Grid, TargetPath} == expected.get(kind, set())
    if kind in ("position", "talking-points"):
        assert ((allowed, allowed, "AgendaStancextalkingxpointsxtext")) in found


@pytest.mark.parametrize("second", ["", "vi"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_delegation_gets_nothing_that_is_for_the_ministry_alone(
    ask: Request, kind: str, second: str
) -> None:
    content = everything(made(ask, kind, Audience.DELEGATION, second))
    for row, piece, path in markers(content):
        if path.startswith(("Activity", "Submission", "Indicator")):
            continue
        assert not FOR_THE_MINISTRY.search(path), path
        assert row[0] is not Audience.INTERNAL or path.startswith("Ask"), path
        if "xtext" in path or "xorigin" in path.removeprefix("AgendaStancexorigin"):
            is_of_row = path.count("x") < 3
            assert piece[0] is not Audience.INTERNAL or is_of_row, (piece, path)


def test_the_ministry_gets_every_word(ask: Request) -> None:
    found = {
        path
        for _, _, path in markers(to_json(made(ask, "position", Audience.INTERNAL)))
    }
    missing = FOR_THE_MEETING - found
    assert not missing
    assert any(FOR_THE_MINISTRY.search(path) for path in found)
    assert "AgendaStancexfallbackxtext" in found
    assert "Indicatorxname" in found


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.DELEGATION])
def test_uncleared_text_says_so_where_it_stands(
    ask: Request, audience: Audience
) -> None:
    (markdown,) = (e for e in EXPORTERS if e.name == "markdown")
    content = markdown.render(made(ask, "position", audience)).decode()
    for line in content.splitlines():
        if not line.startswith("- ") or "xtextxEND" not in line:
            continue
        (found,) = markers(line)
        is_marked = "not cleared" in line.split("LEAK")[0]
        assert is_marked == (found[1][1] is not Clearance.CLEARED), line
