"""HTML: text stays text, whatever it looks like, and addresses become links."""

from fractions import Fraction

import html5lib
import pytest
from almwp_slom.html.document import render
from almwp_slom.html.policy import css_text
from almwp_slom.html.textmarkup import flowing

from almwp.model.figures import Bar, Figure
from almwp.model.manifest import InputFile, Manifest
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
from almwp.model.source import Origin

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title></textarea></svg><svg onload=alert(1)>",
    '" onfocus="alert(1)" autofocus x="',
    "' onclick='alert(1)",
    "<!-- open",
    "]]><![CDATA[",
    "&lt;b&gt; &amp; &#x3c;",
    "{{ 7*7 }} {% raw %} ${x}",
    "javascript:alert(1)",
    '"} @import url(//example.org); {',
    "url(https://example.org/x.png)",
    "\\3c /style\\3e",
)


def page_of(text: str) -> str:
    """Return a page with *text* in every place that a text can have."""
    origin = Origin(file=text, sha256="ab" * 32, sheet=text, cell="A1")
    report = Report(
        title=text,
        subtitle=text,
        notice=text,
        blocks=[
            Heading(text=text, origins=[origin]),
            Paragraph(text=text),
            Bullets(items=[text]),
            Note(text=text),
            Table(
                caption=text,
                columns=[Column(heading=text), Column(heading=text)],
                rows=[[TableCell(text=text), TableCell(text=text)]],
            ),
            Figure(
                caption=text,
                bars=[Bar(label=text, low=Fraction(0), high=Fraction(1), text=text)],
                alternative=text,
            ),
        ],
        manifest=Manifest(
            inputs=[InputFile(name=text, sha256="ab" * 32)],
            software=[(text, text)],
            settings=[(text, text)],
        ),
    )
    return render(report).decode("utf-8")


@pytest.fixture(scope="module")
def harmless_page() -> list[tuple[str, tuple[str, ...]]]:
    return skeleton(page_of("harmless"))


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each element with the names of its attributes, but those of a drawing."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    for parent in tree.iter():
        for child in list(parent):
            if str(child.tag).endswith("svg"):
                parent.remove(child)
    found = []
    for element in tree.iter():
        assert isinstance(element.tag, str), "a comment came in"
        found.append((element.tag, tuple(sorted(element.attrib))))
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_what_the_page_consists_of(
    text: str, harmless_page: list[tuple[str, tuple[str, ...]]]
) -> None:
    page = page_of(text)
    added = [e for e in skeleton(page) if e[0] == "a" and "rel" in e[1]]
    assert [e for e in skeleton(page) if e not in added] == harmless_page
    drawn = html5lib.parse(page)
    names = {name for e in drawn.iter() for name in e.attrib}
    assert not [name for name in names if name.startswith("on") or name == "style"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("one\r\ntwo\rthree\n\nfour", "one<br>two<br>three<br>four"),
        ("  many   spaces\t", "many spaces"),
        ("a\x00b\u202ec\u2066d", "a\ufffdb\ufffdc\ufffdd"),
        ("", ""),
    ],
)
def test_lines_break_and_harmful_characters_show(text: str, said: str) -> None:
    assert flowing(text) == said


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://asean.org/a_b?c=1&d=2.", "https://asean.org/a_b?c=1&amp;d=2"),
        ("(https://asean.org/a)", "https://asean.org/a"),
        ("https://asean.org/a_(b)", "https://asean.org/a_(b)"),
        ("HTTP://ASEAN.ORG/x, and more", "HTTP://ASEAN.ORG/x"),
        ("<https://asean.org>", "https://asean.org"),
        ("“https://vn.example/Việt…", "https://vn.example/Việt"),
    ],
)
def test_addresses_of_web_pages_become_links(text: str, address: str) -> None:
    link = f'<a href="{address}" rel="noopener noreferrer">{address}</a>'
    assert link in flowing(text)
    assert flowing(text).count("<a ") == 1


@pytest.mark.parametrize(
    "text",
    [
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "file:///C:/x",
        "https://",
        "http://[",
        "https:///x",
        "www.asean.org",
        "//example.org",
    ],
)
def test_nothing_else_becomes_a_link(text: str) -> None:
    assert "<a" not in flowing(text)


@pytest.mark.parametrize("text", [*HOSTILE, 'a"b\\c\n', "Nội bộ 1"])
def test_a_text_on_the_margin_ends_neither_itself_nor_the_style(text: str) -> None:
    inside = css_text(text)[1:-1]
    assert not set(inside) & set("\"'<>\n;{}")
    said = "".join(
        chr(int(piece[:cut], 16)) + piece[cut + 1 :]
        for piece in inside.split("\\")[1:]
        if (cut := piece.index(" "))
    )
    assert inside.split("\\")[0] + said == text


@pytest.mark.parametrize(
    "text",
    [
        "https://asean.org@example.org/x",
        "https://asean.org:443@example.org",
        "https://as\u0435an.org/x",
        "https://xn--@example.org",
    ],
)
def test_an_address_that_seems_to_lead_elsewhere_is_no_link(text: str) -> None:
    assert "<a" not in flowing(text)
