"""No fault is swallowed, and none is told by a bare ``assert``."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUARD = ROOT / "src" / "almwp" / "plugins" / "guard.py"
"""The one place that may catch anything: it says whose code it was."""
KIT = ROOT / "src" / "almwp" / "testing"
"""What plugin authors run with pytest, whose language is ``assert``."""
SOURCES = sorted(
    path
    for folder in (ROOT / "src", *(ROOT / "plugins").glob("*/src"))
    for path in folder.rglob("*.py")
)
ANYTHING = {"Exception", "BaseException"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def catches_anything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in ANYTHING for kind in kinds)


def suppresses_anything(node: ast.Call) -> bool:
    """Say whether it is a call of ``contextlib.suppress`` with every error."""
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else ""
    name = function.id if isinstance(function, ast.Name) else name
    kinds = {kind.id for kind in node.args if isinstance(kind, ast.Name)}
    return name == "suppress" and bool(kinds & ANYTHING)


def test_there_are_sources_to_look_at() -> None:
    assert len(SOURCES) > 300
    assert GUARD in SOURCES


def test_only_the_guard_catches_whatever_is_raised() -> None:
    found = []
    for path in SOURCES:
        if path == GUARD:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and catches_anything(node):
                found.append(f"{named(path)}:{node.lineno}")
            if isinstance(node, ast.Call) and suppresses_anything(node):
                found.append(f"{named(path)}:{node.lineno}")
    assert found == []


def test_nothing_rests_on_an_assert_that_python_may_leave_out() -> None:
    found = [
        f"{named(path)}:{node.lineno}"
        for path in SOURCES
        if KIT not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert found == []
