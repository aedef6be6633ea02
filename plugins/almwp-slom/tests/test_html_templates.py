"""Templates of a page: only those of what it holds are compiled."""

from collections.abc import Sequence

import pytest
from almwp_slom.html.document import render
from jinja2 import Environment

from almwp.model.report import (
    Block,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin

ORIGIN = Origin(file="a.xlsx", sha256="7b" * 32, sheet="S", cell="B2")
PAIR = Pair(left=Paragraph(text="a"), right=Note(text="b"))
TABLE = Table(columns=[Column(heading="h")], rows=[[TableCell(text="x")]])


@pytest.mark.parametrize(
    ("blocks", "more"),
    [
        ([], []),
        ([TABLE], ["blocks/table"]),
        ([TABLE, TABLE], ["blocks/table"]),
        ([PAIR], ["blocks/note", "blocks/pair", "blocks/paragraph"]),
        (
            [Heading(text="One", origins=[ORIGIN])],
            ["blocks/heading", "contents", "ends"],
        ),
    ],
)
def test_only_what_a_page_holds_is_compiled(
    blocks: Sequence[Block], more: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, name: str, filename: str) -> object:
        compiled.append(name.removesuffix(".html.jinja"))
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", counted)
    render(Report(title="A report", blocks=blocks))
    assert sorted(compiled) == sorted(["page", *more])
