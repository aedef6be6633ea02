"""A real plan, in whose every text stand other words: payloads, or harmless ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from almwp.findings.rule import Rule
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.testing.fieldtypes import types_of
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = ("submissions/vn-bao-cao-slom21.xlsx", "positions/vn-lap-truong-slom21.xlsx")
_IN_LETTERS = str.maketrans("0123456789", "abcdefghij")
STEERING = frozenset(
    {
        *("sha256", "cell", "columns", "languages", "language", "by", "since"),
        *("kind", "field", "key", "copy_of", "ranges", "meeting", "why"),
    }
)
"""Fields that hold no words of people, but say what others are: kinds, keys, cells."""


def real_plan(session: Session) -> WorkPlan:
    """Return the plan of the examples of one country, with its position."""
    return session.merge(session.read([EXAMPLES / name for name in FILES]))


def replanted(record: Any, change: Callable[[str], str]) -> Any:
    """Return *record* with each of its texts changed, at any depth.

    Identifiers, by which records name one another, stay; so does what is empty.
    """
    if isinstance(record, Text):
        return Text(
            tuple((language, change(words)) for language, words in record.forms)
        )
    if isinstance(record, tuple):
        return tuple(replanted(item, change) for item in record)
    if not attrs.has(type(record)) or isinstance(record, Rule):
        return record
    hints = types_of(type(record))
    changed = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if not field.init or field.name in STEERING:
            continue
        if not isinstance(value, str):
            changed[field.alias] = _texts(value, hints[field.name], change)
        elif value and hints[field.name] in (str, str | None) and _takes_any(field):
            changed[field.alias] = change(value)
    return attrs.evolve(record, **changed)


def _takes_any(field: "attrs.Attribute[Any]") -> bool:
    """Say whether a field takes any words; others hold codes, cells, fingerprints."""
    if field.validator is None:
        return True
    try:
        field.validator(None, field, "any words")
    except ValueError:
        return False
    return True


def _texts(value: Any, hint: Any, change: Callable[[str], str]) -> Any:
    if hint == tuple[str, ...]:
        return tuple(change(words) for words in value)
    return replanted(value, change)


class Replacing:
    """Gives each text words of its own, in the order in which they come.

    Attributes:
        planted: The words that were given.
    """

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self.planted: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return other words for *text*, the same for the same text."""
        count = len(self.planted)
        words = self._words[count % len(self._words)]
        # In letters: other numbers would make other editions of the same activity.
        number = str(count).translate(_IN_LETTERS)
        return self.planted.setdefault(text, f"{words} {number}")
