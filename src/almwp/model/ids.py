"""Identifiers: texts that must not be taken for one another."""

from typing import NewType

FrameworkId = NewType("FrameworkId", str)
"""A framework, such as ``ALM-WP-2021-2025``."""

NodeId = NewType("NodeId", str)
"""A node of one framework: an outcome, a target, a priority area, a topic."""

BodyId = NewType("BodyId", str)
"""A body, such as ``SLOM-WG``."""

MeetingId = NewType("MeetingId", str)
"""A meeting, such as ``slom-21``."""

CountryCode = NewType("CountryCode", str)
"""An ISO 3166-1 alpha-2 code in capitals, such as ``VN``."""

ActivityId = NewType("ActivityId", str)
"""An activity, the same in every submission that reports it."""

IndicatorId = NewType("IndicatorId", str)
"""An indicator."""
