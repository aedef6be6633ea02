"""The table of rules: every code that almwp can find, in order."""

from types import MappingProxyType

from almwp.findings import (
    alignment_rules,
    comparison_rules,
    describing_rules,
    edge_rules,
    file_rules,
    framework_rules,
    holding_rules,
    matrix_rules,
    merge_rules,
    position_rules,
    reading_rules,
    row_rules,
    sheet_rules,
    text_rules,
    value_rules,
)
from almwp.findings.rule import Rule

_ROOMS = (
    file_rules,
    edge_rules,
    sheet_rules,
    text_rules,
    value_rules,
    reading_rules,
    row_rules,
    framework_rules,
    describing_rules,
    matrix_rules,
    merge_rules,
    comparison_rules,
    alignment_rules,
    position_rules,
    holding_rules,
)

_RULES = (
    rule for room in _ROOMS for rule in vars(room).values() if isinstance(rule, Rule)
)

RULES = MappingProxyType(
    {rule.code: rule for rule in sorted(_RULES, key=lambda rule: rule.code)}
)
"""Every rule of the core by its code."""
