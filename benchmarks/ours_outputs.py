"""What almwp scores, finds and writes, apart from reading it: done as a program would.

Each job prints the seconds of the processor that its own part took, what it loads for
that included; getting ready for it is not.
"""

import json
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from time import process_time

import almwp
from almwp.catalogue.frameworks import framework
from almwp.codec.plain import encode
from almwp.codec.plan import SavedPlan
from almwp.codec.planversions import VERSION
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.report import Column, Report, Table, TableCell
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.overlaps import Scene, find_overlaps
from almwp.workflow.collector import resting_collector

SCOPES = ("outcome", "area", "country", "body")


def keep(folder: str, files: list[str]) -> None:
    """Keep the plan of *files*, and the same as plain values, for the other jobs."""
    read = almwp.read(files)
    plan = almwp.merge(read.submissions)
    plain = encode(SavedPlan(almwp="plan", version=VERSION, plan=plan))
    for name, kept in (("plan", plan), ("plain", plain)):
        (Path(folder) / f"{name}.pickle").write_bytes(pickle.dumps(kept))


def score(folder: str) -> None:
    """Score a plan by all scopes."""
    session = almwp.Session.start()
    plan = _plan_in(folder)
    with _told_seconds():
        session.score(plan, by=SCOPES)


def save(folder: str) -> None:
    """Save a plan."""
    session = almwp.Session.start()
    plan = _plan_in(folder)
    with _told_seconds():
        almwp.write(plan, Path(folder) / "saved.json", session=session)


def write(data: str, ending: str) -> None:
    """Write a table of a report into a file of its own."""
    session = almwp.Session.start()
    report = _report_of(Path(data))
    with _told_seconds():
        almwp.write(report, Path(data).with_suffix(ending), session=session)


def ready(data: str) -> None:
    """Get ready to write a table, and stop: what is held then is no part of writing."""
    session = almwp.Session.start()
    report = _report_of(Path(data))
    del session, report


def overlaps(data: str) -> None:
    """Find which of several titles look alike, inside their areas."""
    scene = _scene_of(_titles_in(data))
    with _told_seconds(), resting_collector():  # as where a report is built
        find_overlaps(scene)


def recall(data: str) -> None:
    """Print which share of the twins is found."""
    written = _titles_in(data)
    found = find_overlaps(_scene_of(written)).look_alikes
    pairs = {frozenset((each.one, each.other)) for each in found}
    twins = {
        frozenset((_id_of(place), _id_of(twin)))
        for place, (_, _, twin) in enumerate(written)
        if twin is not None
    }
    print(len(twins & pairs) / len(twins))


@contextmanager
def _told_seconds() -> Iterator[None]:
    begun = process_time()
    yield
    print(process_time() - begun)


def _plan_in(folder: str) -> WorkPlan:
    plan: WorkPlan = pickle.loads((Path(folder) / "plan.pickle").read_bytes())
    return plan


def _report_of(data: Path) -> Report:
    told = json.loads(data.read_text(encoding="utf-8"))
    rows = [[_cell(value) for value in row] for row in told["rows"]]
    columns = [Column(heading=heading) for heading in told["headings"]]
    table = Table(caption="Activities", columns=columns, rows=rows)
    return Report(title="Activities", blocks=[table])


def _cell(value: str | float | None) -> TableCell:
    """Return a cell; a number is a share or a count, as in the peer scripts."""
    if value is None:
        return TableCell(text="")
    if isinstance(value, str):
        return TableCell(text=value)
    if isinstance(value, int):
        return TableCell(text=str(value), number=Fraction(value))
    return TableCell(text=f"{value:.0%}", number=Fraction(round(value * 100), 100))


def _titles_in(data: str) -> list[tuple[str, int, int | None]]:
    told: list[tuple[str, int, int | None]]
    told = json.loads(Path(data).read_text(encoding="utf-8"))
    return told


def _scene_of(written: list[tuple[str, int, int | None]]) -> Scene:
    programme = framework(FrameworkId("ALM-WP-2021-2025"))
    areas = [node.id for node in programme.priority_areas]
    activities = [
        Activity(
            id=_id_of(place),
            title=Text.of(title),
            references=[
                PlanReference(framework=programme.id, node=areas[area % len(areas)])
            ],
        )
        for place, (title, area, _) in enumerate(written)
    ]
    return Scene(activities=activities, framework=programme)


def _id_of(place: int) -> ActivityId:
    return ActivityId(f"VN:{place}")


def main(job: str, words: list[str]) -> None:
    """Do one job."""
    match job:
        case "keep":
            keep(words[0], words[1:])
        case "score":
            score(words[0])
        case "save":
            save(words[0])
        case "write":
            write(words[0], words[1])
        case "ready":
            ready(words[0])
        case "overlaps":
            overlaps(words[0])
        case "recall":
            recall(words[0])
        case _:
            raise SystemExit(f"no job {job!r}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
