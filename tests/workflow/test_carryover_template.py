"""The template of what is undecided comes back as proposals that decide it."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from almwp.model.ids import CountryCode
from almwp.model.text import Text
from almwp.plan.carryover import ActivityFate, CarriedOver
from almwp.plan.merge import merge
from almwp.workflow.carryover import WantedCarryOver, carry_over
from almwp.workflow.carryovertemplate import template_of
from almwp.workflow.session import Session
from tests.workflow.carryovermaking import NEW, OLD, activity, fill_in, sent

FILES = (
    sent(
        "vn.xlsx",
        [
            activity("1", "ongoing 2025-10", time="2021-2025"),
            activity("2", "completed 2025-10", time="2024-2027"),
            activity("3", "completed 2025-10", time="2023"),
            activity("IV.2, a", "planned 2025-10"),
        ],
    ),
    sent("vn-2.xlsx", [activity("1", "ongoing", title="Of another ministry")]),
    sent(
        "ph.xlsx",
        [
            activity(
                "9",
                title="Mine safety",
                sender="PH",
                lead="PH",
            )
        ],
        country="PH",
    ),
)
UNDECIDED = ActivityFate.UNDECIDED


def _carried(session: Session, *more: object, country: str | None) -> CarriedOver:
    code = CountryCode(country) if country else None
    wanted = WantedCarryOver(to=NEW, framework=OLD, country=code)
    return carry_over(merge([*FILES, *more]), wanted, session.plugins)  # type: ignore[list-item]


@pytest.mark.parametrize("country", ["VN", None])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_was_undecided_is_proposed_anew_once_the_template_is_back(
    session: Session, tmp_path: Path, country: str | None, language: str
) -> None:
    before = _carried(session, country=country)
    undecided = {a.id: a for a in before.becoming(UNDECIDED)}
    assert len(undecided) == (4 if country else 5)
    form = template_of(
        before,
        merge(FILES),
        session.reading.lexicon,
        session.plugins,
        language,
        session.translate(language),
    )
    path = tmp_path / "proposals.xlsx"
    session.write_form(form, path)
    fill_in(path)
    (back,) = session.read([path]).submissions
    assert [f.code for f in back.findings if f.severity == "error"] == []
    assert {str(p.title) for p in back.proposals} == {
        str(a.title) for a in undecided.values()
    }
    after = _carried(session, back, country=country)
    named = {n for p in back.proposals for n in p.continues}
    lost = {name for name in undecided if name not in named}
    assert lost <= {"VN:IV.2, a"}  # a number with a comma is read as two
    for name in undecided.keys() - lost:
        assert _fate(after, name) is ActivityFate.PROPOSED
    assert len(after.activities) == len(before.activities)
    assert [a for a in after.activities if a.id not in undecided] == [
        a for a in before.activities if a.id not in undecided
    ]


def _fate(carried: CarriedOver, name: str) -> ActivityFate:
    (found,) = [a.fate for a in carried.activities if a.id == name]
    return found


def test_a_row_has_both_titles_the_leads_and_the_question(
    session: Session, tmp_path: Path
) -> None:
    titles = Text.from_forms({"en": "Job fairs", "vi": "Hội chợ việc làm"})
    from attrs import evolve

    row = evolve(activity("1", "ongoing", lead="VN"), title=titles)
    plan = merge([sent("vn.xlsx", [row])])
    wanted = WantedCarryOver(
        to=NEW, framework=OLD, country=CountryCode("VN"), language="vi"
    )
    say = session.translate("vi")
    made = carry_over(plan, wanted, session.plugins, say)
    lexicon = session.reading.lexicon
    form = template_of(made, plan, lexicon, session.plugins, "vi", say)
    session.write_form(form, tmp_path / "p.xlsx")
    (back,) = session.read([tmp_path / "p.xlsx"]).submissions
    (only,) = back.proposals
    assert (back.country, back.framework) == ("VN", NEW)
    assert only.title == titles
    assert [party.id for party in only.leads] == ["VN"]
    assert only.continues == ("VN:1",)
    assert "ALM-WP-2021-2025, VN:1" in only.remarks
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    words = {cell.value for sheet in book for row in sheet for cell in row}
    assert "Hội chợ việc làm" in words


def test_activities_of_both_periods_are_scored_each_in_its_own(
    session: Session, make_workbook: Callable[..., Path]
) -> None:
    old = activity("1", "ongoing 2025-10", time="2024-2027", title="Job fairs")
    new = activity("1", "planned 2026-10", frameworks=[NEW], title="Job fairs")
    plan = merge([sent("a.xlsx", [old]), sent("b.xlsx", [new], framework=NEW)])
    for framework in (OLD, NEW):
        card = session.score(plan, framework=framework)
        assert card.lines[0].score.total == 1
    both = activity("1", "ongoing 2025-10", frameworks=[OLD, NEW])
    plan = merge([sent("a.xlsx", [both])])
    for framework in (OLD, NEW):
        card = session.score(plan, framework=framework, by=("programme",))
        assert card.lines[0].score.total == 1
