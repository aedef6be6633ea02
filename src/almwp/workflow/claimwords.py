"""Put what senders claim into the words of the one who reads it."""

from almwp.errors import Translate

_OF_CODE = ("status", "level")
"""Fields whose values in a plan are words of almwp and not the sender's own."""


def value_in_words(field: str, value: str, translate: Translate) -> str:
    """Return a claimed value: a state in the reader's language, else as it was sent."""
    return translate(value) if field in _OF_CODE else value
