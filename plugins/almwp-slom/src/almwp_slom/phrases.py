"""The fixed phrases of this distribution, in the reader's language."""

from almwp.errors import Translate, in_english
from almwp.exporting import phrases as papers
from almwp.model.report import Report

_PACKAGE = "almwp_slom"


def mark(phrase: str) -> str:
    """Return *phrase* as it is; it is translated where it is used."""
    return phrase


def phrases(language: str, further: Translate = in_english) -> Translate:
    """Return a translation into *language*: this distribution's, else *further*."""
    return papers.phrases(language, _PACKAGE, further)


def phrases_of(report: Report) -> Translate:
    """Return a translation into the language of *report*, or into both of its two."""
    return papers.phrases_of(report, _PACKAGE)
