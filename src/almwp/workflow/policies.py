"""Read the policy file of a call: the choices on which scores rest."""

import hashlib
import re
import tomllib
from pathlib import Path

from attrs import frozen

from almwp.codec.fault import Fault
from almwp.errors import CallError
from almwp.model.manifest import InputFile
from almwp.model.policy import Policy
from almwp.scoring.policy import policy_of

_LINE = re.compile(r"line (\d+)")
_CHOICES = re.compile(r"expected one of (?P<choices>.*), found (?P<found>.*)")
_KIND = re.compile(r"expected (?P<expected>.*), found (?P<found>.*)")
_NO_KEY = re.compile(r"there is no such key \(known: (?P<known>.*)\)")


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
        content = path.read_bytes()
    except OSError as error:
        is_gone = isinstance(error, FileNotFoundError)
        reason = "there is no such file or folder" if is_gone else error.strerror
        raise CallError(
            "{path}: the policy file could not be read ({problem})",
            path=path,
            problem=reason or error,
        ) from error
    try:
        read = policy_of(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CallError(
            "{path}: the policy file is not text in UTF-8; save it as UTF-8", path=path
        ) from error
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise CallError(
            "{path}, line {line}: this is not TOML; write each choice as "
            'key = "value", with the quotation marks',
            path=path,
            line=line[1] if line else content.count(b"\n") + 1,
        ) from error
    if read.policy is None:
        raise CallError(
            "{path}: the policy cannot be used: {faults}",
            path=path,
            faults=tuple(map(_said, read.faults)),
        )
    digest = hashlib.sha256(content).hexdigest()
    return PolicyFile(policy=read.policy, file=InputFile(name=path.name, sha256=digest))


def _said(fault: Fault) -> CallError:
    """Return a fault as an error, which can be said in several languages."""
    where = fault.path
    if match := _CHOICES.fullmatch(fault.message):
        return CallError(
            "{where}: expected one of {choices}, found {found}",
            where=where,
            **match.groupdict(),
        )
    if match := _KIND.fullmatch(fault.message):
        return CallError(
            "{where}: expected {expected}, found {found}",
            where=where,
            **match.groupdict(),
        )
    if match := _NO_KEY.fullmatch(fault.message):
        return CallError(
            "{where}: there is no such key (known: {known})",
            where=where,
            **match.groupdict(),
        )
    if fault.message == "it is missing":
        return CallError("{where}: it is missing", where=where)
    return CallError("{fault}", fault=fault)
