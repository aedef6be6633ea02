"""What a plugin says is found, with its translation; and what its import brings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from almwp.testing.conformance.ownphrases import check_phrases
from almwp.testing.importing import modules_with

Make = Callable[[str, str, str], str]
TOLD = 'msgid "no such colour"\nmsgstr "không có màu này"\n'


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Return what makes a package that can be imported, by its name, code and words."""

    def make(name: str, code: str, translated: str) -> str:
        (tmp_path / name / "locale").mkdir(parents=True)
        (tmp_path / name / "__init__.py").write_text(code, encoding="utf-8")
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        po = tmp_path / name / "locale" / "vi.po"
        po.write_text(head + translated, encoding="utf-8")
        return name

    monkeypatch.syspath_prepend(tmp_path)
    return make


def test_a_package_that_says_what_it_translates_is_passed(made: Make) -> None:
    said = made("says_all", 'say = print\nsay("no such colour")\n', TOLD)
    check_phrases(said, "vi")


def test_what_the_core_translates_needs_no_other_translation(made: Make) -> None:
    code = 'say = print\nsay("no such colour")\nsay("Evidence")\n'
    check_phrases(made("says_more", code, TOLD), "vi")


@pytest.mark.parametrize(
    ("name", "code", "translated", "fault"),
    [
        ("says_none", "", "", "says_none says nothing"),
        ("lacks_one", 'say = print\nsay("no such shape")\n', "", "'no such shape' is"),
        ("in_vain", 'say = print\nsay("Evidence")\n', TOLD, "but nobody says it"),
        ("unplain", 'say = print\nsay("no" + " shape")\n', "", "line 2: what is said"),
        (
            "fails",
            'def CallError(said, to): ...\n\nCallError("no such size", to=1)\n',
            "",
            "'no such size' is",
        ),
    ],
)
def test_what_is_wrong_is_named(
    made: Make, name: str, code: str, translated: str, fault: str
) -> None:
    with pytest.raises(AssertionError) as caught:
        check_phrases(made(name, code, translated), "vi")
    assert fault in str(caught.value)


def test_a_package_brings_itself_and_what_it_imports() -> None:
    brought = modules_with("wave")
    assert {"sys", "wave"} <= brought
    assert not {"almwp", "pytest"} & brought
