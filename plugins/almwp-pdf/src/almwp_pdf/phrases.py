"""Fixed phrases of a PDF file, in the language of the report."""

from functools import partial
from importlib.resources import files

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.catalogue.messages import translation
from almwp.drawing.joining import in_both
from almwp.errors import Translate, in_english
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.source import Basis


def phrases(language: str) -> Translate:
    """Return a translation into *language*: this plugin's, else that of the core."""
    core = (
        vocabulary(language).load_messages()
        if language in language_codes()
        else in_english
    )
    own = files("almwp_pdf") / "locale" / f"{language}.po"
    return partial(_say, translation(own), core) if own.is_file() else core


def phrases_of(report: Report) -> Translate:
    """Return a translation into the language of *report*, or into both of its two."""
    first = phrases(report.language)
    if not report.second_language:
        return first
    return in_both(first, phrases(report.second_language))


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


def _say(own: Translate, core: Translate, phrase: str) -> str:
    said = own(phrase)
    return said if said != phrase else core(phrase)
