"""Put several things in their places, all of them or none."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from almwp.errors import UnwritableFileError


class Staged(Protocol):
    """Something that stands complete on the disk, beside where it belongs."""

    @property
    def path(self) -> Path:
        """The place, as the user named it."""

    @property
    def folder(self) -> Path:
        """The folder in which it is staged."""

    def keep(self) -> None:
        """See that what stands in the place can be put back."""

    def place(self) -> None:
        """Take the place."""

    def put_back(self) -> Path | None:
        """Put back what stood there, if the place was taken.

        Returns:
            Where it stands, should it not be possible; else None.
        """

    def drop(self) -> None:
        """Remove what is not wanted any longer."""

    def refusal(self, error: OSError) -> UnwritableFileError:
        """Say why it could not be written."""

    def settle(self) -> None:
        """See that the disk knows of it."""


def put_in_place(makers: Iterable[Callable[[], Staged]]) -> None:
    """Stage everything, then put everything in its place.

    The disk is full, or does not answer, while things are staged: nothing has been
    touched then.  After that there are only renamings.  When one fails, or the work is
    stopped, those before it are taken back.  When the machine stops between two of
    them, some places hold the new and some the old, each of them whole.

    Raises:
        UnwritableFileError: Something could not be written.
    """
    staged: list[Staged] = []
    lost: list[Path] = []
    is_done = False
    try:
        for make in makers:
            staged.append(make())
        try:
            _place_all(staged)
            is_done = True
        finally:
            if not is_done:
                kept = [each.put_back() for each in reversed(staged)]
                lost = [path for path in kept if path]
    except UnwritableFileError as error:
        if lost:
            raise _not_put_back(error, lost) from error
        raise
    finally:
        for each in staged:
            each.drop()
    _settle_all(staged)


def _place_all(staged: Sequence[Staged]) -> None:
    for step in ("keep", "place") if len(staged) > 1 else ("place",):
        for each in staged:
            try:
                if step == "keep":
                    each.keep()
                else:
                    each.place()
            except OSError as error:
                raise each.refusal(error) from error


def _settle_all(staged: Sequence[Staged]) -> None:
    for each in {each.folder: each for each in staged}.values():
        try:
            each.settle()
        except OSError as error:
            refused = each.refusal(error)
            raise UnwritableFileError(
                refused.path,
                "it was written, but the disk does not confirm it ({problem}); see "
                "that it can be opened, or write elsewhere",
                problem=refused.facts.get("problem", error.strerror),
            ) from error


def _not_put_back(error: UnwritableFileError, lost: Sequence[Path]) -> Exception:
    return UnwritableFileError(
        error.path,
        "it could not be written, nor could what stood there be put back; it is kept "
        "in {names}",
        names=", ".join(map(str, lost)),
    )
