"""What the tutorial for plugins says that the kit says, step by step."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from almwp.plugins.records import Exporter
from almwp.testing import check_exporter

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-plugin.md"
MODULE = re.compile(r"^```python\n# src/\S+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ESCAPES = (
    'return "".join(f"&#{ord(sign)};" if sign in MARKUP else sign for sign in said)'
)


def modules() -> list[str]:
    return MODULE.findall(PAGE.read_text(encoding="utf-8"))


def exporter_of(module: str) -> Exporter:
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile(module, str(PAGE), "exec"), names)
    found: Iterator[Exporter] = names["almwp_exporters"]()
    return next(found)


def attempts() -> list[tuple[str, str]]:
    """Return the first and the last module, and what stands between them."""
    first, last = modules()
    assert ESCAPES in last
    raw = last.replace("harmless(words)", "words")
    return [
        (first, "origins: 'sample.xlsx' of the report is not shown ('Sample report')"),
        (raw.replace(ESCAPES, "return said"), "a text of the report became markup"),
        (raw, r"the control character '\x00' is in the file"),
    ]


@pytest.mark.parametrize("step", range(3))
def test_each_step_ends_in_the_message_of_the_page(step: int) -> None:
    module, message = attempts()[step]
    assert message in PAGE.read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match=re.escape(message)):
        check_exporter(exporter_of(module), read_as=".html")


def test_the_last_module_keeps_all_promises() -> None:
    check_exporter(exporter_of(modules()[-1]), read_as=".html")
