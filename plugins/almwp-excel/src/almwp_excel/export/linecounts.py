"""On how many lines a text stands in the width of a column."""

from functools import lru_cache


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def lines_of(text: str, letters: float) -> int:
    """Return on how many lines *text* stands where so many letters fit on one.

    Words are not broken, unless they are longer than a line.
    """
    if len(text) <= letters and text.isprintable():  # which no end of a line is
        return 1
    count = 0
    for line in text.splitlines() or [""]:
        count, used = count + 1, 0.0
        for word in line.split(" "):
            long = len(word)
            if used and used + 1 + long > letters:
                count, used = count + 1, 0.0
            more = int(long // letters) if long > letters else 0
            count, long = count + more, long - int(more * letters)
            used += long + (1 if used else 0)
    return count
