"""All groups of measurements, by their names."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from bars import Bar, Bench, faults, growth, imports, other_writers, small

Group = Callable[[Bench], list[Bar]]

MODULES = (
    "records",
    "rollup",
    "traps",
    "distributions",
    "scoring",
    "overlap",
    "outputs",
    "manyfiles",
)
"""Files of this folder that measure one group each, by ``group``."""


def known_groups() -> Mapping[str, Group]:
    """Return the groups in the order in which they are measured."""
    here = Path(__file__).parent
    there = [name for name in MODULES if (here / f"{name}.py").exists()]
    others = {name: import_module(name).group for name in there}
    return MappingProxyType(
        {
            "small": small,
            "imports": imports,
            "faults": faults,
            "writers": other_writers,
            "growth": growth,
            **others,
        }
    )
