"""Links and anchors between pages lead somewhere; addresses elsewhere look right."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from almwp.cli.main import almwp

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("plugins/*/*.md")])
BLOCK = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.*)$", re.MULTILINE)
INLINE = re.compile(r"`(almwp [a-z][^`]*)`")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def prose(page: Path) -> str:
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors of the headings of a page, as GitHub and MyST make them."""
    found: dict[str, int] = {}
    made = []
    for heading in HEADING.findall(prose(page)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("\\", "")
        slug = re.sub(r"[^\w\- ]", "", plain.strip().lower()).replace(" ", "-")
        again = found.get(slug, 0)
        found[slug] = again + 1
        made.append(f"{slug}-{again}" if again else slug)
    return frozenset(made)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_to_a_page_and_a_heading_that_exist(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{named(page)}: {link}"
        assert target.is_relative_to(ROOT), f"{named(page)}: {link}"
        if anchor:
            assert anchor in anchors(target), f"{named(page)}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_addresses_elsewhere_are_whole(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            parts = urlsplit(link)
            assert parts.scheme in ("https", "http"), f"{named(page)}: {link}"
            assert "." in parts.netloc, f"{named(page)}: {link}"


def test_every_page_can_be_reached_from_the_first() -> None:
    waiting, seen = [DOCS / "index.md"], set[Path]()
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for link in LINK.findall(prose(page)):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_relative_to(DOCS):
                waiting.append(target)
    missing = {named(page) for page in set(DOCS.rglob("*.md")) - seen}
    assert not missing


def test_a_page_stands_below_the_index_of_its_folder() -> None:
    for page in DOCS.rglob("*.md"):
        index = page.parent / "index.md"
        if page == index or not index.exists():
            continue
        listed = {link.partition("#")[0] for link in LINK.findall(prose(index))}
        assert page.name in listed, f"{named(index)} does not list {page.name}"


@pytest.mark.parametrize(
    "page", [p for p in PAGES if INLINE.search(prose(p))], ids=named
)
def test_commands_within_sentences_exist_with_their_options(page: Path) -> None:
    context = click.Context(almwp, info_name="almwp")
    for said in INLINE.findall(prose(page)):
        words = said.split()
        if not re.fullmatch(r"[a-z-]+", words[1]):
            continue
        if said == "almwp report":  # what the first cell of a sheet says
            continue
        command = almwp.get_command(context, words[1])
        assert command is not None, f"{named(page)}: {said}"
        below = getattr(command, "commands", {})
        inner = below.get(words[2], command) if len(words) > 2 else command
        known = {o for part in (command, inner) for p in part.params for o in p.opts}
        asked = {w.partition("=")[0] for w in words[2:] if w.startswith("-")}
        assert asked - {"--help", "-h", "-"} <= known, f"{named(page)}: {said}"


def test_pages_in_vietnamese_are_those_of_a_page_in_english() -> None:
    for page in (DOCS / "vi").rglob("*.md"):
        other = DOCS / page.relative_to(DOCS / "vi")
        assert other.is_file(), f"{named(page)} translates nothing"
