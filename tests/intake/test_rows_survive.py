"""What a delegate writes into a well-formed row is what the activity says."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.intake.cells import Cell, Sheet
from almwp.intake.fieldlist import field_list
from almwp.model.activity import Activity
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [
    ["Country: VN"],
    ["Plan: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
]


@frozen
class Written:
    """A value as it is written into a cell, and as it is read."""

    cell: Any
    value: Any


def same(*texts: str) -> st.SearchStrategy[Written]:
    return st.sampled_from([Written(text, text) for text in texts])


def pairs(written: dict[str, Any]) -> st.SearchStrategy[Written]:
    return st.sampled_from([Written(text, value) for text, value in written.items()])


titles = st.sampled_from(
    [
        "Training on OSH",
        "Tập huấn thanh tra lao động",
        "Pelatihan mediator",
        "Đào tạo",
        "Total reform",
        "Tổng kết 5 năm",
        "Cộng đồng Văn hóa - Xã hội",
        "Study of 3 sectors, phase 2",
        "Hội thảo: việc làm xanh",
    ]
)
words = same("workshop", "Hà Nội", "10,000 USD", "báo cáo\nhai dòng", "1.250", "=A1")
parties = pairs(
    {
        "Viet Nam": ("VN",),
        "Philippines, Viet Nam, Indonesia": ("PH", "VN", "ID"),
        "The Philippines, Thailand and Viet Nam": ("PH", "TH", "VN"),
        "SLOM-WG": ("SLOM-WG",),
        "Tất cả các nước thành viên ASEAN": ("ALL",),
        "Lao PDR / Thailand": ("LA", "TH"),
        "-": (),
    }
)
DOLE = "Department of Labor and Employment (DOLE)"
partners = pairs({"ILO, IOM": ("ILO", "IOM"), DOLE: (DOLE,)})
states = pairs(
    {"Completed": "completed", "đang thực hiện": "ongoing", "direncanakan": "planned"}
)
spans = pairs(
    {
        "2021- 2022": ("2021", "2022"),
        "Q3/2024": ("2024-Q3", "2024-Q3"),
        "cuối năm 2025": ("2025", "2025"),
        "30/06/2024": ("2024-06-30", "2024-06-30"),
        "từ 2022": ("2022", "None"),
    }
)
outcomes = pairs(
    {"1": "1", "Outcome 2": "2", "3. Nơi làm việc hài hòa, an toàn và tiến bộ": "3"}
)
areas = pairs(
    {"Green jobs promotion": "green-jobs-promotion", "OSH capacities": "osh-capacities"}
)
days = pairs(
    {"2023-05": "2023-05", "quý I/2023": "2023-Q1", "31/12/2023": "2023-12-31"}
)
shares = pairs({"75%": Fraction(3, 4), "12,5 %": Fraction(1, 8), "¾": Fraction(3, 4)})
SOURCES = ("https://a.example", "https://b.example")
STRATEGIES: dict[str, st.SearchStrategy[Written]] = {
    "number": st.integers(1, 99).map(lambda n: Written(n, str(n))),
    "kind": same("workshop", "tập huấn"),
    "budget": words,
    "place": words,
    "output": words,
    "remarks": words,
    "outcome": outcomes,
    "area": areas,
    "placement_basis": pairs({"Confirmed": "confirmed", "suy luận": "inferred"}),
    "level": pairs({"Regional": "regional", "quốc gia": "national"}),
    "leads": parties,
    "co_leads": parties,
    "bodies": pairs({"SLOM-WG, ACMW": ("SLOM-WG", "ACMW"), "ATC": ("ATC",)}),
    "partners": partners,
    "funders": partners,
    "timeframe": spans,
    "host": pairs({"Thái Lan": "TH", "Lao PDR": "LA"}),
    "status": states,
    "as_of": days,
    "percent": shares,
    "change": pairs({"added": "added", "điều chỉnh": "revised"}),
    "marks": pairs({"Gender, digital": ("gender", "digital"), "xanh": ("green",)}),
    "plan": pairs({"ALM WP 2016-2020\nmy own plan": ("ALM-WP-2016-2020", None)}),
    "sources": pairs({"\n".join(SOURCES): SOURCES}),
    "other_titles": pairs({"One\nAnother": ("One", "Another")}),
    "title_english": same("An English title"),
    "title_national": same("Một tên khác"),
}
READ: dict[str, Callable[[Activity], Any]] = {
    "number": lambda a: a.number,
    "kind": lambda a: a.kind,
    "budget": lambda a: a.budget,
    "place": lambda a: a.place,
    "output": lambda a: a.output,
    "remarks": lambda a: a.remarks,
    "outcome": lambda a: a.references[0].node,
    "area": lambda a: a.references[-1 if a.references[-1].node else -3].node,
    "placement_basis": lambda a: a.references[0].basis,
    "level": lambda a: a.level,
    "leads": lambda a: tuple(party.id for party in a.leads),
    "co_leads": lambda a: tuple(party.id for party in a.co_leads),
    "bodies": lambda a: a.bodies,
    "partners": lambda a: tuple(party.id for party in a.partners),
    "funders": lambda a: tuple(party.id for party in a.funders),
    "timeframe": lambda a: (str(a.timeframe.start), str(a.timeframe.end)),
    "host": lambda a: a.host,
    "status": lambda a: a.observations[0].status,
    "as_of": lambda a: str(a.observations[0].as_of),
    "percent": lambda a: a.observations[0].percent,
    "change": lambda a: a.observations[0].change,
    "marks": lambda a: a.marks,
    "plan": lambda a: tuple(r.framework for r in a.references[-2:]),
    "sources": lambda a: tuple(source.address for source in a.sources),
    "other_titles": lambda a: tuple(str(title) for title in a.other_titles),
    "title_english": lambda a: a.title.says("en"),
    "title_national": lambda a: (
        [form for _, form in a.title.forms] + [str(title) for title in a.other_titles]
    ),
}
# Without these the others say nothing that could be read back.
NEEDED = ("outcome", "status")


@frozen
class Table:
    """Headings of one language, and rows of written values by field."""

    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, dict[str, Written]], ...]

    def sheet(self, make: Callable[..., Sheet], order: list[int]) -> Sheet:
        keys = [self.headings[place][0] for place in order]
        head = [self.headings[place][1] for place in order]
        body = [
            [title if key == "title" else row[key].cell for key in keys]
            for title, row in self.rows
        ]
        return make([*ABOVE, head, *body])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    chosen = draw(st.sets(st.sampled_from(sorted(STRATEGIES)), min_size=1))
    keys = ["title", *NEEDED, *sorted(chosen - set(NEEDED))]
    headings = []
    for field in field_list().progress:
        if field.key in keys:
            known = [form for _, form in field.label.forms] + list(field.synonyms)
            headings.append((field.key, draw(st.sampled_from(known))))
    rows = [
        (title, {key: draw(STRATEGIES[key]) for key in keys if key != "title"})
        for title in draw(st.lists(titles, min_size=1, max_size=4, unique=True))
    ]
    return Table(tuple(headings), tuple(rows))


def test_every_field_is_tried_and_none_is_dead() -> None:
    known = {field.key for field in field_list().progress}
    assert set(STRATEGIES) | {"title"} == set(READ) | {"title"} == known


@settings(max_examples=150, deadline=None)
@given(tables(), st.data())
def test_a_well_formed_row_survives(
    read: Read, sheet: Callable[..., Sheet], table: Table, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(table.headings))))
    found = read(table.sheet(sheet, order))
    assert len(found.activities) == len(table.rows)
    for activity, (title, row) in zip(found.activities, table.rows, strict=True):
        forms = {form for _, form in activity.title.forms}
        assert title in forms | {str(other) for other in activity.other_titles}
        for key, written in row.items():
            value = READ[key](activity)
            if key in {"title_national", "other_titles"}:
                expected = written.value
                wanted = [expected] if isinstance(expected, str) else expected
                assert set(wanted) <= set(value), key
            elif key == "number" and activity.number == "":
                assert any(f.code == "ALM301" for f in found.findings)
            else:
                assert value == written.value, key


def bare(activity: Activity) -> Activity:
    """Return *activity* without the places where it was read."""
    observations = [
        evolve(
            o, origin=None, percent_origin=None, change_origin=None, as_of_origin=None
        )
        for o in activity.observations
    ]
    return evolve(activity, origins=(), observations=observations)


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_the_order_of_columns_does_not_matter(
    read: Read, sheet: Callable[..., Sheet], table: Table, data: st.DataObject
) -> None:
    straight = list(range(len(table.headings)))
    order = data.draw(st.permutations(straight))
    one, other = (read(table.sheet(sheet, o)) for o in (straight, order))
    assert [bare(a) for a in one.activities] == [bare(a) for a in other.activities]
    codes = [sorted(f.code for f in s.findings) for s in (one, other)]
    assert codes[0] == codes[1]


@settings(max_examples=60, deadline=None)
@given(tables())
def test_both_unicode_forms_give_equal_activities(
    read: Read, sheet: Callable[..., Sheet], table: Table
) -> None:
    plain = table.sheet(sheet, list(range(len(table.headings))))

    def in_form(form: Callable[[str], str]) -> Sheet:
        rows = [[c._replace(text=form(c.text)) for c in row] for row in plain.rows()]
        kept: list[tuple[Cell, ...]] = [tuple(row) for row in rows]
        return evolve(plain, read_rows=lambda: iter(kept))

    composed = read(in_form(lambda text: normalize("NFC", text)))
    decomposed = read(in_form(lambda text: normalize("NFD", text)))
    assert composed.activities == decomposed.activities


@pytest.mark.parametrize("key", sorted(STRATEGIES))
def test_a_row_survives_with_one_field_alone(
    read: Read, sheet: Callable[..., Sheet], key: str
) -> None:
    """No field leans on another one beside it."""
    heading = next(str(f.label) for f in field_list().progress if f.key == key)
    found = read(sheet([*ABOVE, ["Activity", heading], ["Training", "-"]]))
    assert len(found.activities) == 1
    assert found.ledger.total == 7
