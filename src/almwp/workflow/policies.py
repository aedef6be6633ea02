"""Read the policy file of a call: the choices on which scores rest."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from almwp.codec.fault import Fault
from almwp.codec.tomltext import NotTomlError
from almwp.errors import CallError, Translate, in_english, system_problem
from almwp.model.manifest import InputFile
from almwp.model.policy import Policy
from almwp.scoring.policy import policy_of
from almwp.workflow.bytereading import settings_bytes
from almwp.workflow.tomllines import line_of

_SENTENCES = (
    (
        r"expected one of (?P<choices>.*), found (?P<found>.*)",
        "{where}: expected one of {choices}, found {found}",
    ),
    (
        r"expected (?P<expected>.*), found (?P<found>.*)",
        "{where}: expected {expected}, found {found}",
    ),
    (
        r"there is no such key \(known: (?P<known>.*)\)",
        "{where}: there is no such key (known: {known})",
    ),
    (r"it is missing", "{where}: it is missing"),
    (
        r"\w+ is not negative, but it is (?P<found>.*)",
        "{where}: expected zero or more, found {found}",
    ),
    (r"\w+ is not empty", "{where}: it is empty"),
    (r"a weight is given twice for (?P<ids>.*)", "a weight is given twice for {ids}"),
    (
        r"weights are listed if, and only if, weights = 'given'",
        "weights are listed if, and only if, weights = 'given'",
    ),
)
"""What a fault of the codec or of the policy says, and the sentence for it."""
_FOUND = (
    (r"the text (?P<text>'.*'|\".*\")", "the text {text}"),
    (r"the number (?P<number>.*)", "the number {number}"),
    (r"a list of (?P<count>\d+)", "a list of {count}"),
    (
        r"something that JSON does not know \((?P<kind>.*)\)",
        "something else ({kind})",
    ),
)
"""What the codec calls the values that it finds, and the sentence for it."""
_WORDS = (
    'an exact number as text, such as "3/4" or "5"',
    *("a list", "an object", "text", "an empty text", "an empty object"),
    *("an empty list", "true", "false"),
)
"""What else it calls them, or asks for, and needs no other sentence."""

_NO_SUCH_KEY = "{where}: there is no such key"
"""Of one of several keys in the same place: which keys are known was told before."""

SENTENCES = (*(s for _, s in (*_SENTENCES, *_FOUND)), *_WORDS, _NO_SUCH_KEY)
"""All that is said of a fault, for those who tell it in another language."""


@frozen(kw_only=True)
class PolicyFile:
    """A policy and the file that says it.

    Attributes:
        policy: What it says.
        file: Its name, and the fingerprint of its bytes.
    """

    policy: Policy
    file: InputFile


def read_policy(path: Path) -> PolicyFile:
    """Read a policy file.

    Raises:
        CallError: It cannot be read, or says what cannot be meant; every fault is
            named.
    """
    try:
        content = settings_bytes(path)
    except OSError as error:
        raise CallError(
            "{path}: the policy file could not be read ({problem})",
            path=path,
            problem=system_problem(error),
        ) from error
    try:
        read = policy_of(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CallError(
            "{path}: the policy file is not text in UTF-8; save it as UTF-8", path=path
        ) from error
    except NotTomlError as error:
        raise CallError(
            "{path}, line {line}: this is not TOML; write each choice as "
            'key = "value", with the quotation marks',
            path=path,
            line=line_of(error, content),
        ) from error
    if read.policy is None:
        raise CallError(
            "{path}: the policy cannot be used: {faults}",
            path=path,
            faults=tuple(_all_said(read.faults)),
        )
    digest = hashlib.sha256(content).hexdigest()
    return PolicyFile(policy=read.policy, file=InputFile(name=path.name, sha256=digest))


class _PolicyFaultError(CallError):
    """A fault of which the words of the codec are told in the reader's language."""

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence, **facts)
        self.template = sentence

    def message(self, translate: Translate = in_english) -> str:
        """Say what is wrong, with what was expected and what was found."""
        # Keys and choices are told as the file writes them, so that they are found.
        facts = {
            key: _worded(str(fact), translate) if key in ("expected", "found") else fact
            for key, fact in self.facts.items()
        }
        return translate(self.template).format_map(facts)


def _all_said(faults: Iterable[Fault]) -> Iterator[CallError]:
    """Give each fault as an error; which keys are known is told once."""
    told: set[object] = set()
    for error in map(_said, faults):
        known = error.facts.get("known")
        if known in told:
            yield _PolicyFaultError(_NO_SUCH_KEY, **error.facts)
        else:
            yield error
        told |= {known} - {None}


def _said(fault: Fault) -> CallError:
    """Return a fault as an error, which can be said in several languages."""
    for pattern, sentence in _SENTENCES:
        if match := re.fullmatch(pattern, fault.message, re.DOTALL):
            return _PolicyFaultError(sentence, where=fault.path, **match.groupdict())
    return CallError("{fault}", fault=fault)


def _worded(words: str, translate: Translate) -> str:
    """Return what was expected or found, as the reader's language names it."""
    for pattern, sentence in _FOUND:
        if match := re.fullmatch(pattern, words, re.DOTALL):
            return translate(sentence).format_map(match.groupdict())
    return translate(words)
