"""Imports go one way, through all rooms, hidden imports included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "almwp"
ROOMS = (
    "errors",
    "installing",
    "findings",
    "model",
    "codec",
    "catalogue",
    "intake",
    "plan",
    "scoring",
    "drawing",
    "exporting",
    "plugins",
    "builtin",
    "workflow",
    "cli",
    "testing",
)
FILES = sorted(SOURCE.rglob("*.py"))
PLUGINS = sorted((ROOT / "plugins").glob("*/src/*/**/*.py"))
HEAVY = {
    "openpyxl": ("almwp_excel",),
    "docx": ("almwp_slom",),
    "jinja2": ("almwp_slom.html",),
    "lxml": ("almwp_slom", "almwp_excel.annotate", "almwp_iati"),
    "pyarrow": ("almwp_parquet.columns",),
    "tabulate": ("almwp.cli",),
    "matplotlib": ("almwp.drawing",),
    "xlsxwriter": ("almwp_excel.template", "almwp_excel.export"),
}
"""Libraries that are imported only where they are needed, and where that is."""


def imports_of(path: Path) -> Iterator[tuple[str, bool]]:
    """Give what a file imports, and whether only type checkers see it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in for_types) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", id(node) in for_types


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_every_room_is_known_and_inhabited() -> None:
    found = {room_of(path) for path in FILES} - {"__init__", "__main__"}
    assert found == set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):  # the front doors may show anything
        return
    allowed = ROOMS[: ROOMS.index(room) + 1]
    for name, _ in imports_of(path):
        package, _, rest = name.partition(".")
        assert not package.startswith("almwp_"), f"the core must not know {name}"
        if package == "almwp" and rest != "__version__":
            assert rest.split(".")[0] in allowed, f"{room} must not use {name}"


@pytest.mark.parametrize("path", PLUGINS, ids=lambda p: str(p.relative_to(ROOT)))
def test_plugins_do_not_know_each_other(path: Path) -> None:
    own = path.relative_to(ROOT / "plugins").parts[2]
    for name, _ in imports_of(path):
        package = name.partition(".")[0]
        assert not package.startswith("almwp_") or package == own, f"{own} uses {name}"
        assert not name.startswith(("almwp.cli", "almwp.workflow")), (
            f"{own} uses {name}"
        )


@pytest.mark.parametrize(
    "path", FILES + PLUGINS, ids=lambda p: str(p.relative_to(ROOT))
)
def test_heavy_libraries_stay_where_they_are_needed(path: Path) -> None:
    start = SOURCE.parent if path.is_relative_to(SOURCE) else path.parents[0]
    while not path.is_relative_to(SOURCE) and start.name != "src":
        start = start.parent
    module = ".".join(path.relative_to(start).with_suffix("").parts)
    for name, _ in imports_of(path):
        allowed = HEAVY.get(name.partition(".")[0])
        if allowed is not None:
            assert module.startswith(allowed), f"{module} must not use {name}"


@pytest.mark.parametrize(
    "path", FILES + PLUGINS, ids=lambda p: str(p.relative_to(ROOT))
)
def test_anything_is_caught_only_in_the_guard(path: Path) -> None:
    if path.name == "guard.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), path


def graph(*, hidden: bool) -> dict[str, set[str]]:
    """Return which module of the source uses which."""
    modules = {}
    for path in FILES + PLUGINS:
        parts = path.parts
        start = len(parts) - 1 - parts[::-1].index("src") + 1
        name = ".".join(path.with_suffix("").parts[start:]).removesuffix(".__init__")
        modules[name] = path
    used: dict[str, set[str]] = {}
    for name, path in modules.items():
        found = set()
        for imported, only_types in imports_of(path):
            # What is imported is a module, or a name in one.
            module = imported if imported in modules else imported.rpartition(".")[0]
            if module in modules and not (only_types and not hidden):
                found.add(module)
        used[name] = found - {name}
    return used


def in_a_ring(used: dict[str, set[str]]) -> set[str]:
    """Return the modules that are left when all that stand on firm ground are gone."""
    settled: set[str] = set()
    while ready := {name for name, uses in used.items() if uses <= settled} - settled:
        settled |= ready
    return set(used) - settled


@pytest.mark.parametrize("hidden", [False, True])
def test_no_modules_import_one_another_in_a_ring(hidden: bool) -> None:
    assert in_a_ring(graph(hidden=hidden)) == set()


def test_a_ring_would_be_seen() -> None:
    used = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set[str]()}
    assert in_a_ring(used) == {"a", "b", "c"}


def test_every_room_has_a_folder_of_tests() -> None:
    for room in ROOMS:
        assert list((ROOT / "tests" / room).glob("test_*.py")), room
