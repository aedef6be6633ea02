"""Records that have given words in each of their texts, also in one added yesterday."""

import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from almwp.model.moment import Moment, Period
from almwp.model.policy import Policy, Weighting
from almwp.model.source import Tally
from almwp.model.text import Text
from almwp.testing.fieldtypes import records_in, types_of

if TYPE_CHECKING:
    from attrs import AttrsInstance

R = TypeVar("R")

_VALID = ("VN", "F7", "5a" * 32, "en", "ALM101", "words", (("title", "B"),))
"""What fields hold that do not take any words: codes, cells, fingerprints."""
_FITTING: Mapping[type[Any], Mapping[str, object]] = MappingProxyType(
    {
        Policy: {"weights": Weighting.GIVEN},
        Tally: {"total": 3},
    }
)
"""Fields whose value another one demands."""


def planted(record: type[R], words: str, **given: object) -> R:
    """Return a record that has *words* in each text, and one item in each list.

    What may be left out is there.  A list that takes records of several classes has one
    of each; a record that may hold itself does so once.

    Args:
        record: The class.
        words: The words.
        given: Fields that are to hold something else.

    Raises:
        TypeError: A field is of a type of which nothing is known.
        ValueError: The fields do not fit together: some have to be given.
    """
    return _Planter(words).record(record, given)


def texts_of(record: object) -> Iterator[str]:
    """Give every text in *record*, at any depth."""
    if isinstance(record, str):
        if not isinstance(record, Enum):
            yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from texts_of(item)
    elif attrs.has(kind := type(record)):
        for field in attrs.fields(kind):
            yield from texts_of(getattr(record, field.name))


class _Planter:
    """Makes records of words."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._open: list[type[Any]] = []
        self._made: dict[tuple[type[Any], frozenset[type[Any]]], object] = {}

    def record(self, record: type[R], given: Mapping[str, object]) -> R:
        hints = types_of(record)
        given = {**_FITTING.get(record, {}), **given}
        self._open.append(record)
        values = {
            field.alias: self._field(field, hints[field.name])
            for field in attrs.fields(cast("type[AttrsInstance]", record))
            if field.init and field.alias not in given
        }
        self._open.pop()
        return record(**values, **given)

    def _again(self, record: type[Any]) -> object:
        """Return the record that stands wherever no other one is open around it."""
        key = (record, records_in(record).intersection(self._open))
        if key not in self._made:
            self._made[key] = self.record(record, {})
        return self._made[key]

    def _field(self, field: "attrs.Attribute[Any]", hint: Any) -> object:
        if field.validator is None:
            return self._of(hint)
        for value in (self._of(hint), *_VALID):
            try:
                field.validator(None, field, value)
            except (ValueError, TypeError):
                continue
            return value
        raise ValueError(f"nothing is known that {field.name} takes")

    def _of(self, hint: Any) -> object:
        arguments = typing.get_args(hint)
        origin = typing.get_origin(hint)
        if origin in (types.UnionType, typing.Union):
            choices = [each for each in arguments if each is not types.NoneType]
            may_lack = len(choices) < len(arguments)
            return (
                None if may_lack and self._is_open(choices[0]) else self._of(choices[0])
            )
        if origin is typing.Literal:
            return arguments[0]
        if origin is tuple and arguments[-1] is Ellipsis:
            each = typing.get_args(arguments[0])
            is_union = typing.get_origin(arguments[0]) in (
                types.UnionType,
                typing.Union,
            )
            kinds = each if is_union else arguments[:1]
            return tuple(self._of(kind) for kind in kinds if not self._is_open(kind))
        if origin is tuple:
            return tuple(map(self._of, arguments))
        return self._single(hint)

    def _is_open(self, hint: Any) -> bool:
        """Say whether a record is being made that holds itself in this field."""
        return hint in self._open

    def _single(self, hint: Any) -> object:
        if hint is str or isinstance(hint, typing.NewType):
            return self._words
        if hint is Text:
            return Text.from_forms({"en": self._words, "vi": self._words})
        if hint in _PLAIN:
            return _PLAIN[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if isinstance(hint, type) and attrs.has(hint):
            return self._again(hint)
        raise TypeError(f"nothing is known of {hint!r}")


_PLAIN: dict[Any, object] = {
    int: 1,
    bool: False,
    Fraction: Fraction(1, 2),
    date: date(2024, 3, 5),
    Moment: Moment.parse("2024-03-05"),
    Period: Period(2021, 2025),
}
