"""Texts that a language lacks are marked; two languages stand side by side."""

import re
from collections.abc import Callable
from typing import Any

import almwp_slom
import attrs
import pytest
from almwp_slom.wording import Wording

from almwp.drawing.bilingual import side_by_side
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId, CountryCode
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
from almwp.model.report import Block, Heading, Report, Table
from almwp.model.text import Text
from almwp.plugins import ReportRequest
from almwp.plugins.loading import load_plugins

Request = Callable[..., ReportRequest]
KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
LISTING = tuple(name for name in KINDS if name != "overlaps")
"""Papers that list activities; one on overlaps names only those that look alike."""
EXPORTERS = {each.name: each for each in load_plugins().exporters.values()}
OPEN: dict[str, Any] = {"audience": Audience.MEETING, "clearance": Clearance.CLEARED}


def only(mark: str) -> Text:
    """Return a text that is given in Vietnamese alone."""
    return Text.of(f"VNONLY{mark}", "vi")


def pieces(mark: str) -> tuple[Piece, ...]:
    return (Piece(text=only(mark), **OPEN),)


AGENDA = AgendaStance(
    item=only("item"),
    number="4",
    asked=Asked.ADOPTION,
    stance=Stance.SUPPORT,
    reasons=pieces("reason"),
    talking_points=pieces("point"),
    wording=pieces("wording"),
    fallback=pieces("fallback"),
    **OPEN,
)
PROPOSAL = Proposal(
    id="p1", title=only("proposal"), rationale=pieces("rationale"), **OPEN
)
SECRETARIAT_NAMES = ("ASEAN Secretariat", "Ban Thư ký ASEAN")
SECRETARIAT = Party(kind=PartyKind.PARTNER, id="Ban Thư ký ASEAN")
PREPARED = Prepared(
    agenda=[AGENDA],
    proposals=[PROPOSAL],
    joined=[attrs.evolve(PROPOSAL, proposed_by=CountryCode("ID"), joining=True)],
    asks=[Ask(to=SECRETARIAT, text=pieces("ask")[0])],
    objectives=pieces("objective"),
)


def requested(ask: Request, **changes: Any) -> ReportRequest:
    plan = ask().plan
    (first, *rest) = plan.activities
    one: Activity = attrs.evolve(
        first, id=ActivityId("v1"), title=only("activity"), parts=(only("part"),)
    )
    changed = attrs.evolve(plan, activities=(one, *rest))
    return ask(prepared=PREPARED, plan=changed, **changes)


def both(ask: Request, kind: str, **changes: Any) -> tuple[Report, Report]:
    build = KINDS[kind].build
    one = requested(ask, second_language="vi", **changes)
    two = requested(ask, language="vi", second_language="en", **changes)
    return build(one), build(two)


def markdown(report: Report) -> str:
    return EXPORTERS["markdown"].render(report).decode()


def shape(block: Block) -> tuple[object, ...]:
    kind = type(block).__name__
    match block:
        case Heading():
            return kind, block.level
        case Table():
            return kind, len(block.columns), len(block.rows)
        case _:
            return (kind,)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", LISTING)
def test_what_a_language_lacks_is_marked_wherever_it_stands(
    ask: Request, kind: str, audience: Audience
) -> None:
    report = KINDS[kind].build(requested(ask, audience=audience))
    found = re.findall(r"VNONLY\w+(.{16})", markdown(report), re.DOTALL)
    assert found
    assert set(found) == {" (in Vietnamese)"}
    vietnamese = markdown(KINDS[kind].build(requested(ask, language="vi")))
    assert "VNONLY" in vietnamese
    assert not re.search(r"VNONLY\w+ \(", vietnamese)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", LISTING)
def test_a_paper_has_the_same_parts_in_each_language(
    ask: Request, kind: str, audience: Audience
) -> None:
    one, two = both(ask, kind, audience=audience)
    assert list(map(shape, one.blocks)) == list(map(shape, two.blocks))


@pytest.mark.parametrize("kind", LISTING)
def test_beside_each_other_a_text_stands_once_and_its_lack_is_told(
    ask: Request, kind: str
) -> None:
    text = markdown(side_by_side(*both(ask, kind)))
    assert "(in Vietnamese)" not in text
    assert "VNONLY" in text
    assert "(no text in English)" in text


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_takes_a_paper_in_two_languages(ask: Request, name: str) -> None:
    report = side_by_side(*both(ask, "position"))
    first = EXPORTERS[name].render(report)
    assert first
    assert first == EXPORTERS[name].render(report)


def test_fixed_words_of_a_format_are_in_both_languages(ask: Request) -> None:
    report = side_by_side(*both(ask, "position"))
    assert "**Internal / Nội bộ**" in markdown(report)
    page = EXPORTERS["html"].render(report).decode()
    assert "Contents / Mục lục" in page
    assert "{page" not in page.partition("</style>")[0]


@pytest.mark.parametrize(
    ("text", "language", "second", "said"),
    [
        (Text.of("a", "vi"), "en", "", "a (in Vietnamese)"),
        (Text.of("a", "en"), "vi", "", "a (bản tiếng Anh)"),
        (Text.of("a", "id"), "vi", "en", "a (bản tiếng Indonesia)"),
        (Text.of("a", "vi"), "en", "vi", "(no text in English)"),
        (Text.of("a", "vi"), "vi", "en", "a"),
        (Text.of("a", "und"), "vi", "en", "a"),
        (Text.from_forms({"und": "a", "id": "b"}), "vi", "", "a"),
        (Text(), "vi", "en", ""),
    ],
)
def test_a_text_is_given_in_its_language_or_marked(
    ask: Request, text: Text, language: str, second: str, said: str
) -> None:
    request = ask(language=language, second_language=second)
    from_core = {"(no text in {language})": "(không có bản {language})"}
    if language == "vi":
        request = attrs.evolve(request, translate=lambda p: from_core.get(p, p))
    assert Wording.of(request).text(text) == said


@pytest.mark.parametrize(
    ("kind", "words", "english", "vietnamese"),
    [
        (PartyKind.PARTNER, "Ban Thư ký ASEAN", *SECRETARIAT_NAMES),
        (PartyKind.PARTNER, "the ASEAN Secretariat", *SECRETARIAT_NAMES),
        (PartyKind.PARTNER, "ILO", "ILO", "ILO"),
        (PartyKind.BODY, "ACMW", "ACMW", "ACMW"),
        (PartyKind.COUNTRY, "KH", "Cambodia", "Cam-pu-chia"),
    ],
)
def test_parties_have_their_names_in_the_language_of_the_paper(
    ask: Request, kind: PartyKind, words: str, english: str, vietnamese: str
) -> None:
    party = Party(kind=kind, id=words)
    assert Wording.of(ask()).party(party) == english
    assert Wording.of(ask(language="vi")).party(party) == vietnamese


def test_a_body_that_was_written_out_is_written_out(ask: Request) -> None:
    network = "Mạng An toàn vệ sinh lao động"
    party = Party(kind=PartyKind.BODY, id="ASEAN-OSHNET", name=network)
    told = Wording.of(ask()).party(party)
    assert told == "ASEAN Occupational Safety and Health Network (ASEAN-OSHNET)"


def brief(ask: Request, agenda: list[AgendaStance], **changes: Any) -> Report:
    prepared = attrs.evolve(PREPARED, agenda=agenda)
    return KINDS["brief"].build(ask(prepared=prepared, **changes))


def test_a_brief_that_cuts_a_text_still_says_in_which_language_it_is(
    ask: Request,
) -> None:
    long = attrs.evolve(AGENDA, item=Text.of("chữ " * 100, "vi"))
    text = markdown(brief(ask, [long]))
    assert "chữ … (in Vietnamese)" in text


def test_a_brief_leaves_out_the_same_in_both_languages(ask: Request) -> None:
    """Vietnamese takes more room here, and would have fewer rows by itself."""
    agenda = [
        attrs.evolve(
            AGENDA,
            number=str(number),
            item=Text.from_forms({"en": f"Item {number}", "vi": "chữ " * 25}),
        )
        for number in range(1, 21)
    ]
    one = brief(ask, agenda, second_language="vi")
    two = brief(ask, agenda, language="vi", second_language="en")
    assert list(map(shape, one.blocks)) == list(map(shape, two.blocks))
    shown = len(next(b for b in one.blocks if isinstance(b, Table)).rows)
    assert 1 < shown < 20
    assert f"and {20 - shown} more items" in markdown(one)
