"""From when on a change looks like an accident: every threshold, and why it is so.

Two kinds of evidence are weighed.  Some accidents show in the share of rows that they
touch: a percentage is mistaken throughout or not at all.  Others put values where other
values stood, and that can be chance: five states of three kinds often agree with their
neighbours.  There the rows are weighed in bits: a value that one cell in eight has
counts three, as one change in eight would hit it blindly.
"""

LEAST_ROWS = 4
"""Rows below which nothing is claimed: of two or three anything can be chance."""

MOST = 0.8
"""Share of the rows in question that counts as throughout: after an accident some rows
are corrected by hand, and files are edited further before they are sent."""

SAME_VALUES = 0.9
"""Share of the changed cells whose values must have stood in others of them before, for
a column to be a reordering of what it was."""

OUT_OF_ORDER = 10
"""One row in so many may be out of order in a sorted column, having been edited since;
capitals and accents are sorted otherwise by every Excel."""

FEW_KINDS = 0.5
"""Share of different values in a column up to which it tells that equal ones stand
together: where nearly all differ they always do."""

SORTED_BITS = 6.5
"""Orders among which the sorted one was hit, in bits: five different values or six of
three kinds at the least.  To be in order is evidence besides that of SAME_VALUES."""

MOVED_BITS = 16.0
"""Evidence for values that moved: ordinary changes do as much in one column of 65,536
at the most."""

SET_BACK_BITS = 8.0
"""Evidence by which states that went back are told as ones that slipped: that something
is wrong with them is known, and only one in 256 such would look like that by chance."""

PLACES_TRIED = 1.0
"""Bits added for each doubling of the rows, as a long table has more places where
changes can agree with their neighbours."""

OPEN_BITS = 6.0
"""What a value that stands once in a column of free words weighs at the most."""

CLOSED_BITS = 4.0
"""The same in a column of few possible values: states, countries, percentages."""

FARTHEST_SHIFT = 5
"""By how many rows a block is looked for: rows are inserted by ones and twos."""

FILL_KINDS = 3
"""How many different values one value must have replaced to be a fill-down: that two
kinds of state become one is progress."""

FACTORS = (100, 1000, 1_000_000, 10)
"""Factors of slips: percent format, thousands, millions, a lost sign for decimals."""

NEARLY_EQUAL = 1e-6
"""How far a quotient may be from a factor: Excel's stored numbers are not exact."""

EMPTIED = 0.9
"""Share of the filled cells that must be blank now for a column to be emptied."""

CUTS = (255, 32767)
"""Lengths at which texts are cut off: by old formats and queries, and by a cell."""

CUT_SPACE = 3
"""By how much shorter a text may be: white space at the cut is not read."""

DUPLICATE_FIELDS = 3
"""How many filled fields beside title and number must agree for a row to be a copy."""
