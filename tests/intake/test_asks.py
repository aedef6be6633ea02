"""What the country asks of others, and what it offers them."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from almwp.intake.cells import Cell, CellKind, Sheet
from almwp.model.ledger import Fate
from almwp.model.party import PartyKind
from almwp.model.position import Audience, Clearance
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]
HEADINGS = [
    *("Asked of", "Ask or offer", "Ask / offer", "Audience", "Clearance", "Cleared by"),
    *("Ask or offer (English)", "Urgency"),
]


@pytest.fixture
def asked(read: Read, sheet: Callable[..., Sheet]) -> Callable[..., Submission]:
    """Read rows of asks; that one column has no field is not what is asked here."""

    def reading(*rows: list[Any]) -> Submission:
        found = read(sheet([*ABOVE, HEADINGS, *rows], name="Asks"))
        rest = [f for f in found.findings if f.code != "ALM111"]
        return evolve(found, findings=rest)

    return reading


Asking = Callable[..., Submission]


def test_each_field_lands_in_the_model_with_its_cell(asked: Asking) -> None:
    row = [
        "ILO",
        "a trainer",
        "ask",
        "meeting",
        "cleared",
        "the Minister",
        None,
        "high",
    ]
    submission = asked(row)
    (ask,) = submission.asks
    assert submission.findings == ()
    assert submission.kind == "position"
    assert (ask.to.kind, ask.to.id) == (PartyKind.PARTNER, "ILO")
    assert (str(ask.text.text), ask.is_offer) == ("a trainer", False)
    assert (ask.text.audience, ask.text.clearance) == (
        Audience.MEETING,
        Clearance.CLEARED,
    )
    assert ask.text.cleared_by == "the Minister"
    assert ask.text.origin is not None
    assert ask.text.origin.cell == "B4"
    assert [(e.heading, e.value) for e in ask.extras] == [("Urgency", "high")]
    assert [o.row for o in ask.origins] == [4]


def test_each_party_is_asked_by_itself(asked: Asking) -> None:
    (first, second, third) = asked(["Thailand; SLOM-WG, ILO", "host a meeting"]).asks
    assert [ask.to.id for ask in (first, second, third)] == ["TH", "SLOM-WG", "ILO"]
    assert first.text == second.text == third.text


@pytest.mark.parametrize(
    ("word", "is_offer"),
    [
        (None, False),
        *((word, False) for word in ("ask", "request", "đề nghị", "permintaan")),
        *((word, True) for word in ("offer", "sẵn sàng đáp ứng", "tawaran")),
    ],
)
def test_an_offer_is_told_from_an_ask(
    asked: Asking, word: str | None, is_offer: bool
) -> None:
    submission = asked(["ILO", "a trainer", word])
    assert submission.asks[0].is_offer is is_offer
    assert submission.findings == ()


def test_what_is_not_said_is_inside_and_a_draft(asked: Asking) -> None:
    (ask,) = asked(["ILO", "a trainer"]).asks
    assert (ask.text.audience, ask.text.clearance) == (
        Audience.INTERNAL,
        Clearance.DRAFT,
    )


BAD = Cell(row=1, column=1, kind=CellKind.ERROR, text="#REF!")


@pytest.mark.parametrize(
    ("to", "code", "cell"),
    [(None, "ALM247", "B4"), ("-", "ALM247", "A4"), (BAD, "ALM212", "A4")],
)
def test_a_row_that_asks_nobody_is_kept_out(
    asked: Asking, to: Any, code: str, cell: str
) -> None:
    submission = asked([to, "a trainer", "ask", "internal", None, None, None, "high"])
    assert submission.asks == ()
    assert [(f.code, f.at.cell) for f in submission.findings] == [(code, cell)]
    refused = [e for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert sum(entry.count for entry in refused) == (4 if to is None else 5)
    assert {entry.why for entry in refused} == {code}


def test_a_missing_column_is_said_once(read: Read, sheet: Callable[..., Sheet]) -> None:
    rows = [["Ask", "Audience", "Clearance"], ["a trainer", "internal", "draft"]]
    submission = read(sheet([*ABOVE, *rows], name="Asks"))
    said = [f.code for f in submission.findings]
    assert said.count("ALM104") == 1
