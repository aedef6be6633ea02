"""Write a national position as Word and Markdown into the folder ``position``.

Run it as ``python examples/03_position.py examples/submissions``.  For your own
country and meeting change the lines below.
"""

import sys

from launch import launch

from almwp.workflow.session import Session

COUNTRY = "VN"
MEETING = "slom-21"
FORMATS = ("docx", "markdown")
FOLDER = "position"


def main(paths: list[str]) -> int:
    """Read the files, put them together and write the position."""
    session = Session.start()
    read = session.read(paths)
    for failure in read.failures:
        print(failure, file=sys.stderr)
    if not read.submissions:
        print("nothing could be read, so nothing was written", file=sys.stderr)
        return 3
    plan = session.merge(read.submissions)
    report = session.position(plan, country=COUNTRY, meeting=MEETING)
    for path in session.write(report, FORMATS, FOLDER, f"position-{COUNTRY}-{MEETING}"):
        print(f"wrote {path.as_posix()}")
    return read.failures[0].exit_code if read.failures else 0


if __name__ == "__main__":
    launch(main)
