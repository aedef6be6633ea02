"""Work that somebody stopped from the keyboard, and what of it was finished."""

from typing import Any


class ReadingStopped(KeyboardInterrupt):
    """Reading was stopped; the files that were finished are whole.

    Attributes:
        files: Those that were read, or could not be, as in ``ReadFiles``.
        total: How many there are in all.
    """

    def __init__(self, files: tuple[Any, ...], total: int) -> None:
        super().__init__()
        self.files: tuple[Any, ...] = files
        self.total: int = total


class MarkingStopped(KeyboardInterrupt):
    """Marking copies was stopped; each copy that is there is whole.

    Attributes:
        done: What was finished, as ``Annotated`` tells it.
        total: How many copies were to be made.
    """

    def __init__(self, done: Any, total: int) -> None:
        super().__init__()
        self.done: Any = done
        self.total: int = total
