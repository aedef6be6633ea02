"""Print what is packaged in TOML so that it is quick to read: headings, and tables.

``python -m almwp.testing.headings`` prints both anew after a file was changed.
"""

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from almwp import catalogue
from almwp.catalogue import headings, printedtables
from almwp.catalogue.frameworks import framework_files
from almwp.catalogue.languages import language_codes, language_name
from almwp.catalogue.tomltable import parsed_table, read_heading, table_text
from almwp.workflow.writing import write_whole


def headings_text() -> str:
    """Return what the files of the frameworks and languages say of themselves."""
    told = {
        "frameworks": dict(read_heading(file) for file in framework_files()),
        "languages": {code: language_name(code) for code in language_codes()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def tables_text() -> str:
    """Return all that the packaged TOML files say, a line for each of them."""
    texts = [(file.name, table_text(file)) for file in packaged_files()]
    lines = (
        f"{json.dumps(printedtables.fingerprint(text))}: "
        f"{json.dumps(parsed_table(name, text), ensure_ascii=False)}"
        for name, text in texts
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def packaged_files() -> tuple[Traversable, ...]:
    """Return the TOML files of the catalogue and of the fields, in a lasting order."""
    ours = files("almwp.catalogue")
    folders = (
        ours,
        ours / "frameworks",
        ours / "languages",
        files("almwp.intake") / "fields",
    )
    return tuple(
        file
        for folder in folders
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )


def print_anew() -> None:
    """Print both into the folder of the catalogue."""
    folder = Path(catalogue.__path__[0])
    write_whole(folder / headings.FILE, headings_text().encode())
    write_whole(folder / printedtables.FILE, tables_text().encode())


if __name__ == "__main__":
    print_anew()
