"""The shared strings part: each distinct text of the workbook, kept in memory."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Self

from attrs import field, frozen

from almwp.intake.limits import Limits
from almwp_excel import refusals
from almwp_excel.markup import Attributes, drive, listen
from almwp_excel.package import Package
from almwp_excel.plainstrings import gather_strings
from almwp_excel.richtext import StoredText, TextRuns


@frozen(kw_only=True)
class SharedStrings:
    """The texts that cells name by their number.

    Attributes:
        texts: The texts in the order of their numbers.
        rich: Those of them with fonts of their own, by number.
    """

    texts: tuple[str, ...] = field(default=(), repr=False)
    rich: Mapping[int, StoredText] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, stored: Iterable[StoredText | str]) -> Self:
        """Return the strings that are stored; those without runs may be bare texts."""
        texts: list[str] = []
        rich: dict[int, StoredText] = {}
        for number, each in enumerate(stored):
            if isinstance(each, str):
                texts.append(each)
                continue
            texts.append(each.text)
            if each.is_rich:
                rich[number] = each
        return cls(texts=tuple(texts), rich=rich)


def read_shared_strings(
    package: Package, part: str | None, limits: Limits
) -> SharedStrings:
    """Return the shared strings of a workbook; none if it has no such part.

    Raises:
        UnreadableFileError: The part is damaged, or holds more texts than there may
            be cells.
    """
    if part is None:
        return SharedStrings()

    found: Sequence[StoredText | str] | None = gather_strings(
        package.chunks(part),
        partial(by_expat, package, part, limits),
        limits.filled_cells,
    )
    if found is None:
        found = by_expat(package, part, limits)
    return SharedStrings.of(found)


def by_expat(
    package: Package, part: str, limits: Limits, pieces: Iterable[bytes] | None = None
) -> list[StoredText]:
    """Return the shared strings, however they are written.

    Args:
        package: The package.
        part: Key of their part.
        limits: How many there may be.
        pieces: What is read, where that is not the part as it is: a probe, and the
            texts of several runs.

    Raises:
        UnreadableFileError: As for :func:`read_shared_strings`.
    """
    found: list[StoredText] = []
    runs = TextRuns()

    def begin(attributes: Attributes) -> None:
        runs.take()  # forgets what stood between the texts

    def finish() -> None:
        found.append(runs.take())
        if pieces is not None and len(found) > limits.texts + 1:  # one is a probe
            limit = f"{limits.texts:,}"
            raise package.refusal(refusals.TOO_MANY_FONTS, limit=limit)
        if len(found) > limits.filled_cells:
            limit = f"{limits.filled_cells:,}"
            raise package.refusal(refusals.TOO_MANY_TEXTS, limit=limit)

    def text(piece: str) -> None:
        if runs.taking:
            runs.add(piece)

    starts = {"si": begin, **runs.starts()}
    ends = {"si": finish, **runs.ends()}
    for _ in drive(package, part, listen(package, starts, ends, text), pieces):
        pass
    return found
