"""Values of fields in the words that a form of the language has for them."""

from enum import StrEnum

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.model.absence import Absence
from almwp.model.activity import ActivityLevel, Change, Status
from almwp.model.position import Asked, Audience, Clearance, Stance

_KINDS: dict[type[StrEnum], str] = {
    Absence: "absence",
    ActivityLevel: "level",
    Asked: "asked",
    Audience: "audience",
    Change: "change",
    Clearance: "clearance",
    Stance: "stance",
    Status: "status",
}
"""Values, and the part of a vocabulary that has words for them."""


def value_in_words(value: object, language: str) -> str:
    """Say *value* as a person would write it into a form."""
    words = vocabulary(language if language in language_codes() else "en")
    if isinstance(value, bool):
        return words.yes_no["yes" if value else "no"][0]
    kind = _KINDS.get(type(value)) if isinstance(value, StrEnum) else None
    known = getattr(words, kind).get(str(value), ()) if kind else ()
    return known[0] if known else str(value)
