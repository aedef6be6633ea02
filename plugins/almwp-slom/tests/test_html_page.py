"""HTML: one file that asks for nothing, the same each time, fit for everybody."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from fractions import Fraction
from hashlib import sha256

import html5lib
import pytest
from almwp_slom.html.document import render

from almwp.model.figures import Bar, Figure
from almwp.model.manifest import Manifest
from almwp.model.position import Audience
from almwp.model.report import (
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis, Origin
from almwp.testing.samples import sample_reports

SAMPLES = tuple(sample_reports())

_RENDER = (
    "import sys\n"
    "from hashlib import sha256\n"
    "from almwp.testing.samples import sample_reports\n"
    "from almwp_slom.html.document import render\n"
    "print([sha256(render(r)).hexdigest() for r in sample_reports()])"
)


def page(report: Report) -> str:
    return render(report).decode("utf-8")


@pytest.mark.parametrize("report", SAMPLES, ids=lambda r: r.title[:20])
def test_nothing_is_asked_of_anybody(report: Report) -> None:
    tree = html5lib.parse(page(report), namespaceHTMLElements=False)
    loading = ("src", "srcset", "data", "poster", "background", "action", "ping")
    for element in tree.iter():
        assert not [name for name in element.attrib if name in loading]
        for name, value in element.attrib.items():
            if name.endswith("href") and element.tag not in ("a", "link"):
                assert value.startswith("#")
    assert [e.get("href") for e in tree.iter("link")] == ["data:,"]
    style = "".join(e.text or "" for e in tree.iter("style"))
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("report", SAMPLES, ids=lambda r: r.title[:20])
def test_the_policy_lets_in_this_script_and_this_style_alone(report: Report) -> None:
    tree = html5lib.parse(page(report), namespaceHTMLElements=False)
    (policy,) = (e.get("content", "") for e in tree.iter("meta") if e.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        (element,) = tree.iter(kind)
        content = (element.text or "").encode("utf-8")
        print64 = b64encode(sha256(content).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{print64}'" in policy
    assert not [e for e in tree.iter() if "style" in e.attrib]


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "LANG": "vi_VN"},
    ],
    ids=["C", "vi"],
)
def test_another_process_writes_the_same_bytes(settings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RENDER],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **settings},
    )
    here = [sha256(render(report)).hexdigest() for report in SAMPLES]
    assert done.stdout.strip() == str(here)


@pytest.mark.parametrize(
    ("language", "audience", "said"),
    [
        ("en", Audience.MEETING, "For the meeting"),
        ("vi", Audience.INTERNAL, "Nội bộ"),
    ],
)
def test_it_says_whose_it_is_on_the_screen_and_on_every_printed_page(
    language: str, audience: Audience, said: str
) -> None:
    report = Report(title="T", language=language, audience=audience, notice="Made up")
    text = page(report)
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert tree.get("lang") == language
    (header,) = tree.iter("header")
    assert said in "".join(header.itertext())
    assert "Made up" in "".join(header.itertext())
    margins = text[text.rindex("@page{") :]
    corner = margins[margins.index("@top-right{") :]
    assert corner.startswith(f'@top-right{{content:"{said}"}}')
    assert '@bottom-left{content:"Made up"}' in margins


def test_someone_who_listens_finds_the_parts_of_the_page() -> None:
    rows = [(TableCell(text="a"), TableCell(text="b"))]
    table = Table(columns=[Column(heading="x"), Column(heading="")], rows=rows)
    blocks = [Heading(text="One"), Paragraph(text="p"), table]
    tree = html5lib.parse(
        page(Report(title="T", blocks=blocks)), namespaceHTMLElements=False
    )
    body = tree.find("body")
    assert body is not None
    landmarks = ["a", "header", "nav", "main", "footer"]
    assert [e.tag for e in body if e.tag not in ("div", "script")] == landmarks
    skip, nav = body[0], body.find("nav")
    assert skip.get("href") == "#main"
    assert nav is not None
    assert nav.get("aria-label") == "Contents"
    assert [a.get("href") for a in nav.iter("a")] == ["#section-1"]
    (caption,) = tree.iter("caption")
    assert "".join(caption.itertext()) == "One", "its heading names a nameless table"
    heads = ["".join(head.itertext()) for head in tree.iterfind(".//thead/tr/th")]
    assert heads == ["x", "Column 2"]


def test_a_number_can_be_sorted_by_its_exact_value() -> None:
    cell = TableCell(text="33 %", number=Fraction(1, 3))
    table = Table(columns=[Column(heading="x", is_number=True)], rows=[(cell,)])
    text = page(Report(title="T", blocks=[table]))
    assert '<td class="number" data-number="1/3">33 %</td>' in text


def test_what_was_read_in_the_same_cells_has_one_note_and_one_way_back() -> None:
    origin = Origin(file="vn.xlsx", sha256="ab" * 32, sheet="Plan", cell="B2")
    blocks = [
        Paragraph(text="a", origins=[origin]),
        Heading(text="b", origins=[origin]),
    ]
    text = page(Report(title="T", blocks=blocks))
    assert text.count('<a href="#evidence-1"') == 2
    assert text.count('id="mark-1"') == 1
    assert text.count('<li id="evidence-1" value="1">vn.xlsx!Plan!B2') == 1


def test_files_of_one_name_are_told_apart_by_their_fingerprints() -> None:
    origins = [
        Origin(file="vn.xlsx", sha256=two * 32, sheet="Plan", cell="B2")
        for two in ("ab", "cd")
    ]
    text = page(Report(title="T", blocks=[Paragraph(text="a", origins=origins)]))
    assert "vn.xlsx!Plan!B2 (abababababab); vn.xlsx!Plan!B2 (cdcdcdcdcdcd)" in text


def test_many_cells_of_a_note_are_folded() -> None:
    origins = [
        Origin(file="vn.xlsx", sha256="ab" * 32, sheet="Plan", cell=f"B{row}")
        for row in range(1, 6)
    ]
    text = page(Report(title="T", blocks=[Paragraph(text="a", origins=origins)]))
    assert "<summary>5 cells</summary>" in text
    assert all(f"<li>vn.xlsx!Plan!B{row}</li>" in text for row in range(1, 6))


def test_equal_pictures_of_one_page_do_not_share_their_names() -> None:
    bar = Bar(label="x", low=Fraction(0), high=Fraction(1))
    figure = Figure(caption="Bars", bars=[bar])
    text = page(Report(title="T", blocks=[figure, figure]))
    assert text.count("<svg") == 2
    names = re.findall(r' id="([^"]+)"', text)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("language", "sides", "said"),
    [("en", ["en", "vi"], "Suy luận"), ("vi", ["vi", "en"], "Inferred")],
)
def test_each_side_is_in_its_own_language(
    language: str, sides: list[str], said: str
) -> None:
    pair = Pair(left=Paragraph(text="a"), right=Note(text="b", basis=Basis.INFERRED))
    second = sides[1]
    text = page(
        Report(title="T", language=language, second_language=second, blocks=[pair])
    )
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    (both,) = (e for e in tree.iter("div") if e.get("class") == "pair")
    assert [side.get("lang") for side in both] == sides
    assert f"<strong>{said}:</strong> b" in text


def test_levels_of_headings_are_never_left_out() -> None:
    levels = (3, 1, 6, 2)
    blocks = [Heading(text=f"h{level}", level=level) for level in levels]
    text = page(Report(title="T", blocks=blocks))
    assert re.findall(r'<h(\d) id="section', text) == ["2", "2", "3", "3"]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_no_harmful_character_is_in_the_file(character: str) -> None:
    name = f"a{character}b"
    origin = Origin(file=name, sha256="ab" * 32, sheet=name, cell="B2")
    made = Manifest(software=[(name, name)], settings=[(name, name)])
    report = Report(
        title=name,
        language=name,
        notice=name,
        blocks=[Heading(text=name, origins=[origin])],
        manifest=made,
    )
    assert character not in page(report)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("text", "ground", 7),
        ("text", "raised", 7),
        ("text", "note", 7),
        ("text", "found", 7),
        ("quiet", "ground", 4.5),
        ("quiet", "raised", 4.5),
        ("link", "ground", 4.5),
        ("link", "raised", 4.5),
        ("link", "note", 4.5),
        ("link", "found", 4.5),
        ("flag-text", "flag", 4.5),
        ("focus", "ground", 3),
        ("focus", "raised", 3),
        ("strong-line", "ground", 3),
        ("note-line", "ground", 3),
    ],
)
def test_colours_stand_apart_by_day_and_by_night(
    scheme: int, front: str, back: str, least: float
) -> None:
    sets = re.findall(r":root\{([^}]*--ground[^}]*)\}", page(SAMPLES[0]))
    assert len(sets) == 2
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", sets[scheme]))
    assert contrast(colours[front], colours[back]) >= least
