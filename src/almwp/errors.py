"""What can go wrong with a call or a file, each with the exit code it leads to."""

import errno
from collections.abc import Callable, Sequence
from typing import ClassVar, Self

_ALIKE = 0.75
"""How alike, of 1, a name must be to be offered."""

_MOST_SHOWN = 2_000
"""Signs of a fact that a sentence quotes; the longest list of what is known has fewer.
"""

Translate = Callable[[str], str]
"""Gives a sentence in the reader's language; the English sentence is the key."""


def in_english(sentence: str) -> str:
    """Return *sentence* as it is: English is the language of the source."""
    return sentence


SYSTEM_PROBLEMS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EISDIR: "this is a folder, not a file",
    errno.EEXIST: "there is a file or folder of this name already",
    errno.EACCES: "the right to it is missing",
    errno.EPERM: "the right to it is missing",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "there is no room left",
    errno.EDQUOT: "there is no room left",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
    errno.EBUSY: "another program uses it",
    errno.ETXTBSY: "another program uses it",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EIO: "the disk or the network does not answer",
    errno.ESTALE: "the disk or the network does not answer",
    errno.ETIMEDOUT: "the disk or the network does not answer",
    errno.ENOTEMPTY: "the folder is not empty",
    errno.EXDEV: "it is on another disk",
    errno.EPIPE: "nobody reads what is written",
}
"""What systems say of a file, in the same words everywhere."""


def system_problem(error: OSError) -> str:
    """Say in English, as a sentence that is translated, what the system found wrong.

    What is said by almwp itself, or is rare, keeps its words.
    """
    own = error.strerror or str(error)
    return SYSTEM_PROBLEMS.get(error.errno or 0, own)


def shown(fact: object) -> object:
    """Return a fact as a sentence quotes it: the beginning of what fills pages."""
    said = str(fact)
    return fact if len(said) <= _MOST_SHOWN else f"{said[:_MOST_SHOWN]}…"


class AlmwpError(Exception):
    """Anything that almwp refuses to do, with a sentence for the person who asked.

    Attributes:
        exit_code: What the command line returns: 1 the data has errors, 2 wrong
            call, 3 a file could not be read or written at all, 4 a plugin broke, 130
            the work was stopped.
        sentence: The sentence in English, with the names of its facts in braces.
        facts: What the sentence speaks of.
    """

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str] = "the work could not be done"
    facts: dict[str, object]

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.values())
        self.facts = facts

    def message(self, translate: Translate = in_english) -> str:
        """Say in one sentence what is wrong and what to do about it."""
        return translate(self.sentence).format_map(self.facts)

    def __str__(self) -> str:
        return self.message()


_MOST_FAULTS = 20
"""How many faults are told at once: more are corrected in several steps anyway."""


def listed(faults: Sequence[str]) -> str:
    """Return the first *faults* in one line, and how many there are if not all."""
    more = f"; ... ({len(faults):,})" if len(faults) > _MOST_FAULTS else ""
    return "; ".join(faults[:_MOST_FAULTS]) + more


class CallError(AlmwpError):
    """The call itself cannot be carried out.

    Args:
        sentence: Why not and what to do, with the names of its facts in braces.
        facts: What the sentence speaks of.
    """

    exit_code = 2

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(**facts)
        self._sentence = sentence

    def message(self, translate: Translate = in_english) -> str:
        """Say why the call cannot be carried out.

        What the system says of a file, the fact ``problem``, is a sentence too, and
        so is each of several ``faults``, which are errors themselves.
        """
        facts = dict(self.facts)
        if "problem" in facts:
            facts["problem"] = translate(str(facts["problem"]))
        if isinstance(faults := facts.get("faults"), tuple):
            facts["faults"] = listed([each.message(translate) for each in faults])
        told = {name: shown(fact) for name, fact in facts.items() if name != "faults"}
        return translate(self._sentence).format_map({**facts, **told})


class UnknownNameError(CallError, KeyError):
    """A name that nothing carries.

    Attributes:
        kind: What was looked for, such as ``exporter``.
        name: The name that was asked for.
        known: The names there are, in the order in which they are listed.
        also: What else could be typed, in words; empty for nothing else.
    """

    kind: str
    name: str
    known: tuple[str, ...]

    def __init__(
        self, kind: str, name: str, known: tuple[str, ...], also: str = ""
    ) -> None:
        name = str(name)  # whoever calls without a type checker may give anything
        choices = ", ".join(known) or "none"
        if meant := _nearest(name, known):
            super().__init__(
                "no {kind} named '{name}' (known: {choices}); did you mean '{meant}'?",
                kind=kind,
                name=name,
                choices=choices,
                meant=meant,
            )
        else:
            super().__init__(
                "no {kind} named '{name}' (known: {choices})",
                kind=kind,
                name=name,
                choices=choices,
            )
        self.kind, self.name, self.known = kind, name, known
        self.also = also

    def message(self, translate: Translate = in_english) -> str:
        """Say what is not known, and by which names it could be."""
        choices = ", ".join(self.known) or translate("none")
        if self.also:
            choices = f"{choices}, {translate(self.also)}"
        named = {name: shown(fact) for name, fact in self.facts.items()}
        told = {**named, "kind": translate(self.kind), "choices": choices}
        return translate(self._sentence).format_map(told)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the known name that is most like *name*, empty where none is."""
    from difflib import get_close_matches

    folded = {choice.casefold(): choice for choice in reversed(known)}
    found = get_close_matches(name.strip().casefold(), folded, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else ""


class UnreadableFileError(AlmwpError):
    """A file that could not be read at all.

    Attributes:
        path: The file, as the user named it.
        reason: Why, in English, without a full stop; facts stand in braces.
        facts: What the reason speaks of; where there are none, braces mean themselves.
    """

    exit_code = 3
    path: str
    reason: str

    def __init__(self, path: str, reason: str, **facts: object) -> None:
        super().__init__(**facts)
        self.path, self.reason = path, reason

    @property
    def why(self) -> str:
        """The reason in English."""
        return self.why_in(in_english)

    def why_in(self, translate: Translate) -> str:
        """Return the reason in the language of *translate*."""
        reason, facts = translate(self.reason), dict(self.facts)
        if "problem" in facts:  # what the system says is a sentence too
            facts["problem"] = translate(str(facts["problem"]))
        told = {name: shown(fact) for name, fact in facts.items()}
        return reason.format_map(told) if told else reason

    def at(self, path: str) -> Self:
        """Return the same error with the file named *path*."""
        return type(self)(path, self.reason, **self.facts)

    def message(self, translate: Translate = in_english) -> str:
        """Say which file it is and why it could not be read."""
        return f"{self.path}: {self.why_in(translate)}"


class UnwritableFileError(UnreadableFileError):
    """A file that could not be written; what stood there before still does."""


class NoActivitiesError(AlmwpError):
    """The files could be read, but hold no activity."""

    sentence = "no activity was read; almwp check tells more"


class Cancelled(AlmwpError):
    """Work that was stopped by whoever waited for it; nothing is half written.

    A callback that is told the steps of long work raises it.
    """

    exit_code = 130
    sentence = "the work was stopped before it was done"


class PluginError(AlmwpError):
    """A plugin that broke while it was loaded or used.

    Attributes:
        plugin: The plugin's name.
        why: What happened, in words.
    """

    exit_code = 4
    plugin: str
    why: str
    sentence = "the plugin '{plugin}' broke: {why}"

    def __init__(self, plugin: str, why: str) -> None:
        super().__init__(plugin=plugin, why=why)
        self.plugin, self.why = plugin, why
