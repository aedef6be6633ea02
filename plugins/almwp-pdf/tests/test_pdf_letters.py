"""Letters: Vietnamese whole and embedded, and no box for what the fonts lack."""

import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

import pytest
from almwp_pdf.document import render
from almwp_pdf.letters import Lettering
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.figures import Bar, Figure
from almwp.model.report import (
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)

Read = Callable[[bytes], Any]
Plain = Callable[[str], str]

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES
] + ["đ"]
ALPHABET = "".join(VIETNAMESE) + "".join(VIETNAMESE).upper()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_is_shown_by_one_embedded_font(
    form: Literal["NFC", "NFD"], read_back: Read, squeezed: Plain
) -> None:
    text = unicodedata.normalize(form, " ".join(ALPHABET))
    table = Table(columns=[Column(heading=text)], rows=[[TableCell(text=text)]])
    blocks = [Heading(text=text), Paragraph(text=text), Bullets(items=[text]), table]
    report = Report(title=text, language="vi", blocks=[*blocks, Note(text=text)])
    paper = read_back(render(report))
    assert len(set(ALPHABET)) == 146
    assert squeezed(paper.pages[0]).count(squeezed(ALPHABET)) == 7
    assert set(paper.fonts) == {"LibertinusSerif-Regular", "LibertinusSerif-Bold"}
    for font in paper.fonts.values():
        (descendant,) = font["/DescendantFonts"]
        assert "/FontFile3" in descendant.get_object()["/FontDescriptor"]
        assert font["/ToUnicode"]
    assert "U+" not in "".join(paper.pages)


def test_letters_that_the_first_font_lacks_come_from_the_second(
    read_back: Read, squeezed: Plain
) -> None:
    report = Report(title="ລາວ", blocks=[Paragraph(text="ສປປ and ∮")])
    paper = read_back(render(report))
    assert squeezed("ສປປ and ∮") in paper.text
    assert {name.partition("-")[0] for name in paper.fonts} == {
        "LibertinusSerif",
        "DejaVuSans",
    }


def test_letters_that_no_font_has_are_numbered_and_told(
    read_back: Read, squeezed: Plain
) -> None:
    blocks = [
        Heading(text="Ministry of Labour (กระทรวงแรงงาน)"),
        Paragraph(text="ក្រសួង and กระทรวงแรงงาน, twice"),
    ]
    paper = read_back(render(Report(title="A paper", blocks=blocks)))
    assert squeezed("Ministry of Labour (\u20391\u203a)") in paper.text
    assert squeezed("\u20392\u203a and \u20391\u203a, twice") in paper.text
    assert squeezed("Letters that this file cannot show") in paper.text
    told = " ".join(f"U+{ord(letter):04X}" for letter in "กระทรวงแรงงาน")
    assert squeezed("\u20391\u203a" + told) in paper.text


def test_what_pictures_cannot_show_stands_in_their_alternative_text(
    read_back: Read,
) -> None:
    bar = Bar(label="กระทรวง", low=Fraction(0), high=Fraction(1), text="not known")
    figure = Figure(caption="Progress", bars=[bar], alternative="กระทรวง: not known")
    paper = read_back(render(Report(title="A paper", blocks=[figure])))
    (said,) = paper.alternatives
    assert "กระทรวง: not known" in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\x07 text", "plain\ufffd text"),
        ("user\u202egpj.exe", "user\ufffdgpj.exe"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffmark", "mark"),
        ("private \ue000 letter", "private \u20391\u203a letter"),
        ("👩🏽‍🔧 works", "\u20391\u203a works"),
        ("ไทย ไทย ไทย", "\u20391\u203a"),
        ("a\u0301 ❤\ufe0f", "á ❤"),
        ("  two   blanks ", "two blanks"),
        ("\u3000", ""),
    ],
)
def test_a_text_is_shown_as_the_fonts_can(text: str, shown: str) -> None:
    assert Lettering.load().line(text) == shown


@given(st.text())
def test_nothing_is_left_that_no_font_has(text: str) -> None:
    letters = Lettering.load()
    shown = letters.line(text)
    assert all(c == " " or letters.font.has(c) for c in shown)
    assert letters.line(shown) == shown
