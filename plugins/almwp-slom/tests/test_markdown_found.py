"""Markdown: everything that a report holds is found in its file by a parser."""

import re
from collections.abc import Iterable, Iterator

from almwp_slom.markdown import render
from almwp_slom.phrases import phrases
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from almwp.drawing.plainly import plainly
from almwp.exporting.characters import lines
from almwp.exporting.evidence import evidence_of
from almwp.model.figures import Figure
from almwp.model.report import Heading, Report
from almwp.model.source import Origin
from almwp.testing.said import said_in
from almwp.testing.strategies.reports import full_reports

PARSER = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
_BREAK = "<br>"


def parsed(report: Report) -> list[Token]:
    return PARSER.parse(render(report).decode("utf-8"))


def inner(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from inner(token.children or ())


def words(tokens: Iterable[Token]) -> str:
    """Return what a reader sees; marks of notes are no words."""
    found = []
    for token in inner(tokens):
        if token.type in ("text", "text_special", "code_inline"):
            found.append(token.content)
        elif token.type in ("softbreak", "hardbreak", "inline", "html_inline"):
            found.append(" ")
    return plain("".join(found))


def plain(text: str) -> str:
    return " ".join(" ".join(lines(text)).split())


@settings(max_examples=40)
@given(full_reports)
def test_every_text_and_every_input_is_found(report: Report) -> None:
    everything = words(parsed(report))
    say = phrases(report.language)
    for text in (report.title, report.subtitle, report.notice):
        assert plain(text) in everything
    for block in plainly(report.blocks, say):
        for text in (
            bars_in(block) if isinstance(block, Figure) else said_in([block], say)
        ):
            assert plain(text) in everything


def bars_in(figure: Figure) -> Iterator[str]:
    """Give the words by which bars are told."""
    yield figure.caption
    for bar in figure.bars:
        yield bar.label
        yield bar.text


@settings(max_examples=40)
@given(full_reports)
def test_no_text_becomes_markup(report: Report) -> None:
    made = {token.type for token in inner(parsed(report))}
    assert not made & {"link_open", "image", "code_inline", "fence", "code_block"}
    written = {t.content for t in inner(parsed(report)) if t.type == "html_inline"}
    assert written <= {_BREAK}
    assert "html_block" not in made


@settings(max_examples=40)
@given(full_reports)
def test_every_note_names_its_cells_and_is_referred_to(report: Report) -> None:
    tokens = parsed(report)
    told = [words(part) for part in _between(tokens, "footnote_open", "footnote_close")]
    evidence = evidence_of(report)
    assert len(told) == len(evidence)
    for text, note in zip(told, evidence, strict=True):
        for origin in note.origins:
            assert plain(str(origin)) in text
    marks = [t for t in inner(tokens) if t.type == "footnote_ref"]
    assert len(marks) >= len(evidence)
    assert not re.search(r"\[\^\d", words(tokens))


def test_a_sign_at_the_end_of_a_text_takes_no_mark_for_its_own() -> None:
    """``^[1]`` is a note within the text to those that read Markdown."""
    origin = Origin(file="a.xlsx", sha256="0" * 64, sheet="S", cell="A1")
    for text in ("^", "two^", "x ^^", "a^b"):
        heading = Heading(text=text, level=1, origins=[origin])
        tokens = parsed(Report(title="T", language="en", blocks=[heading]))
        assert plain(text) in words(tokens)
        (told,) = _between(tokens, "footnote_open", "footnote_close")
        assert "a.xlsx!S!A1" in words(told)


def _between(tokens: list[Token], start: str, end: str) -> Iterator[list[Token]]:
    starts = [n for n, token in enumerate(tokens) if token.type == start]
    ends = [n for n, token in enumerate(tokens) if token.type == end]
    for first, last in zip(starts, ends, strict=True):
        yield tokens[first:last]
