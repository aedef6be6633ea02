"""Say what each activity of 2021-2025 becomes, and where it hangs in 2026-2030.

What is open stands in a form that is written for it.

Run it as ``python examples/08_carry_over.py`` after ``07_next_programme.py``, in the
same folder.  It writes ``undecided.xlsx``; everything in the story is invented.
"""

from pathlib import Path

from launch import launch

from almwp.workflow.carryover import WantedCarryOver
from almwp.workflow.carryovertemplate import template_of
from almwp.workflow.crosswalks import read_crosswalk
from almwp.workflow.decisions import read_decisions
from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parent / "story"
PROGRAMME = Path("next-programme.toml")
FORM = Path("undecided.xlsx")


def main(folders: list[str]) -> int:
    """Print the fate of each activity with its reasons, and what found no place."""
    folder = Path(folders[0]) if folders else STORY
    session = Session.start().with_framework(PROGRAMME)
    read = session.read(sorted(folder.glob("[1235]-*.xlsx")))
    decided = read_decisions(folder / "decisions.toml").decisions
    plan = session.merge(read.submissions, decided)
    wanted = WantedCarryOver(
        to="EXAMPLE-2026-2030",
        framework="ALM-WP-2021-2025",
        successions=read_crosswalk(folder / "crosswalk.toml"),
        crosswalk="crosswalk.toml",
    )
    carried = session.carry_over(plan, wanted)
    for activity in carried.activities:
        print(f"{activity.id} {activity.title}: {activity.fate}")
        for reason in activity.reasons:
            cells = ", ".join(str(origin) for origin in reason.origins)
            print(f"  {reason.words}" + (f" [{cells}]" if cells else ""))
        if activity.question:
            print(f"  ? {activity.question}")
        for place in activity.hanging.places:
            print(f"  -> {place.number} {place.title}")
    for proposal in carried.proposals:
        print(f"{proposal.id} {proposal.title}: {proposal.part}")
        for place in proposal.hanging.places:
            print(f"  -> {place.number} {place.title}")
    for item in carried.without_place:
        print(f"no place: {item.id} {item.title}: {item.hanging.why}")
        for place in item.hanging.choices:
            print(f"  perhaps {place.number} {place.title}")
    FORM.unlink(missing_ok=True)
    form = template_of(carried, plan, session.reading.lexicon, session.plugins)
    session.write_form(form, FORM)
    print(f"wrote {FORM}")
    return 0


if __name__ == "__main__":
    launch(main, needs_files=False)
