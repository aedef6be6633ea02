"""Limits as people write them: ``cells=8000000``, ``file_bytes=100MB``."""

import re
from collections.abc import Iterable
from typing import Final

import attrs

from almwp.errors import CallError, UnknownNameError
from almwp.intake.limits import MEBIBYTE, Limits

_NUMBER: Final = re.compile(
    r"\d{1,15}|\d{1,3}(?:(?P<mark>[,._ ])\d{3})(?:(?P=mark)\d{3})*"
)
_SIZE: Final = re.compile(r"(?P<number>.*\d)\s*(?P<unit>kb|mb|gb)", re.IGNORECASE)
_UNITS: Final = {"kb": 1024, "mb": MEBIBYTE, "gb": 1024 * MEBIBYTE}
_OF_BYTES: Final = "_bytes"
"""How the names of limits end that are sizes."""


def limits_from(told: Iterable[str], usual: Limits) -> Limits:
    """Return *usual* with what *told* says otherwise, such as ``cells=8000000``.

    Numbers may stand in groups of three, as messages write them.  A size may be
    written in kB, MB or GB.

    Raises:
        UnknownNameError: There is no limit of a name.
        CallError: One of them is not written so, or is told twice.
    """
    known = tuple(field.name for field in attrs.fields(Limits))
    changes: dict[str, int] = {}
    for each in told:
        name, sign, value = (part.strip() for part in each.partition("="))
        if not sign or not name:
            raise CallError(
                "'{told}' sets no limit; write NAME=NUMBER, such as cells=8000000",
                told=each,
            )
        name = name.lower().replace("-", "_")
        if name not in known:
            raise UnknownNameError("limit", name, known)
        if name in changes:
            raise CallError("the limit {name} is told twice", name=name)
        changes[name] = _number(name, value)
    return attrs.evolve(usual, **changes)


def _number(name: str, value: str) -> int:
    """Return the number that is meant.

    Raises:
        CallError: None is.
    """
    factor, written = 1, value
    size = _SIZE.fullmatch(value)
    if size is not None and name.endswith(_OF_BYTES):
        factor, written = _UNITS[size["unit"].lower()], size["number"].strip()
    if written.isascii() and _NUMBER.fullmatch(written):
        number = int(re.sub(r"[,._ ]", "", written)) * factor
        if number > 0:
            return number
    if name.endswith(_OF_BYTES):
        raise CallError(
            "'{value}' is no limit for {name}; write a whole number above 0, such as "
            "104857600, or 100MB",
            value=value,
            name=name,
        )
    raise CallError(
        "'{value}' is no limit for {name}; write a whole number above 0, such as "
        "8000000",
        value=value,
        name=name,
    )
