"""A report as JSON: all that it holds, the object it was made from included."""

from almwp.codec.plain import Plain, encode
from almwp.codec.text import json_text
from almwp.exporting.evidence import with_evidence
from almwp.model.report import Report
from almwp.model.surely import surely


def render(report: Report) -> bytes:
    """Lay out *report* as ``schemas/report.schema.json`` describes it.

    What equals its default is left out as everywhere, but never who may read it.  What
    is no character, as half of a pair is none, is written as its number.
    """
    plain = surely(dict, encode(with_evidence(report)))
    told: dict[str, Plain] = {"audience": str(report.audience)}
    told |= plain
    return json_text(told).encode("utf-8", "backslashreplace")
