"""Draw a carry-over: how many activities of each outcome become what."""

from collections.abc import Iterable
from pathlib import Path

from almwp.cli.saying import say
from almwp.errors import CallError, Translate
from almwp.plan.carryover import CarriedOver


def refuse_other_pictures(path: Path, given: Iterable[Path]) -> None:
    """Refuse a file in which no picture can be drawn, before files are read.

    Raises:
        CallError: It is none, it is read by this call, or matplotlib is missing.
    """
    from almwp.drawing.missing import refuse_without_matplotlib
    from almwp.workflow.plotwriting import FORMATS

    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise CallError(
            "a figure is drawn into a file ending in .svg or .png, not into '{path}'",
            path=path,
        )
    if any(path.resolve() == each.resolve() for each in given):
        raise CallError(
            "'{path}' is read by this call; name another file with --figure", path=path
        )
    refuse_without_matplotlib()


def write_picture(
    carried: CarriedOver, path: Path, language: str, translate: Translate
) -> None:
    """Draw *carried* into *path*, and say so beside the results.

    Raises:
        NoActivitiesError: There is no activity that becomes anything.
        UnwritableFileError: The file could not be written.
    """
    from almwp.drawing.carriedfigure import carried_figure
    from almwp.errors import NoActivitiesError
    from almwp.workflow.plotwriting import drawn_file
    from almwp.workflow.writing import write_whole

    if not carried.activities:
        raise NoActivitiesError()
    figure = carried_figure(carried, translate, language)
    ending = path.suffix.lower().removeprefix(".")
    write_whole(path, drawn_file(figure, ending, translate))
    say(path, err=True)
