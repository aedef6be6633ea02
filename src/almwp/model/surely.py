"""Of which kind a value surely is, where no type checker can see why."""

from typing import TypeVar

T = TypeVar("T")


def surely(kind: type[T], value: object) -> T:
    """Return *value*, which what was asked before makes one of *kind*.

    Unlike a bare ``assert`` it holds however Python is run.

    Raises:
        TypeError: It is none after all: a fault of the program, not of a file.
    """
    if isinstance(value, kind):
        return value
    raise TypeError(f"this should be {kind.__name__}, and is {type(value).__name__}")
