"""The relationships of a part: which other parts it names, and under which id."""

from posixpath import basename, dirname
from urllib.parse import unquote

from attrs import frozen

from almwp_excel.markup import Attributes, walk
from almwp_excel.package import Package


@frozen(kw_only=True)
class Relationship:
    """That a part names another.

    Attributes:
        id: The id under which it does.
        kind: What the other is to it: the last word of the relationship's type.
        part: Key of the other part, or None if the package does not hold it.
        external: Whether the other lies outside of the package.
    """

    id: str
    kind: str
    part: str | None
    external: bool


def relationships(package: Package, source: str = "") -> tuple[Relationship, ...]:
    """Return the relationships of a part; of the package itself when none is given.

    Raises:
        UnreadableFileError: They are damaged.
    """
    part = package.find(f"{dirname(source)}/_rels/{basename(source)}.rels")
    if part is None:
        return ()
    found: list[Relationship] = []

    def visit(path: str, attributes: Attributes) -> None:
        if path != "Relationships/Relationship":
            return
        external = attributes.get("TargetMode", "").lower() == "external"
        target = attributes.get("Target", "")
        found.append(
            Relationship(
                id=attributes.get("Id", ""),
                kind=attributes.get("Type", "").rpartition("/")[2],
                part=None if external else _resolve(package, source, target),
                external=external,
            )
        )

    walk(package, part, visit)
    return tuple(found)


def _resolve(package: Package, source: str, target: str) -> str | None:
    """Return the key of the part that *target* means, seen from *source*."""
    plain = target.replace("\\", "/").partition("#")[0]
    steps: list[str] = [] if plain.startswith("/") else dirname(source).split("/")
    for step in plain.split("/"):
        if step == "..":
            if steps:
                steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    name = "/".join(step for step in steps if step)
    return package.find(name) or package.find(unquote(name))
