"""The pictures of the pages show what almwp writes today, are small, and are used."""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
MOST = 1_500_000


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(DOCS))
    return importlib.import_module("make_pictures")


def test_the_words_of_the_pictures_are_those_of_today(
    made: Any, tmp_path: Path
) -> None:
    noted = json.loads((PICTURES / "words.json").read_text(encoding="utf-8"))
    assert made.fingerprints(made.documents(tmp_path)) == noted, (
        "run python docs/make_pictures.py"
    )


def test_the_words_of_a_document_are_those_that_people_see(
    made: Any, tmp_path: Path
) -> None:
    written = made.documents(tmp_path)
    assert "National position of Viet Nam" in made.words(written["position"])
    assert "ALM113" in made.words(written["returned"])
    assert "Productive Employment" in made.words(written["progress"])


def test_pictures_are_small_and_each_stands_on_a_page_with_words_for_it() -> None:
    files = {path for path in PICTURES.iterdir() if path.suffix == ".png"}
    assert sum(path.stat().st_size for path in files) < MOST
    shown = set()
    for page in DOCS.rglob("*.md"):
        for words, link in SHOWN.findall(page.read_text(encoding="utf-8")):
            assert len(words) > 20, f"{page}: {link} says too little for a blind reader"
            shown.add((page.parent / link).resolve())
    assert shown == files
