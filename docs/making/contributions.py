"""The pages of what plugins bring: formats, reports, figures, scores, languages."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, get_args

from almwp.drawing.carriedfigure import carried_figure
from almwp.drawing.membersfigure import members_figure
from almwp.drawing.progressfigure import outcomes_figure
from almwp.drawing.targetfigure import target_path_figure
from almwp.drawing.timelinefigure import timeline_figure
from almwp.model.figures import AnyFigure
from almwp.workflow import plotting, plotwriting
from making import data
from making.installed import own_plugins
from making.markdown import code, escape, link, page, paragraphs, prose, table

_FIGURES: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        plotting.PROGRESS: outcomes_figure,
        plotting.TIMELINE: timeline_figure,
        plotting.MEMBERS: members_figure,
        plotting.INDICATORS: target_path_figure,
        plotting.CARRY_OVER: carried_figure,
    }
)
"""The figures that have a name, and what makes each."""
_KINDS = ("readers", "exporters", "reports", "scorers", "languages")


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    return {
        "reference/readers.md": _readers(),
        "reference/exporters.md": _exporters(),
        "reference/reports.md": _reports(),
        "reference/scorers.md": _scorers(),
        "reference/languages.md": _languages(),
        "reference/figures.md": _figures(),
    }


def all_names() -> dict[str, tuple[str, ...]]:
    """Return the names of what plugins bring, by the page that tells of it."""
    plugins = own_plugins()
    found = {f"reference/{kind}.md": tuple(getattr(plugins, kind)) for kind in _KINDS}
    return found | {"reference/figures.md": plotting.NAMED}


def _from(kind: str, name: str) -> str:
    registry = getattr(own_plugins(), kind)
    plugin = registry.provider_of(name)
    loaded = next(p for p in own_plugins().loaded if p.name == plugin)
    return f"{code(plugin)} of {code(loaded.distribution)}"


def _package(kind: str, name: str) -> list[str]:
    """Return what the package that brings *name* says of itself."""
    plugin = getattr(own_plugins(), kind).provider_of(name)
    loaded = next(p for p in own_plugins().loaded if p.name == plugin)
    return paragraphs(inspect.getdoc(import_module(loaded.package)) or "")


def _told_by(function: Callable[..., Any]) -> list[str]:
    """Return what the function, or the module that it hands on to, says of itself."""
    lines: list[str] = []
    for thing in (function, _behind(function)):
        text = re.split(r"^\w+:$", inspect.getdoc(thing) or "", flags=re.M)[0]
        if thing is not None and text:
            for line in paragraphs(text):
                if line not in lines or not line:
                    lines.append(line)
    return lines


def _behind(function: Callable[..., Any]) -> object:
    """Return the module from which a plugin's function imports what does the work."""
    source = inspect.getsource(function) if inspect.isfunction(function) else ""
    found = re.search(r"from (\S+) import (?:render|build|score|read)\b", source)
    if found is None:
        return inspect.getmodule(function) if not source.startswith("def _") else None
    return import_module(found[1])


def _index(names: Iterable[str], summaries: Iterable[str]) -> list[str]:
    rows = [
        (link(name, "", name), escape(summary))
        for name, summary in zip(names, summaries, strict=True)
    ]
    return table(("name", "what it is"), rows)


def _readers() -> str:
    known = own_plugins().readers
    parts = [["", "Formats in which submissions may come."]]
    parts.append(_index(known, [each.summary for each in known.values()]))
    for name, each in known.items():
        abilities = [
            (
                "a second reader compares (`almwp check --cross-read`)",
                each.second_opinion,
            ),
            (
                "findings can be marked in a copy (`almwp check --annotate`)",
                each.annotate,
            ),
            ("forms to fill in can be drawn (`almwp template`)", each.write_form),
        ]
        parts.append(
            [
                "",
                f"## {name}",
                "",
                f"{escape(each.summary)}. From the plugin {_from('readers', name)}.",
                "",
                f"Takes {', '.join(code(pattern) for pattern in each.patterns)}.",
                "",
                *(f"- {said}: {'yes' if can else 'no'}" for said, can in abilities),
            ]
        )
    return page("Readers: formats that are read", *parts)


def _exporters() -> str:
    known = own_plugins().exporters
    parts = [
        [
            "",
            "Formats in which every report can be written. Which to take for what",
            "is in",
            "[Choose a format](../how-to/choose-a-format.md), and what those for other",
            "systems cannot carry in [Give data to analysts]"
            "(../how-to/give-data-to-analysts.md).",
        ],
        _index(known, [each.summary for each in known.values()]),
    ]
    for name, each in known.items():
        takes = "takes a letterhead" if each.render_on else "takes no letterhead"
        if each.render_files:
            takes += "; written as a folder of files, or as that one file with `--zip`"
        said = f"{escape(each.summary)}. From the plugin {_from('exporters', name)}."
        parts.append(
            ["", f"## {name}", "", said, "", f"Ends in {code(each.suffix)}; {takes}."]
        )
        parts.append(_told_by(each.render) or _package("exporters", name))
        if each.settings:
            keys = ", ".join(code(f"{name}.{key}") for key in each.settings)
            parts.append(["", f"What no report holds and you may give it: {keys}."])
        if limits := getattr(each, "cannot_carry", ()):
            parts.append(["", "What it cannot carry:", ""])
            parts.append([f"- {prose(limit)}" for limit in limits])
    return page("Exporters: formats that are written", *parts)


def _reports() -> str:
    known = own_plugins().reports
    parts = [["", "Kinds of reports, for `almwp export --report NAME`."]]
    parts.append(_index(known, [each.summary for each in known.values()]))
    for name, each in known.items():
        said = f"{escape(each.summary)}. From the plugin {_from('reports', name)}."
        parts.append(["", f"## {name}", "", said, *_told_by(each.build)])
    return page("Reports", *parts)


def _scorers() -> str:
    known = own_plugins().scorers
    parts = [
        [
            "",
            "Ways to score, for `almwp score --method NAME`. How they work is told in",
            "[How scores are made](../explanation/how-scores-are-made.md).",
        ],
        _index(known, [each.summary for each in known.values()]),
    ]
    for name, each in known.items():
        policy = "follows a policy" if each.takes_policy else "takes no policy"
        unused = ", ".join(code(choice) for choice in each.ignores)
        parts.append(
            [
                "",
                f"## {name}",
                "",
                f"{escape(each.summary)}. From the plugin {_from('scorers', name)}.",
                "",
                f"Its parts are {each.counts}. It {policy}"
                + (f", apart from {unused}." if unused else "."),
                *_told_by(each.score),
            ]
        )
    return page("Scoring methods", *parts)


def _languages() -> str:
    known = own_plugins().languages
    parts = [["", "Languages in which submissions may be, and in which almwp speaks."]]
    rows = []
    for name, each in known.items():
        words = each.load()
        says = words.load_messages()("note") != "note"
        rows.append(
            (
                code(name),
                escape(each.name),
                "yes",
                "yes" if says or name == "en" else "",
                _from("languages", name),
            )
        )
    heads = ("code", "name", "headings and words are read", "messages", "from")
    parts.append(table(heads, rows))
    return page("Languages", *parts)


def _figures() -> str:
    parts = [
        [
            "",
            "Figures for `almwp plot NAME`, and those that stand in reports. How",
            "to read",
            "them is told in [Draw figures](../how-to/draw-figures.md). They are",
            "written as",
            f"{', '.join(code(each) for each in plotwriting.FORMATS)}.",
        ]
    ]
    for name in plotting.NAMED:
        made_by = _FIGURES[name]
        module = inspect.getdoc(inspect.getmodule(made_by)) or ""
        said = re.split(r"^\w+:$", inspect.getdoc(made_by) or "", flags=re.M)[0]
        parts.append(["", f"## {name}", *paragraphs(module), *paragraphs(said)])
    rows = [
        (
            data.where_from("reference", kind),
            prose(inspect.getdoc(kind) or "").split(". ")[0],
        )
        for kind in get_args(AnyFigure)
    ]
    parts.append(["", "## What a figure is made of", ""])
    parts.append(
        ["A figure is a description in numbers; each format draws it for itself."]
    )
    parts.append(table(("figure", "shows"), rows))
    return page("Figures", *parts)
