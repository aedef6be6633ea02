"""Dates, shares and phrases in words."""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import almwp_slom
import pytest
from almwp_slom.bars import units
from almwp_slom.paper import build
from almwp_slom.phrases import phrases
from almwp_slom.shares import percent
from almwp_slom.wording import Wording
from attrs import evolve
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.figures import Bar
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import Ask as Asked
from almwp.model.position import Piece
from almwp.model.report import Table
from almwp.model.text import Text
from almwp.plugins import ReportRequest

Ask = Callable[..., ReportRequest]

ROOT = Path(almwp_slom.__file__).parent


def wording(language: str) -> Wording:
    return Wording(language=language, say=phrases(language))


@pytest.mark.parametrize(
    ("written", "english", "vietnamese"),
    [
        ("2023-08-16", "16 August 2023", "ngày 16 tháng 8 năm 2023"),
        ("2023-08", "August 2023", "tháng 8 năm 2023"),
        ("2023-Q3", "third quarter of 2023", "quý III năm 2023"),
        ("2023-H2", "second half of 2023", "sáu tháng cuối năm 2023"),
        ("2023", "2023", "năm 2023"),
    ],
)
def test_dates_are_no_more_precise_than_they_are_known(
    written: str, english: str, vietnamese: str
) -> None:
    moment = Moment.parse(written)
    assert wording("en").day(moment) == english
    assert wording("vi").day(moment) == vietnamese


def test_a_stretch_names_both_ends() -> None:
    first, last = Moment.parse("2025-10-21"), Moment.parse("2025-10-22")
    assert wording("en").days(first, last) == "21 October 2025 to 22 October 2025"
    assert wording("en").days(first, first) == "21 October 2025"


@pytest.mark.parametrize("language", ["xx", "not a language", ""])
def test_an_unknown_language_falls_back_to_english(language: str) -> None:
    assert wording(language).day(Moment.parse("2023-08-16")) == "16 August 2023"
    assert percent(Fraction(1, 1000), language) == "0.1 %"


@pytest.mark.parametrize(
    ("share", "english", "vietnamese"),
    [
        (Fraction(6, 31), "19 %", "19 %"),
        (Fraction(1, 2), "50 %", "50 %"),
        (Fraction(0), "0 %", "0 %"),
        (Fraction(1), "100 %", "100 %"),
        (Fraction(1, 300), "0.3 %", "0,3 %"),
        (Fraction(299, 300), "99.7 %", "99,7 %"),
        (Fraction(1, 9000), "< 0.1 %", "< 0,1 %"),
        (Fraction(8999, 9000), "> 99.9 %", "> 99,9 %"),
    ],
)
def test_shares_are_whole_per_cent_unless_that_claims_too_much(
    share: Fraction, english: str, vietnamese: str
) -> None:
    assert percent(share, "en") == english
    assert percent(share, "vi") == vietnamese


@given(st.fractions(0, 1), st.fractions(0, 1), st.integers(3, 80))
def test_bars_fill_their_width_and_something_is_never_nothing(
    one: Fraction, other: Fraction, width: int
) -> None:
    low, high = sorted((one, other))
    part = units(Bar(label="x", low=low, high=high), width)
    assert part.sure + part.likely + part.open + part.rest == width
    assert min(part.sure, part.likely, part.open, part.rest) >= 0
    assert (part.sure > 0) == (low > 0)
    assert (part.rest > 0) == (high < 1)


def test_every_phrase_has_a_vietnamese_one_and_no_more_are_kept() -> None:
    used = set()
    for path in ROOT.rglob("*.py"):
        with path.open("rb") as file:
            found = extract(
                "python", file, keywords={"say": None, "mark": None, "CallError": None}
            )
            used |= {message for _, message, _, _ in found}
    for path in ROOT.rglob("*.jinja"):
        used |= set(re.findall(r'say\("([^"]+)"', path.read_text(encoding="utf-8")))
    with (ROOT / "locale" / "vi.po").open("rb") as file:
        known = {m.id: m.string for m in read_po(file) if m.id}
    assert set(known) <= used
    say = phrases("vi")
    assert {phrase for phrase in used if say(str(phrase)) == phrase} == set()
    for phrase, said in known.items():
        names = re.compile(r"\{\w+\}")
        assert set(names.findall(str(said))) == set(names.findall(str(phrase)))


def test_a_vietnamese_paper_has_no_english_phrase(ask: Ask) -> None:
    text = repr(build(ask(language="vi")).blocks)
    with (ROOT / "locale" / "vi.po").open("rb") as file:
        known = [str(m.id) for m in read_po(file) if m.id and "{" not in m.id]
    for phrase in known:
        assert f"'{phrase}'" not in text


def test_another_plugin_can_bring_a_language(ask: Ask) -> None:
    bahasa = {"Not reported": "Belum dilaporkan"}
    request = ask(language="id", translate=lambda phrase: bahasa.get(phrase, phrase))
    assert "Belum dilaporkan" in repr(build(request).blocks)


@pytest.mark.parametrize(
    ("party", "english", "vietnamese"),
    [
        (("country", "TH", "Thái Lan"), "Thailand", "Thái Lan"),
        (("country", "LA", "Laos"), "Lao PDR", "Lào"),
        (("all members", "ALL", "các nước"), "All ASEAN member states", "tất cả các"),
        (("body", "ASEAN-OSHNET", "ASEAN-OSHNET"), "ASEAN-OSHNET", "ASEAN-OSHNET"),
        (("partner", "Ban Thư ký ASEAN", ""), "ASEAN Secretariat", "Ban Thư ký ASEAN"),
        (("partner", "the ASEC", ""), "ASEAN Secretariat", "Ban Thư ký ASEAN"),
        (("partner", "Quỹ Hàn Quốc", ""), "Quỹ Hàn Quốc", "Quỹ Hàn Quốc"),
    ],
)
def test_those_who_are_asked_are_named_in_the_language_of_the_paper(
    party: tuple[str, str, str], english: str, vietnamese: str, ask: Ask
) -> None:
    kind, name, words = party
    asked = Asked(
        to=Party(kind=PartyKind(kind), id=name, name=words),
        text=Piece(text=Text.of("Support", "en")),
    )
    for language, said in (("en", english), ("vi", vietnamese)):
        expected = said[0].upper() + said[1:]
        request = ask(language=language)
        prepared = evolve(request.prepared, asks=[asked])
        report = build(evolve(request, prepared=prepared))
        rows = [
            row
            for block in report.blocks
            if isinstance(block, Table)
            if block.columns[0].heading in ("To whom", "Gửi tới")
            for row in block.rows
        ]
        assert rows[0][0].text.startswith(expected)
