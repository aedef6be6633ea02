"""What a field of a submission is: its words, its type and its rules."""

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
    MARKS = "marks"
    PLAN = "plan"
    FRAMEWORK = "framework"
    MEETING = "meeting"
    LANGUAGE = "language"
    ADDRESSES = "addresses"


@frozen(kw_only=True)
class Field:
    """One field of a submission.

    Attributes:
        key: Its name in the code, in findings and in JSON.
        label: Its heading in each language.
        synonyms: Other headings under which it occurs, in any language.
        type: How its value is read.
        required: Whether a row without it is kept out.
        help: What to write, in each language.
    """

    key: str = attrs.field(validator=validators.matches_re(r"[a-z][a-z_]*"))
    label: Text
    synonyms: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    type: FieldType
    required: bool = False
    help: Text
