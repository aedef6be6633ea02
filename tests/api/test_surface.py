"""What ``import almwp`` shows is what other tools need, and it changes announced."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import almwp
from almwp.workflow.session import Session
from tests.api.describing import surface

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FUNCTIONS = ("read", "score", "position", "check", "compare")
"""Those that have the parameters of the session's own."""


def in_a_child(code: str) -> str:
    called = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return called.stdout.strip()


def test_only_what_is_public_is_shown() -> None:
    assert dir(almwp) == sorted(almwp.__all__)
    assert in_a_child("import almwp; print(dir(almwp) == sorted(almwp.__all__))") == (
        "True"
    )


def test_every_public_name_is_there() -> None:
    for name in almwp.__all__:
        assert getattr(almwp, name) is not None


def test_a_name_that_is_not_there_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'raed'"):
        getattr(almwp, "raed")  # noqa: B009 - a type checker would refuse it


def test_a_star_gives_the_public_names() -> None:
    code = "from almwp import *; print(read.__name__, WorkPlan.__name__)"
    assert in_a_child(code) == "read WorkPlan"


def test_rooms_can_still_be_imported_from_the_package() -> None:
    assert in_a_child("from almwp import builtin; print(builtin.__name__)") == (
        "almwp.builtin"
    )


def test_importing_almwp_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import almwp; "
        "print(sorted(set(sys.modules) - before))"
    )
    assert in_a_child(code) == "['almwp']"


def test_type_checkers_see_the_same_names_in_the_same_places() -> None:
    text = (ROOT / "src" / "almwp" / "__init__.py").read_text(encoding="utf-8")
    seen = {
        alias.name: node.module
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and node.module != "importlib"
        for alias in node.names
    }
    homes = vars(almwp)["_HOMES"]
    assert seen == homes
    assert {*homes, "__version__"} == set(almwp.__all__)


def test_what_is_public_has_a_docstring() -> None:
    for name in almwp.__all__:
        found = getattr(almwp, name)
        if inspect.isclass(found) or inspect.isfunction(found):
            assert found.__doc__, name


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_takes_what_the_session_takes(name: str) -> None:
    own = dict(inspect.signature(getattr(almwp, name)).parameters)
    theirs = dict(inspect.signature(getattr(Session, name)).parameters)
    assert own.pop("session").default is None
    theirs.pop("self")
    theirs.pop("on_file", None)  # what a step tells too
    assert list(own) == list(theirs)
    for key, each in own.items():
        assert each.default == theirs[key].default, key
        assert each.kind == theirs[key].kind, key


def test_the_surface_changes_only_with_its_listing() -> None:
    """Run tests/api/describing.py after a change, and tell of it in CHANGELOG.md."""
    committed = (HERE / "surface.txt").read_text(encoding="utf-8")
    assert surface() == committed


def test_every_distribution_says_that_it_is_typed() -> None:
    for package in [ROOT / "src" / "almwp", *ROOT.glob("plugins/*/src/almwp_*")]:
        if (package / "__init__.py").is_file():
            assert (package / "py.typed").is_file(), package
