"""The frameworks that come with almwp."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from almwp.catalogue.tomlfile import read_framework
from almwp.errors import UnknownNameError
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId


def framework_files() -> tuple[Traversable, ...]:
    """Return the packaged files, one framework each, in the order of their names."""
    return tuple(_by_id().values())


def framework_ids() -> tuple[FrameworkId, ...]:
    """Return the ids of the packaged frameworks; a file is named after its id."""
    return tuple(_by_id())


@cache
def framework(id: FrameworkId) -> Framework:  # noqa: A002 - the model's own word
    """Return a packaged framework.

    Raises:
        UnknownNameError: There is none with this id.
    """
    if resource := _by_id().get(id):
        return read_framework(resource)
    raise UnknownNameError("framework", id, framework_ids())


@cache
def _by_id() -> dict[FrameworkId, Traversable]:
    folder = files("almwp.catalogue") / "frameworks"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {
        FrameworkId(file.name.removesuffix(".toml")): file
        for file in found
        if file.name.endswith(".toml")
    }
