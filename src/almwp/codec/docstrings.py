"""Read what the docstring of a class says of the class and of its attributes."""

import inspect
import re
from collections.abc import Mapping

_SECTION = re.compile(r"^(Attributes|Raises|Example|Examples):$", re.MULTILINE)
_ENTRY = re.compile(r"^ {4}(?P<name>\w+): (?P<words>.*(?:\n {5,}.*)*)", re.MULTILINE)
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")


def summary_of(cls: type) -> str:
    """Return what the docstring says of *cls* as a whole."""
    return _plain(_SECTION.split(_docstring(cls))[0])


def attributes_of(cls: type) -> Mapping[str, str]:
    """Return what the docstring says of each attribute that it names."""
    parts = _SECTION.split(_docstring(cls))
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    entries = _ENTRY.finditer(sections.get("Attributes", ""))
    return {entry["name"]: _plain(entry["words"]) for entry in entries}


def _docstring(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "")


def _plain(words: str) -> str:
    return _ROLE.sub(r"\1", " ".join(words.split())).replace("``", "`")
