"""What a field of a submission is: its words, its type and its rules."""

from collections.abc import Iterable
from enum import StrEnum

import attrs
from attrs import frozen, validators

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
    MARKS = "marks"
    PLAN = "plan"
    FRAMEWORK = "framework"
    MEETING = "meeting"
    LANGUAGE = "language"
    ADDRESSES = "addresses"


TITLES = ("title", "title_english", "title_national")
"""Keys of the fields each of which gives a row a title."""

OtherWords = tuple[tuple[str, tuple[str, ...]], ...]


def _by_language(
    words: Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
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
    """

    key: str = attrs.field(validator=validators.matches_re(r"[a-z][a-z_]*"))
    label: Text
    others: OtherWords = attrs.field(default=(), converter=_by_language)
    type: FieldType
    required: bool = False
    help: Text

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other headings under which it occurs, of all languages."""
        return tuple(words for _, forms in self.others for words in forms)
