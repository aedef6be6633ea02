"""Do the main job with the installed packages, and see that nothing is missing.

``python main_job.py SUBMISSIONS FOLDER``, run by tox where the wheels are installed: a
file that is in the source tree and not in a wheel shows here.
"""

import sys
from importlib.metadata import distributions
from pathlib import Path

import almwp
from almwp.testing.schemas import print_schemas
from almwp.workflow.session import Session


def main(submissions: Path, folder: Path) -> None:
    """Do the main job.

    Raises:
        AssertionError: Something is missing.
    """
    assert "site-packages" in Path(almwp.__file__).parts, almwp.__file__
    names = {d.metadata["Name"] for d in distributions()}
    assert "pytest" not in names, "the main job must not need what only tests need"
    session = Session.start(strict=True)
    assert [p.name for p in session.plugins.loaded] == [
        "core",
        "excel",
        "progress",
        "slom",
    ]
    read = session.read([submissions])
    assert read.submissions
    assert not read.failures
    plan = session.merge(read.submissions)
    report = session.position(plan, country="VN", meeting="slom-21", language="vi")
    word, markdown = session.write(report, ["docx", "markdown"], folder, "vi")
    assert word.stat().st_size > 10_000
    assert "Lập trường quốc gia" in markdown.read_text(encoding="utf-8")
    translate = session.translate("vi")
    for sentence in (
        "nothing needs to be done",
        "check that the values are up to date",
    ):
        assert translate(sentence) != sentence, sentence
    print_schemas(folder / "schemas")
    assert (folder / "schemas" / "plan.schema.json").is_file()
    print(f"{len(plan.activities)} activities, {word.name}, {markdown.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
