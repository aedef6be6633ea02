"""Fixed phrases of papers in the reader's language; the English phrase is the key."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.catalogue.messages import translation
from almwp.drawing.joining import in_both
from almwp.errors import Translate, in_english
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.source import Basis

SHARED = (
    "Classification",
    "Contents",
    "Evidence",
    "File",
    "Input (SHA-256)",
    "Page {page} of {pages}",
    "Setting",
    "Software",
)
"""What exporters of several distributions say: translated once, with the core."""


def phrases(
    language: str, package: str = "", further: Translate = in_english
) -> Translate:
    """Return a translation into *language*.

    Args:
        language: The language (BCP 47).
        package: The package that speaks: its own ``locale/LANGUAGE.po`` is asked
            first.
        further: Asked next, so that another plugin can bring a language; the core is
            asked last.

    Returns:
        A translation that gives the English phrase where nobody has a better one.
    """
    asked = [further]
    if language in language_codes():
        asked.append(vocabulary(language).load_messages())
    if package and language != "en":
        own = catalogue_of(package, language)
        asked[:0] = [translation(own)] if own else []

    def say(phrase: str) -> str:
        answers = (one(phrase) for one in asked)
        return next((said for said in answers if said != phrase), phrase)

    return say


def catalogue_of(package: str, language: str) -> Traversable | None:
    """Return the catalogue of *package* for a language, or None where there is none.

    A file may name the language.  It is looked for among those there are, so that its
    name leads to no other folder.
    """
    folder = files(package) / "locale"
    found = folder.iterdir() if folder.is_dir() else ()
    return next((each for each in found if each.name == f"{language}.po"), None)


def phrases_of(report: Report, package: str = "") -> Translate:
    """Return a translation into the language of *report*, or into both of its two."""
    first = phrases(report.language, package)
    if not report.second_language:
        return first
    return in_both(first, phrases(report.second_language, package))


def classification(audience: Audience, say: Translate) -> str:
    """Say in words who may read a paper."""
    match audience:
        case Audience.INTERNAL:
            return say("Internal")
        case Audience.DELEGATION:
            return say("For the delegation")
        case Audience.MEETING:
            return say("For the meeting")


def basis_in_words(basis: Basis, say: Translate) -> str:
    """Say on what a statement stands."""
    match basis:
        case Basis.CONFIRMED:
            return say("Confirmed")
        case Basis.REPORTED:
            return say("Reported")
        case Basis.INFERRED:
            return say("Inferred")
        case Basis.UNKNOWN:
            return say("Not known for sure")
