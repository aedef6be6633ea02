"""Say why a figure is as it is, so that it can be told again in another language."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from almwp.errors import Translate
from almwp.intake.numbercolumn import written
from almwp.model.moment import Moment
from almwp.scoring.wordsofvalues import ShownNumber, day_in, number_in

_DECIMALS = 4
_AND = ", "
_FACT = re.compile(r"\{(\w+)\}")

BETWEEN: Final = "; "
"""Stands between the reasons of one part."""


class Reason(str):
    """A sentence in English that keeps what it was made from.

    It is the text of a score like any other, and scorers of plugins need not know of
    it; who tells it in another language looks at what it keeps.

    Attributes:
        sentence: The sentence without its facts.
        facts: The facts, as numbers, days and names, not as words.
    """

    sentence: str = ""
    facts: Mapping[str, object] = MappingProxyType({})


class Reasons(str):
    """Several reasons, one after the other.

    Attributes:
        pieces: The reasons.
    """

    pieces: tuple[str, ...] = ()


def because(sentence: str, **facts: object) -> str:
    """Return *sentence* in English with its *facts* filled in.

    A day, a number from :func:`shown` and the name of a value are told in the language
    of the reader later; the texts of a tuple are told one by one.  Any other text is
    looked up, so a name that has a translation gets it.  What is returned is a
    :class:`Reason`.
    """
    made = Reason(sentence.format_map({k: _plain(v) for k, v in facts.items()}))
    made.sentence, made.facts = sentence, facts
    return made


def joined(reasons: Iterable[str]) -> str:
    """Return *reasons* as one text, :class:`Reasons`, that keeps each of them."""
    pieces = tuple(reason for reason in reasons if reason)
    made = Reasons(BETWEEN.join(pieces))
    made.pieces = pieces
    return made


def shown(number: Fraction) -> ShownNumber:
    """Return a number for people: exactly up to four decimals, else ``~`` and two.

    It is for sentences only; figures stay exact fractions.
    """
    if (number * 10**_DECIMALS).denominator == 1:
        return ShownNumber(written(number))
    return ShownNumber(f"~{written(round(number, 2))}")


def told(reason: str, translate: Translate) -> str | None:
    """Return a *reason* that keeps its facts in the language of *translate*.

    None where it is a plain text, of which nobody knows the facts.
    """
    if isinstance(reason, Reasons):
        pieces = [told(piece, translate) for piece in reason.pieces]
        known = [piece for piece in pieces if piece is not None]
        return BETWEEN.join(known) if len(known) == len(pieces) else None
    if isinstance(reason, Reason):
        facts = {k: _fact(v, translate) for k, v in reason.facts.items()}
        return translate(reason.sentence).format_map(facts)
    return None


def _plain(fact: object) -> object:
    return _AND.join(map(str, fact)) if isinstance(fact, tuple) else fact


def _fact(fact: object, translate: Translate) -> str:
    match fact:
        case Reason() | Reasons():
            return told(fact, translate) or fact
        case ShownNumber():
            return number_in(fact, translate)
        case Moment():
            return day_in(fact, translate)
        case date():
            return day_in(Moment.day(fact), translate)
        case StrEnum():
            return translate(fact.value)
        case tuple():
            return _AND.join(_fact(each, translate) for each in fact)
        case str():
            return _AND.join(map(translate, fact.split(_AND)))
        case _:
            return str(fact)


def retold(reason: str, sentences: Iterable[str], translate: Translate) -> str:
    """Return a *reason* in the language of *translate*.

    Args:
        reason: A reason in English.
        sentences: The sentences of which a plain text may be one, without their facts.
        translate: Into which language.

    Returns:
        The translation with the same facts; the reason itself, where it is none of the
        sentences.  Of several that fit a plain text, the one with most words of its own
        does, and its fact named *reason* is a sentence itself.
    """
    known = told(reason, translate)
    if known is not None:
        return known
    for sentence in sorted(sentences, key=lambda s: -len(_FACT.sub("", s))):
        pieces = _FACT.split(sentence)
        pattern = "".join(
            f"(?P<{piece}>.+?)" if place % 2 else re.escape(piece)
            for place, piece in enumerate(pieces)
        )
        if match := re.fullmatch(pattern, reason, re.DOTALL):
            facts = {
                name: retold(fact, sentences, translate)
                if name == "reason"
                else _AND.join(map(translate, fact.split(_AND)))
                for name, fact in match.groupdict().items()
            }
            return translate(sentence).format_map(facts)
    return translate(reason)
