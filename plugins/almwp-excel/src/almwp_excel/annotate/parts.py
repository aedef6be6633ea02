"""The parts of a package while it is being changed: written anew, added, dropped."""

from attrs import define, field

from almwp_excel.annotate.xmlpart import Element, children, make, parse, written
from almwp_excel.package import Package, part_key
from almwp_excel.refusals import DAMAGED

_TYPES = "[content_types].xml"


@define(eq=False)
class Parts:
    """The parts of a package, and what was changed of them.

    Attributes:
        package: The package as it came.
    """

    package: Package
    _written: dict[str, bytes] = field(factory=dict)
    _added: dict[str, str] = field(factory=dict)
    _dropped: set[str] = field(factory=set)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the package as it came."""
        return bool(self._written or self._added or self._dropped)

    @property
    def added(self) -> dict[str, str]:
        """Keys and names of new parts, in the order in which they were added."""
        return self._added

    def has(self, key: str) -> bool:
        """Say whether there is such a part now."""
        is_old = key in self.package.entries and key not in self._dropped
        return is_old or key in self._added

    def name(self, key: str) -> str:
        """Return the name of a part as it is stored."""
        return self._added.get(key) or self.package.entries[key].name

    def content(self, key: str) -> bytes:
        """Return the bytes of a part as they are now."""
        if key in self._written:
            return self._written[key]
        return b"".join(self.package.chunks(key))

    def changed(self, key: str) -> bytes | None:
        """Return the new bytes of a part, or None where they are the old ones."""
        return self._written.get(key)

    def put(self, key: str, content: bytes) -> None:
        """Write a part anew; nothing is changed where the bytes are the same."""
        if key in self._added or content != self.content(key):
            self._written[key] = content

    def add(self, name: str, content: bytes) -> str:
        """Add a part and return its key."""
        key = part_key(name)
        if key in self._dropped:
            self._dropped.discard(key)  # it takes the place of the one dropped
        elif key not in self.package.entries:
            self._added[key] = name
        self._written[key] = content
        return key

    def drop(self, key: str) -> None:
        """Leave a part out."""
        self._written.pop(key, None)
        if self._added.pop(key, None) is None:
            self._dropped.add(key)

    def free_name(self, pattern: str) -> str:
        """Return the first name of *pattern*, which counts in ``{}``, that is free."""
        number = 1
        while self.has(part_key(pattern.format(number))):
            number += 1
        return pattern.format(number)


def add_type(parts: Parts, name: str, content_type: str) -> None:
    """Say of which type a new part is."""
    content, root = _types(parts)
    for known in children(root, "Override"):
        if part_key(known.get("PartName", "")) == part_key(name):
            known.set("ContentType", content_type)
            break
    else:
        entry = make(root, "Override", PartName=f"/{name}", ContentType=content_type)
        root.append(entry)
    parts.put(_TYPES, written(root, content))


def add_default_type(parts: Parts, ending: str, content_type: str) -> None:
    """Say of which type parts with this ending are, unless it is said already."""
    content, root = _types(parts)
    known = children(root, "Default")
    if any(each.get("Extension", "").lower() == ending for each in known):
        return
    root.insert(
        len(known), make(root, "Default", Extension=ending, ContentType=content_type)
    )
    parts.put(_TYPES, written(root, content))


def drop_part(parts: Parts, key: str) -> None:
    """Leave a part out, and what is said of its type."""
    content, root = _types(parts)
    named = [
        known
        for known in children(root, "Override")
        if part_key(known.get("PartName", "")) == key
    ]
    for known in named:
        root.remove(known)
    if named:
        parts.put(_TYPES, written(root, content))
    parts.drop(key)


def _types(parts: Parts) -> tuple[bytes, Element]:
    if not parts.has(_TYPES):  # Excel opens no such file; we read it all the same
        raise parts.package.refusal(DAMAGED)
    content = parts.content(_TYPES)
    return content, parse(parts.package, content)
