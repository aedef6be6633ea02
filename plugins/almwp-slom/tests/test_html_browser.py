"""HTML in a browser: tables sort and filter, by keyboard too, and nobody is called."""

import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from almwp_slom.html.document import render

from almwp.model.report import Column, Heading, Report, Table, TableCell
from almwp.model.source import Origin

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

driving = pytest.importorskip(
    "playwright.sync_api", reason="playwright, which drives a browser, is not installed"
)

FOUND = [
    path
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome")
    if (path := shutil.which(name))
]
pytestmark = pytest.mark.skipif(not FOUND, reason="Chromium is not installed")

QUIET = [
    "--no-sandbox",  # a container's root may not have one
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ROWS = (
    ("Đông Timor", "9 %", Fraction(9, 100)),
    ("Dân chủ", "33 %", Fraction(1, 3)),
    ("Áo", "100 %", Fraction(1)),
    ("Ăn", "–", None),
    ("An Giang", "", None),
    ("Việt Nam", "33,3 %", Fraction(333, 1000)),
)
SHA = "ab" * 32


def _report(language: str = "vi") -> Report:
    origin = Origin(file="vn.xlsx", sha256=SHA, sheet="Hoạt động", cell="B2")
    rows = [
        (TableCell(text=name, origins=[origin]), TableCell(text=text, number=number))
        for name, text, number in ROWS
    ]
    columns = (Column(heading="Nước"), Column(heading="Tỷ lệ", is_number=True))
    wide = tuple(Column(heading=f"Column {n}") for n in range(12))
    cells = tuple(TableCell(text="word " * 6) for _ in wide)
    return Report(
        title="T",
        language=language,
        blocks=[
            Heading(text="One"),
            Table(caption="Shares", columns=columns, rows=rows),
            Table(caption="Wide", columns=wide, rows=[cells]),
        ],
    )


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with driving.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=FOUND[0], args=QUIET)
        yield started
        started.close()


class Visit:
    """A page in a browser, and all that it complained of or asked for."""

    def __init__(self, page: "Page", address: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address)

    def column(self, number: int) -> list[str]:
        """Return the texts of a column of those rows that are shown."""
        cells = self.page.locator(f"#table-1 tbody tr > :nth-child({number})")
        return [c.inner_text().partition("[")[0] for c in cells.all() if c.is_visible()]

    def said(self) -> str:
        return str(self.page.locator(".tools .status").first.inner_text())

    def head(self, number: int) -> "Locator":
        return self.page.locator(f"#table-1 thead th:nth-child({number})")


@pytest.fixture
def visit(browser: "Browser", tmp_path: Path) -> Iterator[Visit]:
    file = tmp_path / "paper.html"
    file.write_bytes(render(_report()))
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    visited = Visit(context.new_page(), file.as_uri())
    yield visited
    context.close()
    assert visited.complaints == []
    assert visited.asked == [file.as_uri()]


def test_a_click_sorts_numbers_by_their_exact_value(visit: Visit) -> None:
    shares = [text for _, text, _ in ROWS]
    visit.head(2).locator("button").click()
    assert visit.column(2) == ["9 %", "33,3 %", "33 %", "100 %", "–", ""]
    assert visit.head(2).get_attribute("aria-sort") == "ascending"
    assert visit.said() == "sắp xếp theo Tỷ lệ, tăng dần"
    visit.head(2).locator("button").click()
    assert visit.column(2) == ["100 %", "33 %", "33,3 %", "9 %", "–", ""]
    assert visit.head(2).get_attribute("aria-sort") == "descending"
    visit.head(2).locator("button").click()
    assert visit.column(2) == shares
    assert visit.head(2).get_attribute("aria-sort") is None


def test_words_are_sorted_as_the_language_of_the_paper_does(visit: Visit) -> None:
    visit.head(1).locator("button").click()
    names = ["An Giang", "Áo", "Ăn", "Dân chủ", "Đông Timor", "Việt Nam"]
    assert visit.column(1) == names


def test_typing_filters_and_says_how_many_rows_are_left(visit: Visit) -> None:
    field = visit.page.get_by_role("searchbox", name="Lọc các dòng có Shares")
    field.press_sequentially("dong")
    assert visit.column(1) == ["Đông Timor"]
    assert visit.said() == "hiển thị 1 trên 6 dòng"
    status = visit.page.locator(".tools .status").first
    assert status.get_attribute("aria-live") == "polite"
    field.press("Escape")
    assert len(visit.column(1)) == len(ROWS)
    field.fill("33 %")
    visit.head(1).locator("button").click()
    assert visit.column(1) == ["Dân chủ", "Việt Nam"], "sorting keeps the filter"


def test_everything_is_done_by_keyboard(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("viet")
    assert visit.column(1) == ["Việt Nam"]
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
    assert visit.head(1).get_attribute("aria-sort") == "descending"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#evidence-1"
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width != "0px"


def test_a_wide_table_scrolls_by_keyboard_and_the_page_never_sideways(
    visit: Visit,
) -> None:
    page = visit.page
    page.set_viewport_size({"width": 400, "height": 800})
    box = page.get_by_role("region", name="Wide")
    box.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(100):  # it glides
        if page.evaluate("document.activeElement.scrollLeft") > 0:
            break
        page.wait_for_timeout(20)
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_without_the_script_the_table_is_whole_and_has_no_dead_controls(
    browser: "Browser", tmp_path: Path
) -> None:
    file = tmp_path / "paper.html"
    file.write_bytes(render(_report()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("#table-1 tbody tr").count() == len(ROWS)
    assert page.locator("button, input").count() == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_follows_the_wish_for_light_or_dark(
    browser: "Browser", tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    file = tmp_path / "paper.html"
    file.write_bytes(render(_report()))
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
    context.close()


@pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler) is not installed"
)
def test_every_printed_page_names_its_readers_and_the_headings_of_its_table(
    browser: "Browser", tmp_path: Path
) -> None:
    row = tuple(TableCell(text=text) for text in ("a", "b", "c"))
    columns = [Column(heading=heading) for heading in ("First", "Second", "Third")]
    table = Table(caption="Long", columns=columns, rows=[row] * 150)
    report = Report(title="Paper", notice="Made up", blocks=[table])
    file, printed = tmp_path / "paper.html", tmp_path / "paper.pdf"
    file.write_bytes(render(report))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.pdf(path=printed, prefer_css_page_size=True)
    page.close()
    call = ["pdftotext", "-layout", "-enc", "UTF-8", str(printed), "-"]
    told = subprocess.run(call, check=True, capture_output=True).stdout.decode("utf-8")
    pages = told.split("\f")[:-1]
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert "Internal" in text
        assert "Made up" in text
        assert f"Page {number} of {len(pages)}" in text
    for text in pages[:-1]:
        assert "Second" in text
        assert "Show rows with" not in text
