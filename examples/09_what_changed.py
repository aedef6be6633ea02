"""Compare the reports of two years in words, and look for the valid but wrong.

Run it as ``python examples/09_what_changed.py``.  Everything in the story is invented.
"""

from pathlib import Path

from launch import launch

from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parent / "story"


def main(folders: list[str]) -> int:
    """Print what was added, what is gone and what was revised, field by field."""
    folder = Path(folders[0]) if folders else STORY
    old, new = folder / "1-labour-2023.xlsx", folder / "2-home-affairs-2025.xlsx"
    compared = Session.start().compare(old, new)
    for record in compared.added:
        print(f"added: {record.id} {record.title}")
    for record in compared.no_longer_listed:
        print(f"no longer listed: {record.id} {record.title}")
    for revision in (*compared.withdrawn, *compared.revised):
        print(f"{revision.id} {revision.title}")
        for change in revision.changes:
            was, now = change.old or "(blank)", change.new or "(blank)"
            print(f"  {change.label}: {was} -> {now}")
    for suspicion in compared.suspicions:
        print(f"{suspicion.code}: {suspicion.message}")
    return 1 if compared.suspicions else 0


if __name__ == "__main__":
    launch(main, needs_files=False)
