"""Words of a page that are fixed, in its language: this plugin's, else the core's."""

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.drawing.joining import in_both
from almwp.errors import Translate
from almwp.model.report import Report
from almwp_slom.phrases import phrases


def fixed_words(language: str) -> Translate:
    """Return a translation of fixed phrases into *language*."""
    if language not in language_codes():
        return phrases(language)
    return phrases(language, vocabulary(language).load_messages())


def words_of(report: Report) -> Translate:
    """Return a translation into the language of *report*, or into both of its two."""
    first = fixed_words(report.language)
    if not report.second_language:
        return first
    return in_both(first, fixed_words(report.second_language))


def words_for_script(say: Translate) -> dict[str, str]:
    """Return what the page's script says, by the name under which it asks."""
    return {
        "filter": say("Show rows with"),
        "count": say("{shown} of {total} rows shown"),
        "ascending": say("sorted by {column}, ascending"),
        "descending": say("sorted by {column}, descending"),
        "unsorted": say("in the order of the paper"),
    }
