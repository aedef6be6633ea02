"""All groups of measurements, by their names."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import distributions
import manyfiles
import outputs
import overlap
import records
import scoring
import traps
from bars import Bar, Bench, faults, growth, imports, other_writers, small

Group = Callable[[Bench], list[Bar]]

GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        "small": small,
        "imports": imports,
        "faults": faults,
        "writers": other_writers,
        "growth": growth,
        "records": records.group,
        "traps": traps.group,
        "distributions": distributions.group,
        "scoring": scoring.group,
        "overlap": overlap.group,
        "outputs": outputs.group,
        "manyfiles": manyfiles.group,
    }
)
"""The groups in the order in which they are measured."""
