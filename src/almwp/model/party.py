"""Those who lead, support, pay or take part."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import is_filled


class PartyKind(StrEnum):
    """What a party is."""

    COUNTRY = "country"
    BODY = "body"
    ALL_MEMBERS = "all members"
    PARTNER = "partner"


@frozen(kw_only=True)
class Party:
    """A country, a body, all member states together, or an outside partner.

    Attributes:
        kind: What it is.
        id: ISO 3166-1 alpha-2 code, body id, ``ALL``, or the partner's name.
        name: The words in which it was written.
    """

    kind: PartyKind
    id: str = field(validator=is_filled)
    name: str = ""

    def is_country(self, code: str) -> bool:
        """Say whether this is the country *code* itself."""
        return self.kind is PartyKind.COUNTRY and self.id == code

    def __str__(self) -> str:
        return self.name or self.id
