"""Exact numbers in the cells of a CSV file: as decimals and as fractions."""

from fractions import Fraction

PLACES = 6
"""Digits behind the point of the decimals; the exact number stands beside them."""


def decimal(value: Fraction) -> str:
    """Return *value* with a point and at most six digits behind it, rounded exactly.

    A half goes to the even digit.
    """
    scaled = round(value * 10**PLACES)
    whole, rest = divmod(abs(scaled), 10**PLACES)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{PLACES}d}".rstrip("0").rstrip(".")


def number_cells(value: Fraction | None) -> tuple[str, str, str]:
    """Return a number as a decimal and as a fraction of two whole numbers.

    The fraction stands in two cells: in one, ``11/16`` would become a day in November
    as soon as Excel opens the file.
    """
    if value is None:
        return "", "", ""
    return decimal(value), str(value.numerator), str(value.denominator)
