"""In a notebook things show themselves as tables: escaped, short and sober."""

from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import almwp
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.notebook import MOST_ROWS, safe
from almwp.model.report import Column, Paragraph, Table, TableCell
from almwp.testing import strategies

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e\x00\ud800"
TAGS = {"div", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
FEW = settings(max_examples=30)


class Page(HTMLParser):
    """The tags, attributes and texts of a piece of a page; every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str | None]] = set()
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= set(attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def read_page(shown: str) -> Page:
    page = Page(shown)
    assert page.open == []
    assert set(page.tags) <= TAGS
    assert page.attributes <= {("scope", "col")}
    shown.encode("utf-8")
    return page


@FEW
@given(strategies.plans)
def test_any_plan_is_shown(plan: almwp.WorkPlan) -> None:
    page = read_page(plan._repr_html_())
    head = 1 if plan.activities else 0
    assert page.tags.count("tr") == min(len(plan.activities), MOST_ROWS) + head


@FEW
@given(strategies.scorecards)
def test_any_scorecard_is_shown(card: almwp.Scorecard) -> None:
    read_page(card._repr_html_())


@FEW
@given(strategies.reports)
def test_any_report_is_shown(report: almwp.Report) -> None:
    read_page(report._repr_html_())


def test_hostile_text_is_only_text(plan: almwp.WorkPlan) -> None:
    title = almwp.Text.of(HOSTILE)
    one = attrs.evolve(plan.activities[0], title=title, id=ActivityId(HOSTILE))
    shown = attrs.evolve(
        plan, activities=[one], framework=FrameworkId(HOSTILE)
    )._repr_html_()
    page = read_page(shown)
    assert "<script>alert(1)</script>" in page.words
    cell = TableCell(text=HOSTILE)
    table = Table(caption=HOSTILE, columns=[Column(heading=HOSTILE)], rows=[(cell,)])
    blocks = [Paragraph(text=HOSTILE), table]
    paper = almwp.Report(title=HOSTILE, notice=HOSTILE, blocks=blocks)
    read_page(paper._repr_html_())


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800"])
def test_signs_that_change_what_is_around_them_are_replaced(sign: str) -> None:
    assert safe(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("words", ["Hội chợ", "ការងារ\u200bល្អ", "ແຮງງານ", "😀"])
def test_words_of_all_scripts_stay(words: str) -> None:
    assert safe(words) == words


def test_a_long_plan_says_how_much_is_not_shown(plan: almwp.WorkPlan) -> None:
    long = attrs.evolve(plan, activities=[plan.activities[0]] * (MOST_ROWS + 480))
    page = read_page(long._repr_html_())
    assert page.tags.count("tr") == MOST_ROWS + 1
    assert "480 more activities not shown; rows() gives all" in page.words


def test_a_long_text_is_cut(plan: almwp.WorkPlan) -> None:
    assert len(safe("a" * 5000)) == 160
    assert safe("a" * 5000).endswith("…")


def test_an_absence_is_told_in_place_of_a_number(plan: almwp.WorkPlan) -> None:
    silent = attrs.evolve(plan.activities[0], observations=())
    shown = attrs.evolve(plan, activities=[silent])._repr_html_()
    assert "<td><em>not reported</em></td>" in shown


def test_what_was_read_and_found_is_shown(
    submissions: Path, session: almwp.Session
) -> None:
    read = almwp.read([submissions], session=session)
    assert "vn-bao-cao-slom21.xlsx" in read_page(read._repr_html_()).words
    found = almwp.check([submissions], session=session)
    assert "ALM" in read_page(found._repr_html_()).words


def test_the_same_thing_is_shown_the_same_way(report: almwp.Report) -> None:
    assert report._repr_html_() == report._repr_html_()
