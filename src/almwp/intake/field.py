"""What a field of a submission is: its words, its type and its rules."""

from collections.abc import Iterable
from enum import StrEnum

import attrs
from attrs import frozen, validators

from almwp.model.fields import frozen_items
from almwp.model.text import Text


class FieldType(StrEnum):
    """How the value of a field is read."""

    TEXT = "text"
    TITLE = "title"
    OUTCOME = "outcome"
    AREA = "area"
    BASIS = "basis"
    LEVEL = "level"
    PARTIES = "parties"
    PARTNERS = "partners"
    BODIES = "bodies"
    COUNTRY = "country"
    TIMEFRAME = "timeframe"
    DATE = "date"
    STATUS = "status"
    CHANGE = "change"
    PERCENT = "percent"
    NUMBER = "number"
    MARKS = "marks"
    PLAN = "plan"
    FRAMEWORK = "framework"
    MEETING = "meeting"
    LANGUAGE = "language"
    ADDRESSES = "addresses"
    WHOLE = "whole"
    ROLE = "role"
    FRAMEWORK_STATUS = "framework status"
    YES_NO = "yes or no"
    STANCE = "stance"
    ASKED = "asked"
    CLEARANCE = "clearance"
    AUDIENCE = "audience"
    DIRECTION = "direction"
    INDICATOR_KIND = "indicator_kind"
    ASK_KIND = "ask_kind"
    ACTIVITIES = "activities"
    LINES = "lines"
    SUCCESSION = "succession"


TITLES = ("title", "title_english", "title_national")
"""Keys of the fields each of which gives a row a title."""

OtherWords = tuple[tuple[str, tuple[str, ...]], ...]


def by_language(
    words: Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Freeze words that stand by language."""
    return tuple((language, tuple(forms)) for language, forms in words)


@frozen(kw_only=True)
class Field:
    """One field of a submission.

    Attributes:
        key: Its name in the code, in findings and in JSON.
        label: Its heading in each language.
        others: Other headings under which it occurs, by language.
        type: How its value is read.
        required: Whether a row without it is kept out.
        help: What to write, in each language.
        templates: Kinds of template that have it, of those that have its sheet; all
            where none is named.
    """

    key: str = attrs.field(validator=validators.matches_re(r"[a-z][a-z_]*"))
    label: Text
    others: OtherWords = attrs.field(default=(), converter=by_language)
    type: FieldType
    required: bool = False
    help: Text
    templates: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other headings under which it occurs, of all languages."""
        return tuple(words for _, forms in self.others for words in forms)

    def label_in(self, language: str) -> str:
        """Return the label in a language that it has one in, else in English."""
        known = (self.label.says(language), *dict(self.others).get(language, ()))
        return next((words for words in known if words), self.label.in_("en"))
