"""Tables: which columns of a sheet were read as which fields, and how sure that is."""

from fractions import Fraction
from typing import Literal

import attrs
from attrs import frozen, validators

from almwp.model.fields import exact, frozen_items, is_share

By = Literal["heading", "near", "mapping"]
"""How a heading was understood: by its own words, by words nearly the same, or by the
user's own mapping file."""


@frozen(kw_only=True)
class ColumnReading:
    """A column of a table, and the field for which it was taken.

    Attributes:
        column: Its letters.
        heading: Its heading, of all rows of headings.
        field: Key of the field; None where the column is kept as an extra.
        confidence: How sure that is: 1 where the heading is known as it stands, 0
            where it is not known at all.
        runner_up: Key of the other field that the heading is most alike, or None.
        runner_up_confidence: How alike it is.
        by: How the heading was understood.
    """

    column: str = attrs.field(validator=validators.matches_re(r"[A-Z]{1,3}"))
    heading: str
    field: str | None = None
    confidence: Fraction = attrs.field(
        default=Fraction(0), converter=exact, validator=is_share
    )
    runner_up: str | None = None
    runner_up_confidence: Fraction = attrs.field(
        default=Fraction(0), converter=exact, validator=is_share
    )
    by: By = "heading"


@frozen(kw_only=True)
class TableReading:
    """A table of a sheet.

    Attributes:
        sheet: The sheet's name.
        kind: Which of the tables of a submission it is, such as ``progress``.
        rows: The first and the last row of its headings.
        language: The language of its headings.
        columns: Its columns with a heading, from left to right.
    """

    sheet: str
    kind: str
    rows: tuple[int, int]
    language: str = "en"
    columns: tuple[ColumnReading, ...] = attrs.field(default=(), converter=frozen_items)
