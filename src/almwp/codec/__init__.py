"""The model as JSON and back, strictly: no silent conversion, all faults at once.

Each name is imported when it is first used: whoever reads a TOML file needs no plans.
"""

TYPE_CHECKING = False  # checkers know the name; typing itself is slow to import

if TYPE_CHECKING:
    from almwp.codec.fault import Fault
    from almwp.codec.plain import Plain, decode, encode
    from almwp.codec.plan import read_plan, write_plan
    from almwp.codec.text import from_json, to_json

__all__ = [
    "Fault",
    "Plain",
    "decode",
    "encode",
    "from_json",
    "read_plan",
    "to_json",
    "write_plan",
]

_HOMES = {
    "Fault": "almwp.codec.fault",
    "Plain": "almwp.codec.plain",
    "decode": "almwp.codec.plain",
    "encode": "almwp.codec.plain",
    "from_json": "almwp.codec.text",
    "read_plan": "almwp.codec.plan",
    "to_json": "almwp.codec.text",
    "write_plan": "almwp.codec.plan",
}
"""The module of each name, for those who run; the imports above are for checkers."""

if not TYPE_CHECKING:

    def __getattr__(name):
        """Import what is shown here when it is first used."""
        if name not in _HOMES:
            raise AttributeError(f"module 'almwp.codec' has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return found
