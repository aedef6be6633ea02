"""Work out a published figure again: 31 projects, 6 completed, 5 ongoing.

Run it as ``python examples/04_published_figure.py``.  The count stands in the catalogue
with its source; the list of the projects is not public.
"""

from launch import launch

from almwp.workflow.session import Session

FRAMEWORK = "SLOM-WG-WP-2021-2025"


def main(_: list[str]) -> int:
    """Print the share completed, its bounds, and on what the figure stands."""
    card = Session.start().score_published(FRAMEWORK)
    programme = card.lines[0]
    score, total = programme.score, programme.score.total
    low, high = round(score.low * total), round(score.high * total)
    print(f"{programme.scope.title}")
    print(f"completed: {low} of {total}, between {low}/{total} and {high}/{total}")
    print(f"the state of {score.known} of {total} is known")
    for reason in score.reasons:
        print(f"  {reason}")
    for remark in card.remarks:
        print(f"{remark.text}, as of {remark.as_of}: {remark.basis}")
        print(f"  {remark.note}")
        for source in remark.sources:
            print(f"  source: {source.address}")
    return 0


if __name__ == "__main__":
    launch(main, needs_files=False)
