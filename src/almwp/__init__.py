"""Track the ASEAN Labour Ministers' work programme: progress and positions."""

__version__ = "0.1.0"
