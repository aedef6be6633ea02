"""A report as JSON: all that it holds, the object it was made from included."""

from almwp.codec.text import to_json
from almwp.model.report import Report


def render(report: Report) -> bytes:
    """Lay out *report* as ``schemas/report.schema.json`` describes it.

    What is no character, as half of a pair is none, is written as its number.
    """
    return to_json(report).encode("utf-8", "backslashreplace")
