"""Write the corpus: ``python -m tests.corpus.make_corpus`` from the project's folder.

Each workbook has one difficulty; beside it stands the truth, written by hand in the
generator from what a careful reader would understand, never from what almwp reads.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.corpus import (
    books_of_cells,
    books_of_crosswalks,
    books_of_doubtful_words,
    books_of_edges,
    books_of_files,
    books_of_frameworks,
    books_of_indicators,
    books_of_language,
    books_of_layout,
    books_of_mappings,
    books_of_peers,
    books_of_positions,
    books_of_rows,
    books_of_rules,
    books_of_sheets,
    books_of_surroundings,
    books_of_time,
    books_of_values,
    books_of_wide_tables,
)
from tests.corpus.bookmaking import Book, write_book, write_truth
from tests.corpus.pairs_of_files import pairs

HERE = Path(__file__).parent
_GROUPS = (
    books_of_layout,
    books_of_sheets,
    books_of_language,
    books_of_time,
    books_of_values,
    books_of_cells,
    books_of_rules,
    books_of_rows,
    books_of_files,
    books_of_peers,
    books_of_frameworks,
    books_of_crosswalks,
    books_of_indicators,
    books_of_positions,
    books_of_mappings,
    books_of_wide_tables,
    books_of_surroundings,
    books_of_doubtful_words,
    books_of_edges,
)


def all_books() -> Iterator[Book]:
    """Give every workbook once.

    Raises:
        ValueError: Two have one number.
    """
    numbers: set[str] = set()
    for group in _GROUPS:
        for book in group.books():
            number = book.name.partition("-")[0]
            if number in numbers:
                raise ValueError(f"two workbooks have the number {number}")
            numbers.add(number)
            yield book


def write_corpus(folder: Path) -> None:
    """Write all workbooks, pairs and truths below *folder*; what is old there goes."""
    for old in (*folder.glob("books/*"), *folder.glob("pairs/*/*")):
        old.unlink()
    for book in all_books():
        write_book(book, folder / "books")
    for pair in pairs():
        home = folder / "pairs" / pair.name
        home.mkdir(parents=True, exist_ok=True)
        for book in pair.books:
            (home / f"{book.name}.xlsx").write_bytes(book.content())
        write_truth(pair.truth, home / "truth.json")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
