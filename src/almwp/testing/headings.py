"""Print the headings of the catalogue after a framework or a language was changed.

``python -m almwp.testing.headings`` prints them anew.
"""

import json
from pathlib import Path

from almwp import catalogue
from almwp.catalogue.frameworks import framework_files
from almwp.catalogue.headings import FILE
from almwp.catalogue.languages import language_codes, language_name
from almwp.catalogue.tomltable import read_heading
from almwp.workflow.writing import write_whole


def headings_text() -> str:
    """Return what the files of the frameworks and languages say of themselves."""
    told = {
        "frameworks": dict(read_heading(file) for file in framework_files()),
        "languages": {code: language_name(code) for code in language_codes()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_whole(Path(catalogue.__path__[0]) / FILE, headings_text().encode())
