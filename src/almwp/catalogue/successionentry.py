"""Complete an entry of a crosswalk: what it leaves out, and short names of kinds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from almwp.model.framework import SuccessionKind

_SHORT: Mapping[object, str] = MappingProxyType(
    {"splits": SuccessionKind.SPLITS_INTO, "merges": SuccessionKind.MERGES_INTO}
)
"""Short names of kinds that people write."""


def with_defaults(entry: Any, given: Mapping[str, Any]) -> Any:
    """Return an entry with what it leaves out, and the full name of its kind.

    What is no table stays as it is, for the codec to refuse.
    """
    if not isinstance(entry, Mapping):
        return entry
    full = {**given, **entry}
    kind = full.get("kind")
    if isinstance(kind, str) and kind in _SHORT:
        full["kind"] = str(_SHORT[kind])
    return full
