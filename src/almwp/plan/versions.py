"""Which of a country's papers for a meeting counts: the newest, where that is known."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from almwp.model.folding import fold
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.onesender import may_be_one_sender, names_of

_DIGITS = re.compile(r"\d{1,9}")
_NEAR = 0.9
"""Share of letters from which two names of institutions are one, spelt differently."""


def is_surely_newer(one: Submission, other: Submission) -> bool:
    """Say whether *one* is surely a newer version than *other*.

    The day and the version must not contradict each other, and one of them must tell.
    A version without a number tells nothing.
    """
    signs = (_by_day(one, other), _by_version(one, other))
    return 1 in signs and -1 not in signs


def is_one_institution(one: Submission, other: Submission) -> bool:
    """Say whether two files of a country come from one institution.

    Abbreviations, names of former days and slips of the pen do not make another
    institution; a file that names none may be anybody's.
    """
    if may_be_one_sender(one, other):
        return True
    names, others = (names_of(Text.of(s.institution)) for s in (one, other))
    if names & others:
        return True
    first, second = fold(one.institution), fold(other.institution)
    is_numbered_alike = _DIGITS.findall(first) == _DIGITS.findall(second)
    return is_numbered_alike and SequenceMatcher(None, first, second).ratio() >= _NEAR


def newest_of(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """Return those of which none is surely an older version of another one."""
    return tuple(
        one
        for one in submissions
        if not any(
            is_surely_newer(other, one) and _is_surely_one_sender(one, other)
            for other in submissions
        )
    )


def may_be_versions(one: Submission, other: Submission) -> bool:
    """Say whether one of two files that both count may be the other, made anew."""
    return one.kind == other.kind and is_one_institution(one, other)


def _is_surely_one_sender(one: Submission, other: Submission) -> bool:
    is_named_alike = bool(one.institution) == bool(other.institution)
    return is_named_alike and may_be_versions(one, other)


def _by_day(one: Submission, other: Submission) -> int:
    """Return 1 for the newer, -1 for the older, 0 where the days do not tell."""
    if one.as_of is None or other.as_of is None:
        return 0
    if one.as_of.start > other.as_of.end:
        return 1
    return -1 if one.as_of.end < other.as_of.start else 0


def _by_version(one: Submission, other: Submission) -> int:
    first, second = _numbers(one.version), _numbers(other.version)
    if not first or not second or first == second:
        return 0
    return 1 if first > second else -1


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, so that ``2`` comes before ``10``."""
    return tuple(int(digits) for digits in _DIGITS.findall(version))
