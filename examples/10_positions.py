"""Write positions of three countries for the 21st SLOM into the folder ``position``.

Run it as ``python examples/10_positions.py examples/submissions examples/positions``.
What the example positions say of the agenda is invented, and every page says so.
"""

import sys

from launch import launch

from almwp.workflow.session import Session

COUNTRIES = ("VN", "ID", "PH")
MEETING = "slom-21"
AUDIENCES = ("internal", "delegation", "meeting")
FORMATS = ("docx", "markdown")
FOLDER = "position"


def main(paths: list[str]) -> int:
    """Read the files, put them together and write nine positions."""
    session = Session.start()
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
            for path in session.write(report, FORMATS, FOLDER, name):
                print(f"wrote {path.as_posix()}")
    return read.failures[0].exit_code if read.failures else 0


if __name__ == "__main__":
    launch(main)
