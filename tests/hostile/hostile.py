"""What a hostile file is: how it is made, how it is given, and what is to come of it.

What is expected is written by hand beside each file: what a delegate who got it from
somebody should see, never what almwp happens to print.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

CHECK = ("check", "{file}")
HELD_BACK = ""
"""Said of a file that is read as any other: nothing else has to be seen."""


@dataclass(frozen=True)
class Hostile:
    """A file that means harm, or was harmed.

    Attributes:
        name: Its name: the family and what is wrong, such as ``zip/cut-in-half``.
        danger: What is hostile about it, in a few words.
        file: The name under which it is written.
        content: Its bytes; None for what is no ordinary file.
        code: The exit code that is due.
        says: What has to be seen in what is printed: a rule's code, or words of the
            one sentence that a delegate needs.
        never: What must not be seen.
        call: The command; ``{file}`` stands for the file and ``{good}`` for a sound
            report beside it.
        place: Puts something else than a file there; it is given the path.
        beside: Files that are to stand beside it.
        needs: What the machine must have: ``posix``, ``links``, ``no root``.
    """

    name: str
    danger: str
    file: str
    content: Callable[[], bytes] | None
    code: int
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    call: tuple[str, ...] = CHECK
    place: Callable[[Path], None] | None = None
    beside: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The kind of harm."""
        return self.name.partition("/")[0]

    def write(self, folder: Path) -> Path:
        """Write the file and return its path.

        Raises:
            OSError: The file system does not take such a file or such a name.
        """
        path = folder / self.file
        for name, content in self.beside.items():
            (folder / name).write_bytes(content())
        if self.place is not None:
            self.place(path)
        if self.content is not None:
            path.write_bytes(self.content())
        return path


def bytes_of(content: bytes | str) -> Callable[[], bytes]:
    """Return what gives *content*, for files that are quick to make."""
    made = content.encode() if isinstance(content, str) else content
    return lambda: made
