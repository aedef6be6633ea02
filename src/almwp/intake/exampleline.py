"""Write lines of a cover as examples, in the language of a file."""

import re
from collections.abc import Iterable

from almwp.catalogue.members import find_member
from almwp.intake.cells import CellKind
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import programme_titles
from almwp.intake.grid import Grid
from almwp.intake.lexicon import Lexicon
from almwp.model.folding import compose

_YEARS = re.compile(r"\b(20\d\d)\s*[-\u2013\u2014/]\s*(20\d\d)\b")
_VIETNAMESE = re.compile("[ĂăĐđƠơƯư\u1ea0-\u1ef9]")
"""Letters that no other language of the region writes."""
_FEW = 3
"""So many cells with such letters may be names."""
_TITLE_ROWS = 12


def example_line(key: str, value: str, lexicon: Lexicon, language: str) -> str:
    """Return a line of a cover as it may be typed: ``Country: Viet Nam``."""
    return f"{field_of(lexicon.fields.cover, key).label_in(language)}: {value}"


def example_country(language: str) -> str:
    """Return the name of a member state, as an example."""
    member = find_member("Viet Nam")
    return member.name.in_(language) if member else ""


def example_programme(grids: Iterable[Grid], lexicon: Lexicon) -> str:
    """Return the title of the programme of the years that a file's top rows name.

    Where they name none, it is the newest adopted one.
    """
    titles = programme_titles(lexicon)
    years = {match.groups() for words in _top_words(grids) for match in words}
    fitting = (t for t in titles if any(set(_spans(t)) & {y} for y in years))
    return next(fitting, next(iter(titles), ""))


def likely_language(grids: Iterable[Grid]) -> str:
    """Return the language of a file in which no headings are known: Vietnamese or not.

    Its letters tell; of other languages nothing but known words would.
    """
    texts = count = 0
    for grid in grids:
        texts += grid.packed.count_of(CellKind.TEXT)
        count += len(grid.packed.places_of_texts(_is_vietnamese))
    return "vi" if count >= min(_FEW, max(texts // 2, 1)) else "en"


def _is_vietnamese(text: str) -> bool:
    return not text.isascii() and _VIETNAMESE.search(compose(text)) is not None


def _spans(words: str) -> list[tuple[str, ...]]:
    return [match.groups() for match in _YEARS.finditer(words)]


def _top_words(grids: Iterable[Grid]) -> Iterable[Iterable[re.Match[str]]]:
    for grid in grids:
        for row in grid.between(1, _TITLE_ROWS + 1):
            for cell in grid.rows[row].values():
                yield _YEARS.finditer(cell.text)
