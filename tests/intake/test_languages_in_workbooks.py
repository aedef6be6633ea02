"""A workbook in any language of the region says what the English one says."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.intake.fieldlist import field_list, field_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.timeframes import read_timeframe
from almwp.model.activity import Activity, Status
from almwp.model.submission import Submission
from almwp.workflow.session import Session

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
KEYS = (
    *("number", "title", "outcome", "kind", "leads", "partners", "budget"),
    *("timeframe", "place", "status", "percent", "remarks"),
)
COUNTRIES = {
    "en": "Thailand, Lao PDR",
    "id": "Thailand, Laos",
    "km": "ថៃ, ឡាវ",
    "lo": "ໄທ, ສປປ ລາວ",
    "ms": "Thailand, Laos",
    "my": "ထိုင်းနိုင်ငံ, လာအို",
    "pt": "Tailândia, Laos",
    "tet": "Tailándia, Laos",
    "th": "ประเทศไทย, สปป.ลาว",
    "vi": "Thái Lan, Lào",
}
each_language = pytest.mark.parametrize("code", language_codes())
each_other = pytest.mark.parametrize("code", [c for c in language_codes() if c != "en"])


def heading(code: str, key: str, table: str = "headings") -> str:
    """Return the usual heading of a field, from the field list or the vocabulary."""
    words = getattr(vocabulary(code), table)
    if key in words:
        return str(words[key][0])
    fields = field_list().cover if table == "cover" else field_list().progress
    of = field_of(fields, key)
    if code in of.label.languages:
        return of.label.in_(code)
    return dict(of.others)[code][0]


def lines_of(code: str) -> list[list[Any]]:
    """Return a report in a language: lines, headings, and a row for each month."""
    words = vocabulary(code)
    states = [words.status[state][0] for state in ("planned", "ongoing", "completed")]
    rows = [
        [
            *(f"A{month}", f"Training {month}", "2", "training", COUNTRIES[code]),
            *("ILO", "USD 5000", f"{words.month[str(month)][0]} 2024", "Vientiane"),
            *(states[month % 3], "50%", "none so far"),
        ]
        for month in range(1, 13)
    ]
    country = COUNTRIES[code].partition(",")[0]
    return [
        [f"{heading(code, 'country', 'cover')}: {country}"],
        [f"{heading(code, 'framework', 'cover')}: ALM WP 2021-2025"],
        [heading(code, "contact", "cover"), "Ms Anong"],
        [],
        [heading(code, key) for key in KEYS],
        *rows,
        [words.total["total"][0], None, None, None, None, None, None, None, None, 12],
    ]


def written(path: Path, lines: list[list[Any]], sheet: str) -> Path:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet(sheet)
        for row, values in enumerate(lines):
            for column, value in enumerate(values):
                if value is not None:
                    page.write(row, column, value)
    path.write_bytes(out.getvalue())
    return path


def facts_of(activity: Activity) -> dict[str, Any]:
    """Return what an activity says, but for where and in which words it was said."""
    (observation,) = activity.observations
    return {
        "number": activity.number,
        "title": str(activity.title),
        "references": [(r.framework, r.node) for r in activity.references],
        "leads": [(party.kind, party.id) for party in activity.leads],
        "partners": [party.id for party in activity.partners],
        "budget": activity.budget,
        "start": activity.timeframe.start,
        "end": activity.timeframe.end,
        "place": activity.place,
        "status": observation.status,
        "percent": observation.percent,
        "kind": activity.kind,
        "note": observation.note,
    }


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@each_language
def test_a_workbook_says_the_same_in_every_language(
    code: str, session: Session, tmp_path: Path
) -> None:
    both = []
    for language in ("en", code):
        path = written(tmp_path / f"{language}.xlsx", lines_of(language), "Report")
        read = session.read([path])
        assert not read.failures
        (submission,) = read.submissions
        both.append(submission)
    english, other = both
    assert [facts_of(a) for a in other.activities] == [
        facts_of(a) for a in english.activities
    ]
    assert len(other.activities) == 12
    assert {a.observations[0].status for a in other.activities} == set(Status)
    assert (other.country, other.contact, other.framework) == (
        english.country,
        english.contact,
        english.framework,
    )
    assert [f.code for f in other.findings] == [f.code for f in english.findings]


@each_other
def test_the_headings_tell_in_which_language_a_report_is(
    code: str, read: Callable[..., Submission], sheet: Callable[..., Any]
) -> None:
    wrong = [*lines_of(code)[:6]]
    wrong[5][9] = "zzzzzz"
    found = read(sheet(wrong))
    told = [f for f in found.findings if f.code == "ALM201"]
    usual = vocabulary(code).status
    assert [f.expected for f in told] == [
        ", ".join(usual[state][0] for state in ("planned", "ongoing", "completed"))
    ]


@each_language
def test_every_sheet_of_guidance_is_left_alone(
    code: str, read: Callable[..., Submission], sheet: Callable[..., Any]
) -> None:
    rows = [*lines_of("en")[:6]]
    for name in vocabulary(code).guidance["sheet"]:
        found = read(sheet(rows), sheet([["abc"]], name=name))
        ignored = [e for e in found.ledger.entries if e.sheet == name]
        assert {e.fate for e in ignored} == {"ignored"}, name


@pytest.mark.parametrize(
    ("code", "month", "form"),
    [
        (code, int(month), form)
        for code in language_codes()
        for month, forms in vocabulary(code).month.items()
        for form in forms
    ],
)
def test_every_month_is_known_beside_its_year(
    code: str, month: int, form: str, lexicon: Lexicon
) -> None:
    read = read_timeframe(f"{form} 2024", lexicon).timeframe
    assert (str(read.start), str(read.end)) == (f"2024-{month:02}", f"2024-{month:02}")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("ปี 2567", "2024"),
        ("30 มิถุนายน 2567", "2024-06-30"),
        ("วันที่ ๓๐ มิถุนายน พ.ศ. ๒๕๖๗", "2024-06-30"),
        ("30 มิ.ย. 2567", "2024-06-30"),
        ("เดือนมิถุนายน 2567", "2024-06"),
        ("มิ.ย.2567", "2024-06"),
        ("ไตรมาสที่ 3/2567", "2024-Q3"),
        ("ไตรมาสที่3ปี2567", "2024-Q3"),
        ("ครึ่งปีแรก 2567", "2024-H1"),
        ("ครึ่งปีหลังของปี 2567", "2024-H2"),
        ("ปลายปี 2567", "2024"),
        ("ວັນທີ 30 ມິຖຸນາ 2024", "2024-06-30"),
        ("ເດືອນ 6/2024", "2024-06"),
        ("ໄຕມາດທີ 3 ປີ 2024", "2024-Q3"),
        ("6 ເດືອນຕົ້ນປີ 2024", "2024-H1"),
        ("ທ້າຍປີ 2024", "2024"),
        ("ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៤", "2024-06-30"),
        ("ខែមិថុនាឆ្នាំ២០២៤", "2024-06"),
        ("ខែ ១២ ឆ្នាំ ២០២៤", "2024-12"),
        ("ត្រីមាសទី៣ ឆ្នាំ២០២៤", "2024-Q3"),
        ("ឆមាសទី១ ឆ្នាំ២០២៤", "2024-H1"),
        ("ចុងឆ្នាំ\u200b២០២៤", "2024"),
        ("၂၀၂၄ ခုနှစ်၊ ဇွန်လ ၃၀ ရက်", "2024-06-30"),
        ("၂၀၂၄ ခုနှစ် ဇွန်လ", "2024-06"),
        ("၂၀၂၄ ခုနှစ် နှစ်ကုန်", "2024"),
        ("30 haribulan Jun 2024", "2024-06-30"),
        ("suku tahun ke-3 2024", "2024-Q3"),
        ("separuh pertama 2024", "2024-H1"),
        ("hujung tahun 2024", "2024"),
        ("semester kedua 2024", "2024-H2"),
        ("30 de junho de 2024", "2024-06-30"),
        ("3.º trimestre de 2024", "2024-Q3"),
        ("1º semestre de 2024", "2024-H1"),
        ("fim de 2024", "2024"),
        ("loron 30 fulan-Juñu tinan 2024", "2024-06-30"),
        ("trimestre 3 2024", "2024-Q3"),
        ("6 tháng đầu năm 2024", "2024-H1"),
    ],
)
def test_dates_are_read_as_they_are_written(
    words: str, moment: str, lexicon: Lexicon
) -> None:
    read = read_timeframe(words, lexicon).timeframe
    assert (str(read.start), str(read.end)) == (moment, moment)


@pytest.mark.parametrize(
    "word", ["สมควร", "อาคารเมษาวดี ชั้น 2", "มูลนิธิมีนา", "မေး", "ពេលមករាយ"]
)
def test_a_month_inside_of_other_words_is_no_date(word: str, lexicon: Lexicon) -> None:
    assert read_timeframe(f"{word} 2024", lexicon).timeframe.start is None


@pytest.mark.parametrize(
    ("code", "status"),
    [("ms", Status.COMPLETED), ("id", None), ("en", None), ("vi", None)],
)
def test_a_disputed_word_means_what_it_means_in_the_language_of_the_headings(
    code: str, status: Status | None, table: Table, said: Said
) -> None:
    keys = ("title", "outcome", "place", "timeframe", "status", "remarks")
    headings = [heading(code, key) for key in keys]
    if code == "ms":
        headings[0] = "Aktiviti"
    read = table(headings, ["Training", "2", "Dili", "2024", "Siap", "x"])
    (observation,) = read.activities[0].observations or (None,)
    assert (observation.status if observation and status else None) is status
    codes = [c for c, _ in said(read)]
    asked = {"ms": [], "id": ["ALM202"]}.get(code, ["ALM201"])
    assert codes == asked
    for finding in read.findings:
        assert "siap" not in finding.suggestions


@pytest.mark.parametrize(
    "words",
    [
        *("ยังไม่แล้วเสร็จ", "ใกล้เสร็จสิ้น", "ບໍ່ສຳເລັດ", "មិនបានបញ្ចប់", "မပြီးစီး"),
        *("não completo", "quase concluído", "incompleto", "la kompletu"),
        *("seidauk kompletu", "belum siap"),
    ],
)
def test_nothing_is_offered_for_what_is_denied(words: str, table: Table) -> None:
    read = table(["Activity", "Place", "Status"], ["Training", "Dili", words])
    assert [(f.code, f.suggestions) for f in read.findings] == [("ALM201", ())]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("อยู่ระหว่างดำเนิการ", "อยู่ระหว่างดำเนินการ"),
        ("ສຳເລດແລ້ວ", "ສຳເລັດແລ້ວ"),
        ("កំពុងអនុវត", "កំពុងអនុវត្ត"),
        ("ဆောင်ရွက်နေဆ", "ဆောင်ရွက်နေဆဲ"),
        ("conclusivo!?", "concluído"),
        ("planiadu", "planeadu"),
    ],
)
def test_a_misspelt_state_is_answered_with_the_nearest(
    words: str, meant: str, table: Table
) -> None:
    read = table(["Activity", "Place", "Status"], ["Training", "Dili", words])
    assert [(f.code, f.suggestions[0]) for f in read.findings] == [("ALM201", meant)]
