"""Fixed phrases in the reader's language; the English phrase is the key."""

from importlib.resources import files

from almwp.drawing.joining import in_both
from almwp.errors import Translate, in_english
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.source import Basis


def mark(phrase: str) -> str:
    """Return *phrase* as it is; it is translated where it is used."""
    return phrase


_CLASSIFICATION = {
    Audience.INTERNAL: mark("Internal"),
    Audience.DELEGATION: mark("For the delegation"),
    Audience.MEETING: mark("For the meeting"),
}
_BASIS = {
    Basis.CONFIRMED: mark("Confirmed"),
    Basis.REPORTED: mark("Reported"),
    Basis.INFERRED: mark("Inferred"),
    Basis.UNKNOWN: mark("Not known for sure"),
}


def phrases(language: str, further: Translate = in_english) -> Translate:
    """Return a translation into *language*.

    Args:
        language: The language (BCP 47).
        further: Asked for phrases that this distribution does not have in
            *language*, so that another plugin can bring a language.

    Returns:
        A translation that gives the English phrase where nobody has a better one.
    """
    catalogue = files("almwp_slom") / "locale" / f"{language}.po"
    if language == "en" or not catalogue.is_file():
        return further
    from almwp.catalogue.messages import translation  # brings Babel

    own = translation(catalogue)

    def say(phrase: str) -> str:
        said = own(phrase)
        return said if said != phrase else further(phrase)

    return say


def phrases_of(report: Report) -> Translate:
    """Return a translation into the language of *report*, or into both of its two."""
    first = phrases(report.language)
    if not report.second_language:
        return first
    return in_both(first, phrases(report.second_language))


def classification(audience: Audience, say: Translate) -> str:
    """Say in words who may read a paper."""
    return say(_CLASSIFICATION[audience])


def basis_in_words(basis: Basis, say: Translate) -> str:
    """Say on what a statement stands."""
    return say(_BASIS[basis])
