"""Decide the contradictions, and ask one plan how things stood at two times.

Run it as ``python examples/06_decisions_and_history.py``.  The decisions stand in
``examples/story/decisions.toml``: ``almwp merge FILES --write-decisions FILE`` wrote
that file, and a person chose in it.  Everything is invented.
"""

from pathlib import Path

from launch import launch

from almwp.workflow.decisions import read_decisions
from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parent / "story"


def main(folders: list[str]) -> int:
    """Print what was decided, then the delivery at the end of 2023 and now."""
    folder = Path(folders[0]) if folders else STORY
    session = Session.start()
    read = session.read(sorted(folder.glob("[123]-*.xlsx")))
    decided = read_decisions(folder / "decisions.toml").decisions
    plan = session.merge(read.submissions, decided)
    print(f"open contradictions: {len(plan.conflicts)}")
    for each in plan.resolved:
        conflict, decision = each.conflict, each.decision
        rejected = [c.value for c in conflict.claims if c.value != decision.take]
        print(f"{conflict.activity} {conflict.field}: {decision.take}", end="")
        print(f", not {', '.join(rejected)}; by {decision.by}")
    for day in ("2023-12-31", "2025-10-17"):
        score = session.score(plan, method="delivery", as_of=day).lines[0].score
        low, high = f"{float(score.low):.1%}", f"{float(score.high):.1%}"
        print(f"delivery as of {day}: between {low} and {high}", end="")
        print(f", known of {score.known} of {score.total} activities")
    return 0


if __name__ == "__main__":
    launch(main, needs_files=False)
