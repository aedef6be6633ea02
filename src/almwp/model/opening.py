"""The part of a record that an audience may read, whatever the record holds besides."""

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.readership import readers_of
from almwp.model.text import Text

T = TypeVar("T")


def opened(record: T, audience: Audience, languages: Iterable[str] = ()) -> T:
    """Return of *record* what *audience* may read; the rest is as if never said.

    Only what :mod:`almwp.model.readership` allows is kept.  Rows and texts that are
    not cleared for the audience are left out of the lists in which they stand.

    Args:
        record: Any record of the model.
        audience: Who is to read it.
        languages: The languages of the paper: the meeting gets a text in these, or
            in the one other in which the paper shows it; all, when not given.

    Raises:
        TypeError: Nobody has said who may read a class that is reached.
    """
    if audience is Audience.INTERNAL:
        return record
    kept: T = _opened(record, audience, tuple(languages))
    return kept


def is_for(record: object, audience: Audience) -> bool:
    """Say whether a paper for *audience* may hold a row or a text at all."""
    if isinstance(record, Ask):
        return record.text.is_for(audience)
    if isinstance(record, Piece | AgendaStance | Proposal):
        return record.is_for(audience)
    return True


def _opened(value: Any, audience: Audience, languages: tuple[str, ...]) -> Any:
    if isinstance(value, tuple):
        kept = (each for each in value if is_for(each, audience))
        return tuple(_opened(each, audience, languages) for each in kept)
    if isinstance(value, Text):
        return _shown(value, audience, languages)
    if not attrs.has(type(value)):
        return value
    changes = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if audience.may_read(readers_of(type(value), field.name)):
            told = _opened(held, audience, languages)
        else:
            told = _unsaid(type(value), field)
        if told is not held:
            changes[field.name] = told
    return attrs.evolve(value, **changes) if changes else value


def _shown(text: Text, audience: Audience, languages: tuple[str, ...]) -> Text:
    """Return *text* in the languages in which the meeting's paper shows it."""
    if audience is not Audience.MEETING or not languages:
        return text
    kept = tuple(form for form in text.forms if form[0] in languages)
    if not kept:
        words = text.in_(languages[0])
        kept = tuple(form for form in text.forms if form[1] == words)[:1]
    return text if kept == text.forms else Text(kept)


def _unsaid(cls: type, field: "attrs.Attribute[Any]") -> Any:
    """Return what a field holds of which nothing was said."""
    default: Any = field.default
    if default is attrs.NOTHING:
        raise TypeError(f"{cls.__name__} cannot be without its field {field.name}")
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
