"""The cells that decide how far an indicator came."""

from collections.abc import Iterable, Iterator

from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.source import Origin

_MEASURED = ("reading", "numerator", "denominator", "as_of", "baseline", "target")
_PARTS = ("numerator", "denominator")


def cells_of_parts(indicator: Indicator, origin: Origin | None) -> tuple[Origin, ...]:
    """Return the cells of the numerator and the denominator beside a reading's."""
    if origin is None:
        return ()
    for row in indicator.origins:
        if origin in {row.of(key) for key in _MEASURED}:
            found = (row.of(key) for key in _PARTS)
            return tuple(cell for cell in found if cell is not None)
    return ()


def cells_of(
    indicator: Indicator,
    readings: Iterable[Reading],
    baseline: Reading | None,
    targets: Iterable[Target],
) -> tuple[Origin, ...]:
    """Return each cell once: of readings with their parts, baseline and targets."""
    found = [*_of_readings(indicator, readings)]
    if baseline is not None:
        found.append(baseline.origin)
    found += [target.origin for target in targets]
    return tuple(dict.fromkeys(cell for cell in found if cell is not None))


def _of_readings(
    indicator: Indicator, readings: Iterable[Reading]
) -> Iterator[Origin | None]:
    for reading in readings:
        yield reading.origin
        yield from cells_of_parts(indicator, reading.origin)
