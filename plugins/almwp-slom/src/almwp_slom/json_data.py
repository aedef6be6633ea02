"""Write a report as JSON: its blocks, and the object from which it was made."""

from almwp.codec.plain import encode
from almwp.codec.text import json_text
from almwp.model.report import Report


def render(report: Report) -> bytes:
    """Lay out *report* as its schema describes it; fractions stay exact.

    What equals its default is left out as everywhere, but never who may read it.
    """
    plain = encode(report)
    assert isinstance(plain, dict)
    return json_text({"audience": str(report.audience)} | plain).encode("utf-8")
