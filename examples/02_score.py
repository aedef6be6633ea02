"""Score files: print how much is completed, by outcome, and how much is known.

Run it as ``python examples/02_score.py examples/submissions``.
"""

import sys
from fractions import Fraction

from launch import launch

from almwp.model.absence import Absence
from almwp.workflow.session import Session


def in_percent(value: Fraction | Absence) -> str:
    """Return an exact share for reading; a value that is not there keeps its reason."""
    return str(value) if isinstance(value, Absence) else f"{float(value):.1%}"


def main(paths: list[str]) -> int:
    """Print the programme and its outcomes, a few lines each."""
    session = Session.start()
    read = session.read(paths)
    for failure in read.failures:
        print(failure, file=sys.stderr)
    if not read.submissions:
        return 3
    card = session.score(session.merge(read.submissions), by=["outcome"])
    for line in card.lines:
        score, scope = line.score, line.scope
        name = f"{scope.kind} {scope.id}".rstrip()
        print(f"{name}: {scope.title} ({scope.basis})")
        low, high = in_percent(score.low), in_percent(score.high)
        print(f"    {in_percent(score.value)} completed, between {low} and {high}")
        print(f"    the state of {score.known} of {score.total} activities is known")
    return read.failures[0].exit_code if read.failures else 0


if __name__ == "__main__":
    launch(main)
