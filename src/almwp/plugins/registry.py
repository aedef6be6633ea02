"""Contributions by name, and who made them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from almwp.errors import UnknownNameError
from almwp.model.fields import frozen_items

if TYPE_CHECKING:
    import click

    from almwp.findings.rule import Rule
    from almwp.plugins.records import (
        Exporter,
        FrameworkSource,
        Language,
        Reader,
        ReportKind,
        Scorer,
    )

T = TypeVar("T")


@frozen(kw_only=True)
class Provided(Generic[T]):
    """A contribution and the plugin that made it."""

    record: T
    plugin: str


class Registry(Mapping[str, T]):
    """Contributions of one kind by name, in the order of names.

    Args:
        kind: What they are, such as ``exporter``.
        provided: They and their plugins, by name.
        also: Other words that are taken for a name, such as ``xlsx`` for ``excel``;
            they are not listed.
    """

    def __init__(
        self,
        kind: str,
        provided: Mapping[str, Provided[T]],
        also: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.kind = kind
        self._provided = {name: provided[name] for name in sorted(provided)}
        self._also = {word: name for word, name in also.items() if word not in provided}

    def __getitem__(self, name: str) -> T:
        """Return the contribution of this name.

        Raises:
            UnknownNameError: There is none; the message lists the names there are.
        """
        return self._found(name).record

    def __iter__(self) -> Iterator[str]:
        return iter(self._provided)

    def __len__(self) -> int:
        return len(self._provided)

    def __contains__(self, name: object) -> bool:
        return name in self._provided

    def provider_of(self, name: str) -> str:
        """Return the plugin that contributed *name*."""
        return self._found(name).plugin

    def _found(self, name: str) -> Provided[T]:
        meant = self._also.get(name, name)
        if meant not in self._provided:
            raise UnknownNameError(self.kind, name, tuple(self))
        return self._provided[meant]


def _no_rules() -> "Registry[Rule]":
    return Registry("rule", {})


@frozen(kw_only=True)
class Failure:
    """A plugin, or a part of one, that could not be used.

    Attributes:
        plugin: Its name.
        distribution: The distribution that brings it, empty where not installed.
        why: What went wrong, in words.
    """

    plugin: str
    distribution: str
    why: str

    def __str__(self) -> str:
        return f"{self.plugin} ({self.distribution or 'not installed'}): {self.why}"


@frozen(kw_only=True)
class Loaded:
    """A plugin that was loaded.

    Attributes:
        name: Its name.
        distribution: The distribution that brings it, empty where not installed.
        version: The distribution's version.
        package: The package in which it stands, empty where not installed.
    """

    name: str
    distribution: str
    version: str
    package: str = ""


@frozen(kw_only=True)
class Plugins:
    """All that plugins contributed, and what failed.

    Attributes:
        frameworks: By id.
        languages: By code.
        readers: By name.
        scorers: By name.
        reports: By name.
        exporters: By name.
        commands: By name.
        rules: Those of plugins, by code.
        loaded: The plugins in use, by name.
        failures: What could not be used, and why.
    """

    frameworks: "Registry[FrameworkSource]"
    languages: "Registry[Language]"
    readers: "Registry[Reader]"
    scorers: "Registry[Scorer]"
    reports: "Registry[ReportKind]"
    exporters: "Registry[Exporter]"
    commands: "Registry[click.Command]"
    rules: "Registry[Rule]" = field(factory=_no_rules)
    loaded: tuple[Loaded, ...] = field(default=(), converter=frozen_items)
    failures: tuple[Failure, ...] = field(default=(), converter=frozen_items)
