"""What can go wrong with a call or a file, each with the exit code it leads to."""

from collections.abc import Callable
from typing import ClassVar

Translate = Callable[[str], str]
"""Gives a sentence in the reader's language; the English sentence is the key."""


def in_english(sentence: str) -> str:
    """Return *sentence* as it is: English is the language of the source."""
    return sentence


class AlmwpError(Exception):
    """Anything that almwp refuses to do, with a sentence for the person who asked.

    Attributes:
        exit_code: What the command line returns: 1 the data has errors, 2 wrong
            call, 3 a file could not be read or written at all, 4 a plugin broke.
        sentence: The sentence in English, with the names of its facts in braces.
        facts: What the sentence speaks of.
    """

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str] = "the work could not be done"

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.values())
        self.facts = facts

    def message(self, translate: Translate = in_english) -> str:
        """Say in one sentence what is wrong and what to do about it."""
        return translate(self.sentence).format_map(self.facts)

    def __str__(self) -> str:
        return self.message()


class CallError(AlmwpError):
    """The call itself cannot be carried out."""

    exit_code = 2
    sentence = "{problem}"

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class UnknownNameError(CallError, LookupError):
    """A name that nothing carries.

    Attributes:
        kind: What was looked for, such as ``exporter``.
        name: The name that was asked for.
        known: The names there are, in the order in which they are listed.
    """

    sentence = "no {kind} named '{name}' (known: {choices})"

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        AlmwpError.__init__(
            self, kind=kind, name=name, choices=", ".join(known) or "none"
        )
        self.kind, self.name, self.known = kind, name, known


class UnreadableFileError(AlmwpError):
    """A file that could not be read at all.

    Attributes:
        path: The file, as the user named it.
        why: The reason in words, without a full stop.
    """

    exit_code = 3
    sentence = "{path}: {why}"

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path=path, why=why)
        self.path, self.why = path, why

    def message(self, translate: Translate = in_english) -> str:
        """Say which file it is and why it could not be read."""
        return f"{self.path}: {translate(self.why)}"


class UnwritableFileError(UnreadableFileError):
    """A file that could not be written; what stood there before still does."""


class PluginError(AlmwpError):
    """A plugin that broke while it was loaded or used.

    Attributes:
        plugin: The plugin's name.
        why: What happened, in words.
    """

    exit_code = 4
    sentence = "the plugin '{plugin}' broke: {why}"

    def __init__(self, plugin: str, why: str) -> None:
        super().__init__(plugin=plugin, why=why)
        self.plugin, self.why = plugin, why
