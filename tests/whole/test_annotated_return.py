"""A delegate's file comes back marked, is corrected, sent again and imported."""

import hashlib
from pathlib import Path

import openpyxl
import pytest

from almwp.cli.main import run
from almwp.model.ledger import Fate
from almwp.workflow.session import Session

SUBMISSIONS = Path(__file__).resolve().parents[2] / "examples" / "submissions"
FILES = sorted(SUBMISSIONS.glob("*.xlsx"))


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.glob("*.xlsx")
    }


def test_the_examples_come_back_marked_and_are_read_as_they_were(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digests(SUBMISSIONS)
    back = tmp_path / "back"
    assert run(["check", str(SUBMISSIONS), "--annotate", str(back)]) == 0
    told = capsys.readouterr()
    for file in FILES:
        assert f"{file}: marked copy: {back / file.name}" in told.err
    assert digests(SUBMISSIONS) == before
    assert set(digests(back)) == set(before)
    session = Session.start()
    for sent, marked in zip(FILES, sorted(back.iterdir()), strict=True):
        (old,) = session.read([sent]).submissions
        (new,) = session.read([marked]).submissions
        assert new.activities != ()
        assert [a.id for a in new.activities] == [a.id for a in old.activities]
        assert [str(f) for f in new.findings] == [str(f) for f in old.findings]
        assert new.ledger.by_fate[Fate.READ] == old.ledger.by_fate[Fate.READ]
        assert new.ledger.total > old.ledger.total


def test_every_finding_at_a_cell_is_marked_at_that_cell(tmp_path: Path) -> None:
    run(["check", *map(str, FILES), "--annotate", str(tmp_path)])
    session = Session.start()
    for file in FILES:
        book = openpyxl.load_workbook(tmp_path / file.name)
        (submission,) = session.read([file]).submissions
        for finding in submission.findings:
            if finding.at.sheet and finding.at.cell:
                cell = book[finding.at.sheet][finding.at.cell.partition(":")[0]]
                assert cell.comment is not None
                assert finding.code in cell.comment.text
                assert cell.fill.patternType == "solid"


def test_marking_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    run(["check", str(SUBMISSIONS), "--annotate", str(one)])
    run(["check", str(SUBMISSIONS), "--annotate", str(two)])
    run(["check", str(one), "--annotate", str(three)])
    assert digests(one) == digests(two) == digests(three)


def test_the_words_are_vietnamese_for_a_vietnamese_file_or_as_asked(
    tmp_path: Path,
) -> None:
    (path,) = [file for file in FILES if file.name.startswith("vn")]
    for options, title in (
        ((), "almwp phát hiện"),
        (("--lang", "en"), "almwp findings"),
        (("--lang", "vi"), "almwp phát hiện"),
    ):
        run(["check", str(path), "--annotate", str(tmp_path), *options])
        book = openpyxl.load_workbook(tmp_path / path.name)
        assert book.sheetnames[-1] == title


def test_exit_codes_tell_of_the_files_and_of_the_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "vn.csv"
    lines.write_text(
        "Country,Viet Nam\nWork programme,ALM WP 2021-2025\n\n"
        "No.,Activity,Lead country,Status\n1,Job fairs,Viet Nam,Completed\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    plain = run(["check", str(lines)])
    capsys.readouterr()
    assert run(["check", str(lines), "--annotate", str(out)]) == plain
    assert "cannot be marked" in capsys.readouterr().err
    assert not out.exists()
    own = tmp_path / "own.xlsx"
    own.write_bytes(FILES[0].read_bytes())
    assert run(["check", str(own), "--annotate", str(tmp_path)]) == 2
    assert own.read_bytes() == FILES[0].read_bytes()
    gone = tmp_path / "gone.xlsx"
    assert run(["check", str(gone), str(own), "--annotate", str(out)]) == 3
    assert (out / "own.xlsx").exists()
