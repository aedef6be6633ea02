"""Templates: which there are, whose rows they hold, where they are written."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from almwp.errors import CallError, UnknownNameError
from almwp.intake.form import Form
from almwp.intake.formmaking import template_kinds
from almwp.intake.headingwords import word_of
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.submission import Submission
from almwp.workflow.session import Session
from almwp.workflow.templaterows import rows_of
from almwp.workflow.templates import (
    WantedTemplate,
    file_name,
    phrases_in,
    write_template,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"
KINDS = ("progress", "proposals", "position", "framework")
VN = CountryCode("VN")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def sent(session: Session) -> tuple[Submission, ...]:
    return session.read([EXAMPLES]).submissions


def titles_in(form: Form) -> list[str]:
    (table,) = [table for table in form.tables if table.key == "progress"]
    keys = [field.key for field in table.columns]
    places = [keys.index(key) for key in keys if key.startswith("title")]
    return [next(str(row[p]) for p in places if row[p]) for row in table.rows]


def test_there_are_four_kinds(session: Session) -> None:
    assert set(template_kinds(session.reading.lexicon.fields)) == set(KINDS)


@pytest.mark.parametrize(
    ("wrong", "known"),
    [
        ({"kind": "report"}, "progress"),
        ({"country": "Atlantis"}, "VN"),
        ({"language": "xx"}, "vi"),
        ({"framework": "ALM-WP-1999"}, "ALM-WP-2021-2025"),
    ],
)
def test_an_unknown_name_is_refused(
    wrong: dict[str, str], known: str, session: Session
) -> None:
    with pytest.raises(UnknownNameError, match=known):
        session.template(WantedTemplate(**{"kind": "progress", **wrong}))


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_is_read_as_its_field_in_every_language(
    kind: str, session: Session
) -> None:
    lexicon = session.reading.lexicon
    for language in session.plugins.languages:
        form = session.template(WantedTemplate(kind=kind, language=language))
        for table in form.tables:
            words = [word_of(f.heading, lexicon.of(table.key)) for f in table.columns]
            assert [word and word.key for word in words] == [
                field.key for field in table.columns
            ]


@pytest.mark.parametrize("language", ["id", "th", "pt"])
def test_a_language_without_messages_has_english_ones(
    language: str, session: Session
) -> None:
    form = session.template(WantedTemplate(kind="progress", language=language))
    assert form.words.choose == "Not in the list"
    assert any(" / " in field.heading for field in form.tables[0].columns)


def test_vietnamese_stands_before_english(session: Session) -> None:
    form = session.template(WantedTemplate(kind="progress", language="vi"))
    assert form.lines[0].field.heading == "Nước / Country *"
    assert form.words.choose == "Không có trong danh sách"
    own, english = form.guidance[0]
    assert "Thông tin chung" in own
    assert english.startswith("Fill in the sheet")


def test_the_rows_are_those_that_the_country_sent(
    session: Session, sent: tuple[Submission, ...]
) -> None:
    form = session.template(
        WantedTemplate(kind="progress", country="VN", language="vi", submissions=sent)
    )
    own = [s for s in sent if s.country == VN]
    titles = [str(a.title) for s in own for a in s.activities]
    assert len(titles_in(form)) == len(titles)
    lines = {line.field.key: line.value for line in form.lines}
    assert lines["country"] == "Việt Nam"
    assert lines["institution"] == own[0].institution
    assert lines["as_of"] is None  # the new report speaks of another day


def test_a_country_that_sent_nothing_gets_what_it_leads(
    session: Session, sent: tuple[Submission, ...]
) -> None:
    others = [s for s in sent if s.country != VN]
    rows = rows_of(VN, others)
    activities = [a for s in rows for a in s.activities]
    assert activities
    assert all(a.is_led_by(VN) for a in activities)
    assert {s.institution for s in rows} == {""}


def test_without_a_country_all_rows_are_there(
    session: Session, sent: tuple[Submission, ...]
) -> None:
    form = session.template(
        WantedTemplate(kind="progress", framework="ALM-WP-2021-2025", submissions=sent)
    )
    count = len(session.merge(sent).activities)
    assert len([t for t in titles_in(form) if not t.startswith("- ")]) == count


def test_the_programme_is_that_on_which_all_report(
    session: Session, sent: tuple[Submission, ...]
) -> None:
    own = [s for s in sent if s.country == VN]
    form = session.template(WantedTemplate(kind="progress", submissions=own))
    assert form.stamp == f"almwp-template progress 1 {own[0].framework}"
    two = [*own, evolve(own[0], framework=FrameworkId("VN-QD-161"))]
    with pytest.raises(CallError, match="VN-QD-161"):
        session.template(WantedTemplate(kind="progress", submissions=two))


def test_what_cannot_be_filled_in_is_said(
    session: Session, sent: tuple[Submission, ...]
) -> None:
    own = next(s for s in sent if s.country == VN)
    first, *rest = own.activities
    lost = evolve(first, budget="  1000 USD ", remarks="x" * 40_000)
    form = session.template(
        WantedTemplate(
            kind="progress",
            country="VN",
            submissions=[evolve(own, activities=[lost, *rest])],
        )
    )
    assert [(each.label, each.row) for each in form.left_out] == [
        ("Budget", str(first.title)),
        ("Remarks", str(first.title)),
    ]


@pytest.mark.parametrize("name", ["report.docx", "report.xlsm", "report", "report.csv"])
def test_only_files_that_can_be_written_are(
    name: str, session: Session, tmp_path: Path
) -> None:
    form = session.template(WantedTemplate(kind="progress"))
    with pytest.raises(CallError, match=r"no template can be written into .*\*\.xlsx"):
        write_template(form, tmp_path / name, session.plugins)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_written_over(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "filled-in.xlsx"
    path.write_bytes(b"a delegate's work")
    form = session.template(WantedTemplate(kind="progress"))
    with pytest.raises(CallError, match="is there already"):
        session.write_form(form, path)
    assert path.read_bytes() == b"a delegate's work"


def test_a_file_has_a_telling_name(session: Session) -> None:
    plugins = session.plugins
    assert file_name("progress", "Viet Nam", plugins) == "alm-progress-VN.xlsx"
    assert file_name("framework", None, plugins) == "alm-framework.xlsx"


def test_an_unknown_language_has_no_phrases(session: Session) -> None:
    with pytest.raises(UnknownNameError):
        phrases_in("xx", session.plugins)


Change = Callable[[dict[str, str]], None]


@pytest.mark.parametrize(
    ("stamp", "lines", "codes"),
    [
        ("almwp-template progress 1 ALM-WP-2021-2025", {}, set()),
        (None, {}, set()),
        ("our own form, version 3", {}, set()),
        ("almwp-template progress 1 ALM-WP-2016-2020", {}, {"ALM125"}),
        ("almwp-template framework 1", {}, {"ALM126"}),
        ("almwp-template progress 99", {}, {"ALM127"}),
        (
            "almwp-template progress 1 ALM-WP-2021-2025",
            {"as_of": None},
            {"ALM128"},
        ),
        ("no template", {"as_of": None}, {"ALM128"}),
    ],
)
def test_a_file_is_compared_with_its_template(
    stamp: str | None,
    lines: dict[str, None],
    codes: set[str],
    session: Session,
    sent: tuple[Submission, ...],
    tmp_path: Path,
) -> None:
    own = [s for s in sent if s.country == VN]
    form = session.template(
        WantedTemplate(kind="progress", country="VN", submissions=own)
    )
    path = tmp_path / "form.xlsx"
    session.write_form(form, path)
    book = openpyxl.load_workbook(path)
    for row, line in enumerate(form.lines, start=3):
        if line.field.key == "template":
            book[form.cover].cell(row, 2).value = stamp
        if line.field.key == "as_of":
            value = None if "as_of" in lines else "2025-06-30"
            book[form.cover].cell(row, 2).value = value
    book.save(path)
    (submission,) = session.read([path]).submissions
    found = {f.code for f in submission.findings}
    assert {code for code in found if "ALM125" <= code <= "ALM129"} == codes
