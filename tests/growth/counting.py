"""Count what a piece of work does: unlike seconds, lines do not vary."""

import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

MOST = 2.25
"""By how much work may grow where the rows are doubled.

Twice is what each row costs; sorting and the widths of numbers need a little more.
"""


@cache
def is_ours(file: str) -> bool:
    """Say whether code is ours, or was made by attrs for a record of ours."""
    return file.startswith(_folders()) or (file[:1] == "<" and "almwp" in file)


@cache
def _folders() -> tuple[str, ...]:
    names = ("", "_excel", "_progress", "_slom", "_pdf", "_datapackage", "_iati")
    specs = [find_spec(f"almwp{name}") for name in names]
    return tuple(str(Path(str(s.origin)).parent) for s in specs if s and s.origin)


def lines(work: Callable[[], object]) -> Counter[str]:
    """Count the lines of our own code that *work* runs, by the function they are in.

    Comparing two of our records counts too; a loop within one line counts each turn.
    """
    counted: Counter[Any] = Counter()

    def count(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            counted[frame.f_code] += 1
        return count

    def look(frame: FrameType, _event: str, _: object) -> Any:
        code = frame.f_code
        return count if is_ours(code.co_filename) else None

    before = sys.gettrace()
    sys.settrace(look)
    try:
        work()
    finally:
        sys.settrace(before)
    named: Counter[str] = Counter()
    for code, number in counted.items():
        file = code.co_filename.replace("\\", "/")
        named["/".join(file.split("/")[-2:]) + f":{code.co_qualname}"] += number
    return named


def calls(work: Callable[[], object]) -> Counter[str]:
    """Count the calls of our own functions in *work*, by their qualified names."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and is_ours(frame.f_code.co_filename):
            counted[frame.f_code.co_qualname] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def grew_too_much(one: Counter[str], two: Counter[str]) -> list[str]:
    """Say which functions do more than the doubled rows ask for; empty for none."""
    if two.total() <= MOST * one.total():
        return []
    grown = {name: two[name] - MOST * one[name] for name in two}
    worst = sorted(grown, key=lambda name: -grown[name])[:5]
    return [f"{name}: {one[name]} -> {two[name]}" for name in worst if grown[name] > 0]
