"""A paper speaks to officials: no codes, no far-fetched hints, each point its cells."""

from collections.abc import Callable

import pytest
from almwp_slom.annexes import input_blocks
from almwp_slom.kinds import kind_in_words
from almwp_slom.matrix import build as build_matrix
from almwp_slom.paper import build
from almwp_slom.setting import Setting
from almwp_slom.telling import FEWEST_SHARED, shared_words
from almwp_slom.wording import Wording
from attrs import evolve

from almwp.model.activity import Activity, Observation, RowOrigin, Status
from almwp.model.ids import FrameworkId
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import Ask as Asked
from almwp.model.position import Audience, Clearance, Piece, Proposal
from almwp.model.prepared import Prepared
from almwp.model.report import Bullets
from almwp.model.source import Source
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.papers import cells, tables, words

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]


def row(number: int) -> RowOrigin:
    return RowOrigin(
        file="VN.xlsx",
        sha256="a" * 64,
        sheet="Plan",
        row=number,
        columns=(("remarks", "J"), ("to", "A"), ("text", "B")),
    )


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        (
            "Thông báo kết quả Hội nghị Bộ trưởng Lao động ASEAN lần thứ 28 và các văn"
            " kiện liên quan của Cộng đồng Văn hóa - Xã hội",
            "Tăng cường hệ thống thông tin thị trường lao động",
            False,
        ),
        (
            "Tuyên bố ASEAN về việc làm xanh và chuyển đổi công bằng",
            "Diễn đàn việc làm xanh cho thanh niên",
            True,
        ),
        (
            "Outcomes of the meeting of the ASEAN labour ministers",
            "Workshop on the outcomes of the labour ministers' work programme",
            False,
        ),
        (
            "Protection of migrant workers",
            "Study on the protection of migrant workers in fishing",
            True,
        ),
    ],
)
def test_only_words_that_tell_something_tie_two_titles(
    one: str, other: str, is_near: bool
) -> None:
    shared = shared_words(Text.of(one), Text.of(other))
    assert (shared >= FEWEST_SHARED) == is_near


def test_each_remark_cites_its_own_cells(ask: Ask, activity: Make) -> None:
    plan = WorkPlan(
        activities=[
            evolve(activity(n, "x"), remarks=f"remark {n}", origins=[row(n)])
            for n in (3, 4)
        ]
    )
    lists = {
        block.items[0]: block.origins
        for block in build(ask(plan=plan)).blocks
        if isinstance(block, Bullets) and "remark" in block.items[0]
    }
    assert len(lists) == 2
    for words_of, origins in lists.items():
        assert [origin.cell for origin in origins] == [f"J{words_of[-1]}"]


def test_what_one_row_asks_of_several_is_one_row(ask: Ask) -> None:
    piece = Piece(text=Text.of("co-lead", "en"), clearance=Clearance.CLEARED)
    asks = [
        Asked(
            to=Party(kind=PartyKind.COUNTRY, id=code), text=piece, origins=[row(place)]
        )
        for place, code in ((5, "ID"), (5, "PH"), (6, "TH"))
    ]
    (table,) = tables(build(ask(prepared=Prepared(asks=asks))), "To whom")
    assert [told[0] for told in cells(table)] == ["Indonesia, Philippines", "Thailand"]


def test_one_fact_alone_is_no_table(ask: Ask) -> None:
    proposal = Proposal(id="P1", title=Text.of("x"), clearance=Clearance.CLEARED)
    report = build(ask(prepared=Prepared(proposals=[proposal])))
    assert not tables(report, "On this proposal")
    assert "Clearance: cleared; by whom is not stated" in words(report)


def test_the_annex_of_sources_says_what_each_tells(ask: Ask, activity: Make) -> None:
    source = Source(address="https://a.vn/1")
    plan = WorkPlan(activities=[evolve(activity(1, "x"), sources=[source])])
    (table,) = tables(build(ask(plan=plan)), "No.")[-1:]
    headings = [column.heading for column in table.columns]
    assert headings[:3] == ["No.", "Address", "On what"]
    told = {told[1]: told[2] for told in cells(table)}
    assert told["https://a.vn/1"] == "Activities: 1"
    if "Published" in headings:
        assert any(told[3] != "–" for told in cells(table))


def test_settings_are_told_in_the_words_of_the_paper(ask: Ask) -> None:
    manifest = Manifest(
        settings=(("method", "implementation"), ("as of", "newest reports"))
    )
    setting = Setting(
        wording=Wording.of(ask(language="vi")), audience=Audience.INTERNAL
    )
    said = [
        item
        for block in input_blocks(manifest, setting)
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert said == [
        "Cách tính: tình hình thực hiện",
        "Tiến độ tính đến: các báo cáo mới nhất",
    ]


def test_known_kinds_are_told_in_the_language_of_the_paper() -> None:
    assert kind_in_words("Hướng dẫn", Wording()) == "guideline"
    assert kind_in_words("Đề án", Wording()) == "Đề án (in Vietnamese)"
    assert kind_in_words("own kind", Wording()) == "own kind"
    assert kind_in_words("", Wording()) == ""


def test_words_in_vietnamese_letters_are_marked_in_an_english_paper() -> None:
    assert Wording().said("Hà Nội và trực tuyến") == (
        "Hà Nội và trực tuyến (in Vietnamese)"
    )
    both = Wording(language="en", second_language="vi")
    assert both.said("Hà Nội và trực tuyến") == "Hà Nội và trực tuyến"


def test_a_completed_row_has_the_word_of_the_network_once(
    ask: Ask, activity: Make
) -> None:
    done = Observation(as_of=Moment.parse("2022"), status=Status.COMPLETED)
    made = evolve(activity(1, "x", done), timeframe=Timeframe(raw="2022 [Completed]"))
    request = ask(plan=WorkPlan(activities=[made]), audience=Audience.INTERNAL)
    known = request.framework
    assert known is not None
    oshnet = evolve(known, id=FrameworkId("OSHNET-WP-2021-2025"))
    report = build_matrix(evolve(request, framework=oshnet))
    assert "2022 [COMPLETED]" in words(report)
    assert "[Completed]" not in words(report)
