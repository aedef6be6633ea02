"""Records to JSON text and back, strict about the text as well."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any, TypeVar

from almwp.codec.fault import Fault
from almwp.codec.plain import decode, encode

R = TypeVar("R")

_UNSAFE = re.compile(
    r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e007f]"
)
"""Characters that JSON leaves as they are, and that do not stay what they are."""


def to_json(record: object) -> str:
    """Return *record* as JSON text, readable, in the order of its attributes."""
    return json_text(encode(record))


def json_text(plain: object) -> str:
    """Return plain values as almwp writes JSON: indented, with a final newline.

    What a terminal obeys, what turns text round and what some take for the end of a
    line is written as its number, as JSON itself does with the first 32 characters.
    """
    text = _laid_out(plain, "\n")
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def _laid_out(plain: object, line: str) -> str:
    """Return *plain* as ``json.dumps`` with an indent of 2 does, in half of its time.

    Args:
        plain: Plain values.
        line: The end of a line, and the spaces with which the next one begins.
    """
    below = f"{line}  "
    match plain:
        case str():
            return encode_basestring(plain)
        case dict() if plain:
            pairs = [
                f"{encode_basestring(key)}: {_laid_out(value, below)}"
                for key, value in plain.items()
            ]
            return f"{{{below}{f',{below}'.join(pairs)}{line}}}"
        case list() | tuple() if plain:
            items = [_laid_out(item, below) for item in plain]
            return f"[{below}{f',{below}'.join(items)}{line}]"
        case _:
            return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def from_json(cls: type[R], text: str) -> tuple[R | None, tuple[Fault, ...]]:
    """Read a record of *cls* from JSON text, strictly.

    Returns:
        The record and no faults, or None and every fault there is.  A text that is no
        JSON is one fault, with line and column.
    """
    plain, faults = plain_of(text)
    return (None, faults) if faults else decode(cls, plain)


def plain_of(text: str) -> tuple[Any, tuple[Fault, ...]]:
    """Read JSON text; a key that occurs twice in one object is a fault."""
    doubled: dict[int, list[str]] = {}
    kept: list[dict[str, Any]] = []  # so that no other object gets the same identity

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            names = Counter(name for name, _ in pairs)
            doubled[id(made)] = sorted(n for n, count in names.items() if count > 1)
            kept.append(made)
        return made

    try:
        plain = json.loads(text, object_pairs_hook=read_object)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return None, (Fault("", f"this is no JSON: {error.msg} ({where})"),)
    except RecursionError:
        return None, (Fault("", "lists and objects are nested too deeply"),)
    except ValueError:  # Python's guard against numbers that take hours to read
        return None, (Fault("", "a number has too many digits"),)
    if doubled:
        return None, tuple(_doubled_keys(plain, doubled))
    return plain, ()


def _doubled_keys(plain: object, doubled: dict[int, list[str]]) -> Iterator[Fault]:
    waiting: list[tuple[str, object]] = [("", plain)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            for name in doubled.get(id(value), ()):
                yield Fault(f"{path}.{name}".lstrip("."), "this key occurs twice")
            below = [(f"{path}.{k}".lstrip("."), v) for k, v in value.items()]
            waiting.extend(reversed(below))
        elif isinstance(value, list):
            items = [(f"{path}[{i}]", v) for i, v in enumerate(value)]
            waiting.extend(reversed(items))
