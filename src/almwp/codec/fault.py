"""Faults: what is wrong with a JSON value, and where in it."""

from attrs import frozen

_LONGEST = 60
_LARGEST = 10**18


@frozen
class Fault:
    """Something wrong with a JSON value.

    Attributes:
        path: Where, such as ``activities[3].title``; empty for the value as a whole.
        message: What is wrong, in lower case and without a full stop.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class WrongValueError(ValueError):
    """A value that is not of the kind that its place asks for.

    Attributes:
        expected: What its place asks for, in words.
    """

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, found {described(value)}")
        self.expected = expected


def described(value: object) -> str:
    """Name *value* in few words; what is deep or long is not written out."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return f"the number {value}" if abs(value) < _LARGEST else "a huge number"
        case float():
            return f"the number {value}"
        case str():
            short = value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
            return f"the text {short!r}" if value else "an empty text"
        case dict():
            return "an object" if value else "an empty object"
        case list() | tuple():
            return f"a list of {len(value)}" if value else "an empty list"
        case _:
            return f"something that JSON does not know ({type(value).__name__})"
