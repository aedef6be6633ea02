"""How a paper looks: title page, contents, pages across, tables, figures, sides."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from almwp_pdf.columns import ROOM, fits_whole, parts, widths
from almwp_pdf.document import render
from almwp_pdf.pages import spread
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.figures import Standing, Stretch, Timeline
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment
from almwp.model.report import (
    Bullets,
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
from almwp.testing.strategies.reports import blocks, tables

Read = Callable[[bytes], Any]
Plain = Callable[[str], str]


def table(columns: int, rows: int, *, words: str = "x", caption: str = "") -> Table:
    return Table(
        caption=caption,
        columns=[Column(heading=f"Head{n}.") for n in range(columns)],
        rows=[
            [TableCell(text=f"{words} r{row}c{n}.") for n in range(columns)]
            for row in range(rows)
        ],
    )


def is_across(paper: Any, number: int) -> bool:
    box = paper.reader.pages[number].mediabox
    return bool(box.width > box.height)


def chapters(count: int) -> list[Heading | Paragraph]:
    return [
        block
        for n in range(1, count + 1)
        for block in (Heading(text=f"Chapter {n}."), Paragraph(text="word " * 500))
    ]


def test_a_long_paper_has_a_title_page_with_contents(
    read_back: Read, squeezed: Plain
) -> None:
    report = Report(title="A paper", blocks=[Note(text="On the cover"), *chapters(12)])
    paper = read_back(render(report))
    cover, *pages = map(squeezed, paper.pages)
    assert "Onthecover" in cover
    for chapter in range(1, 13):
        (listed,) = re.findall(rf"Chapter{chapter}\.[.]+?(\d+)(?=Chapter|$)", cover)
        assert f"Chapter{chapter}." in pages[int(listed) - 2]


def test_a_short_paper_begins_at_once(read_back: Read) -> None:
    paper = read_back(render(Report(title="A brief", blocks=[*chapters(1)])))
    assert paper.count == 1
    assert "Contents" not in paper.pages[0]


def test_a_wide_table_lies_across_with_its_heading(read_back: Read) -> None:
    report = Report(
        title="A paper",
        blocks=[
            Heading(text="Narrow"),
            table(5, 2),
            Heading(text="Wide"),
            table(12, 2, words="unbreakable"),
            Heading(text="After"),
            Paragraph(text="upright again"),
        ],
    )
    paper = read_back(render(report))
    assert [is_across(paper, n) for n in range(paper.count)] == [False, True, False]
    assert "Wide" in paper.pages[1]
    assert "upright again" in paper.pages[2]


def test_the_heading_row_stands_on_each_page(read_back: Read) -> None:
    paper = read_back(render(Report(title="A paper", blocks=[table(3, 120)])))
    assert paper.count > 2
    for page in paper.pages:
        assert "Head0." in page
    assert "/TH" in paper.tags


def test_rows_stay_whole_and_tall_ones_do_not_run_off_the_page(
    read_back: Read, squeezed: Plain
) -> None:
    tall = "a tall cell " * 900
    rows = [[TableCell(text=tall), TableCell(text="end")]]
    columns = [Column(heading="A", share=9), Column(heading="B")]
    paper = read_back(
        render(Report(title="T", blocks=[Table(columns=columns, rows=rows)]))
    )
    assert paper.count > 1
    assert squeezed("".join(paper.pages)).count("cell") == 900


def test_a_table_of_very_many_columns_is_parted(
    read_back: Read, squeezed: Plain
) -> None:
    paper = read_back(render(Report(title="T", blocks=[table(40, 1, caption="All")])))
    for number in range(40):
        assert f"xr0c{number}." in paper.text
    assert paper.text.count("All") == 1


def test_a_long_timeline_goes_on_in_further_pictures(read_back: Read) -> None:
    stretches = [
        Stretch(
            label=f"Activity {n}.", start=Moment.parse("2021"), standing=Standing.DONE
        )
        for n in range(90)
    ]
    figure = Timeline(caption="When", stretches=stretches)
    paper = read_back(render(Report(title="A paper", blocks=[figure])))
    said = paper.alternatives
    assert len(said) > 1
    assert f"When (1/{len(said)})" in "".join(paper.pages)
    for number in range(90):
        assert sum(f"Activity {number}." in each for each in said) == 1


def test_two_languages_stand_side_by_side(read_back: Read) -> None:
    pairs = [
        Pair(left=Paragraph(text="LEFT one"), right=Paragraph(text="PHẢI một")),
        Pair(left=Bullets(items=["LEFT two"]), right=Bullets(items=["PHẢI hai"])),
    ]
    paper = read_back(
        render(Report(title="A paper", second_language="vi", blocks=pairs))
    )
    assert "Page 1 of 1 / Trang 1/1" in paper.edges[0]
    places: dict[str, tuple[float, float]] = {}

    def visit(text: str, matrix: Sequence[float], *_: Any) -> None:
        for side in ("LEFT one", "PHẢI một", "LEFT two", "PHẢI hai"):
            if side in text:
                places[side] = (matrix[4], matrix[5])

    paper.reader.pages[0].extract_text(visitor_text=visit)
    for left, right in (("LEFT one", "PHẢI một"), ("LEFT two", "PHẢI hai")):
        assert places[left][0] < places[right][0]
        assert places[left][1] == places[right][1]
    langs = {str(each.get("/Lang")) for each in _tagged(paper)}
    assert "vi" in langs


def _tagged(paper: Any) -> list[Any]:
    found: list[Any] = []
    waiting = [paper.reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(node)
        elif hasattr(node, "get"):
            found.append(node)
            waiting.append(node.get("/K"))
    return found


@pytest.mark.parametrize(
    ("language", "lang"), [("vi", "vi"), ("en", "en"), ("pt-TL", "pt-TL"), ("?", "en")]
)
def test_it_can_be_read_aloud(language: str, lang: str, read_back: Read) -> None:
    report = Report(title="Báo cáo", language=language, blocks=chapters(1))
    root = read_back(render(report)).reader.root_object
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@given(tables, st.integers(20, 200))
def test_columns_share_all_the_room(table: Table, room: int) -> None:
    found = widths(table, room)
    assert abs(sum(found) - room) < 0.1 * len(found)
    assert all(width > 0 for width in found)


def test_a_narrow_share_still_holds_its_longest_word() -> None:
    columns = [Column(heading="Implementation"), Column(heading="Text", share=50)]
    first, second = widths(Table(columns=columns), ROOM)
    assert first > len("Implementation")
    assert second == ROOM - first


@given(st.integers(1, 60))
def test_parts_hold_every_column(count: int) -> None:
    whole = table(count, 1)
    held = [column for part in parts(whole) for column in part.columns]
    assert set(held) == set(whole.columns)
    assert all(part.columns[0] == whole.columns[0] for part in parts(whole))


@given(st.lists(blocks, max_size=9))
def test_no_block_is_lost_between_pages(given_blocks: list[Any]) -> None:
    cover, runs = spread(given_blocks)
    laid = [*cover, *(block for _, held in runs for block in held)]
    assert laid == given_blocks


def test_a_row_that_may_be_higher_than_a_page_is_not_kept_whole() -> None:
    assert fits_whole(["short"], [10.0])
    assert not fits_whole(["x" * 1000], [10.0])
    assert not fits_whole(["\n" * 100], [10.0])


def test_a_heading_that_starts_a_page_does(read_back: Read) -> None:
    blocks = [Heading(text="One"), Heading(text="Two", starts_page=True)]
    first, second = read_back(render(Report(title="A paper", blocks=blocks))).pages
    assert "One" in first
    assert "Two" in second


def test_a_small_table_is_not_parted_between_pages(read_back: Read) -> None:
    lines = Paragraph(text="\n".join(f"line {n}" for n in range(43)))
    blocks = [lines, Heading(text="Small"), Note(text="On it"), table(3, 5)]
    first, second = read_back(render(Report(title="A paper", blocks=blocks))).pages
    assert "line 42" in first
    for words in ("Small", "On it", "Head0.", "x r0c0.", "x r4c2."):
        assert words in second


def test_a_short_paper_ends_with_its_notes_in_a_few_lines(read_back: Read) -> None:
    cells = [
        Origin(file="a.xlsx", sha256="a" * 64, sheet="Plan", cell=cell)
        for cell in ("B4", "C4")
    ]
    blocks = [Paragraph(text="Said", origins=cells)]
    manifest = Manifest(inputs=[InputFile(name="a.xlsx", sha256="a" * 64)])
    report = Report(title="Brief", blocks=blocks, manifest=manifest, is_compact=True)
    paper = read_back(render(report))
    assert paper.count == 1
    assert "Evidence:[1]a.xlsx!Plan!B4,C4." in paper.text
    assert f"Whatthispaperwasmadefrom:a.xlsx({'a' * 12})." in paper.text
