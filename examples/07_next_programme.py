"""Turn the matrix of the next programme into a framework, and check the crosswalk.

Run it as ``python examples/07_next_programme.py``.  The programme in ``examples/story``
is invented: what was adopted for 2026-2030 was not public when this was written.  The
framework is saved as ``next-programme.toml`` in the folder where you are.
"""

from pathlib import Path

from launch import launch

from almwp.model.moment import Period
from almwp.workflow.crosswalks import coverage_of, read_crosswalk
from almwp.workflow.frameworkimport import (
    AboutMatrix,
    import_framework,
    refuse_target,
    write_framework,
)
from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parent / "story"
SAVED = Path("next-programme.toml")
ABOUT = AboutMatrix(
    id="EXAMPLE-2026-2030",
    title="Invented programme 2026-2030",
    period=Period(2026, 2030),
)


def main(folders: list[str]) -> int:
    """Print the nodes of the programme and which of them the crosswalk reaches."""
    folder = Path(folders[0]) if folders else STORY
    session = Session.start()
    matrix = folder / "4-programme-2026-2030.xlsx"
    imported = import_framework(matrix, session.reading, ABOUT)
    for finding in imported.findings:
        print(finding)
    refuse_target(SAVED, replace=True)
    write_framework(imported, SAVED)
    print(f"wrote {SAVED}")
    session = session.with_framework(SAVED)
    crosswalk = read_crosswalk(folder / "crosswalk.toml")
    for coverage in coverage_of(crosswalk, session.plugins):
        for node in (*coverage.old, *coverage.new):
            kinds = ", ".join(node.kinds) or "nobody says"
            print(f"{node.number or '-'} {node.title}: {kinds}")
    return 0


if __name__ == "__main__":
    launch(main, needs_files=False)
