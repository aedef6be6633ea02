"""Write positions of three countries for the 21st SLOM into the folder ``position``.

Run it as ``python examples/10_positions.py examples/submissions examples/positions``.
What the example positions say of the agenda is invented, and every page says so.
``--to`` chooses the formats and may be given several times, as in ``--to pdf --to
excel``; Word, Markdown, HTML and, where almwp-pdf is installed, PDF without it.
"""

import sys

from launch import launch

from almwp.workflow.session import Session

COUNTRIES = ("VN", "ID", "PH")
MEETING = "slom-21"
AUDIENCES = ("internal", "delegation", "meeting")
FORMATS = ("docx", "markdown", "html", "pdf")
FOLDER = "position"


def wanted(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the paths and the formats of the command line."""
    paths, formats, rest = [], [], iter(words)
    for word in rest:
        name, sign, value = word.partition("=")
        if name == "--to":
            formats.append(value if sign else next(rest, ""))
        else:
            paths.append(word)
    return paths, formats


def main(words: list[str]) -> int:
    """Read the files, put them together and write nine positions."""
    session = Session.start()
    paths, formats = wanted(words)
    formats = formats or [f for f in FORMATS if f in session.plugins.exporters]
    read = session.read(paths)
    for failure in read.failures:
        print(failure, file=sys.stderr)
    if not read.submissions:
        print("nothing could be read, so nothing was written", file=sys.stderr)
        return 3
    plan = session.merge(read.submissions)
    for country in COUNTRIES:
        for audience in AUDIENCES:
            report = session.position(
                plan, country=country, meeting=MEETING, audience=audience
            )
            name = f"position-{country}-{MEETING}-{audience}"
            for path in session.write(report, formats, FOLDER, name):
                print(f"wrote {path.as_posix()}")
    return read.failures[0].exit_code if read.failures else 0


if __name__ == "__main__":
    launch(main)
