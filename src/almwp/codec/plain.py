"""Records to plain values and back: what JSON can hold, and nothing else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from almwp.codec.fault import Fault

if TYPE_CHECKING:
    from cattrs.errors import BaseValidationError

R = TypeVar("R")

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"
"""What JSON can hold.  Fractions are texts, so that they stay exact."""


def encode(record: object) -> Plain:
    """Return *record* as plain values; what equals its default is left out."""
    from almwp.codec.converter import strict_converter

    return cast("Plain", strict_converter().unstructure(record))


def decode(cls: type[R], plain: object) -> tuple[R | None, tuple[Fault, ...]]:
    """Read a record of *cls* from plain values, strictly.

    Nothing is converted in silence: None is not ``"None"``, true is no number, and
    unknown keys are faults.

    Returns:
        The record and no faults, or None and every fault there is.
    """
    from cattrs.errors import BaseValidationError

    from almwp.codec.converter import strict_converter

    try:
        return strict_converter().structure(plain, cls), ()
    except (BaseValidationError, ValueError) as error:
        return None, tuple(_faults_of(error, ""))


def _faults_of(error: Exception, path: str) -> Iterator[Fault]:
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    if isinstance(error, BaseValidationError):
        yield from _parts_of(error, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield Fault(_under(path, key), "there is no such key")
    elif isinstance(error, KeyError):
        yield Fault(path, "it is missing")
    elif isinstance(error, ValueError):
        yield Fault(path, _sentence(error))
    else:  # not the file's fault
        raise error


def _parts_of(error: "BaseValidationError", path: str) -> Iterator[Fault]:
    from cattrs.errors import AttributeValidationNote, IterableValidationNote

    for part in error.exceptions:
        below = path
        for note in getattr(part, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                below = _under(path, note.name)
            elif isinstance(note, IterableValidationNote):
                below = f"{path}[{note.index}]"
        yield from _faults_of(part, below)


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _sentence(error: ValueError) -> str:
    """Return what a validator says; those of attrs carry more than words."""
    return str(error.args[0]) if error.args else "it is refused"
