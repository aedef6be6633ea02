"""Make the example submissions from ``activities.toml``.

Run it as ``python examples/make_submissions.py``; another folder may be named after it.
The same list gives the same bytes.
"""

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

try:
    from xlsxwriter import Workbook
except ModuleNotFoundError:
    sys.exit("XlsxWriter is missing; install it: pip install -r requirements-dev.txt")

from layouts import indonesia, oshnet, philippines, vietnam
from layouts.items import Item, load_items

from almwp.workflow.writing import write_whole

_HERE = Path(__file__).resolve().parent
_SAVED = datetime(2026, 1, 1)  # a fixed moment, or every run would give other bytes
_PAPERS: dict[str, Callable[[Workbook, Mapping[str, Item]], None]] = {
    "vn-bao-cao-slom21.xlsx": vietnam.write,
    "id-laporan-slom21.xlsx": indonesia.write,
    "ph-report-slom21.xlsx": philippines.write,
    "oshnet-project-table.xlsx": oshnet.write,
}


def make_submissions(folder: Path) -> None:
    """Write the four workbooks into *folder*."""
    items = load_items(_HERE / "activities.toml")
    for name, write in _PAPERS.items():
        made = BytesIO()
        with Workbook(made, {"in_memory": True}) as book:
            book.set_properties(
                {
                    "author": "almwp project",
                    "comments": "Example from public pages, no official submission",
                    "created": _SAVED,
                }
            )
            write(book, items)
        write_whole(folder / name, made.getvalue())
        print(f"wrote {name}")


if __name__ == "__main__":
    make_submissions(Path(sys.argv[1]) if sys.argv[1:] else _HERE / "submissions")
