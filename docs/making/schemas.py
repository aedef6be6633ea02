"""The page of JSON Schemas: what each describes, and which command gives it."""

import attrs

from almwp.codec.docstrings import summary_of
from almwp.codec.schema import schema_of
from almwp.testing.schemas import PRINTED
from making import data
from making.classes import members
from making.markdown import code, link, page, prose, table

_PAGE = "reference/schemas/index.md"


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    made = {_PAGE: _index()}
    for name, cls in PRINTED.items():
        made[f"reference/schemas/{name}.md"] = _page(name, cls)
    return made


def _index() -> str:
    rows = [
        (link(name, f"{name}.md"), prose(summary_of(cls)), code(cls.__name__))
        for name, cls in PRINTED.items()
    ]
    return page(
        "JSON Schemas",
        [
            "",
            "Every JSON that almwp prints or saves is described by a schema",
            "(2020-12) in the",
            "folder `schemas` of the project. They are printed from the classes,",
            "and a test",
            "holds them in step.",
        ],
        table(("schema", "describes", "class"), rows),
    )


def _page(name: str, cls: type) -> str:
    def where(kind: type) -> str:
        return data.where_from("reference/schemas", kind)

    defined = schema_of(cls)["$defs"]
    known = {kind.__name__: kind for kind in data.all_classes()}
    rows = [
        (where(known[each]) if each in known else code(each), _said(defined[each]))
        for each in sorted(defined)
        if each != cls.__name__
    ]
    file = f"../../../schemas/{name}.schema.json"
    parts: list[list[str]] = [
        ["", f"The schema: [schemas/{name}.schema.json]({file})."],
        ["", f"The object itself is {where(cls)}:"],
    ]
    parts.append(members(cls, where) if attrs.has(cls) else [])
    parts += [["", "## What stands in it"], table(("name", "what it is"), rows)]
    return page(f"Schema: {name}", *parts)


def _said(definition: dict[str, str]) -> str:
    return prose(definition.get("description", ""))
