"""The pages of hooks and of the records and calls that go with them."""

import inspect
from collections.abc import Iterator

from almwp.catalogue import vocabulary
from almwp.drawing.plainly import plainly
from almwp.exporting.characters import harmless, no_formula
from almwp.findings import remarks
from almwp.intake import cells, form, limits
from almwp.intake.textfile import row_of_texts, text_of
from almwp.plugins import records, reportrequest
from almwp.plugins.hookspecs import Hooks
from almwp.scoring import question, rollup
from almwp.scoring.rollup import own_activities, roll_up
from almwp.scoring.scopes import group
from almwp.scoring.shares import share_of
from almwp.scoring.states import known_state
from making import data
from making.classes import members, sections, told_call
from making.markdown import code, escape, fenced, link, page, paragraphs, prose, table

_HOOKS = "reference/hooks.md"
_RECORDS = "reference/records.md"


_OF_PLUGINS = (records, reportrequest)
_GIVEN = (cells, form, limits, question, remarks, rollup, vocabulary)
"""Modules of what the functions of plugins take and give."""
_CALLS = (
    *(text_of, row_of_texts),
    *(roll_up, own_activities, group, share_of, known_state),
    *(reportrequest.ReportRequest.report, plainly, harmless, no_formula),
)
"""What plugins need not write for themselves."""


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    return {_HOOKS: _hooks(), _RECORDS: _records()}


def all_hooks() -> dict[str, object]:
    """Return every hook by its name, in the order of the code."""
    return {n: hook for n, hook in vars(Hooks).items() if n.startswith("almwp_")}


def all_records() -> dict[str, type]:
    """Return every record of a plugin and every type of its functions, by name."""
    return dict(sorted((kind.__name__, kind) for kind in _own()))


def _own() -> Iterator[type]:
    for module in (*_OF_PLUGINS, *_GIVEN):
        for name, kind in vars(module).items():
            own = inspect.isclass(kind) and kind.__module__ == module.__name__
            if own and not name.startswith("_"):
                yield kind


def _hooks() -> str:
    parts = [
        [
            "",
            "What a plugin can contribute. A hook takes nothing, is called once while",
            "plugins are loaded, and yields [records](records.md). A plugin is a",
            "module",
            "with some of these functions, each marked with `@hookimpl` from",
            "`almwp.plugins`, and named by an entry point in the group `almwp`.",
        ],
        table(
            ("hook", "does"),
            [
                (link(name, "", name), prose(sections(hook)[""]))
                for name, hook in all_hooks().items()
            ],
        ),
    ]
    for name, hook in all_hooks().items():
        said = sections(hook)
        parts.append(["", f"## {name}", *paragraphs(said[""])])
        if "Yields" in said:
            parts.append(["", f"Yields: {prose(said['Yields'])}"])
        if "Example" in said:
            example = said["Example"].strip().strip("`")
            parts.append(fenced(" ".join(example.split())))
    return page("Hooks", *parts)


def _records() -> str:
    known = all_records()
    parts = [
        [
            "",
            "What the [hooks](hooks.md) yield, the types of the functions in it, and",
            "what these take and give. At the end are [calls](#calls) that plugins",
            "share.",
            "A new field always has a default, so that a plugin of today goes on",
            "working.",
        ],
        table(
            ("name", "what it is"),
            [
                (link(name, "", name), prose(sections(kind)[""].split("\n\n")[0]))
                for name, kind in known.items()
            ],
        ),
    ]

    def where(kind: type) -> str:
        if known.get(kind.__name__) is kind:
            return link(escape(kind.__name__), "", kind.__name__)
        return data.where_from("reference", kind)

    for name, kind in known.items():
        parts.append(["", f"## {name}", *members(kind, where)])
    return page("Records of plugins", *parts, _calls())


def _calls() -> list[str]:
    lines = ["", "## Calls", "", "What a plugin need not write for itself."]
    for call in _CALLS:
        name = call.__qualname__
        lines += ["", f"### {name}", "", f"In {code(call.__module__)}."]
        lines += told_call(name, call)
    return lines
