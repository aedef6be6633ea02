"""Read and write lists, pairs and records, and name every fault in them."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, get_args

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from almwp.codec.fault import WrongValueError

Read = Callable[[Any, Any], Any]
"""Reads a plain value; cattrs also hands over the type."""


def list_reader(kind: Any, converter: Converter) -> Read:
    """Return a reader of a list of any length."""
    item = get_args(kind)[0]
    read_item = converter.get_structure_hook(item)

    def read(value: Any, _: Any = None) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WrongValueError("a list", value)
        return _read_each(value, [(item, read_item)] * len(value), kind)

    return read


def pair_reader(kind: Any, converter: Converter) -> Read:
    """Return a reader of a list of fixed length, such as a pair."""
    items = [(item, converter.get_structure_hook(item)) for item in get_args(kind)]

    def read(value: Any, _: Any = None) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(items):
            raise WrongValueError(f"a list of {len(items)}", value)
        return _read_each(value, items, kind)

    return read


def _read_each(
    values: list[Any], items: list[tuple[Any, Read]], kind: Any
) -> tuple[Any, ...]:
    read: list[Any] = []
    errors: list[Exception] = []
    for index, (value, (item, read_item)) in enumerate(zip(values, items, strict=True)):
        try:
            read.append(read_item(value, item))
        except (ValueError, BaseValidationError) as error:
            error.add_note(IterableValidationNote("", index, item))
            errors.append(error)
    if errors:
        raise IterableValidationError("while reading a list", errors, kind)
    return tuple(read)


def list_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    """Return a writer of a list, a pair or a list of fixed length."""
    items = get_args(kind)
    writers = [
        converter.get_unstructure_hook(item) for item in items if item is not ...
    ]
    if all(write is identity for write in writers):
        return list
    if items[-1] is Ellipsis:
        (write,) = writers
        return lambda values: [*map(write, values)]
    return lambda values: [
        write(value) for write, value in zip(writers, values, strict=True)
    ]


def record_reader(kind: Any, converter: Converter) -> Read:
    """Return a reader of an object with the attributes of *kind* and no others."""
    read_fields = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True
    )

    def read(value: Any, _: Any = None) -> Any:
        if not isinstance(value, dict):
            raise WrongValueError("an object", value)
        try:
            return read_fields(value, kind)
        except ClassValidationError as error:
            errors = _all_errors(kind, converter, value, error)
            raise ClassValidationError(error.message, errors, kind) from None

    return read


def _all_errors(
    kind: Any, converter: Converter, value: dict[str, Any], error: ClassValidationError
) -> list[Exception]:
    """Return *error*'s parts and what the validators of the other fields refuse.

    The class itself stops at its first refusal, and cattrs does not ask it at all
    when a field could not be read.
    """
    placed, rest = error.group_exceptions()
    found: dict[str, Exception] = {note.name: each for each, note in placed}
    seen = SimpleNamespace()
    fields = [f for f in attrs.fields(kind) if f.name in value and f.name not in found]
    for field in fields:
        read = converter.structure(value[field.name], field.type)
        seen.__dict__[field.name] = field.converter(read) if field.converter else read
    for field in fields:
        if field.validator:
            try:
                field.validator(seen, field, seen.__dict__[field.name])
            except ValueError as refusal:
                note = AttributeValidationNote("", field.name, field.type)
                refusal.add_note(note)
                found[field.name] = refusal
            except AttributeError:  # it compares with a field that could not be read
                continue
    keys = [e for e in rest if isinstance(e, ForbiddenExtraKeysError)]
    in_order = [found[f.name] for f in attrs.fields(kind) if f.name in found]
    return [*in_order, *keys] or rest


def record_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    """Return a writer of the attributes of *kind* that differ from their default.

    They keep the order of the class; cattrs writes the required ones first.
    """
    write_fields = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True, _cattrs_use_linecache=False
    )
    fields = attrs.fields(kind)
    names = [field.name for field in fields]
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    if names[: len(required)] == required:
        return write_fields

    def write(record: Any) -> dict[str, Any]:
        plain = write_fields(record)
        return {name: plain[name] for name in names if name in plain}

    return write
