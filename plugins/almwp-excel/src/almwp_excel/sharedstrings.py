"""The shared strings part: each distinct text of the workbook, kept in memory."""

from collections.abc import Mapping

from attrs import field, frozen

from almwp.intake.limits import Limits
from almwp_excel import refusals
from almwp_excel.markup import Attributes, drive, listen
from almwp_excel.package import Package
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
    texts: list[str] = []
    rich: dict[int, StoredText] = {}
    runs = TextRuns()

    def begin(attributes: Attributes) -> None:
        runs.take()  # forgets what stood between the texts

    def finish() -> None:
        stored = runs.take()
        if stored.is_rich:
            rich[len(texts)] = stored
        texts.append(stored.text)
        if len(texts) > limits.cells:
            limit = f"{limits.cells:,}"
            raise package.refusal(refusals.TOO_MANY_TEXTS, limit=limit)

    def text(piece: str) -> None:
        if runs.taking:
            runs.add(piece)

    starts = {"si": begin, **runs.starts()}
    ends = {"si": finish, **runs.ends()}
    for _ in drive(package, part, listen(package, starts, ends, text)):
        pass
    return SharedStrings(texts=tuple(texts), rich=rich)
