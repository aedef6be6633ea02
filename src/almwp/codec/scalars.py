"""Read single values strictly: texts, numbers, dates, and the model's own scalars."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar, get_args

from almwp.codec.fault import WrongValueError
from almwp.model.moment import Moment
from almwp.model.text import Text

E = TypeVar("E", bound=StrEnum)

FRACTION = r"-?(0|[1-9][0-9]{0,999})(/[1-9][0-9]{0,999})?"
"""How a fraction is written; the length keeps a hostile file from costing an hour."""

_TOO_LARGE = 10**100
"""No figure comes near it, and from some hundred digits on none can be drawn."""

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
MOMENT = r"[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?"
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def read_text(value: object, _: Any = None) -> str:
    """Read a text; half of a surrogate pair is refused, no file can hold it."""
    if not isinstance(value, str):
        raise WrongValueError("a text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError(f"not a character: {value[:60]!a}") from None
    return value


def read_whole(value: object, _: Any = None) -> int:
    """Read a whole number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongValueError("a whole number", value)
    return value


def read_boolean(value: object, _: Any = None) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise WrongValueError("true or false", value)
    return value


def read_fraction(value: object, _: Any = None) -> Fraction:
    """Read an exact number such as ``"3/4"`` or ``"5"``, below any that is drawn."""
    if isinstance(value, str) and re.fullmatch(FRACTION, value):
        found = Fraction(value)
        if abs(found) < _TOO_LARGE:
            return found
    raise WrongValueError('an exact number as text, such as "3/4" or "5"', value)


def read_date(value: object, _: Any = None) -> date:
    """Read a day such as ``"2024-09-05"``."""
    if isinstance(value, str) and re.fullmatch(DATE, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"there is no day {value}") from None
    raise WrongValueError("a day such as 2024-09-05", value)


def read_moment(value: object, _: Any = None) -> Moment:
    """Read a day, month, quarter, half or year."""
    if isinstance(value, str) and re.fullmatch(MOMENT, value):
        try:
            return Moment.parse(value)
        except ValueError:
            raise ValueError(f"there is no day, month or year {value}") from None
    raise WrongValueError("a date such as 2024-09-05, 2024-Q3 or 2024", value)


def read_words(value: object, _: Any = None) -> Text:
    """Read a text in several languages: language code and words."""
    if not isinstance(value, dict):
        raise WrongValueError('words by language, such as {"en": "Study"}', value)
    forms = {}
    for language, words in value.items():
        try:
            forms[read_text(language)] = read_text(words)
        except ValueError as error:
            raise ValueError(f"{described_key(language)}: {error}") from None
    return Text.from_forms(forms)


def described_key(key: object) -> str:
    """Return a key as it is shown; one that is no text can come from Python only."""
    return key if isinstance(key, str) else repr(key)


def read_enum(value: object, kind: type[E]) -> E:
    """Read one of the values of *kind*."""
    for member in kind:
        if member.value == value and isinstance(value, str):
            return member
    raise WrongValueError(choices(member.value for member in kind), value)


def read_literal(value: object, kind: Any) -> object:
    """Read one of a few fixed values; 1 and true are not the same."""
    for allowed in get_args(kind):
        if type(value) is type(allowed) and value == allowed:
            return allowed
    raise WrongValueError(choices(get_args(kind)), value)


def choices(values: Iterable[object]) -> str:
    """Name what can be chosen."""
    names = [repr(value) for value in values]
    return f"one of {', '.join(names)}" if len(names) > 1 else names[0]
