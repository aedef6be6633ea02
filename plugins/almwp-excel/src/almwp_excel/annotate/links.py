"""The relationships of a part while it is being changed."""

import re
from posixpath import basename, dirname, relpath

from attrs import define

from almwp_excel.annotate.parts import Parts, drop_part
from almwp_excel.annotate.xmlpart import Element, children, make, parse, written
from almwp_excel.package import part_key
from almwp_excel.relationships import Relationship, relationships

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{_PACKAGE}"></Relationships>'
).encode()

_ASKED = re.compile(rb"""["'](rId[0-9]+)["']""")
"""Where a part asks for one of its relationships, whatever the reason."""


@define(eq=False)
class Links:
    """The relationships of one part, those it came with and those added.

    Attributes:
        parts: The parts of the package.
        source: Key of the part whose relationships these are.
    """

    parts: Parts
    source: str

    def of_kind(self, kind: str) -> Relationship | None:
        """Return the first relationship of a kind with which the part came."""
        for link in relationships(self.parts.package, self.source):
            if link.kind == kind and link.part is not None:
                return link
        return None

    def add(self, kind: str, name: str) -> str:
        """Relate the part to that named *name*, and return the id."""
        content, root = self._open()
        taken = {each.get("Id", "") for each in children(root, "Relationship")}
        # Relationships may be lost: what asks for one must not find another's.
        asked = _ASKED.findall(self.parts.content(self.source))
        taken |= {known.decode() for known in asked}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        target = relpath(name, dirname(self.parts.name(self.source)) or ".")
        link = make(
            root,
            "Relationship",
            Id=f"rId{number}",
            Type=f"{OFFICE}/{kind}",
            Target=target,
        )
        root.append(link)
        self._close(content, root)
        return f"rId{number}"

    def drop(self, known: str) -> None:
        """Take the relationship with this id away."""
        content, root = self._open()
        for each in children(root, "Relationship"):
            if each.get("Id") == known:
                root.remove(each)
        if len(root):
            self._close(content, root)
        else:
            drop_part(self.parts, self._key())

    def drop_broken(self, kind: str) -> None:
        """Take relationships of a kind away that lead to no part of the package."""
        for link in relationships(self.parts.package, self.source):
            if link.kind == kind and link.part is None:
                self.drop(link.id)

    def _name(self) -> str:
        name = self.parts.name(self.source)
        return f"{dirname(name)}/_rels/{basename(name)}.rels"

    def _key(self) -> str:
        return part_key(self._name())

    def _open(self) -> tuple[bytes, Element]:
        has = self.parts.has(self._key())
        content = self.parts.content(self._key()) if has else _EMPTY
        return content, parse(self.parts.package, content)

    def _close(self, content: bytes, root: Element) -> None:
        key = self._key()
        if self.parts.has(key):
            self.parts.put(key, written(root, content))
        else:
            self.parts.add(self._name(), written(root, content))
