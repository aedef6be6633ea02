"""The pages of the reference are those that the code gives."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from almwp.findings.rules import RULES
from almwp.plugins.hookspecs import Hooks

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    made: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))
    found: dict[str, str] = made["pages"]()
    return found


@pytest.mark.parametrize("name", ["rules.md", "fields.md", "hooks.md", "commands.md"])
def test_a_page_is_in_step_with_the_code(name: str, pages: dict[str, str]) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == pages[name], "run python docs/make_reference.py"


def test_every_rule_and_hook_has_its_heading(pages: dict[str, str]) -> None:
    for code, rule in RULES.items():
        assert f"### {code} {rule.name}\n" in pages["rules.md"]
    for name in vars(Hooks):
        if name.startswith("almwp_"):
            assert f"## {name}\n" in pages["hooks.md"]
