"""The page of what plugin authors test with: checks, samples, fixture, strategies."""

import inspect
from collections.abc import Callable

import almwp.testing
from almwp.testing import pytest_plugin, strategies
from making.classes import sections, told_call
from making.markdown import code, fenced, link, page, paragraphs, prose, table

_PAGE = "reference/testing.md"
_FIXTURE = "load_only"


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    return {_PAGE: _page()}


def _page() -> str:
    calls = {name: getattr(almwp.testing, name) for name in almwp.testing.__all__}
    parts = [
        [
            "",
            "What `almwp.testing` offers: checks of the promises that each kind of",
            "plugin makes, samples, a fixture of pytest and strategies of Hypothesis.",
            f"Begin with {link('the tutorial', '../tutorial/first-plugin.md')}.",
        ],
        table(
            ("name", "does"),
            [
                (link(n, "", n), prose(sections(call)[""].split("\n\n")[0]))
                for n, call in calls.items()
            ],
        ),
    ]
    for name, call in calls.items():
        parts.append(["", f"## {name}", *told_call(name, call)])
    return page("Testing a plugin", *parts, _fixture(), _strategies())


def _fixture() -> list[str]:
    said = inspect.getdoc(inspect.unwrap(_function())) or ""
    words, _, example = said.partition("Example:")
    return [
        "",
        f"## {_FIXTURE}",
        "",
        "A fixture of pytest, there as soon as almwp is installed.",
        *paragraphs(words),
        *fenced(" ".join(example.split()).strip("`"), "text"),
    ]


def _function() -> Callable[..., object]:
    """Return the function below pytest's wrapping of the fixture."""
    found: Callable[..., object] = getattr(pytest_plugin, _FIXTURE)
    return found


def _strategies() -> list[str]:
    names = sorted(strategies.__all__)
    return [
        "",
        "## Strategies",
        "",
        "In `almwp.testing.strategies`, for the package `hypothesis`, which is to be",
        "installed beside. Each gives valid records:",
        f"{', '.join(code(name) for name in names)}.",
    ]
