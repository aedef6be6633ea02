"""Damage bytes as disks, mail and malice do: the same seed, the same damage."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Sequence

from tests.fuzz.spoiling import spoil_json, spoil_toml, spoil_xml

_WORDS: tuple[bytes, ...] = (
    b"\x00",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\x1b[2J",
    b"-1",
    b"0",
    b"1E400",
    b"-0",
    b"NaN",
    b"9" * 400,
    b"1048577",
    b"XFE1",
    b"A1:XFD1048576",
    b"&amp;",
    b"&#0;",
    b"&#xD800;",
    b"&nbsp;",
    b"<!DOCTYPE a>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"<",
    b">",
    b"/>",
    b"\"'",
    b'"',
    b"[" * 50,
    b"{" * 50,
    b"[[",
    b"]",
    b"\\u0000",
    b"\\ud800",
    b"{}",
    b"%s{0}",
    b"\r",
    b"\n",
    b"\t",
    b",",
    b";",
    b"=",
    b"#",
    b"..",
    b"true",
    b"null",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"_x0000_",
    b"_xD800_",
    b"=1+1",
    b"9999-12-31",
    b"0000-00-00",
    b"30/02/2024",
)
"""Bytes over which readers stumble."""

_WORST = 60
"""How many bytes one stretch has at the most that is swapped, doubled or lost."""


def mutated(content: bytes, seed: int, others: Sequence[bytes] = ()) -> bytes:
    """Return *content* with some damage.

    Args:
        content: The bytes of a sound file.
        seed: Which damage.
        others: Sound files of which pieces may be taken over.
    """
    chance = random.Random(seed)
    if not _is_package(content):
        return _changed(content, chance, others)
    if chance.random() < 0.2:
        return _damaged(content, chance, others)
    return _repacked(content, chance, [o for o in others if _is_package(o)])


def _is_package(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def _changed(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Spoil values that keep their form, or damage whatever bytes come first."""
    if chance.random() < 0.4:
        return _damaged(content, chance, others)
    spoil = _spoiler_of(content)
    for _ in range(chance.choice((1, 1, 2, 3))):
        content = spoil(content, chance)
    return content


def _spoiler_of(content: bytes) -> Callable[[bytes, random.Random], bytes]:
    first = content[:200].lstrip(b"\xef\xbb\xbf \r\n")
    if first.startswith(b"<"):
        return spoil_xml
    return spoil_json if first.startswith(b"{") else spoil_toml


def _damaged(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = chance.choice(_WAYS)(content, chance)
    if others and chance.random() < 0.1:
        content = _spliced(content, chance.choice(others), chance)
    return content


def _place(content: bytes, chance: random.Random) -> int:
    """Choose a place, more often one at which something begins or ends."""
    place = chance.randrange(len(content) + 1)
    if chance.random() < 0.5:
        mark = chance.choice((b"<", b">", b'"', b"=", b"\n", b",", b":", b"PK"))
        return max(content.find(mark, place), 0)
    return place


def _flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    turned = content[at] ^ (1 << chance.randrange(8))
    return content[:at] + bytes((turned,)) + content[at + 1 :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(_WORDS) + content[at:]


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    at, word = _place(content, chance), chance.choice(_WORDS)
    return content[:at] + word + content[at + len(word) :]


def _lose(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + content[at + chance.randrange(1, _WORST) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    at, length = _place(content, chance), chance.randrange(1, _WORST)
    return content[:at] + content[at : at + length] * 2 + content[at + length :]


def _swap(content: bytes, chance: random.Random) -> bytes:
    length = chance.randrange(1, _WORST)
    one, two = sorted((_place(content, chance), _place(content, chance)))
    if two < one + length:
        return content
    middle = content[one + length : two]
    first, second = content[one : one + length], content[two : two + length]
    return content[:one] + second + middle + first + content[two + length :]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _number(content: bytes, chance: random.Random) -> bytes:
    """Write another number where one stands, in digits or in four bytes."""
    if chance.random() < 0.5 and len(content) > 4:
        at = chance.randrange(len(content) - 4)
        odd = chance.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, len(content)))
        return content[:at] + struct.pack("<I", odd) + content[at + 4 :]
    at = _place(content, chance)
    while at < len(content) and not content[at : at + 1].isdigit():
        at += 1
    odd_digits = (b"0", b"-1", b"99999999999", b"1.5", b"2147483648", b"65536", b"")
    return content[:at] + chance.choice(odd_digits) + content[at + 1 :]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _insert,
    _overwrite,
    _lose,
    _double,
    _swap,
    _cut,
    _number,
)


def _spliced(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Go on with the rest of another file."""
    return content[: _place(content, chance)] + other[_place(other, chance) :]


def _repacked(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Damage parts of a package and close it again, so that the damage gets far."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in sorted(parts) if parts[name]]
    for _ in range(chance.choice((1, 1, 1, 2))):
        name = chance.choice(names)
        what = chance.random()
        if what < 0.05:
            parts.pop(name, None)
        elif what < 0.1 and others:
            with zipfile.ZipFile(io.BytesIO(chance.choice(others))) as other:
                if name in other.namelist():
                    parts[name] = other.read(name)
        elif what < 0.13:
            parts[name.upper() if chance.random() < 0.5 else f"x/{name}"] = parts.pop(
                name, b""
            )
        elif name in parts:
            parts[name] = _changed(parts[name], chance, list(parts.values()))
    out = io.BytesIO()
    packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            archive.writestr(entry, part, packing)
    return out.getvalue()
