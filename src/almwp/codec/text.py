"""Records to JSON text and back, strict about the text as well."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from almwp.codec.fault import Fault
from almwp.codec.plain import Plain, decode, encode

R = TypeVar("R")

_UNSAFE = re.compile(
    r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e007f]"
)
"""Characters that JSON leaves as they are, and that do not stay what they are."""

_UNSAFE_BEGIN = (b"\x7f", b"\xc2", b"\xe2", b"\xef", b"\xf3")
"""How their bytes begin.  Most texts have none of these, and need no closer look."""


def to_json(record: object) -> str:
    """Return *record* as JSON text, readable, in the order of its attributes."""
    return json_text(encode(record))


def json_text(plain: Plain) -> str:
    """Return plain values as almwp writes JSON: indented, with a final newline.

    What a terminal obeys, what turns text round and what some take for the end of a
    line is written as its number, as JSON itself does with the first 32 characters.
    """
    return _laid_out(plain, "surrogatepass").decode("utf-8", "surrogatepass") + "\n"


def json_inside(plain: Plain, depth: int) -> bytes:
    """Return plain values as :func:`json_text` has them *depth* levels inside others.

    Raises:
        UnicodeEncodeError: Half a character is in them, which no file can hold.
    """
    before, after = _around(depth)
    return _laid_out(_put_inside(plain, depth))[len(before) : -len(after) or None]


@cache
def _around(depth: int) -> tuple[bytes, bytes]:
    before, _, after = _laid_out(_put_inside(0, depth)).partition(b"0")
    return before, after


def _put_inside(plain: Plain, depth: int) -> Plain:
    for _ in range(depth):
        plain = [plain]
    return plain


def _laid_out(plain: Plain, halves: str = "strict") -> bytes:
    """Lay *plain* out; *halves* says what becomes of half a character."""
    import orjson

    try:
        laid_out = orjson.dumps(plain, option=orjson.OPT_INDENT_2)
    except orjson.JSONEncodeError:
        # A number of more than 64 bits, or half a character: the slow way takes both.
        text = json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False)
        laid_out = text.encode("utf-8", halves)
    if not any(begin in laid_out for begin in _UNSAFE_BEGIN):
        return laid_out
    text = laid_out.decode("utf-8", halves)
    safe = _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)
    return safe.encode("utf-8", halves)


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
