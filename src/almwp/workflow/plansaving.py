"""Save a plan in a file, whole or not at all, without holding all of its text."""

from collections.abc import Callable, Iterator
from pathlib import Path

from almwp.model.workplan import WorkPlan
from almwp.workflow.writing import write_whole

_AT_ONCE = 1 << 20
"""Bytes that are written at once, or a few more."""


def _nothing_more() -> None:
    """Do nothing when all is laid out."""


def save_plan(
    plan: WorkPlan,
    path: Path,
    *,
    stood: str | None = None,
    on_laid_out: Callable[[], object] = _nothing_more,
) -> None:
    """Save *plan* in *path*.

    Args:
        plan: The plan.
        path: The file.
        stood: What stood there when the work began, as in :func:`write_whole`.
        on_laid_out: Is called before the file takes its place, and may stop that by
            what it raises.

    Raises:
        UnwritableFileError: It could not be written.
    """
    write_whole(path, _blocks(plan, on_laid_out), stood=stood)


def _blocks(plan: WorkPlan, on_laid_out: Callable[[], object]) -> Iterator[bytes]:
    """Give the bytes of a saved plan: those of thousands of files are gigabytes."""
    from almwp.codec.plan import plan_parts

    waiting: list[bytes] = []
    size = 0
    for part in plan_parts(plan):
        waiting.append(part)
        size += len(part)
        if size >= _AT_ONCE:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)
    on_laid_out()
