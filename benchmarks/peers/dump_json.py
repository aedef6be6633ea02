"""Write plain values as JSON, as readable as almwp does."""

import json
import pickle
import sys
from pathlib import Path
from time import process_time


def main(folder: str) -> None:
    """Write what is kept in *folder*, and print the seconds that it took."""
    plain = pickle.loads((Path(folder) / "plain.pickle").read_bytes())
    begun = process_time()
    with (Path(folder) / "dumped.json").open("w", encoding="utf-8") as out:
        json.dump(plain, out, indent=2, ensure_ascii=False)
    print(process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1])
