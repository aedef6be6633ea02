"""Markdown: everything is there, and no text becomes markup."""

from fractions import Fraction

import pytest
from almwp_slom.markdown import render
from hypothesis import given, settings

from almwp.drawing.plainly import plainly
from almwp.errors import in_english
from almwp.exporting.evidence import how_to_ask
from almwp.model.figures import Bar, Figure
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis, Origin
from almwp.testing.strategies.reports import reports


def written(*blocks: Block, language: str = "en") -> str:
    return render(Report(title="T", blocks=blocks, language=language)).decode()


def after_title(*blocks: Block) -> str:
    return written(*blocks).removeprefix("# T\n\n**Internal**\n\n").rstrip("\n")


@settings(max_examples=50, deadline=None)
@given(reports)
def test_lines_are_those_of_the_layout_whatever_the_text(report: Report) -> None:
    content = render(report)
    assert render(report) == content
    text = content.decode("utf-8")
    assert text.endswith("\n")
    found = text.split("\n")
    rows = [line for line in found if line.startswith("|")]
    blocks = list(plainly(report.blocks))
    tables = [b for b in blocks if isinstance(b, Table)]
    figures = [b for b in blocks if isinstance(b, Figure) and b.bars]
    assert len(rows) == sum(2 + len(t.rows) for t in tables) + sum(
        2 + len(f.bars) for f in figures
    )
    titles = [line for line in found if line.startswith("#")]
    assert len(titles) == 1 + sum(isinstance(b, Heading) for b in report.blocks)
    assert not [line for line in found if line.startswith(("<", "```", "    "))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a | b", r"a \| b"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[text](http://x)", r"\[text\](http://x)"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no list", r"1\. no list"),
        ("2.1 a section", "2.1 a section"),
        ("===", r"\==="),
        ("&lt; AT&T & Co", r"\&lt; AT\&T & Co"),
        ("back\\slash", r"back\\slash"),
        ("~~gone~~ $x$", r"\~\~gone\~\~ \$x\$"),
        ("https://x.org/a_b?c=1", "https://x.org/a_b?c=1"),
        ("first\n# second\n\nthird", "first\\\n\\# second\\\nthird"),
        ("a\x00b\u202ec", "a\ufffdb\ufffdc"),
        ("    indented", "indented"),
    ],
)
def test_text_stays_text(text: str, said: str) -> None:
    assert after_title(Paragraph(text=text)) == said


def test_tables_are_pipes_with_numbers_flush_right() -> None:
    table = Table(
        caption="Shares",
        columns=[Column(heading="What"), Column(heading="How many", is_number=True)],
        rows=[[TableCell(text="two\nlines"), TableCell(text="1|2")]],
    )
    assert after_title(table).split("\n") == [
        "**Shares**",
        "",
        "| What | How many |",
        "| --- | --: |",
        r"| two<br>lines | 1\|2 |",
    ]


def test_figures_are_drawn_in_a_table() -> None:
    bar = Bar(label="x", value=Fraction(1, 2), low=Fraction(1, 4), high=Fraction(3, 4))
    drawn = after_title(Figure(caption="Bars", bars=[bar])).split("\n")[-1]
    assert drawn == "| x | █████▓▓▓▓▓░░░░░····· | 50 %; between 25 % and 75 % |"


def test_notes_are_quotes_that_tell_on_what_they_stand() -> None:
    note = Note(text="one\ntwo", basis=Basis.INFERRED)
    assert after_title(note) == "> **Inferred:** one\\\n> two"


def test_points_are_a_list() -> None:
    assert after_title(Bullets(items=["a", "b\nc"])) == "- a\n- b\\\n  c"


def test_fixed_phrases_are_in_the_language_of_the_report() -> None:
    assert "**Nội bộ**" in written(language="vi")


def test_evidence_stands_in_footnotes() -> None:
    first, second = (
        [Origin(file="a.xlsx", sha256="a" * 64, sheet="S|1", cell=cell)]
        for cell in ("B2", "C3")
    )
    table = Table(
        columns=[Column(heading="h")],
        rows=[[TableCell(text="4", origins=second)], [TableCell(text="5")]],
        origins=first,
    )
    text = after_title(
        Paragraph(text="one", origins=first),
        Bullets(items=["a", "b"], origins=second),
        Note(text="n", origins=first),
        table,
    )
    assert text.split("\n\n") == [
        "one[^1]",
        "- a\n- b[^2]",
        "> n[^1]",
        "Evidence[^1]",
        "| h |\n| --- |\n| 4[^2] |\n| 5 |",
        f"{how_to_ask(in_english)}.",
        r"[^1]: Evidence: a.xlsx!S\|1!B2",
        r"[^2]: Evidence: a.xlsx!S\|1!C3",
    ]


def test_what_is_not_internal_shows_no_mark_of_its_own_making() -> None:
    assert after_title(Paragraph(text="[^1] and [^2]: x")) == r"\[^1\] and \[^2\]: x"
