"""The pages of hooks and of the records and calls that go with them."""

import inspect
from collections.abc import Iterator

from almwp.catalogue import vocabulary
from almwp.findings import remarks
from almwp.intake import cells, form, limits
from almwp.plugins import records, reportrequest
from almwp.plugins.hookspecs import Hooks
from almwp.scoring import question
from making import data
from making.classes import members, sections
from making.markdown import escape, fenced, link, page, paragraphs, prose, table

_HOOKS = "reference/hooks.md"
_RECORDS = "reference/records.md"


_OF_PLUGINS = (records, reportrequest)
_GIVEN = (cells, form, limits, question, remarks, vocabulary)
"""Modules of what the functions of plugins take and give."""


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
            "what these take and give.",
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
    return page("Records of plugins", *parts)
