"""How one paper speaks: its language, its fixed phrases and the names in it."""

from fractions import Fraction
from typing import Self

from attrs import frozen

from almwp.catalogue.bodies import bodies, find_body
from almwp.catalogue.languagenames import language_in_words
from almwp.drawing.bilingual import no_text_in
from almwp.errors import Translate, in_english
from almwp.intake.matrixlanguages import sure_language
from almwp.model.folding import fold
from almwp.model.ids import CountryCode
from almwp.model.meeting import Meeting
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.text import UNDETERMINED, Text
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.dates import in_words, stretch_in_words
from almwp_slom.phrases import mark, phrases
from almwp_slom.shares import percent

_SECRETARIAT = frozenset(
    map(
        fold,
        (
            *("ASEAN Secretariat", "Secretariat", "ASEC", "Ban Thư ký ASEAN"),
            *("Ban Thư ký", "Sekretariat ASEAN"),
        ),
    )
)


_ANOTHER = mark("another party")
ANOTHER_PARTY = Party(kind=PartyKind.PARTNER, id=_ANOTHER)
"""Stands in the meeting's papers for words of a sender that name nobody known."""


def is_secretariat(party: Party) -> bool:
    """Say whether a party is the ASEAN Secretariat, by whatever name."""
    return fold(party.id).removeprefix("the ") in _SECRETARIAT


@frozen(kw_only=True)
class Wording:
    """How one paper speaks.

    Attributes:
        language: In which language.
        second_language: The language that stands beside it; empty for none.
        say: Gives fixed phrases in it.
        countries: Names of the countries that may occur.
    """

    language: str = "en"
    second_language: str = ""
    say: Translate = in_english
    countries: tuple[tuple[CountryCode, Text], ...] = ()

    @classmethod
    def of(cls, request: ReportRequest) -> Self:
        """Return how the paper asked for by *request* speaks."""
        known = {m.iso2: m.name for m in (*request.all_members, *request.members)}
        if request.country is not None:
            known.setdefault(request.country.iso2, request.country.name)
        return cls(
            language=request.language,
            second_language=request.second_language,
            say=phrases(request.language, request.translate),
            countries=tuple(known.items()),
        )

    def day(self, moment: Moment) -> str:
        """Write a moment out, no more precisely than it is known."""
        return in_words(moment, self.language, self.say)

    def days(self, first: Moment, last: Moment) -> str:
        """Write out from when to when something is."""
        return stretch_in_words(first, last, self.language, self.say)

    def share(self, value: Fraction) -> str:
        """Write a share as per cent."""
        return percent(value, self.language)

    def count(self, number: int, one: str, many: str, **names: str) -> str:
        """Say how many; *one* and *many* are phrases that are already translated."""
        return (one if number == 1 else many).format(n=number, **names)

    def text(self, text: Text) -> str:
        """Give *text* in this language; where it has none, say so.

        What is given in another language is given in that, and marked, unless the
        paper has that language too: then the other side has the text.
        """
        words = text.in_(self.language)
        if text.says(self.language) or UNDETERMINED in text.languages or not words:
            return words
        if text.says(self.second_language):
            return no_text_in(self.language, self.language, self.say)
        spoken = next(code for code, form in text.forms if form == words)
        name = language_in_words(spoken, self.language)
        return self.say("{words} (in {language})").format(words=words, language=name)

    def said(self, words: str) -> str:
        """Give words of a file whose language only their letters tell.

        Those that are surely in a language that the paper has not are marked.
        """
        spoken = sure_language(words)
        if spoken in ("", self.language, self.second_language):
            return words
        name = language_in_words(spoken, self.language)
        return self.say("{words} (in {language})").format(words=words, language=name)

    def spoken(self, text: Text) -> str:
        """Return the language in which :meth:`text` gives *text*; empty for nothing."""
        said, known = text.in_(self.language), text.languages
        own = (code for code in (self.language, "en") if code in known)
        return next(own, next((c for c, form in text.forms if form == said), ""))

    def country(self, code: CountryCode) -> str:
        """Name a country."""
        return self.text(dict(self.countries).get(code, Text.of(code)))

    def party(self, party: Party) -> str:
        """Name a country, a body, all members, or a partner."""
        if party.kind is PartyKind.COUNTRY:
            known = dict(self.countries).get(CountryCode(party.id))
            return self.text(known) if known else str(party)
        if party.kind is PartyKind.ALL_MEMBERS:
            return self.say("all ASEAN member states")
        if party.kind is PartyKind.BODY:
            return self._body(party)
        if is_secretariat(party):
            return self.say("ASEAN Secretariat")
        if party == ANOTHER_PARTY:
            return self.say(_ANOTHER)
        return str(party)

    def _body(self, party: Party) -> str:
        """Name a body by its abbreviation, which all languages share, or its title."""
        known = find_body(party.id)
        if known is None or str(party) == known.id:
            return str(party)
        return f"{self.text(known.title)} ({known.id})"

    def parties(self, parties: tuple[Party, ...]) -> str:
        """Name several, in their order, each once."""
        return ", ".join(dict.fromkeys(self.party(party) for party in parties))

    def meeting(self, meeting: Meeting) -> str:
        """Name a meeting by its number, or by its name where it has no number."""
        titles = {body.id: self.text(body.title) for body in bodies()}
        title = titles.get(meeting.body, "")
        body = f"{title} ({meeting.body})" if title else meeting.body
        if meeting.number is None:
            return meeting.name or body
        phrase = self.say("{ordinal} {body}")
        is_english = phrase == "{ordinal} {body}"  # only there is it "21st", not "21"
        ordinal = _ordinal(meeting.number) if is_english else str(meeting.number)
        numbered = phrase.format(ordinal=ordinal, body=body)
        return f"{numbered}: {meeting.name}" if meeting.name else numbered


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def begun(words: str) -> str:
    """Return *words* as a cell begins: with a capital."""
    return words[:1].upper() + words[1:]
