"""The shared strings part: each distinct text of the workbook, kept in memory."""

from collections.abc import Iterable, Mapping

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

    def by_expat(pieces: Iterable[bytes]) -> list[StoredText]:
        return _by_expat(package, part, limits, pieces)

    found = gather_strings(package.chunks(part), by_expat, limits.cells)
    stored = by_expat(package.chunks(part)) if found is None else found
    rich = {
        number: each
        for number, each in enumerate(stored)
        if isinstance(each, StoredText) and each.is_rich
    }
    texts = (each if isinstance(each, str) else each.text for each in stored)
    return SharedStrings(texts=tuple(texts), rich=rich)


def _by_expat(
    package: Package, part: str, limits: Limits, pieces: Iterable[bytes]
) -> list[StoredText]:
    found: list[StoredText] = []
    runs = TextRuns()

    def begin(attributes: Attributes) -> None:
        runs.take()  # forgets what stood between the texts

    def finish() -> None:
        found.append(runs.take())
        if len(found) > limits.cells:
            limit = f"{limits.cells:,}"
            raise package.refusal(refusals.TOO_MANY_TEXTS, limit=limit)

    def text(piece: str) -> None:
        if runs.taking:
            runs.add(piece)

    starts = {"si": begin, **runs.starts()}
    ends = {"si": finish, **runs.ends()}
    for _ in drive(package, part, listen(package, starts, ends, text), pieces):
        pass
    return found
