"""Write the hostile files: ``python -m tests.hostile.make_hostile FOLDER``.

The repository holds how they are made, and not one of them: a mail filter, a scanner
or a careless double click would find them.  The same bytes are written each time.  A
name may end in a word, to write these alone: ``... FOLDER bomb/``.
"""

import sys
from pathlib import Path

from tests.hostile.corpus import all_files


def main(arguments: list[str]) -> int:
    """Write the files below a folder, and say of each what is hostile about it."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder, *wanted = arguments
    for hostile in all_files():
        if wanted and not any(word in hostile.name for word in wanted):
            continue
        into = Path(folder, *hostile.name.split("/"))
        into.mkdir(parents=True, exist_ok=True)
        try:
            hostile.write(into)
        except OSError as error:
            print(f"{hostile.name}: not written here ({error})", file=sys.stderr)
            continue
        expected = ", ".join(hostile.says)
        print(f"{hostile.name}: {hostile.danger}; exit code {hostile.code}: {expected}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
