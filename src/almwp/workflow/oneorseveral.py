"""Take one or several of a thing: paths, names, scopes; and refuse what is none.

A text is a sequence of letters too, and ``"inbox"`` must never mean the folders ``i``,
``n`` and so on.
"""

import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from almwp.errors import CallError, UnknownNameError
from almwp.model.moment import Moment
from almwp.model.scopekind import ScopeKind

if TYPE_CHECKING:
    from almwp.model.workplan import WorkPlan

OnePath: TypeAlias = Path | str
"""A file or a folder."""

Paths: TypeAlias = OnePath | Iterable[OnePath]
"""A file or a folder, or several."""

Names: TypeAlias = str | Iterable[str]
"""A name, or several."""

Scopes: TypeAlias = ScopeKind | str | Iterable[ScopeKind | str]
"""By what to tell scores apart: one scope, or several."""

AsOf: TypeAlias = Moment | date | str
"""A day: as a date, as its words, or as the moment that they mean."""


def path_of(path: OnePath) -> Path:
    """Return the path that *path* means.

    Raises:
        CallError: It is none, and no file can be called so.
    """
    given: object = path
    if isinstance(given, os.PathLike):
        given = os.fspath(given)
    if not isinstance(given, str):
        raise CallError(
            "a file or folder is named by a text or a path, not by {found}",
            found=_kind(path),
        )
    if "\0" in given:
        raise CallError(
            "'{path}' holds a character that no file name can hold",
            path=given.replace("\0", "\\0"),
        )
    return Path(given)


def paths_of(paths: Paths) -> list[Path]:
    """Return the files and folders that *paths* means: one, or several.

    Raises:
        CallError: One of them is none.
    """
    given: object = paths
    if isinstance(given, bytes) or not _is_several(given):
        return [path_of(paths)]  # type: ignore[arg-type]  # refused there
    return [path_of(path) for path in paths]  # type: ignore[union-attr]


def names_of(names: Names) -> tuple[str, ...]:
    """Return the names that *names* means: one, or several.

    Raises:
        CallError: One of them is no text.
    """
    given: object = names
    if isinstance(given, str) or not _is_several(given):
        return (_name(names),)
    return tuple(_name(name) for name in names)


def scopes_of(by: Scopes) -> tuple[ScopeKind, ...]:
    """Return the scopes that *by* means: one, or several.

    Raises:
        UnknownNameError: There is no such scope.
    """
    given: object = by
    if isinstance(given, str) or not _is_several(given):
        return (_scope(by),)
    return tuple(_scope(each) for each in by)


def moment_of(when: Moment | date) -> Moment:
    """Return the day that *when* is; that of a time is its day.

    Raises:
        CallError: It is none.
    """
    given: object = when
    if isinstance(given, Moment):
        return given
    if isinstance(given, datetime):
        return Moment.day(given.date())
    if isinstance(given, date):
        return Moment.day(given)
    raise CallError(
        "a day is a date, or a text such as 2025-10-21 or slom-20; not {found}",
        found=_kind(when),
    )


def plan_of(plan: "WorkPlan") -> "WorkPlan":
    """Return *plan*.

    Raises:
        CallError: It is no plan.
    """
    from almwp.model.workplan import WorkPlan  # to read files needs none

    given: object = plan
    if not isinstance(given, WorkPlan):
        raise CallError(
            "a plan is needed here, as merge returns it, not {found}",
            found=_kind(given),
        )
    return given


def _is_several(given: object) -> bool:
    """Say whether *given* holds several; a text, a path and an open file do not."""
    is_one = isinstance(given, str | os.PathLike) or hasattr(given, "read")
    return not is_one and isinstance(given, Iterable)


def _name(name: object) -> str:
    if not isinstance(name, str):
        raise CallError("a name is a text, not {found}", found=_kind(name))
    return name


def _scope(word: object) -> ScopeKind:
    if word not in tuple(ScopeKind):
        raise UnknownNameError("scope", str(word), tuple(ScopeKind))
    return ScopeKind(str(word))


def _kind(given: object) -> str:
    return "None" if given is None else type(given).__name__
