"""Say why a figure is as it is, so that it can be told again in another language."""

import re
from collections.abc import Iterable
from fractions import Fraction

from almwp.errors import Translate
from almwp.intake.numbercolumn import written

_DECIMALS = 4
_AND = ", "
_FACT = re.compile(r"\{(\w+)\}")


def because(sentence: str, **facts: object) -> str:
    """Return *sentence* in English with its *facts* filled in."""
    return sentence.format_map(facts)


def shown(number: Fraction) -> str:
    """Return a number for people: exactly up to four decimals, else ``~`` and two.

    It is for sentences only; figures stay exact fractions.
    """
    if (number * 10**_DECIMALS).denominator == 1:
        return written(number)
    return f"~{written(round(number, 2))}"


def retold(reason: str, sentences: Iterable[str], translate: Translate) -> str:
    """Return a *reason* in the language of *translate*.

    Args:
        reason: A reason in English.
        sentences: The sentences of which it may be one, without their facts.
        translate: Into which language.

    Returns:
        The translation with the same facts, of which one named *reason* is a sentence
        itself; the reason itself, where it is none of
        the sentences.  Of several that fit, the one with most words of its own does.
    """
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
