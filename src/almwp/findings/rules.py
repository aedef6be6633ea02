"""The table of rules: every code that almwp can find, in order."""

from types import MappingProxyType

from almwp.findings import (
    file_rules,
    framework_rules,
    merge_rules,
    row_rules,
    value_rules,
)
from almwp.findings.rule import Rule

_ROOMS = (file_rules, value_rules, row_rules, framework_rules, merge_rules)

RULES = MappingProxyType(
    {
        rule.code: rule
        for room in _ROOMS
        for rule in vars(room).values()
        if isinstance(rule, Rule)
    }
)
"""Every rule of the core by its code."""
