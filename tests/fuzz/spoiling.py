"""Spoil single values of XML, JSON and TOML, so that the rest is still well formed."""

import json
import random
import re
from collections.abc import Callable
from typing import Any

ODD_TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "1E400",
    "NaN",
    "-0",
    "1048577",
    "4294967296",
    "99999999999999999999",
    "A0",
    "XFD1048576",
    "XFE1",
    "A1:XFD1048576",
    "B2:A1",
    "a1",
    "$A$1",
    "rId1",
    "../x",
    "/",
    "true",
    "2024-02-30",
    "9999-12-31",
    "30/02/2024",
    "31.12.1899",
    "\u202eabc",
    "\u200b",
    "a\u0301",
    "Đ",
    "🙂",
    "=1+1",
    "_x0041_",
    "_xD800_",
    "{x}",
    "%s",
    "1/0",
    "completed",
    "100%",
    "1.250",
    "Viet Nam, ILO; ASEAN-OSHNET and all AMS",
    "2021-2022 (ongoing)",
    "word (2021) and / one; " * 40,
    "x" * 33_000,
)
"""Texts that stand where none, or another, is expected."""

_ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    [],
    {},
    [[]],
    "0/1",
    "1/0",
    "\ud800",
    "0" * 64,
    *ODD_TEXTS,
)
_VALUE = re.compile(rb"""(?<=[=>])("[^"<>]*"|'[^'<>]*'|[^<>"']+(?=<))""")
_ELEMENT = re.compile(rb"<(\w+)[^<>]*(?:/>|>[^<>]*</\1>)")
_TOML_VALUE = re.compile(r"(?m)(?<== )[^\n\[{]+$|\"[^\"\n]*\"")


def spoil_xml(content: bytes, chance: random.Random) -> bytes:
    """Give an attribute or a text another value, or double, lose or move an element."""
    if chance.random() < 0.7:
        found = _chosen(_VALUE, content, chance)
        if found is None:
            return content
        odd = _escaped(chance.choice(ODD_TEXTS))
        if found[0][:1] in (b'"', b"'"):
            odd = b'"' + odd + b'"'
        return content[: found.start()] + odd + content[found.end() :]
    one, two = (_chosen(_ELEMENT, content, chance) for _ in range(2))
    if one is None or two is None:
        return content
    kept = b"" if chance.random() < 0.5 else one[0]
    if chance.random() < 0.5 or two.start() < one.end():
        return content[: one.start()] + kept * 2 + content[one.end() :]
    moved = content[one.end() : two.start()] + one[0] + content[two.start() :]
    return content[: one.start()] + kept + moved


def _chosen(
    pattern: re.Pattern[bytes], content: bytes, chance: random.Random
) -> re.Match[bytes] | None:
    place = chance.randrange(len(content) + 1)
    return pattern.search(content, place) or pattern.search(content)


def _escaped(text: str) -> bytes:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;")):
        text = text.replace(sign, entity)
    return text.encode()


def spoil_json(content: bytes, chance: random.Random) -> bytes:
    """Give a value another one, lose or double an item, or rename a key."""
    try:
        top = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return content
    holder, key = _inside(top, chance)
    if isinstance(holder, list):
        _LIST_WAYS[chance.randrange(len(_LIST_WAYS))](holder, key, chance)
    elif isinstance(holder, dict):
        if chance.random() < 0.8:
            holder[key] = chance.choice(_ODD_VALUES)
        else:
            holder[chance.choice(ODD_TEXTS)] = holder.pop(key)
    return json.dumps(top).encode()


def _inside(top: Any, chance: random.Random) -> tuple[Any, Any]:
    """Choose a place by going down at random, more often far than near."""
    holder: Any = None
    key: Any = None
    value = top
    while isinstance(value, dict | list) and value:
        if holder is not None and chance.random() < 0.05:
            break
        holder = value
        keys = list(value) if isinstance(value, dict) else range(len(value))
        key = chance.choice(keys)
        value = value[key]
    return holder, key


def _replace(holder: list[Any], key: int, chance: random.Random) -> None:
    holder[key] = chance.choice(_ODD_VALUES)


def _drop(holder: list[Any], key: int, chance: random.Random) -> None:
    del holder[key]


def _repeat(holder: list[Any], key: int, chance: random.Random) -> None:
    holder.insert(chance.randrange(len(holder) + 1), holder[key])


_LIST_WAYS: tuple[Callable[[list[Any], int, random.Random], None], ...] = (
    _replace,
    _drop,
    _repeat,
)


def spoil_toml(content: bytes, chance: random.Random) -> bytes:
    """Give a value another one, or double or lose a line."""
    text = content.decode("utf-8", "replace")
    if chance.random() < 0.3:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lines[at : at + 1] = [lines[at]] * chance.choice((0, 2))
        return "\n".join(lines).encode()
    places = list(_TOML_VALUE.finditer(text))
    if not places:
        return content
    place = chance.choice(places)
    quoted = json.dumps(chance.choice(ODD_TEXTS), ensure_ascii=False)
    plain = ("nan", "-1", "1e999", "2024-01-01", "[]", "{}", "true", "99999999999999")
    odd = quoted if chance.random() < 0.6 else chance.choice(plain)
    return (text[: place.start()] + odd + text[place.end() :]).encode()
