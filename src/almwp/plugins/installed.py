"""Find the entry points of installed plugins, and read the metadata of no others.

``importlib.metadata`` finds the same, but is slow to import and parses the entry points
of everything that is installed.  It is asked where a path is no plain folder.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any, NamedTuple

from almwp.errors import AlmwpError, PluginError
from almwp.plugins.guard import guard

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_ENDINGS = (".dist-info", ".egg-info")


class PluginPoint(NamedTuple):
    """An entry point at which a plugin stands.

    Attributes:
        name: The plugin's name.
        value: Where it is: its module, and an attribute of it after a colon.
        distribution: The distribution that brings it; empty where it does not tell.
        version: The distribution's version; empty where it does not tell.
    """

    name: str
    value: str
    distribution: str = ""
    version: str = ""

    @property
    def package(self) -> str:
        """The package in which the plugin stands."""
        return self.value.partition(":")[0].partition(".")[0].strip()

    def load(self) -> Any:
        """Import the plugin."""
        module, _, attributes = self.value.partition(":")
        steps = attributes.split(".") if attributes else []
        if all(part.isidentifier() for part in (*module.split("."), *steps)):
            found: Any = import_module(module)
            for step in steps:
                found = getattr(found, step)
            return found
        from importlib.metadata import EntryPoint  # spaces, extras: it knows them all

        return EntryPoint(self.name, self.value, "").load()


def installed_points(group: str) -> list[PluginPoint]:
    """Return the entry points of *group* of all distributions on the path.

    Of two distributions of one name, as an editable one beside a built one, the first
    on the path counts.
    """
    folders = _folders()
    if folders is None:
        return _by_the_library(group)
    seen: set[str] = set()
    found: list[PluginPoint] = []
    for folder, names in folders:
        for name in names:
            key = _distribution_key(name)
            if key not in seen:
                seen.add(key)
                found += _points_in(os.path.join(folder, name), group)
    return found


def with_hook(points: Iterable[PluginPoint], hook: str) -> list[PluginPoint]:
    """Return those of *points* that bring *hook*, or cannot be imported to be asked.

    What bears the same name is among them: two plugins of one name are both refused.
    """
    known = list(points)
    names = {point.name for point in known if _may_bring(point, hook)}
    return [point for point in known if point.name in names]


def _may_bring(point: PluginPoint, hook: str) -> bool:
    try:
        return guard(point.name, lambda: hasattr(point.load(), hook))
    except AlmwpError:
        return True  # whoever loads the plugins says what is wrong with it


def _folders() -> list[tuple[str, list[str]]] | None:
    """Return the metadata in each folder of the path; None where more is needed.

    That is where something else than folders is on the path, such as a ZIP file, or
    where another finder than that of the path knows distributions.
    """
    if any(
        hasattr(finder, "find_distributions") and finder is not PathFinder
        for finder in sys.meta_path
    ):
        return None
    folders = []
    for path in sys.path:
        folder = os.fspath(path) or "."
        try:
            names = os.listdir(folder)
        except OSError:
            if os.path.isfile(folder):
                return None
            continue  # nothing is there, or nobody may look
        if folder.lower().rstrip("/\\").endswith(".egg"):
            return None
        told = [name for name in names if name.lower().endswith(_ENDINGS)]
        folders.append((folder, told))
    return folders


def _distribution_key(name: str) -> str:
    """Return by what distributions are the same, from the name of a metadata folder."""
    stem = os.path.splitext(name)[0].partition("-")[0]
    return re.sub(r"[-_.]+", "_", stem).lower()


def _points_in(folder: str, group: str) -> Iterator[PluginPoint]:
    told = _bytes_of(folder, "entry_points.txt")
    if f"[{group}]".encode() not in told:  # as of nearly all that is installed
        return
    text = _text_of(folder, "entry_points.txt")
    distribution, version = _name_and_version(folder)
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section == group and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield PluginPoint(
                name=name.strip(),
                value=value.strip(),
                distribution=distribution,
                version=version,
            )


def _name_and_version(folder: str) -> tuple[str, str]:
    text = _text_of(folder, "METADATA") or _text_of(folder, "PKG-INFO")
    known: dict[str, str] = {}
    for line in text.partition("\n\n")[0].splitlines():
        key, _, value = line.partition(":")
        known.setdefault(key.lower(), value.strip())
    return known.get("name", ""), known.get("version", "")


def _text_of(folder: str, name: str) -> str:
    """Return what a file of the metadata says; nothing where it says nothing."""
    try:
        text = _bytes_of(folder, name).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(folder: str, name: str) -> bytes:
    try:
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            return file.readall()
    except OSError:
        return b""


def _by_the_library(group: str) -> list[PluginPoint]:
    from importlib.metadata import entry_points

    return [point_of(point) for point in entry_points(group=group)]


def point_of(point: "EntryPoint | PluginPoint") -> PluginPoint:
    """Return what an entry point says that the standard library has found."""
    if isinstance(point, PluginPoint):
        return point
    distribution, version = _told_by(point)
    return PluginPoint(
        name=point.name,
        value=point.value,
        distribution=distribution,
        version=version,
    )


def _told_by(point: "EntryPoint") -> tuple[str, str]:
    """Return name and version of the distribution, empty where it does not tell."""
    of = point.dist
    if of is None:
        return "", ""
    try:
        known = guard(point.name, lambda: (of.name, of.version))
    except PluginError:  # its METADATA is missing; the plugin itself may be sound
        return "", ""
    return known[0] or "", known[1] or ""
