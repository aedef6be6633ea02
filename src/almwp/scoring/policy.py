"""Read a policy from TOML, strictly: every fault with its key and what is known."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from attrs import field, frozen

from almwp.codec.fault import Fault
from almwp.codec.plain import decode
from almwp.codec.tomltext import toml_table
from almwp.model.fields import frozen_items
from almwp.model.policy import AbsenceRules, GivenWeight, Policy

_BELOW: Mapping[str, type] = MappingProxyType(
    {"absences": AbsenceRules, "given": GivenWeight}
)


@frozen(kw_only=True)
class PolicyRead:
    """What a policy file says.

    Attributes:
        policy: The policy; None where there are faults.
        faults: Every fault there is.
    """

    policy: Policy | None = None
    faults: tuple[Fault, ...] = field(default=(), converter=frozen_items)


def policy_of(text: str) -> PolicyRead:
    """Read the text of a policy file; what it does not say is as by default.

    Whole numbers may stand without quotation marks; other numbers are exact as text,
    such as ``"1/2"``, as decimals of TOML are not.

    Raises:
        NotTomlError: It is not TOML.
    """
    plain = toml_table(text.replace("\r\n", "\n"))
    _make_exact(plain, "keep_within")
    given = plain.get("given")
    for each in given if isinstance(given, list) else ():
        if isinstance(each, dict):
            _make_exact(each, "weight")
    policy, faults = decode(Policy, plain)
    return PolicyRead(policy=policy, faults=[*map(_with_known_keys, faults)])


def _make_exact(table: dict[str, Any], key: str) -> None:
    """Write a whole number as the codec reads exact ones; all else stays."""
    value = table.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        table[key] = str(value)


def _with_known_keys(fault: Fault) -> Fault:
    if fault.message != "there is no such key":
        return fault
    known = ", ".join(_keys_at(fault.path))
    return attrs.evolve(fault, message=f"{fault.message} (known: {known})")


def _keys_at(path: str) -> Iterator[str]:
    above, _, _ = path.rpartition(".")
    kind = _BELOW.get(above.partition("[")[0], Policy)
    return (each.name for each in attrs.fields(kind))
