"""Messages in other languages, from gettext catalogues (.po)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any, cast

from almwp.errors import Translate


def translation(po: Traversable) -> Translate:
    """Return the translation that a ``.po`` file gives; plugins bring their own.

    A sentence that the file does not know comes back in English, and so does one
    whose translation is empty, marked ``fuzzy``, or speaks of facts (names in
    braces) that the English sentence does not have.  Each file is read once.

    Raises:
        ValueError: The file is not a gettext catalogue.
    """
    return _translation(cast("Any", po))


def sentences_in(po: Traversable) -> tuple[str, ...]:
    """Return the English sentences that the catalogue *po* translates.

    Raises:
        ValueError: The file is not a gettext catalogue.
    """
    return tuple(_read(cast("Any", po)))


@cache
def _translation(po: Traversable) -> Translate:
    translated = _read(cast("Any", po))

    def translate(sentence: str) -> str:
        return translated.get(sentence, sentence)

    return translate


@cache
def _read(po: Traversable) -> Mapping[str, str]:
    from babel.messages.pofile import PoFileError, read_po

    try:
        with po.open("rb") as file:
            catalogue = read_po(file, charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, LookupError) as error:
        raise ValueError(f"{po.name}: it is not a gettext catalogue: {error}") from None
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and isinstance(message.string, str)
        if message.id and message.string and not message.fuzzy
        if _fits(message.string, message.id)
    }


def _fits(translated: str, sentence: str) -> bool:
    """Say whether a translation can stand in: it names no fact of its own."""
    try:
        return _facts(translated) <= _facts(sentence)
    except ValueError:  # a brace too many or too few
        return False


def _facts(sentence: str) -> set[str]:
    return {fact for _, fact, _, _ in Formatter().parse(sentence) if fact is not None}
