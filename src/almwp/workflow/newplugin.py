"""A new plugin: its name, and the files of its distribution."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from keyword import iskeyword
from pathlib import Path
from string import Template
from typing import Any

import attrs
from attrs import frozen

from almwp import __version__
from almwp.errors import CallError, UnknownNameError
from almwp.plugins.registry import Plugins, Registry

PREFIX = "almwp-"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
_LONGEST = 30
_EVERY = "every"
_USE = "USE.txt"


@frozen(kw_only=True)
class NewPlugin:
    """The distribution of a plugin that is to be written.

    Attributes:
        kind: What it contributes, such as ``exporter``.
        name: Its name, which is that of its entry point and of what it contributes.
        files: Its files by their path in the distribution.
        use: Commands that use what it contributes.
    """

    kind: str
    name: str
    files: Mapping[str, str]
    use: tuple[str, ...]

    @property
    def distribution(self) -> str:
        """The name of the distribution."""
        return PREFIX + self.name


def plugin_kinds() -> tuple[str, ...]:
    """Return what a new plugin can contribute: whatever a skeleton was written for."""
    folders = (each.name for each in _skeletons().iterdir() if each.is_dir())
    return tuple(sorted(name for name in folders if name != _EVERY))


def new_plugin(kind: str, name: str, plugins: Plugins) -> NewPlugin:
    """Return the distribution of a new plugin.

    Args:
        kind: What it contributes.
        name: Its name; what ``almwp-`` stands before is meant without it.
        plugins: Those that are installed; their names are taken.

    Raises:
        UnknownNameError: There is no such kind.
        CallError: The name cannot be that of a plugin, or is taken.
    """
    if kind not in plugin_kinds():
        raise UnknownNameError("plugin", kind, plugin_kinds())
    name = name.removeprefix(PREFIX)
    _check_name(kind, name)
    _check_free(kind, name, plugins)
    major, minor, *_ = __version__.split(".")
    words = {
        "name": name,
        "package": f"almwp_{name.replace('-', '_')}",
        "id": name.upper(),
        "core": f"{major}.{minor}",
        "next": f"{major}.{int(minor) + 1}",
    }
    what, *use = _filled(_skeletons() / kind / _USE, words).splitlines()
    words |= {"what": what, "use": "\n".join(use)}
    made = {
        _path(path, words): _filled(file, words)
        for folder in (_EVERY, kind)
        for path, file in _files_below(_skeletons() / folder)
        if path != _USE
    }
    return NewPlugin(kind=kind, name=name, files=made, use=tuple(use))


def name_from(folder: Path) -> str:
    """Return the name that the name of *folder* gives a plugin.

    It is not yet known to be one: :func:`new_plugin` looks at it.
    """
    words = re.split(r"[\s_-]+", folder.resolve().name.casefold())
    return "-".join(word for word in words if word).removeprefix(PREFIX)


def _check_name(kind: str, name: str) -> None:
    shown = _shown(name)
    if not _NAME.fullmatch(name):
        raise CallError(
            "'{name}' cannot be the name of a plugin; use small letters a to z, digits "
            "and single hyphens, such as --name short-brief",
            name=shown,
        )
    if len(name) > _LONGEST:
        raise CallError(
            "the name '{name}' is too long; use at most {limit} letters",
            name=shown,
            limit=_LONGEST,
        )
    if iskeyword(name) or name in sys.stdlib_module_names or name == "almwp":
        raise CallError(
            "'{name}' already means something in Python; choose another name with "
            "--name",
            name=shown,
        )
    if kind == "language" and not _LANGUAGE.fullmatch(name):
        raise CallError(
            "a language is named by its code of two or three letters; give it with "
            "--name, such as --name jv",
        )


def _shown(name: str) -> str:
    """Return *name* without what would play tricks on a terminal, and not endless."""
    plain = "".join(
        "\ufffd" if unicodedata.category(sign).startswith("C") else sign
        for sign in name
    )
    return plain if len(plain) <= 2 * _LONGEST else plain[: 2 * _LONGEST] + "..."


def _check_free(kind: str, name: str, plugins: Plugins) -> None:
    """Refuse a name that a plugin has, or a contribution of this kind."""
    known = (*plugins.loaded, *plugins.failures)
    taken = {getattr(each, "name", "") or getattr(each, "plugin", "") for each in known}
    contributed: set[str] = set()
    for registry in _registries(plugins):
        if registry.kind == kind:
            contributed = {each.casefold() for each in registry}
    if name in taken or name in contributed:
        raise CallError(
            "the name '{name}' is taken by a plugin or by what one contributes; choose "
            "another one with --name",
            name=name,
        )


def _registries(plugins: Plugins) -> Iterator[Registry[Any]]:
    for field in attrs.fields(Plugins):
        if isinstance(registry := getattr(plugins, field.name), Registry):
            yield registry


def _skeletons() -> Traversable:
    return files("almwp.workflow") / "skeletons"


def _files_below(folder: Traversable, above: str = "") -> Iterator[tuple[str, Any]]:
    for each in sorted(folder.iterdir(), key=lambda found: found.name):
        if each.is_dir():
            yield from _files_below(each, f"{above}{each.name}/")
        elif each.name.endswith(".txt"):
            yield above + each.name, each


def _path(path: str, words: Mapping[str, str]) -> str:
    """Return where a file goes: ``test_PACKAGE.py.txt`` tests the package."""
    return path.removesuffix(".txt").replace("PACKAGE", words["package"])


def _filled(file: Traversable, words: Mapping[str, str]) -> str:
    return Template(file.read_text(encoding="utf-8")).substitute(words)
