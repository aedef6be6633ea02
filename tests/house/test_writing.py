"""Whatever is written for a user goes through the one place that writes files whole."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("src", "plugins", "examples", "docs")
ALLOWED = {
    # The place itself, and what it keeps others away with.
    "src/almwp/workflow/staging.py": {"open", "mkdir", "rmdir", "unlink", "rmtree"},
    "src/almwp/workflow/locking.py": {"open", "unlink"},
    "src/almwp/workflow/writing.py": {"replace", "link", "unlink", "chmod"},
    "src/almwp/workflow/folderwriting.py": {"mkdir", "rename", "chmod"},
    "src/almwp/workflow/newpluginwriting.py": {"mkdir", "rename"},
    # These read: nothing is made by what they open.
    "src/almwp/workflow/bytereading.py": {"open"},
    "src/almwp/cli/main.py": {"open"},
    # Writes, piece by piece, into a part of an archive that is in memory.
    "plugins/almwp-excel/src/almwp_excel/finishing.py": {"open"},
    # A template is not written over a file, so the one of the last run goes first.
    "examples/make_positions.py": {"mkdir", "unlink"},
    "examples/08_carry_over.py": {"unlink"},
    # A desk to try commands on, in a folder that is thrown away.
    "docs/making/console.py": {"write_text", "mkdir"},
    "docs/making/recording.py": {"write_text"},
    # Pages that nothing makes any more.
    "docs/make_reference.py": {"unlink"},
}
OF_PATHS = {
    "write_text",
    "write_bytes",
    "touch",
    "mkdir",
    "rmdir",
    "unlink",
    "rename",
    "replace",
    "chmod",
    "symlink_to",
    "hardlink_to",
    "savefig",
    "imsave",
    "tofile",
}
OF_MODULES = {
    "os": {
        "open",
        "replace",
        "rename",
        "link",
        "symlink",
        "unlink",
        "remove",
        "mkdir",
        "makedirs",
        "truncate",
    },
    "shutil": {"copy", "copy2", "copyfile", "move", "rmtree"},
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile"},
    "formatter": set(),  # click's has a write_text for help
}


def writes_in(path: Path) -> Iterator[tuple[str, int]]:
    """Give what is called in a file that writes or removes, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    buffers = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).endswith("BytesIO")
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "open":
            name, of = "open", ""
        elif isinstance(node.func, ast.Attribute):
            name, of = node.func.attr, ast.unparse(node.func.value)
        elif isinstance(node.func, ast.Name) and node.func.id in ("Workbook", "Image"):
            name, of = node.func.id, ""
        else:
            continue
        if of in OF_MODULES:
            is_write = name in OF_MODULES[of]
        elif name == "open" or name == "ZipFile":
            is_write = _mode(node).strip("rbtU") != "" and not _is_buffer(node, buffers)
        elif name == "Workbook" or name == "save":
            is_write = bool(node.args) and not _is_buffer(node, buffers)
        elif (
            name == "replace"
        ):  # that of a text has two arguments, and dates have words
            is_write = len(node.args) == 1 and not node.keywords
        else:
            is_write = name in OF_PATHS
        if is_write:
            yield name, node.lineno


def _mode(call: ast.Call) -> str:
    """Return the mode in which something is opened, reading if none is given."""
    given = [*call.args, *(k.value for k in call.keywords if k.arg == "mode")]
    texts = [g.value for g in given if isinstance(g, ast.Constant)]
    modes = [t for t in texts if isinstance(t, str) and set(t) <= set("rwaxbt+U")]
    return modes[-1] if modes else "r"


def _is_buffer(call: ast.Call, buffers: set[str]) -> bool:
    """Say whether what is written to is no file."""
    if not call.args:
        return False
    first = call.args[0]
    return isinstance(first, ast.Name) and (
        first.id in buffers or first.id in ("out", "saved", "stream", "buffer")
    )


FILES = sorted(
    path
    for place in PLACES
    for path in (ROOT / place).rglob("*.py")
    if "tests" not in path.relative_to(ROOT).parts and "skeletons" not in path.parts
)


def test_there_is_code_to_look_at() -> None:
    assert len(FILES) > 500


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_writes_files(path: Path) -> None:
    allowed = ALLOWED.get(path.relative_to(ROOT).as_posix(), set())
    found = [f"line {line}: {name}" for name, line in writes_in(path)]
    others = [each for each in found if each.split(": ")[1] not in allowed]
    assert not others, f"{path} writes by itself; use almwp.workflow.writing: {others}"


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_what_is_allowed_is_needed(name: str) -> None:
    assert {found for found, _ in writes_in(ROOT / name)} == ALLOWED[name]


@pytest.mark.parametrize(
    "line",
    [
        'open("a", "w")',
        'open("a", mode="ab")',
        'path.open("x")',
        'path.write_text("")',
        'path.write_bytes(b"")',
        "part.replace(target)",
        'os.open("a", os.O_WRONLY)',
        'os.rename("a", "b")',
        'shutil.copy("a", "b")',
        "figure.savefig(path)",
        "book.save(path)",
        "Workbook(str(path))",
        'zipfile.ZipFile(path, "w")',
    ],
)
def test_ways_to_write_are_known(line: str, tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text(line, encoding="utf-8")
    assert len(list(writes_in(path))) == 1
