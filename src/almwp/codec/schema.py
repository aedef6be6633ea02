"""Print the JSON Schema (2020-12) of a record, in step with how it is written."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import Attribute

from almwp.codec.docstrings import attributes_of, summary_of
from almwp.codec.plain import encode
from almwp.codec.scalars import DATE, FRACTION, LANGUAGE, MOMENT
from almwp.codec.tags import tags_of
from almwp.codec.text import json_text
from almwp.model.fields import is_filled
from almwp.model.moment import Moment
from almwp.model.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_SCALARS: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}

_NAMED: Mapping[Any, Schema] = {
    date: {
        "type": "string",
        "description": "A day, such as 2024-09-05.",
        "format": "date",
        "pattern": f"^{DATE}$",
    },
    Moment: {
        "type": "string",
        "description": "A day, month, quarter, half or year: 2024-09-05, 2024-09, "
        "2024-Q3, 2024-H2 or 2024.",
        "pattern": f"^{MOMENT}$",
    },
    Fraction: {
        "type": "string",
        "description": 'An exact number, such as "3/4" or "5".',
        "pattern": f"^{FRACTION}$",
    },
    Text: {
        "type": "object",
        "description": "One text in several languages: language code (BCP 47, `und` "
        "where unknown) and words.",
        "propertyNames": {"pattern": f"^{LANGUAGE}$"},
        "additionalProperties": {"type": "string"},
    },
}


def schema_of(cls: type) -> Schema:
    """Return the schema of what :func:`~almwp.codec.plain.encode` gives for *cls*.

    Whatever can be read fits the schema; the schema leaves out what it cannot say,
    such as that a time frame does not end before it begins.

    Raises:
        TypeError: A field is of a type that JSON cannot hold exactly.
    """
    printer = _Printer()
    root = printer.schema_for(cls)
    definitions = {
        name: printer.definitions[name] for name in sorted(printer.definitions)
    }
    return {"$schema": DIALECT, "title": cls.__name__, **root, "$defs": definitions}


def schema_text(cls: type) -> str:
    """Return the schema of *cls* as the text of a file."""
    return json_text(schema_of(cls))


class _Printer:
    """Gathers definitions while it walks from class to class."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self.defined: dict[str, type] = {}

    def schema_for(self, kind: Any) -> Schema:
        """Return the schema of a value of the type *kind*."""
        if isinstance(kind, NewType):
            return self.schema_for(kind.__supertype__)
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        origin, members = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(members)} if members[1:] else {"const": members[0]}
        if origin is tuple:
            return self._list_of(members)
        if origin in (Union, UnionType):
            return self._choice_of(members)
        if isinstance(kind, type) and (
            kind in _NAMED or issubclass(kind, StrEnum) or attrs.has(kind)
        ):
            return self._reference_to(kind)
        raise TypeError(f"{kind} has no exact form in JSON")

    def _list_of(self, members: tuple[Any, ...]) -> Schema:
        if members[-1] is Ellipsis:
            return {"type": "array", "items": self.schema_for(members[0])}
        items = [self.schema_for(member) for member in members]
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": len(items),
            "items": False,
        }

    def _choice_of(self, members: tuple[Any, ...]) -> Schema:
        tags = tags_of(members)
        if tags is None:
            choices = [self.schema_for(member) for member in members]
        else:
            choices = [
                self._define(f"{tags.key}-{tag}", cls, {tags.key: {"const": tag}})
                for tag, cls in tags.classes.items()
            ]
            choices += [{"type": "null"}] if NoneType in members else []
        different = [c for i, c in enumerate(choices) if c not in choices[:i]]
        return {"anyOf": different} if different[1:] else different[0]

    def _reference_to(self, kind: type) -> Schema:
        if kind in _NAMED:
            self.definitions[kind.__name__] = _NAMED[kind]
        elif issubclass(kind, StrEnum):
            self.definitions[kind.__name__] = {
                "description": summary_of(kind),
                "enum": [member.value for member in kind],
            }
        else:
            return self._define(kind.__name__, kind, {})
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _define(self, name: str, cls: type, tag: Schema) -> Schema:
        reference = {"$ref": f"#/$defs/{name}"}
        if self.defined.setdefault(name, cls) is not cls:
            raise TypeError(f"two classes are called {name}")
        if name not in self.definitions:
            self.definitions[name] = {}  # so that a class may hold its own kind
            self.definitions[name] = self._object(cls, tag)
        return reference

    def _object(self, cls: type, tag: Schema) -> Schema:
        types, said = get_type_hints(cls), attributes_of(cls)
        fields = attrs.fields(cls)
        properties = dict(tag)
        for field in fields:
            words = {"description": said[field.name]} if field.name in said else {}
            shape = self.schema_for(types[field.name])
            properties[field.name] = {
                **words,
                **shape,
                **_limits(field),
                **_default(field),
            }
        required = [f.name for f in fields if f.default is attrs.NOTHING]
        return {
            "type": "object",
            "description": summary_of(cls),
            "properties": properties,
            "required": [*tag, *required],
            "additionalProperties": False,
        }


def _default(field: "Attribute[Any]") -> Schema:
    if field.default is attrs.NOTHING or field.default is None:
        return {}
    return {"default": encode(field.default)}


def _limits(field: "Attribute[Any]") -> Schema:
    """Return what the validators of *field* ask for, as far as a schema can say it."""
    limits: Schema = {}
    validators: Any = getattr(field.validator, "_validators", (field.validator,))
    for validator in validators:
        if validator is is_filled:
            limits["minLength"] = 1
        elif pattern := getattr(validator, "pattern", None):
            limits["pattern"] = f"^({pattern.pattern})$"
        elif bound := getattr(validator, "compare_op", None):
            limits[{">=": "minimum", "<=": "maximum"}[bound]] = validator.bound
    return limits
