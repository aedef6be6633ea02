"""Words of a page that are fixed, in its language: this plugin's, else the core's."""

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.errors import Translate
from almwp_slom.phrases import phrases

_BESIDE = {"en": "vi", "vi": "en"}
"""What stands beside the first language of a paper in two languages."""


def beside(language: str) -> str:
    """Return the second language of a paper in *language*; empty if nobody knows."""
    return _BESIDE.get(language, "")


def fixed_words(language: str) -> Translate:
    """Return a translation of fixed phrases into *language*."""
    if language not in language_codes():
        return phrases(language)
    return phrases(language, vocabulary(language).load_messages())


def words_for_script(say: Translate) -> dict[str, str]:
    """Return what the page's script says, by the name under which it asks."""
    return {
        "filter": say("Show rows with"),
        "count": say("{shown} of {total} rows shown"),
        "ascending": say("sorted by {column}, ascending"),
        "descending": say("sorted by {column}, descending"),
        "unsorted": say("in the order of the paper"),
    }
