"""Converters and validators of the model: what is never false of a record."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from attrs import Attribute, validators


def squeeze(text: str) -> str:
    """Collapse runs of white space, as cells copied from Word are full of them."""
    return " ".join(text.split())


def texts(items: Iterable[str]) -> tuple[str, ...]:
    """Freeze *items*, so that a frozen record is frozen all the way down."""
    return tuple(items)


def frozen_items(items: Iterable[Any]) -> tuple[Any, ...]:
    """Freeze a list of records."""
    return tuple(items)


def exact(value: Fraction | int) -> Fraction:
    """Make a whole number a fraction; a float is refused, it is not exact."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"a score is a fraction or a whole number, not {value!r}")
    return value if isinstance(value, Fraction) else Fraction(value)


def exact_if_known(value: Fraction | int | None) -> Fraction | None:
    """Make a whole number a fraction, and leave it open where there is none."""
    return None if value is None else exact(value)


def is_not_negative(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse a negative number; None passes."""
    # A fraction is as negative as its numerator, and compared itself it takes long.
    sign = value.numerator if isinstance(value, Fraction) else value
    if sign is not None and sign < 0:
        raise ValueError(f"{attribute.name} is not negative, but it is {value}")


def is_share(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse a value outside 0 to 1; None passes."""
    insist_on_share(attribute.name, value)


def insist_on_share(name: str, value: Any) -> None:
    """Refuse a value of the field *name* outside 0 to 1; None passes."""
    if isinstance(value, Fraction) and 0 <= value.numerator <= value.denominator:
        return  # without the work of comparing fractions
    if value is not None and not 0 <= value <= 1:
        raise ValueError(f"{name} is between 0 and 1, not {value}")


def is_filled(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse an empty text."""
    if not value:
        raise ValueError(f"{attribute.name} is not empty")


is_country: Callable[..., None] = validators.matches_re(r"[A-Z]{2}")
"""Refuse what is not an ISO 3166-1 alpha-2 code."""

is_sha256: Callable[..., None] = validators.matches_re(r"[0-9a-f]{64}")
"""Refuse what is not a SHA-256 in lower-case hexadecimal digits."""

is_cell: Callable[..., None] = validators.matches_re(
    r"[A-Z]{1,3}[1-9][0-9]*(:[A-Z]{1,3}[1-9][0-9]*)?"
)
"""Refuse what is neither a cell (``F7``) nor a range (``A5:H5``)."""

_PLACE = r"[A-Z]{1,3}(?:[1-9][0-9]*(?::[A-Z]{1,3}[1-9][0-9]*)?)?"
_COLUMNS = re.compile(f"{_PLACE}(?: {_PLACE})*")


def are_columns(_: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse pairs that do not name a column by its letters, or a whole cell."""
    places = " ".join([place for _, place in value])
    if value and not _COLUMNS.fullmatch(places):
        raise ValueError(f"{attribute.name} are letters of columns, or cells")
