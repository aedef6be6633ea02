"""Tell what counts several times in a scorecard, and what in no country's line."""

from collections.abc import Iterator

from attrs import evolve

from almwp.model.score import ScopeKind, Scorecard
from almwp.model.source import Basis, Statement
from almwp.model.text import Text

COUNTING = "counting"
"""Of what the remarks speak: how often an activity counts where it is in several."""
_INDICATORS = "indicators"
_ALL_MEMBERS = "ALL"
"""Id of the scope of what all member states lead."""


def with_counting(card: Scorecard) -> Scorecard:
    """Return *card* with a word on what counts in several of its lines."""
    known = set(card.remarks)
    told = [each for each in _remarks(card) if each not in known]
    return evolve(card, remarks=(*card.remarks, *told)) if told else card


def _remarks(card: Scorecard) -> Iterator[Statement]:
    kinds = {line.scope.kind for line in card.lines}
    is_of_indicators = card.counts == _INDICATORS
    if ScopeKind.COUNTRY in kinds and is_of_indicators:
        yield _statement(
            "an indicator of several countries counts once in the programme, and for"
            " each of them in its own line",
            "chỉ số của nhiều nước được tính một lần trong cả chương trình, và cho từng"
            " nước trong dòng riêng",
        )
    elif ScopeKind.COUNTRY in kinds:
        yield _statement(
            "an activity that several countries lead or co-lead counts for each of"
            " them, and once in the programme",
            "hoạt động do nhiều nước chủ trì hoặc đồng chủ trì được tính cho từng nước,"
            " và một lần trong cả chương trình",
        )
    scopes = {(line.scope.kind, line.scope.id) for line in card.lines}
    if (ScopeKind.COUNTRY, _ALL_MEMBERS) in scopes:
        yield _statement(
            "an activity that all member states lead stands in the line ALL, and in no"
            " country's own line",
            "hoạt động do tất cả các nước thành viên chủ trì nằm ở dòng ALL, và không"
            " nằm ở dòng riêng của nước nào",
        )
    if _stands_in_several(card):
        what, vietnamese = _named(card)
        yield _statement(
            f"{what} of several outcomes counts for each of them, and once in the"
            " programme",
            f"{vietnamese} thuộc nhiều kết quả được tính cho từng kết quả, và một lần"
            " trong cả chương trình",
        )
    if kinds & {ScopeKind.AREA, ScopeKind.BODY}:
        what, vietnamese = _named(card)
        yield _statement(
            f"{what} of several areas or bodies counts for each of them, and once in"
            " the programme",
            f"{vietnamese} thuộc nhiều lĩnh vực hoặc cơ quan được tính cho từng nơi, và"
            " một lần trong cả chương trình",
        )


def _named(card: Scorecard) -> tuple[str, str]:
    if card.counts == _INDICATORS:
        return "an indicator", "chỉ số"
    return "an activity", "hoạt động"


def _stands_in_several(card: Scorecard) -> bool:
    """Say whether something stands under several outcomes."""
    outcomes = [x for x in card.latest_lines if x.scope.kind is ScopeKind.OUTCOME]
    ids = [part.id for line in outcomes for part in line.score.parts]
    return len(set(ids)) < len(ids)


def _statement(english: str, vietnamese: str) -> Statement:
    text = Text.from_forms({"en": english, "vi": vietnamese})
    return Statement(about=COUNTING, text=text, basis=Basis.REPORTED)
