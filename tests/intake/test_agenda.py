"""The agenda of a position workbook: what is said on each item, and to whom."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.intake.cells import Sheet
from almwp.model.ledger import Fate
from almwp.model.position import AgendaStance, Asked, Audience, Clearance, Piece, Stance
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2021-2025"],
    ["Meeting: SLOM 21"],
]
HEADINGS = {
    "number": "Item no.",
    "item": "Agenda item",
    "asked": "Asked of the meeting",
    "stance": "Stance",
    "reasons": "Reasons",
    "talking_points": "Talking points",
    "wording": "Draft wording",
    "fallback": "Fallback",
    "speaker": "Speaker",
    "clearance": "Clearance",
    "cleared_by": "Cleared by",
    "audience": "Audience",
    "evidence": "Evidence",
    "item_english": "Agenda item (English)",
    "talking_points_english": "Talking points (English)",
    "wording_english": "Draft wording (English)",
}
IN_VIETNAMESE = [
    *("Số mục", "Nội dung nghị sự", "Yêu cầu đối với hội nghị", "Quan điểm", "Lý do"),
    *("Ý kiến phát biểu", "Câu chữ đề xuất", "Phương án dự phòng", "Người phát biểu"),
    *("Tình trạng phê duyệt", "Người phê duyệt", "Phạm vi sử dụng"),
    *("Hoạt động minh chứng", "Nội dung nghị sự (tiếng Anh)"),
    *("Ý kiến phát biểu (tiếng Anh)", "Câu chữ đề xuất (tiếng Anh)"),
]
ITEM = {
    "number": "5.1",
    "item": "Draft declaration",
    "stance": "support",
    "clearance": "draft",
}


def rows_of(
    *items: dict[str, Any],
    headings: Sequence[str] = tuple(HEADINGS.values()),
    above: list[list[Any]] = ABOVE,
) -> list[list[Any]]:
    rows = [[item.get(key) for key in HEADINGS] for item in items]
    return [*above, list(headings), *rows]


@pytest.fixture(scope="session")
def agenda(read: Read, sheet: Callable[..., Sheet]) -> Callable[..., Submission]:
    return lambda *items, **rest: read(sheet(rows_of(*items, **rest), name="Agenda"))


Agenda = Callable[..., Submission]


def codes(submission: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in submission.findings]


def pieces_in(item: AgendaStance) -> tuple[Piece, ...]:
    return item.reasons + item.talking_points + item.wording + item.fallback


FULL = {
    **ITEM,
    "asked": "for adoption",
    "stance": "support with changes",
    "reasons": "it costs us nothing",
    "talking_points": "- we welcome it\n- we thank the chair",
    "wording": "and its annexes",
    "fallback": "accept it as it is",
    "speaker": "Head of delegation",
    "clearance": "cleared",
    "cleared_by": "the Vice Minister",
    "audience": "meeting",
    "evidence": "3; 4",
}


def test_each_field_lands_in_the_model_with_its_cell(agenda: Agenda) -> None:
    submission = agenda(FULL)
    (item,) = submission.agenda
    assert submission.findings == ()
    assert (submission.kind, submission.meeting) == ("position", "slom-21")
    assert (item.number, str(item.item)) == ("5.1", "Draft declaration")
    assert (item.asked, item.stance) == (Asked.ADOPTION, Stance.SUPPORT_WITH_CHANGES)
    assert [str(p.text) for p in item.talking_points] == [
        "we welcome it",
        "we thank the chair",
    ]
    assert (item.speaker, item.cleared_by) == (
        "Head of delegation",
        "the Vice Minister",
    )
    assert (item.clearance, item.audience) == (Clearance.CLEARED, Audience.MEETING)
    assert item.evidence == ("VN:3", "VN:4")
    assert item.origin is not None
    assert (item.origin.sheet, item.origin.cell) == ("Agenda", "B5")
    cells = [p.origin and p.origin.cell for p in pieces_in(item)]
    assert cells == ["E5", "F5", "F5", "G5", "H5"]
    assert [
        p and p.cell for p in (item.origin_of("stance"), item.origin_of("speaker"))
    ] == ["D5", "I5"]


def test_reasons_and_fallbacks_are_for_the_ministry_alone(agenda: Agenda) -> None:
    (item,) = agenda(FULL).agenda
    assert [p.audience for p in item.reasons + item.fallback] == [
        Audience.INTERNAL,
        Audience.INTERNAL,
    ]
    for audience in (Audience.DELEGATION, Audience.MEETING):
        assert not any(p.is_for(audience) for p in item.reasons + item.fallback)
        assert all(p.is_for(audience) for p in item.talking_points + item.wording)


UNSAID = (None, "", "-", "n/a", "#?", "metting", "everybody", "meeting?", "not meeting")


@settings(max_examples=100, deadline=None)
@given(
    audience=st.sampled_from(UNSAID),
    clearance=st.sampled_from((*UNSAID, "ok", "cleared?", "to be cleared", "clear")),
    words=st.dictionaries(
        st.sampled_from(
            ["reasons", "talking_points", "wording", "fallback", "wording_english"]
        ),
        st.text(alphabet="abc đế-•\n", max_size=12),
    ),
)
def test_what_is_not_surely_meant_for_others_stays_inside(
    agenda: Agenda, audience: Any, clearance: Any, words: dict[str, str]
) -> None:
    said = {**ITEM, **words, "audience": audience, "clearance": clearance}
    (item,) = agenda({key: value or None for key, value in said.items()}).agenda
    assert item.audience is Audience.INTERNAL
    assert item.clearance is Clearance.DRAFT
    for piece in pieces_in(item):
        assert piece.audience is Audience.INTERNAL
        assert piece.clearance is Clearance.DRAFT


@pytest.mark.parametrize(
    ("audience", "clearance"),
    list(
        product(
            ("internal", "delegation", "meeting"), ("draft", "consulted", "cleared")
        )
    ),
)
def test_only_what_is_cleared_and_meant_for_it_reaches_the_meeting(
    agenda: Agenda, audience: str, clearance: str
) -> None:
    (item,) = agenda({**FULL, "audience": audience, "clearance": clearance}).agenda
    reaches = audience == "meeting" and clearance == "cleared"
    assert [p.is_for(Audience.MEETING) for p in item.talking_points] == [reaches] * 2
    assert {p.cleared_by for p in pieces_in(item)} == {"the Vice Minister"}


def test_each_line_of_a_cell_is_a_piece(agenda: Agenda) -> None:
    (item,) = agenda({**ITEM, "talking_points": "one\ntwo", "wording": "n/a"}).agenda
    assert [str(p.text) for p in item.talking_points] == ["one", "two"]
    assert item.wording == ()


def test_lines_in_two_languages_are_one_piece_where_they_are_as_many(
    agenda: Agenda,
) -> None:
    said = {
        "item": "Dự thảo tuyên bố",
        "item_english": "Draft declaration",
        "talking_points": "một\nhai",
        "talking_points_english": "one\ntwo",
        "wording": "một",
        "wording_english": "one\ntwo",
        "stance": "ủng hộ",
    }
    above = [*ABOVE, ["Language: Vietnamese"]]
    (item,) = agenda(said, headings=IN_VIETNAMESE, above=above).agenda
    assert item.item.forms == (("en", "Draft declaration"), ("vi", "Dự thảo tuyên bố"))
    assert [p.text.forms for p in item.talking_points] == [
        (("en", "one"), ("vi", "một")),
        (("en", "two"), ("vi", "hai")),
    ]
    assert [p.text.forms for p in item.wording] == [
        (("en", "one"), ("vi", "một")),
        (("en", "two"),),
    ]


def test_headings_in_vietnamese_give_the_same(agenda: Agenda) -> None:
    above = [*ABOVE, ["Language: English"]]
    (english,) = agenda(FULL, above=above).agenda
    (vietnamese,) = agenda(FULL, headings=IN_VIETNAMESE, above=above).agenda
    assert vietnamese == english


@pytest.mark.parametrize("asked", ["consideration", "adoption", None])
def test_a_stance_is_asked_for_where_the_meeting_decides(
    agenda: Agenda, asked: str | None
) -> None:
    submission = agenda({"item": "Draft declaration", "asked": asked})
    assert codes(submission) == [("ALM245", "D5")]
    assert submission.agenda[0].stance is None
    assert "no position" in (submission.findings[0].expected or "")


def test_no_position_is_a_position_and_an_item_for_information_needs_none(
    agenda: Agenda,
) -> None:
    submission = agenda(
        {
            "item": "Draft declaration",
            "asked": "adoption",
            "stance": "no position",
            "clearance": "draft",
        },
        {
            "item": "Report of the chair",
            "asked": "information",
            "talking_points": "we thank the chair",
            "speaker": "the head",
            "clearance": "draft",
        },
    )
    assert submission.findings == ()
    assert [i.stance for i in submission.agenda] == [Stance.NO_POSITION, None]


@pytest.mark.parametrize(
    ("key", "word", "near", "cell"),
    [
        ("stance", "suport", "support", "D5"),
        ("stance", "not support", None, "D5"),
        ("asked", "for adopton", "for adoption", "C5"),
        ("audience", "delegaton", "delegation", "L5"),
        ("clearance", "cleard", "cleared", "J5"),
    ],
)
def test_a_near_word_is_offered_and_not_taken(
    agenda: Agenda, key: str, word: str, near: str | None, cell: str
) -> None:
    submission = agenda({**ITEM, key: word})
    (item,) = submission.agenda
    (finding,) = submission.findings
    assert (finding.code, finding.at.cell) == ("ALM217", cell)
    assert next(iter(finding.suggestions), None) == near
    plain = agenda({"item": "x", "stance": None, "asked": "information"}).agenda[0]
    assert getattr(item, key) == getattr(plain, key if key != "asked" else "stance")
    refused = [e.cells for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == [cell]


def test_two_items_of_one_number_are_both_kept_and_reported(agenda: Agenda) -> None:
    submission = agenda(ITEM, {**ITEM, "item": "Another"})
    assert len(submission.agenda) == 2
    assert codes(submission) == [("ALM316", "A6")]


def test_what_has_no_field_is_an_extra(read: Read, sheet: Callable[..., Sheet]) -> None:
    rows = [["No.", "Agenda item", "Stance", "Mood"], [1, "Draft", "support", "good"]]
    (item,) = read(sheet([*ABOVE, *rows])).agenda
    assert [(e.heading, e.value, e.cell) for e in item.extras] == [
        ("Mood", "good", "D5")
    ]


def test_every_cell_has_a_fate(agenda: Agenda) -> None:
    submission = agenda(FULL, {"speaker": "nobody in particular"})
    filled = sum(
        1
        for row in rows_of(FULL, {"speaker": "x"})
        for value in row
        if value is not None
    )
    assert submission.ledger.total == filled
    assert codes(submission) == [("ALM309", "I6")]
