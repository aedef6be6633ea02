"""Fixed phrases of this format, in the language of the report."""

from almwp.errors import Translate
from almwp.exporting import phrases as papers


def phrases(language: str) -> Translate:
    """Return a translation into *language*; into English where there is none."""
    return papers.phrases(language, "almwp_iati")
