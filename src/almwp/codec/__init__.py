"""The model as JSON and back, strictly: no silent conversion, all faults at once."""

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
