"""Check files: print what is wrong or doubtful, and what became of every cell.

Run it as ``python examples/01_check.py examples/submissions``.  Several files and
folders may be named.
"""

from launch import launch

from almwp.workflow.checking import findings_of
from almwp.workflow.session import Session


def main(paths: list[str]) -> int:
    """Print the findings and the sums of the cell ledger of each file."""
    read = Session.start().read(paths)
    for file in read.files:
        print(file.path.as_posix())
        for finding in findings_of(file):
            print(f"  {finding}")
            print(f"      hint: {finding.hint()}")
        if file.submission:
            ledger = file.submission.ledger
            counted = ", ".join(f"{n} {fate}" for fate, n in ledger.by_fate.items())
            print(f"  {len(file.submission.activities)} activities were read")
            print(f"  {ledger.total} cells with content: {counted}")
        print()
    if read.failures:
        return read.failures[0].exit_code
    return 1 if any(submission.has_errors for submission in read.submissions) else 0


if __name__ == "__main__":
    launch(main)
