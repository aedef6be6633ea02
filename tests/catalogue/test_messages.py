from pathlib import Path

import pytest

from almwp.catalogue.messages import translation

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "no {kind} named '{name}'"
msgstr "không có {kind} tên là '{name}'"

msgid "draft"
msgstr ""

#, fuzzy
msgid "late"
msgstr "có lẽ là muộn"

msgid "file {path}"
msgstr "tệp {tệp}"

msgid "all of it"
msgstr "tất cả {"

msgid "one"
msgid_plural "many"
msgstr[0] "nhiều"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    file = tmp_path / "vi.po"
    file.write_text(PO, encoding="utf-8")
    return file


def test_a_sentence_is_translated_with_the_names_of_its_facts(po: Path) -> None:
    said = translation(po)("no {kind} named '{name}'")
    assert said.format(kind="exporter", name="x") == "không có exporter tên là 'x'"


@pytest.mark.parametrize(
    "sentence",
    ["", "draft", "late", "unheard of", "file {path}", "all of it", "one", "many"],
)
def test_what_has_no_fit_translation_comes_back_in_english(
    po: Path, sentence: str
) -> None:
    assert translation(po)(sentence) == sentence


def test_a_file_is_read_once(po: Path) -> None:
    first = translation(po)
    po.unlink()
    assert translation(po) is first


def test_what_is_no_catalogue_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "bad.po"
    file.write_text('msgid "unclosed\nnonsense\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.po: it is not a gettext catalogue"):
        translation(file)
