"""Put merged records in the order in which they were sent: file by file, row by row."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from almwp.model.activity import RowOrigin


class Sent(Protocol):
    """A record that was read in some rows."""

    @property
    def id(self) -> str: ...
    @property
    def origins(self) -> tuple[RowOrigin, ...]: ...


_Sent = TypeVar("_Sent", bound=Sent)


def as_sent(merged: Iterable[_Sent], sent: Iterable[Sent]) -> tuple[_Sent, ...]:
    """Return *merged* in the order in which they come first among those *sent*.

    Args:
        merged: What several files say together, in any order.
        sent: The records of the files, in the order of the files and their rows.
    """
    rows: dict[RowOrigin, int] = {}
    ids: dict[str, int] = {}
    end = 0
    for place, record in enumerate(sent):
        ids.setdefault(record.id, place)
        for row in record.origins:
            rows.setdefault(row, place)
        end = place + 1

    def first_place(record: _Sent) -> int:
        known = (rows[row] for row in record.origins if row in rows)
        return min(known, default=ids.get(record.id, end))

    return tuple(sorted(merged, key=first_place))
