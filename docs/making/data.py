"""The pages of the data: each class of the model and of what commands print."""

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_args, get_type_hints

import attrs

import almwp.model
from almwp.testing.schemas import PRINTED
from making.classes import members
from making.markdown import code, escape, link, page, prose, table

_FOLDER = "reference/data"
_FORMS = (
    ("text", "a string"),
    ("whole number", "a number without a fraction"),
    ("exact number", 'a string: `"3/4"` or `"5"`; never rounded'),
    ("yes or no", "`true` or `false`"),
    ("nothing", "`null`"),
    ("list of ...", "an array"),
    ("`Text`", 'an object, one text by language: `{"en": "...", "vi": "..."}`'),
    ("`Moment`", '`"2024-09-05"`, `"2024-09"`, `"2024-Q3"`, `"2024-H2"` or `"2024"`'),
    ("`date`", '`"2024-09-05"`'),
)


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    modules: dict[str, list[type]] = {}
    for kind in all_classes():
        modules.setdefault(kind.__module__, []).append(kind)
    made = {f"{_FOLDER}/index.md": _index(modules)}
    for module, kinds in modules.items():
        made[_page_of(module)] = _page(module, kinds)
    return made


@cache
def all_classes() -> tuple[type, ...]:
    """Return every record and closed list of the model and of what is printed."""
    found: dict[type, None] = {}
    for info in iter_modules(almwp.model.__path__, "almwp.model."):
        module = import_module(info.name)
        for name, kind in vars(module).items():
            own = inspect.isclass(kind) and kind.__module__ == info.name
            if own and not name.startswith("_"):
                found[kind] = None
    for kind in PRINTED.values():
        for each in _within(kind, set()):
            found[each] = None
    return tuple(sorted(found, key=lambda kind: kind.__module__))


def _within(kind: Any, seen: set[type]) -> Iterator[type]:
    """Give the classes that stand in a record, itself first."""
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(kind, type) and kind.__module__.startswith("almwp."):
        if kind in seen:
            return
        seen.add(kind)
        yield kind
        if attrs.has(kind):
            for field in get_type_hints(kind).values():
                yield from _within(field, seen)
    for inner in get_args(kind):
        yield from _within(inner, seen)


def _page_of(module: str) -> str:
    return f"{_FOLDER}/{module.removeprefix('almwp.').replace('.', '-')}.md"


def where_from(folder: str, kind: type) -> str:
    """Return the link to a class from a page in *folder*, empty where it has none."""
    if kind not in all_classes():
        return ""
    path = _page_of(kind.__module__).removeprefix("reference/")
    up = path.removeprefix("data/") if folder == _FOLDER else path
    if folder not in ("reference", _FOLDER):
        up = f"../{path}"
    return link(escape(kind.__name__), up, kind.__name__)


def _index(modules: Mapping[str, list[type]]) -> str:
    rows = [
        (
            link(code(module), _page_of(module).rpartition("/")[2]),
            ", ".join(where_from(_FOLDER, kind) for kind in kinds),
        )
        for module, kinds in modules.items()
    ]
    return page(
        "Data",
        [
            "",
            "The records that almwp works with, hands over and saves: the model",
            "of a work",
            "programme, and what each command prints. In Python they are frozen",
            "classes; in",
            "JSON they are objects with the same names, as the",
            "[schemas](../schemas/index.md)",
            "say.",
        ],
        ["", "## How values are written in JSON"],
        table(("type", "in JSON"), _FORMS),
        ["", "## Modules"],
        table(("module", "holds"), rows),
    )


def _page(module: str, kinds: list[type]) -> str:
    said = inspect.getdoc(import_module(module)) or ""

    def where(kind: type) -> str:
        return where_from(_FOLDER, kind)

    parts = [["", prose(said.split("\n\n")[0])]]
    for kind in kinds:
        parts.append(["", f"## {kind.__name__}", *members(kind, where)])
    return page(code(module), *parts)
