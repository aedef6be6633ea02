"""Read and write what may be of several types: by its tag, or else by its value."""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from cattrs import Converter
from cattrs.errors import AttributeValidationNote, ClassValidationError
from cattrs.fns import identity

from almwp.codec.fault import WrongValueError
from almwp.codec.scalars import choices
from almwp.codec.shapes import Read, record_reader, record_writer
from almwp.codec.tags import Tags, tags_of

Write = Callable[[Any], Any]
"""Writes a value as plain ones."""


def is_union(kind: Any) -> bool:
    """Say whether *kind* is a choice between types."""
    return get_origin(kind) in (Union, UnionType)


def choice_reader(kind: Any, converter: Converter) -> Read:
    """Return a reader of a choice: by its tag, or else by its value."""
    members = get_args(kind)
    optional = NoneType in members
    tags = tags_of(members)
    if tags:
        read_present = _tagged_reader(tags, converter)
    else:
        read_present = _value_reader(
            [m for m in members if m is not NoneType], converter
        )

    def read(value: Any, _: Any = None) -> Any:
        return None if optional and value is None else read_present(value, None)

    return read


def _tagged_reader(tags: Tags, converter: Converter) -> Read:
    readers = {tag: record_reader(c, converter) for tag, c in tags.classes.items()}
    known = choices(readers)

    def read(value: Any, _: Any = None) -> Any:
        if not isinstance(value, dict):
            raise WrongValueError("an object", value)
        tag = value.get(tags.key)
        if not isinstance(tag, str) or tag not in readers:
            missing = ValueError(f"it is missing; expected {known}")
            error = WrongValueError(known, tag) if tags.key in value else missing
            error.add_note(AttributeValidationNote("", tags.key, str))
            raise ClassValidationError("while reading a tag", [error], dict)
        return readers[tag]({k: v for k, v in value.items() if k != tags.key}, None)

    return read


def _value_reader(members: list[Any], converter: Converter) -> Read:
    readers = [(member, converter.get_structure_hook(member)) for member in members]
    if len(readers) == 1:
        ((member, read_member),) = readers
        return lambda value, _: read_member(value, member)

    def read(value: Any, _: Any = None) -> Any:
        expected = []
        for member, read_member in readers:
            try:
                return read_member(value, member)
            except WrongValueError as refusal:
                expected.append(refusal.expected)
        raise WrongValueError(", or ".join(dict.fromkeys(expected)), value)

    return read


def choice_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    """Return a writer of a choice between classes, with the tag first."""
    tags = tags_of(get_args(kind))
    if tags is None:
        return _value_writer(get_args(kind), converter)
    writers = {c: (tag, record_writer(c, converter)) for tag, c in tags.classes.items()}

    def write(record: Any) -> Any:
        if record is None:
            return None
        tag, write_record = writers[type(record)]
        return {tags.key: tag, **write_record(record)}

    return write


def _value_writer(kinds: tuple[Any, ...], converter: Converter) -> Write:
    members = [member for member in kinds if member is not NoneType]
    writers = [converter.get_unstructure_hook(member) for member in members]
    if len(members) == 1:
        (write_member,) = writers
        if write_member is identity:
            return write_member
        return lambda value: None if value is None else write_member(value)
    if not all(isinstance(member, type) for member in members):
        return converter.unstructure
    by_type: dict[type, Write] = dict(zip(members, writers, strict=True))
    by_type[NoneType] = identity
    write_any: Write = converter.unstructure

    def write(value: Any) -> Any:
        return by_type.get(type(value), write_any)(value)

    return write
