"""Rules and the findings they give, each with a place and a cure."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

import attrs
from attrs import field, frozen, validators

from almwp.errors import Translate, in_english

WHY = "why"
"""Name of the fact that is a sentence: it is translated, and speaks of the others."""
_FACT = re.compile(r"\{(\w+)\}")
_LONGEST = 1_000
"""Characters of a fact in a sentence: a cell may hold 32,767, which nobody reads."""


class Severity(StrEnum):
    """How much a finding weighs.

    An error keeps the value (or the row) out; a warning and a note do not.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def _texts(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(items)


def _facts(items: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in items)


_is_cell_if_any: Callable[..., None] = validators.optional(
    validators.matches_re(r"[A-Z]{1,3}[1-9][0-9]*(:[A-Z]{1,3}[1-9][0-9]*)?")
)


@frozen(kw_only=True)
class Location:
    """A place in a file, in Excel's own words.

    Attributes:
        file: The file's name without its folder.
        sheet: The sheet's name as on its tab, or None for the whole file.
        cell: A cell (``F7``) or a range (``A5:H5``), or None for the whole sheet.
    """

    file: str
    sheet: str | None = None
    cell: str | None = field(default=None, validator=_is_cell_if_any)

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


@frozen(kw_only=True)
class Rule:
    """One thing that can be found.

    Attributes:
        code: Letters and three digits.  It never changes its meaning and is never
            used again.  ``ALM`` is the core's; a plugin's own codes have its letters.
        name: The code in words, such as ``unknown-status``.
        message: What is wrong with the value; facts stand in braces.
        hint: What to type instead; facts stand in braces.
        severity: How much it weighs.
    """

    code: str = attrs.field(validator=validators.matches_re(r"[A-Z]{2,6}\d{3}"))
    name: str = attrs.field(validator=validators.matches_re(r"[a-z0-9]+(-[a-z0-9]+)*"))
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def at(
        self,
        place: Location,
        *,
        field: str | None = None,
        found: str | None = None,
        expected: str | None = None,
        suggestions: tuple[str, ...] = (),
        **facts: object,
    ) -> "Finding":
        """Return a finding of this rule at *place*.

        Args:
            place: Where it is.
            field: Key of the field in question.
            found: What stands there, as the sender wrote it.
            expected: What might stand there.
            suggestions: Near values, nearest first.  They are never applied.
            facts: Further words that the message and the hint speak of.  That named
                ``why`` is a sentence and may speak of the others in braces.
        """
        return Finding(
            rule=self,
            at=place,
            field=field,
            found=found,
            expected=expected,
            suggestions=suggestions,
            facts=tuple((name, str(value)) for name, value in facts.items()),
        )


@frozen(kw_only=True)
class Finding:
    """A rule that spoke at a place.

    Attributes:
        rule: The rule.
        at: Where.
        field: Key of the field in question, if there is one.
        found: What stands there, as the sender wrote it.
        expected: What might stand there.
        suggestions: Near values, nearest first.
        facts: Further words that the message and the hint speak of.
    """

    rule: Rule
    at: Location
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    suggestions: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    facts: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_facts)

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    def message(self, translate: Translate = in_english) -> str:
        """Say what is wrong, in lower case and without a full stop."""
        return _filled_in(translate(self.rule.message), self._words(translate))

    def hint(self, translate: Translate = in_english) -> str:
        """Say what to type instead."""
        return _filled_in(translate(self.rule.hint), self._words(translate))

    def _words(self, translate: Translate) -> dict[str, str]:
        words = dict(self.facts)
        words["found"] = self.found or ""
        words["expected"] = self.expected or ""
        words["suggestions"] = ", ".join(self.suggestions)
        words["field"] = self.field or ""
        if why := words.get(WHY):
            # A reason is a sentence of its own, with facts of its own.
            words[WHY] = _filled_in(translate(why), words)
        return words

    def __str__(self) -> str:
        return f"{self.at}: {self.severity} {self.code}: {self.message()}"


def _filled_in(sentence: str, facts: Mapping[str, str]) -> str:
    """Put *facts* into the braces of *sentence*; braces around other words stay.

    A sentence may come from a saved plan, which anybody can write: that a name is not
    known, or that more than a name stands in braces, is no reason to break.
    """
    return _FACT.sub(lambda found: _fitting(facts.get(found[1], found[0])), sentence)


def _fitting(fact: str) -> str:
    """Return *fact* as far as a sentence can hold it; the finding has the whole."""
    return fact if len(fact) <= _LONGEST else f"{fact[:_LONGEST]}..."
