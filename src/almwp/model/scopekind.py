"""The kinds of what scores speak of: what a call names before there is any score."""

from enum import StrEnum


class ScopeKind(StrEnum):
    """By what scores can be told apart."""

    PROGRAMME = "programme"
    OUTCOME = "outcome"
    AREA = "area"
    BODY = "body"
    COUNTRY = "country"
