"""Whether a report holds what its readers must not see."""

import re
from functools import cache

from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.testing.samplerequest import CELLS, HOUSE, INTERNAL, sample_request

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_HYPHEN = r"(?:[-\u00ad\u2010-\u2015\u2212]|\\xad|\\u20[01][0-5])"
_CELL = re.compile(rf"\b(?:{'|'.join(CELLS)})\$?\d+\b", re.IGNORECASE)


def check_leaks(report: Report, audience: Audience) -> None:
    """Look in all of *report*, what it was made from included: a file may hold that.

    Args:
        report: A report of the sample request.
        audience: Who reads it.

    Raises:
        AssertionError: It holds what is not for them.
    """
    if audience is Audience.INTERNAL:
        return
    said = repr(report)
    if audience is Audience.DELEGATION:
        of_house = _marked(HOUSE).search(said)
        assert not of_house, f"a report for the delegation holds {of_house[0]!r}"
        return
    found = _marked(INTERNAL).search(said)
    assert not found, f"a report for the meeting holds {found[0]!r}"
    cell = _CELL.search(said)
    assert not cell, f"a report for the meeting names the cell {cell[0]!r}"


@cache
def _marked(mark: str) -> re.Pattern[str]:
    """Return what finds the marked words, in capitals or not, with any hyphen."""
    words = set(re.findall(rf"{re.escape(mark)}([\w.-]+)", repr(sample_request())))
    words |= {"reason"}  # which the scores of the request bring
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    begins = mark.rstrip("-").replace("-", _HYPHEN)
    any_of = "|".join(word.replace(r"\-", _HYPHEN) for word in longest_first)
    return re.compile(rf"{begins}{_HYPHEN}(?:{any_of})", re.IGNORECASE)
