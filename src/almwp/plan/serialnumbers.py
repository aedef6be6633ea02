"""Tell where the numbers in two files only count rows and say nothing of who is who."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from almwp.model.activity import Activity, RowOrigin
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan

Files = frozenset[str]
"""The fingerprints of two files."""
_MOST_DIGITS = 9


@frozen(kw_only=True)
class SerialClash:
    """Two files that count their rows from 1, each for itself.

    Attributes:
        first: One of them.
        second: The other.
        count: How many numbers stand for different activities in the two.
    """

    first: Submission
    second: Submission
    count: int


def serial_files(
    reports: Iterable[tuple[int, Activity, Submission]],
) -> Mapping[Files, int]:
    """Return pairs of files whose numbers only count rows, with how many clash.

    In both the numbers run from 1 without a gap, and more of those that they share
    stand for different activities than for the same one.

    Args:
        reports: Each activity of each file, with the place of the activity that it was
            found to be.
    """
    by_id: dict[str, list[tuple[int, str]]] = defaultdict(list)
    numbers: dict[str, list[str]] = defaultdict(list)
    for place, activity, submission in reports:
        numbers[submission.sha256].append(activity.number)
        if activity.number and "#" not in activity.id:
            by_id[activity.id].append((place, submission.sha256))
    same: dict[Files, int] = defaultdict(int)
    other: dict[Files, int] = defaultdict(int)
    for rivals in by_id.values():
        (first, file), *rest = rivals
        for place, sha256 in rest:
            (same if place == first else other)[frozenset((file, sha256))] += 1
    serial = {sha256 for sha256, own in numbers.items() if _run_from_one(own)}
    return {
        files: count
        for files, count in other.items()
        if files <= serial and count > same[files]
    }


def serial_clashes(plan: WorkPlan) -> Iterator[SerialClash]:
    """Give the pairs of files in *plan* whose numbers only count their rows."""
    rows: dict[RowOrigin, int] = {
        row: place
        for place, activity in enumerate(plan.activities)
        for row in activity.origins
    }
    reports = [
        (rows[activity.origins[0]], activity, submission)
        for submission in plan.submissions
        for activity in submission.activities
        if activity.origins and activity.origins[0] in rows
    ]
    places = {sent.sha256: place for place, sent in enumerate(plan.submissions)}
    for files, count in serial_files(reports).items():
        first, second = (plan.submissions[p] for p in sorted(places[f] for f in files))
        yield SerialClash(first=first, second=second, count=count)


def _run_from_one(numbers: Iterable[str]) -> bool:
    """Say whether numbers are 1, 2, 3... in any order; blank ones do not count."""
    given = {_count_of(number) for number in numbers if number}
    return given == set(range(1, len(given) + 1))


def _count_of(number: str) -> int:
    bare = number.strip(" .)")
    is_count = bare.isdecimal() and len(bare) <= _MOST_DIGITS
    return int(bare) if is_count else 0
