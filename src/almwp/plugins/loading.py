"""Find plugins, import each under guard, and collect what they contribute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click
import pluggy
from attrs import frozen

from almwp.errors import AlmwpError, PluginError, UnknownNameError
from almwp.findings.rule import Rule
from almwp.plugins.guard import guard
from almwp.plugins.hookspecs import PROJECT, Hooks
from almwp.plugins.installed import PluginPoint, installed_points, point_of
from almwp.plugins.records import (
    Exporter,
    FrameworkSource,
    Language,
    Reader,
    ReportKind,
    Scorer,
)
from almwp.plugins.registry import Failure, Loaded, Plugins, Provided, Registry

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_KINDS: Mapping[str, tuple[str, type, str]] = MappingProxyType(
    {
        "almwp_frameworks": ("framework", FrameworkSource, "name"),
        "almwp_languages": ("language", Language, "code"),
        "almwp_readers": ("reader", Reader, "name"),
        "almwp_scorers": ("scorer", Scorer, "name"),
        "almwp_reports": ("report", ReportKind, "name"),
        "almwp_exporters": ("exporter", Exporter, "name"),
        "almwp_commands": ("command", click.Command, "name"),
        "almwp_rules": ("rule", Rule, "code"),
    }
)
"""Each hook: what it contributes, of which type, and where the name stands."""


@frozen(kw_only=True)
class _Found:
    """A plugin that was found: an entry point or an object handed in."""

    name: str
    point: PluginPoint | None = None
    plugin: object = None

    @property
    def distribution(self) -> str:
        """The distribution that brings it, empty where it does not tell."""
        return self.point.distribution if self.point else ""

    @property
    def version(self) -> str:
        """The distribution's version."""
        return self.point.version if self.point else ""

    @property
    def package(self) -> str:
        """The package in which it stands."""
        return self.point.package if self.point else ""

    def load(self) -> object:
        """Import the plugin."""
        return self.point.load() if self.point else self.plugin


@frozen(kw_only=True)
class _Contribution:
    hook: str
    name: str
    record: Any
    by: _Found


def load_plugins(
    found: "Iterable[EntryPoint | PluginPoint] | None" = None,
    *,
    extra: Mapping[str, object] = MappingProxyType({}),
    disabled: Iterable[str] = (),
    strict: bool = False,
    own_commands: Iterable[str] = (),
) -> Plugins:
    """Import plugins and collect what they contribute.

    Args:
        found: Entry points to load; those installed, when not given.
        extra: Plugin objects by name, for those that are not installed.
        disabled: Names of plugins to leave alone.
        strict: Whether a plugin that fails is fatal.
        own_commands: Names of commands that no plugin may take.

    Returns:
        What was contributed.  Plugins that failed are in its ``failures``;
        loading itself does not raise unless *strict*.

    Raises:
        UnknownNameError: A disabled name is not the name of any plugin.
        PluginError: A plugin failed, and *strict* was asked for.
    """
    candidates = sorted(
        _candidates(found, extra), key=lambda f: (f.name, f.distribution)
    )
    _check_disabled(tuple(disabled), candidates)
    wanted = [each for each in candidates if each.name not in set(disabled)]
    failures: list[Failure] = []
    loaded: list[_Found] = []
    contributions: list[_Contribution] = []
    for each in _without_clashes(wanted, failures):
        try:
            contributions += _collect(each)
        except AlmwpError as error:
            why = error.why if isinstance(error, PluginError) else str(error)
            failures.append(_failure(each, why))
        else:
            loaded.append(each)
    allowed = _without_own(contributions, frozenset(own_commands), failures)
    provided = _provide(allowed, failures)
    if strict and failures:
        raise PluginError(failures[0].plugin, failures[0].why)
    return Plugins(
        **{
            hook.removeprefix(f"{PROJECT}_"): Registry(
                kind, provided[hook], _by_ending(provided[hook])
            )
            for hook, (kind, _, _) in _KINDS.items()
        },
        loaded=tuple(
            Loaded(
                name=f.name,
                distribution=f.distribution,
                version=f.version,
                package=f.package,
            )
            for f in loaded
        ),
        failures=tuple(failures),
    )


def _by_ending(provided: Mapping[str, Provided[Any]]) -> Mapping[str, str]:
    """Return the names of exporters by the ending of their files, which many will type.

    An ending that several have names none of them.
    """
    found: dict[str, list[str]] = {}
    for name, each in provided.items():
        if isinstance(each.record, Exporter):
            found.setdefault(each.record.suffix.removeprefix("."), []).append(name)
    return {ending: names[0] for ending, names in found.items() if len(names) == 1}


def _candidates(
    found: "Iterable[EntryPoint | PluginPoint] | None", extra: Mapping[str, object]
) -> Iterator[_Found]:
    points = installed_points(PROJECT) if found is None else map(point_of, found)
    # An editable install leaves the same entry point twice on the path.
    for point in dict.fromkeys(points):
        yield _Found(name=point.name, point=point)
    for name, plugin in extra.items():
        yield _Found(name=name, plugin=plugin)


def _check_disabled(disabled: tuple[str, ...], found: list[_Found]) -> None:
    names = tuple(dict.fromkeys(each.name for each in found))
    for name in disabled:
        if name not in names:
            raise UnknownNameError("plugin", name, names)


def _without_clashes(found: list[_Found], failures: list[Failure]) -> Iterator[_Found]:
    by_name: dict[str, list[_Found]] = defaultdict(list)
    for each in found:
        by_name[each.name].append(each)
    for name, same in by_name.items():
        if len(same) == 1:
            yield same[0]
            continue
        owners = " and ".join(each.distribution or "a plugin object" for each in same)
        why = f"the name '{name}' is claimed by {owners}; none of them is used"
        failures.extend(_failure(each, why) for each in same)


def _collect(found: _Found) -> list[_Contribution]:
    """Return all contributions of one plugin, or raise a PluginError."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)

    def register() -> None:
        plugin = found.load()
        manager.register(plugin, name=found.name)
        manager.check_pending()
        _check_marked(found.name, plugin, manager)

    guard(found.name, register)
    contributions = []
    for hook in _KINDS:
        # Generators run while they are listed, so that happens under guard as well.
        yielded = guard(found.name, partial(_call, manager, hook))
        contributions += [_checked(found, hook, record) for record in yielded]
    return contributions


def _check_marked(name: str, plugin: object, manager: pluggy.PluginManager) -> None:
    """Refuse a plugin that would be left out in silence for want of a mark."""
    marked = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    unmarked = [h for h in _KINDS if hasattr(plugin, h) and h not in marked]
    if unmarked:
        raise PluginError(name, f"{', '.join(unmarked)} is not marked with @hookimpl")
    if not marked:
        raise PluginError(name, f"it has none of the hooks: {', '.join(_KINDS)}")


def _call(manager: pluggy.PluginManager, hook: str) -> list[Any]:
    results = getattr(manager.hook, hook)()
    return [record for records in results for record in records]


def _checked(found: _Found, hook: str, record: Any) -> _Contribution:
    kind, wanted, attribute = _KINDS[hook]
    if not isinstance(record, wanted):
        got = type(record).__name__
        raise PluginError(
            found.name, f"{hook} yielded a {got} instead of a {wanted.__name__}"
        )
    name = getattr(record, attribute)
    if not isinstance(name, str) or not name:
        raise PluginError(found.name, f"{hook} yielded a {kind} without a name")
    return _Contribution(hook=hook, name=name, record=record, by=found)


def _without_own(
    contributions: list[_Contribution], own: frozenset[str], failures: list[Failure]
) -> list[_Contribution]:
    """Leave out commands and rules that bear the name of one of almwp's own."""
    allowed = []
    for each in contributions:
        if each.hook == "almwp_commands" and each.name in own:
            why = f"the command '{each.name}' is one of almwp's own; it is not replaced"
            failures.append(_failure(each.by, why))
        elif each.hook == "almwp_rules" and each.name.startswith("ALM"):
            why = f"the code {each.name} has almwp's own letters; use others"
            failures.append(_failure(each.by, why))
        else:
            allowed.append(each)
    return allowed


def _provide(
    contributions: list[_Contribution], failures: list[Failure]
) -> dict[str, dict[str, Provided[Any]]]:
    claimed: dict[tuple[str, str], list[_Contribution]] = defaultdict(list)
    for each in contributions:
        claimed[each.hook, each.name].append(each)
    provided: dict[str, dict[str, Provided[Any]]] = {hook: {} for hook in _KINDS}
    for (hook, name), same in claimed.items():
        if len(same) == 1:
            only = Provided(record=same[0].record, plugin=same[0].by.name)
            provided[hook][name] = only
            continue
        by = {each.by.name: each.by for each in same}
        owners = " and ".join(by) if len(by) > 1 else f"{same[0].by.name} twice"
        why = f"the {_KINDS[hook][0]} '{name}' is contributed by {owners}; none is used"
        failures.extend(_failure(each, why) for each in by.values())
    return provided


def _failure(found: _Found, why: str) -> Failure:
    return Failure(plugin=found.name, distribution=found.distribution, why=why)
