"""Write plain values as JSON, as readable as almwp does."""

import json
import pickle
import sys
from pathlib import Path


def main(folder: str, words: list[str]) -> None:
    """Write what is kept in *folder*; a word of ``ready`` only gets ready for it."""
    plain = pickle.loads((Path(folder) / "plain.pickle").read_bytes())
    if not words:
        with (Path(folder) / "dumped.json").open("w", encoding="utf-8") as out:
            json.dump(plain, out, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
