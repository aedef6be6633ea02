"""The bytes of a tag: where it ends, its prefix, an attribute set in it."""

import re

_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_NAME = re.compile(rb"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def tag_end(content: bytes, start: int) -> int:
    """Return where the tag that begins at *start* ends; its last sign is before it."""
    found = _TAG.match(content, start)
    if found is None:
        raise ValueError("a tag does not end")
    return found.end()


def is_closed(tag: bytes) -> bool:
    """Say whether a tag is the whole of its element."""
    return tag.endswith(b"/>")


def prefix_of(tag: bytes) -> bytes:
    """Return the prefix of a tag's name with its colon, or nothing."""
    found = _NAME.match(tag)
    name = found[1] if found else b""
    return name[: name.find(b":") + 1]


def opened(tag: bytes, inner: bytes) -> bytes:
    """Return the element of a tag that is its whole, with something in it."""
    found = _NAME.match(tag)
    name = found[1] if found else b""
    return tag[:-2].rstrip() + b">" + inner + b"</" + name + b">"


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Return the value of an attribute as it stands there, or None."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            return found[2] if found[2] is not None else found[3]
    return None


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return *tag* with an attribute set, in its place or else behind the others."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            group = 2 if found[2] is not None else 3
            return tag[: found.start(group)] + value + tag[found.end(group) :]
    head = tag[:-2].rstrip() if is_closed(tag) else tag[:-1].rstrip()
    end = b"/>" if is_closed(tag) else b">"
    return head + b" " + name + b'="' + value + b'"' + end
