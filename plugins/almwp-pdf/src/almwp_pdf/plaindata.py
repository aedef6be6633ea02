"""What the template is told: plain data, as JSON has it."""

from collections.abc import Mapping

Data = Mapping[str, object]
"""Names and values that JSON can hold; texts among them are never markup."""
