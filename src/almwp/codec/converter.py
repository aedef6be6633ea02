"""Build the one strict converter between records and plain values."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import attrs

if TYPE_CHECKING:
    from cattrs import Converter


@cache
def strict_converter() -> "Converter":
    """Return the converter.  It is built at the first call: cattrs is slow to import.

    It knows texts, whole numbers, booleans, fractions, dates, enumerations, fixed
    values, lists, pairs, choices and records.  It knows no floats, as figures are
    exact, and no objects with free keys.
    """
    from cattrs import Converter

    from almwp.codec import scalars, shapes, unions
    from almwp.model.moment import Moment
    from almwp.model.text import Text

    made = Converter()
    made.register_structure_hook(str, scalars.read_text)
    made.register_structure_hook(int, scalars.read_whole)
    made.register_structure_hook(bool, scalars.read_boolean)
    made.register_structure_hook(StrEnum, scalars.read_enum)
    made.register_structure_hook(date, scalars.read_date)
    made.register_structure_hook(Fraction, scalars.read_fraction)
    made.register_structure_hook(Moment, scalars.read_moment)
    made.register_structure_hook(Text, scalars.read_words)
    made.register_structure_hook_func(_is_literal, scalars.read_literal)
    made.register_structure_hook_factory(_is_record, shapes.record_reader)
    made.register_structure_hook_factory(_is_pair, shapes.pair_reader)
    made.register_structure_hook_factory(_is_list, shapes.list_reader)
    made.register_structure_hook_factory(unions.is_union, unions.choice_reader)

    made.register_unstructure_hook(StrEnum, str)
    made.register_unstructure_hook(date, str)
    made.register_unstructure_hook(Fraction, str)
    made.register_unstructure_hook(Moment, str)
    made.register_unstructure_hook(Text, _words_of)
    made.register_unstructure_hook_factory(_is_record, shapes.record_writer)
    made.register_unstructure_hook_factory(_is_tuple, shapes.list_writer)
    made.register_unstructure_hook_factory(unions.is_union, unions.choice_writer)
    return made


def _words_of(text: Any) -> dict[str, str]:
    return dict(text.forms)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_list(kind: Any) -> bool:
    return _is_tuple(kind) and get_args(kind)[-1] is Ellipsis


def _is_pair(kind: Any) -> bool:
    return _is_tuple(kind) and not _is_list(kind)
