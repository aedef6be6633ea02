"""Two papers side by side: every word of both is there, and no other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.drawing.aligning import aligned
from almwp.drawing.bilingual import side_by_side
from almwp.drawing.joining import in_both, joined, joined_heading, joined_lines
from almwp.model.figures import Bar, Figure
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
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
from almwp.testing.strategies.reports import single_reports

NO_ENGLISH, NO_VIETNAMESE = "(no text in English)", "(không có bản tiếng Việt)"
A, B, C = (
    Origin(file="a.xlsx", sha256="ab" * 32, sheet="S", cell=cell)
    for cell in ("A1", "B1", "C1")
)
NO_WORDS = {"origins", "basis", "left_language", "right_language", "standing"}


def into_vietnamese(phrase: str) -> str:
    return {"(no text in {language})": "(không có bản {language})"}.get(phrase, phrase)


def together(first: Sequence[Block], second: Sequence[Block]) -> tuple[Block, ...]:
    one = Report(title="Paper", blocks=first)
    two = Report(title="Giấy", language="vi", blocks=second)
    return side_by_side(one, two, say_second=into_vietnamese).blocks


def table(*rows: str | tuple[str, Origin], heading: str = "H") -> Table:
    cells = [(row, None) if isinstance(row, str) else row for row in rows]
    return Table(
        columns=[Column(heading=heading)],
        rows=[
            (TableCell(text=text, origins=[origin] if origin else []),)
            for text, origin in cells
        ],
    )


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in NO_WORDS:
                yield from texts(getattr(value, field.name))


def words(report: Report) -> Counter[str]:
    kept = (report.title, report.subtitle, report.notice, report.blocks)
    found = (word for text in texts(kept) for word in text.split())
    return Counter(word for word in found if any(map(str.isalpha, word)))


@settings(max_examples=60)
@given(single_reports, single_reports)
def test_all_words_of_both_are_there_and_no_other(one: Report, two: Report) -> None:
    first = attrs.evolve(one, language="en", audience=Audience.INTERNAL)
    second = attrs.evolve(two, language="vi", audience=Audience.INTERNAL)
    both = words(side_by_side(first, second, say_second=into_vietnamese))
    mine, other = words(first), words(second)
    marks = {*NO_ENGLISH.split(), *NO_VIETNAMESE.split()}
    assert set(mine) | set(other) <= set(both)
    for word in set(both) - marks:
        assert max(mine[word], other[word]) >= 1, word
        assert both[word] <= mine[word] + other[word], word


@given(single_reports)
def test_a_paper_beside_itself_says_everything_once(report: Report) -> None:
    other = attrs.evolve(report, language="xx")
    both = side_by_side(report, other)
    assert both.blocks == report.blocks
    assert (both.title, both.subtitle) == (report.title, report.subtitle)
    assert both.second_language == "xx"


@given(
    st.lists(st.sampled_from("abcd"), max_size=6),
    st.lists(st.sampled_from("abcd"), max_size=6),
)
def test_each_part_of_both_has_one_place(first: list[str], second: list[str]) -> None:
    found = aligned(first, second)
    assert [one for one, _ in found if one is not None] == list(range(len(first)))
    assert sorted(two for _, two in found if two is not None) == list(
        range(len(second))
    )
    pairs = [(o, t) for o, t in found if o is not None and t is not None]
    assert all(first[one] == second[two] for one, two in pairs)
    common = Counter(first) & Counter(second)
    assert len(pairs) == sum(common.values())


def test_rows_that_cite_the_cells_of_their_own_language_are_one_row() -> None:
    (row,) = (block for block in together([table(("one", A))], [table(("một", B))]))
    assert isinstance(row, Table)
    assert [[cell.text for cell in each] for each in row.rows] == [["one\nmột"]]
    assert row.rows[0][0].origins == (A, B)


def test_paragraphs_that_cite_the_cells_of_their_own_language_are_one_pair() -> None:
    one, two = Paragraph(text="one", origins=[A]), Paragraph(text="một", origins=[B])
    (pair,) = together([one], [two])
    assert (pair.left, pair.right) == (one, two)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("Progress", "Tiến độ", "Progress / Tiến độ"),
        ("ILO", "ILO", "ILO"),
        ("68.8 %", "68,8 %", "68.8 %"),
        ("1,250", "1.250", "1,250"),
        ("-5", "5", "-5 / 5"),
        ("", "Tiến độ", "Tiến độ"),
        ("33 % (1 of 3)", "33 % (1/3)", "33 % (1 of 3) / 33 % (1/3)"),
    ],
)
def test_what_is_the_same_stands_once(one: str, two: str, both: str) -> None:
    assert joined(one, two) == both


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("4.2 Item", "4.2 Mục", "4.2 Item / Mục"),
        ("4.2 Item", "4.3 Mục", "4.2 Item / 4.3 Mục"),
        ("1 ILO", "1 ILO", "1 ILO"),
        ("2021 Plan", "2021", "2021 Plan / 2021"),
    ],
)
def test_the_number_of_a_heading_stands_once(one: str, two: str, both: str) -> None:
    assert joined_heading(one, two) == both


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("Lead\nwith: A", "Chủ trì\ncùng: A", "Lead\nwith: A\nChủ trì\ncùng: A"),
        ("Hội thảo\n(open)", "Hội thảo\n(mở)", "Hội thảo\n(open)\n(mở)"),
        ("10", "10", "10"),
    ],
)
def test_lines_that_are_the_same_stand_once(one: str, two: str, both: str) -> None:
    assert joined_lines(one, two) == both


def test_running_text_stands_side_by_side_and_headings_in_one() -> None:
    heading, pair = together(
        [Heading(text="1 Aims"), Bullets(items=["a", "b"], origins=[A])],
        [Heading(text="1 Mục tiêu"), Bullets(items=["x", "y"], origins=[A])],
    )
    assert heading == Heading(text="1 Aims / Mục tiêu")
    assert isinstance(pair, Pair)
    assert (pair.left_language, pair.right_language) == ("en", "vi")
    assert pair.left == Bullets(items=["a", "b"], origins=[A])
    assert pair.right == Bullets(items=["x", "y"], origins=[A])


@pytest.mark.parametrize("block", [Paragraph(text="p"), Note(text="p"), table("p")])
def test_what_only_one_language_has_is_marked_in_the_other(block: Block) -> None:
    shared: Block = Heading(text="same")
    for first, second, mark in (
        ([shared, block], [shared], NO_VIETNAMESE),
        ([shared], [shared, block], NO_ENGLISH),
    ):
        _, lone = together(first, second)
        assert mark in list(texts(lone))
        assert "p" in list(texts(lone))


def test_parts_find_each_other_by_the_cells_they_rest_on() -> None:
    first: list[Block] = [Paragraph(text="a", origins=[A]), Paragraph(text="b")]
    second: list[Block] = [
        Paragraph(text="z", origins=[C]),
        Paragraph(text="x", origins=[A]),
        Paragraph(text="y"),
    ]
    found = [b for b in together(first, second) if isinstance(b, Pair)]
    sides = [(list(texts(pair.left)), list(texts(pair.right))) for pair in found]
    assert sides == [([NO_ENGLISH], ["z"]), (["a"], ["x"]), (["b"], ["y"])]


def test_rows_in_another_order_find_each_other() -> None:
    (block,) = together(
        [table(("one", A), ("two", B))],
        [table(("hai", B), ("một", A), ("ba", C), heading="Đ")],
    )
    assert isinstance(block, Table)
    assert [column.heading for column in block.columns] == ["H / Đ"]
    assert sorted(row[0].text for row in block.rows) == [
        f"{NO_ENGLISH}\nba",
        "one\nmột",
        "two\nhai",
    ]


def test_a_figure_stands_once_and_two_that_differ_both() -> None:
    def bars(label: str, value: str) -> Figure:
        share = Fraction(value)
        bar = Bar(label=label, value=share, low=share, high=share, text=value)
        return Figure(caption=label, bars=[bar], alternative=label)

    (figure,) = together([bars("Share", "1/3")], [bars("Tỷ lệ", "1/3")])
    assert isinstance(figure, Figure)
    assert figure.caption == figure.bars[0].label == "Share / Tỷ lệ"
    assert figure.bars[0].text == "1/3"
    assert figure.alternative == "Share\nTỷ lệ"
    assert len(together([bars("Share", "1/3")], [bars("Tỷ lệ", "1/2")])) == 2


def test_a_phrase_is_given_in_both_languages() -> None:
    say = in_both({"yes": "yes", "0.5": "0.5"}.get, {"yes": "có", "0.5": "0,5"}.get)  # type: ignore[arg-type]
    assert (say("yes"), say("0.5")) == ("yes / có", "0.5")


def test_papers_that_do_not_belong_together_are_refused() -> None:
    one = Report(title="t")
    other = Report(title="t", language="vi")
    for wrong in (one, attrs.evolve(other, audience=Audience.MEETING)):
        with pytest.raises(ValueError, match="side by side"):
            side_by_side(one, wrong)
    with pytest.raises(ValueError, match="side by side"):
        side_by_side(attrs.evolve(one, second_language="id"), other)
