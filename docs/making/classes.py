"""Tell of a class from its docstring and its types: its fields, its calls."""

import inspect
import re
import types
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import attrs

from almwp.codec.docstrings import attributes_of
from making.markdown import code, escape, fenced, paragraphs, prose, table

Where = Callable[[type], str]
"""Gives the link to a class, or an empty text where it has no page."""

_SECTION = re.compile(
    r"^(Attributes|Args|Returns|Yields|Raises|Example|Examples):$", re.M
)
_PLAIN = {
    "str": "text",
    "int": "whole number",
    "bool": "yes or no",
    "bytes": "bytes",
    "NoneType": "nothing",
    "Fraction": "exact number",
    "object": "anything",
    "Any": "anything",
}


def members(cls: type, where: Where) -> list[str]:
    """Return all that the docstring says of *cls*, and its fields as a table."""
    if issubclass(cls, Enum):
        return [*_summary(cls), *values(cls)]
    lines = _summary(cls)
    if attrs.has(cls) or _is_named_tuple(cls):
        lines += _fields(cls, where)
    elif (call := cls.__dict__.get("__call__")) is not None:
        lines += fenced(signature("", call), "text")
    return [*lines, *_raises(cls)]


def told_call(name: str, call: object) -> list[str]:
    """Return what the docstring says of a function, and how it is called."""
    said = sections(call)
    assert callable(call)
    lines = [*paragraphs(said[""]), *fenced(signature(name, call), "text")]
    if "Raises" in said:
        lines += ["", f"Raises: {prose(said['Raises'])}"]
    return lines


def values(cls: type[Enum]) -> list[str]:
    """Return the values of a closed list in one line."""
    return ["", f"One of {', '.join(code(str(each.value)) for each in cls)}."]


def signature(name: str, function: Callable[..., Any]) -> str:
    """Return how *function* is called, without ``self``."""
    found = inspect.signature(function)
    own = [p for p in found.parameters.values() if p.name != "self"]
    said = [
        p.replace(
            annotation=_short(p.annotation),
            default=_told_default(p.default),
        )
        for p in own
    ]
    plain = found.replace(
        parameters=said, return_annotation=_short(found.return_annotation)
    )
    return f"{name}{plain}".replace("'", "")


def _told_default(value: Any) -> Any:
    """Return what a default is told by: a function by its name, no text by quotes."""
    if inspect.isfunction(value):
        return _Shown(value.__name__)
    return _Shown('""') if value == "" else value


class _Shown(str):
    """Words that stand in a signature as they are."""

    def __repr__(self) -> str:
        return str(self)


def _short(annotation: Any) -> Any:
    if annotation is inspect.Signature.empty:
        return annotation
    return _name(annotation)


def _name(annotation: Any) -> str:
    if isinstance(annotation, str):
        return annotation
    if isinstance(annotation, list):  # what a function takes
        return f"[{', '.join(map(_name, annotation))}]"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return " | ".join(_name(each) for each in inner)
    if origin is not None:
        parts = ", ".join("..." if x is Ellipsis else _name(x) for x in inner)
        return f"{getattr(origin, '__name__', origin)}[{parts}]"
    if annotation is type(None):
        return "None"
    return str(getattr(annotation, "__name__", annotation))


def _summary(cls: type) -> list[str]:
    return paragraphs(_SECTION.split(inspect.cleandoc(cls.__doc__ or ""))[0])


def _raises(cls: type) -> list[str]:
    parts = _SECTION.split(inspect.cleandoc(cls.__doc__ or ""))
    said = dict(zip(parts[1::2], parts[2::2], strict=True))
    if "Raises" not in said:
        return []
    return ["", f"Raises: {prose(said['Raises'])}"]


def _fields(cls: type, where: Where) -> list[str]:
    said, kinds = attributes_of(cls), get_type_hints(cls)
    rows = [
        (
            code(name),
            told_type(kinds[name], where),
            _default(default),
            prose(said.get(name, "")),
        )
        for name, default in _defaults(cls).items()
        if not name.startswith("_")
    ]
    return table(("field", "type", "when not given", "what it is"), rows)


def _is_named_tuple(cls: type) -> bool:
    return issubclass(cls, tuple) and hasattr(cls, "_field_defaults")


def _defaults(cls: type) -> dict[str, Any]:
    """Return the fields of a record in order, each with what it is when not given."""
    if attrs.has(cls):
        return {field.name: field.default for field in attrs.fields(cls)}
    told: dict[str, Any] = vars(cls)["_field_defaults"]
    return {name: told.get(name, attrs.NOTHING) for name in get_type_hints(cls)}


def _default(default: object) -> str:
    match default:
        case attrs.NOTHING:
            return "required"
        case None:
            return "nothing"
        case () | "":
            return "empty"
        case Enum() as member:
            return code(str(member.value))
        case bool() as value:
            return code(str(value).lower())
        case str() as value:
            return code(f'"{value}"')
        case int() as value:
            return code(str(value))
        case _:
            return "see the code" if callable(default) else "empty"


def told_type(kind: Any, where: Where) -> str:
    """Return a type in words: ``list of Node``, ``text or nothing``."""
    if isinstance(kind, NewType):
        return escape(f"{kind.__name__} ({told_type(kind.__supertype__, where)})")
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        return f"list of {told_type(inner[0], where)}"
    if origin is tuple:
        return f"({', '.join(told_type(each, where) for each in inner)})"
    if origin in (Union, types.UnionType):
        return " or ".join(told_type(each, where) for each in inner)
    if origin is Literal:
        return " or ".join(code(str(each)) for each in inner)
    if origin is not None or not isinstance(kind, type):
        return escape(_name(kind))
    return where(kind) or _PLAIN.get(kind.__name__, escape(kind.__name__))


def sections(thing: object) -> Mapping[str, str]:
    """Return the sections of a docstring by name, what stands above them by ``""``."""
    parts = _SECTION.split(inspect.getdoc(thing) or "")
    said = {"": parts[0]}
    said.update(zip(parts[1::2], parts[2::2], strict=True))
    return said
