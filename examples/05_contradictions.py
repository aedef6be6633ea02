"""Put the reports of three ministries together, and show what contradicts what.

Run it as ``python examples/05_contradictions.py``.  It reads the story in
``examples/story``, all of which is invented; name another folder to read that.
"""

from pathlib import Path

from launch import launch

from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parent / "story"


def main(folders: list[str]) -> int:
    """Print each open contradiction with both values, both owners and both cells."""
    folder = Path(folders[0]) if folders else STORY
    session = Session.start()
    read = session.read(sorted(folder.glob("[123]-*.xlsx")))
    plan = session.merge(read)
    print(f"{len(plan.activities)} activities from {len(plan.submissions)} reports")
    for conflict in plan.conflicts:
        print(f"{conflict.activity}: {conflict.field}")
        for claim in conflict.claims:
            print(f"  {claim.value}: {claim.owner} ({claim.origin})")
    for route in plan.routes:
        owner = route.owner or f"one of {len(route.candidates)} institutions: ask"
        print(f"{route.activity}: reported by {route.was}; today {owner}")
    return 0


if __name__ == "__main__":
    launch(main, needs_files=False)
