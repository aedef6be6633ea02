"""Member states and their labour ministries, whose names and duties change."""

from datetime import date

from attrs import field, frozen

from almwp.model.fields import frozen_items, is_country, texts
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.source import Basis, Source, Statement
from almwp.model.text import Text


@frozen(kw_only=True)
class Ministry:
    """A ministry or authority that carries labour matters for some time.

    A ministry's name does not identify a country: *Bộ Nội vụ* is the labour ministry
    of two members.

    Attributes:
        name: Its name.
        duties: What it carries, where not all of labour; empty for the labour
            ministry proper.
        valid_from: First day on which this was so, or None where not known.
        valid_until: Last day, or None while it lasts.
        basis: On what this stands.
        name_basis: On what each translated name stands, where it differs.
        sources: Where it was read.
    """

    name: Text
    duties: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    basis: Basis
    name_basis: tuple[tuple[str, Basis], ...] = field(
        default=(), converter=frozen_items
    )
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)

    def stands_on(self, day: date) -> bool:
        """Say whether this was so on *day*."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


@frozen(kw_only=True)
class DutyChange:
    """Duties that went from one institution to another.

    Attributes:
        old: The institution that had them.
        new: The institution that has them now.
        duties: The duties, each by name and in further words for the same.
        since: First day of the new order.
        basis: On what this stands.
        sources: Where it was read.
    """

    old: Text
    new: Text
    duties: tuple[tuple[str, ...], ...] = field(converter=frozen_items)
    since: date
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Member:
    """A member state of ASEAN.

    Attributes:
        iso2: ISO 3166-1 alpha-2 code.
        iso3: ISO 3166-1 alpha-3 code.
        name: The name that ASEAN uses, and the Vietnamese name.
        variants: Other forms that occur in papers, in any language.
        joined: The day on which it became a member.
        observer_from: Since when it was an observer, where that is known.
        ministries: Its labour ministries over time.
        duty_changes: Which duties went from which institution to which.
        statements: What else is said, such as a reorganisation.
        sources: Where the day of joining was read.
    """

    iso2: CountryCode = field(validator=is_country)
    iso3: str
    name: Text
    variants: tuple[str, ...] = field(default=(), converter=texts)
    joined: date
    observer_from: Moment | None = None
    ministries: tuple[Ministry, ...] = field(default=(), converter=frozen_items)
    duty_changes: tuple[DutyChange, ...] = field(default=(), converter=frozen_items)
    statements: tuple[Statement, ...] = field(default=(), converter=frozen_items)
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)

    def ministry_on(self, day: date) -> Ministry | None:
        """Return the labour ministry proper on *day*, or None where not known."""
        standing = (m for m in self.ministries if not m.duties and m.stands_on(day))
        return next(standing, None)

    def in_a_sentence(self, language: str) -> str:
        """Name the member within a sentence: English says *the Philippines*."""
        name = self.name.in_(language)
        with_article = f"the {name}"
        says_the = language == "en" and with_article in self.variants
        return with_article if says_the else name
