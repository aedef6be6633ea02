"""The jobs that are measured, done with almwp as any program would do them."""

import sys
from pathlib import Path

import almwp


def main(job: str, folder: str, files: list[str]) -> None:
    """Import *files*; for the whole job score them and write JSON and HTML as well."""
    read = almwp.read(files)
    if read.failures:
        raise SystemExit(str(read.failures[0]))
    plan = almwp.merge(read.submissions)
    if job == "import":
        return
    for by in ("outcome", "area", "country", "body"):
        almwp.score(plan, by=by)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    almwp.write(plan, out / "plan.json")
    report = almwp.report(plan, "progress", country="VN")
    almwp.write(report, out / "country.html")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
