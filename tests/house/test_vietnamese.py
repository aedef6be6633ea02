"""The delegate's pages are there in Vietnamese, and in step with the English ones."""

import importlib
import re
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
VIETNAMESE = DOCS / "vi"
PAGES = sorted(VIETNAMESE.rglob("*.md"))
BLOCK = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
SUMMED_UP = {"vi/explanation/what-we-do-not-know-of-2026-2030.md"}
"""What is in the words of its sources, which nobody here may translate."""
OTHER_WORDS = {"mức ban đầu": "giá trị gốc", "chỉ tiêu": "mục tiêu"}
"""Words for a baseline and a target that the forms do not use, and those they do."""
SIGN = re.compile(r"ALM\d{3}|(?<![\w-])--[a-z][a-z-]+")


def named(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def english(page: Path) -> Path:
    return DOCS / page.relative_to(VIETNAMESE)


def prose(page: Path) -> str:
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


@pytest.fixture
def translation(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(DOCS))
    return importlib.import_module("making.translation")


@pytest.fixture(params=PAGES, ids=named)
def page(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    return chosen


def is_summary(page: Path) -> bool:
    return "<!-- summary of: " in page.read_text(encoding="utf-8")


def test_every_page_for_delegates_is_there_in_vietnamese(translation: Any) -> None:
    there = {named(page).removeprefix("vi/").removesuffix(".md") for page in PAGES}
    assert there == set(translation.TRANSLATED)


def test_a_translation_is_of_the_page_as_it_is(page: Path, translation: Any) -> None:
    origin = translation.origin_of(page.read_text(encoding="utf-8"))
    assert origin is not None, "it does not say of which page it is a translation"
    assert origin.page == named(english(page))
    today = translation.fingerprint(
        english(page).read_text(encoding="utf-8"), summary=origin.summary
    )
    assert origin.fingerprint == today, (
        f"{origin.page} has other headings, blocks or parts than when {named(page)}"
        f" was made from it; translate what changed, then write 'as of: {today}'"
    )


def test_a_summary_says_so_at_its_top(page: Path, translation: Any) -> None:
    top = page.read_text(encoding="utf-8").partition("\n## ")[0]
    assert (translation.SUMMARY in top) == is_summary(page)
    assert is_summary(page) == (named(page) in SUMMED_UP)


def differences(translation: Any, our: str, their: str) -> list[str]:
    """Return where a page has other headings, blocks, tables, items or paragraphs."""
    parts = zip_longest(translation.outline(our), translation.outline(their))
    return [
        f"part {number}: {ours}, English: {theirs}"
        for number, (ours, theirs) in enumerate(parts, start=1)
        if not translation.translates(ours, theirs)
    ]


def test_a_translation_has_the_parts_of_its_page(page: Path, translation: Any) -> None:
    if is_summary(page):
        return
    our, their = (p.read_text(encoding="utf-8") for p in (page, english(page)))
    assert differences(translation, our, their)[:1] == []


BROKEN = {
    "a heading is gone": (r"\n### [^\n]*\n", "\n"),
    "a heading has another level": (r"\n### ", "\n## "),
    "a block is gone": (r"\n```toml\n.*?\n```\n", "\n"),
    "a line of a block is gone": (r"\nworked_out = \[\]\n", "\n"),
    "a command asks for something else": (r"\$ almwp score FILE", "$ almwp check FILE"),
    "a table is gone": (r"\n(?:\|[^\n]*\n)+", "\n"),
    "a row of a table is gone": (r"\n\|[^\n]*\|\n(?!\|)", "\n"),
    "a column of a table is gone": (r"\n\| [^|\n]*\| ", "\n| "),
    "an item is gone": (r"\n- \*bounds\*[^\n]*\n", "\n"),
    "code has another number": (r'tăng", 40', 'tăng", 41'),
    "a text of the code has another field": (r"\{known.low\} đến", "{low} đến"),
    "a comment names another choice": (r'# hoặc "raw"', '# hoặc "rau"'),
    "a text of the code is another one in English": (r"Workers covered", "Jobs"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_page_with_a_part_less_is_seen(what: str, translation: Any) -> None:
    page = VIETNAMESE / "explanation" / "how-scores-are-made.md"
    whole, theirs = (p.read_text(encoding="utf-8") for p in (page, english(page)))
    old, new = BROKEN[what]
    broken = re.sub(old, lambda _: new, whole, count=1, flags=re.DOTALL)
    assert broken != whole
    assert differences(translation, whole, theirs) == []
    assert differences(translation, broken, theirs) != []


def test_a_translation_names_the_codes_and_options_of_its_page(page: Path) -> None:
    if is_summary(page):
        return
    ours, theirs = (set(SIGN.findall(prose(p))) for p in (page, english(page)))
    assert ours ^ theirs <= {"--lang"}


def test_a_translation_leads_where_its_page_leads(page: Path) -> None:
    if is_summary(page):
        return
    root = {VIETNAMESE / "index.md", DOCS / "index.md"}
    theirs = {own(to) for to in targets(english(page)) - root}
    assert targets(page) - {english(page)} - root == theirs - root


def own(target: Path) -> Path:
    """Return the page or picture in Vietnamese for *target*, where there is one."""
    if (ours := target.with_stem(f"{target.stem}-vi")).is_file():
        return ours
    if target.is_relative_to(DOCS):
        ours = VIETNAMESE / target.relative_to(DOCS)
        return ours if ours.is_file() and ours.suffix == ".md" else target
    return target


def targets(page: Path) -> set[Path]:
    paths = (link.partition("#")[0] for link in LINK.findall(prose(page)))
    return {(page.parent / p).resolve() for p in paths if p and ":" not in p}


def test_a_translation_says_who_has_not_reviewed_it(
    page: Path, translation: Any
) -> None:
    text = " ".join(page.read_text(encoding="utf-8").replace("\n> ", " ").split())
    assert translation.NOT_REVIEWED in text
    assert english(page) in targets(page)


def test_pages_and_messages_call_a_thing_as_the_forms_do() -> None:
    places = [*PAGES, *ROOT.glob("src/**/vi.po"), *ROOT.glob("plugins/*/src/**/vi.po")]
    assert len(places) > len(PAGES)
    for place in places:
        text = place.read_text(encoding="utf-8").casefold()
        assert [word for word in OTHER_WORDS if word in text] == [], place


ENGLISH = """# Check

Know what is wrong.

<!-- exit: 1 -->
```console
$ almwp check a.xlsx
a.xlsx: activities: 2
```

- one
- two

| code | means |
|---|---|
| 0 | fine |
"""
SAME = ENGLISH.replace("Know what is wrong", "Biết cái gì\nsai").replace(
    "a.xlsx\na.xlsx: activities: 2", "a.xlsx --lang vi\na.xlsx: hoạt động: 2"
)


def test_words_and_what_is_printed_are_no_part_of_an_outline(translation: Any) -> None:
    assert SAME != ENGLISH
    assert translation.outline(SAME) == translation.outline(ENGLISH)
    assert translation.fingerprint(SAME) == translation.fingerprint(ENGLISH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Check", "# Check a file"),
        ("# Check", "## Check"),
        ("wrong.\n", "wrong.\n\nAnd more.\n"),
        ("$ almwp check a.xlsx", "$ almwp check a.xlsx --ledger"),
        ("- two\n", ""),
        ("| 0 | fine |\n", "| 0 | fine |\n| 1 | errors |\n"),
        ("```console\n", "```text\n"),
    ],
)
def test_a_change_that_has_to_be_translated_is_seen(
    translation: Any, old: str, new: str
) -> None:
    changed = ENGLISH.replace(old, new)
    assert changed != ENGLISH
    assert translation.fingerprint(changed) != translation.fingerprint(ENGLISH)


def test_only_the_headings_of_a_page_that_is_summed_up_count(translation: Any) -> None:
    def short(text: str) -> str:
        found: str = translation.fingerprint(text, summary=True)
        return found

    assert short(ENGLISH) == short(ENGLISH.replace("- two\n", ""))
    assert short(ENGLISH) != short(ENGLISH.replace("# Check", "# Look"))
