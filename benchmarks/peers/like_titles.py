"""Compare all titles with one another by rapidfuzz, without accents and case."""

import json
import sys
import unicodedata
from pathlib import Path
from time import process_time

_ALIKE = 85.0


def folded(title: str) -> str:
    """Return *title* without accents and case."""
    parts = unicodedata.normalize("NFKD", title.casefold().replace("đ", "d"))
    return "".join(each for each in parts if not unicodedata.combining(each))


def main(data: str) -> None:
    """Compare the titles of *data*, and print how many are alike and the seconds."""
    told = json.loads(Path(data).read_text(encoding="utf-8"))
    begun = process_time()
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    written = [folded(title) for title, _, _ in told]
    found = cdist(written, written, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    print(int((found > 0).sum()))
    print(process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1])
