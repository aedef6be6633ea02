"""Hand over all cells with python-calamine, and do nothing with them."""

import sys

from python_calamine import load_workbook


def main(files: list[str]) -> None:
    """Read the files."""
    for file in files:
        load_workbook(file).get_sheet_by_name("Activities").to_python()


if __name__ == "__main__":
    main(sys.argv[2:])
