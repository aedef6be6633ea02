"""Read crosswalks: what became of each node of one framework in the next."""

from importlib.resources.abc import Traversable

from almwp.catalogue.successionentry import with_defaults
from almwp.catalogue.successionshape import faults_of_shape
from almwp.catalogue.tomlfile import record_of
from almwp.catalogue.tomltable import read_table
from almwp.model.framework import Succession

_KEYS = ("old_framework", "new_framework", "successions")
"""What stands at the top of a crosswalk."""


def read_successions(resource: Traversable) -> tuple[Succession, ...]:
    """Read a crosswalk that stands in a file of its own.

    At the top stand ``old_framework`` and ``new_framework``, for each entry below
    ``[[successions]]`` that does not name its own.

    Raises:
        ValueError: It cannot be read; the message lists every fault.
    """
    table = read_table(resource)
    faults = [
        f"{resource.name}: {key}: there is no such key"
        for key in table
        if key not in _KEYS
    ]
    entries = table.get("successions")
    if not isinstance(entries, list):
        faults.append(
            f"{resource.name}: successions: it is missing; begin each with "
            "[[successions]]"
        )
        entries = []
    given = {key: table[key] for key in _KEYS[:2] if key in table}
    read = []
    for index, entry in enumerate(entries):
        full, where = with_defaults(entry, given), f"successions[{index}]."
        try:
            each = record_of(resource, Succession, full, where)
        except ValueError as error:
            faults.append(str(error))
            continue
        read.append(each)
        faults += [f"{resource.name}: {where}{said}" for said in faults_of_shape(each)]
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(read)
