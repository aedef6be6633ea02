"""Fill in the position template with the invented positions of ``positions.toml``.

Run it as ``python examples/make_positions.py``; another folder may be named after it.
The same list gives the same bytes.  Nobody said what stands there: every page of a
paper made from these files says so.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
from launch import launch

from almwp.intake.form import Form, FormLine, FormTable, FormValue
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

_HERE = Path(__file__).resolve().parent


def main(paths: list[str]) -> int:
    """Write a workbook for each paper of the list."""
    folder = Path(paths[0]) if paths else _HERE / "positions"
    folder.mkdir(parents=True, exist_ok=True)
    session = Session.start()
    text = (_HERE / "positions.toml").read_text(encoding="utf-8")
    for paper in tomllib.loads(text)["paper"]:
        path = folder / paper["file"]
        path.unlink(missing_ok=True)  # a template is never written over a file
        session.write_form(_filled(paper, session), path)
        print(f"wrote {path.name}")
    return 0


def _filled(paper: Mapping[str, Any], session: Session) -> Form:
    wanted = WantedTemplate(
        kind="position",
        country=paper["country"],
        language=paper["language"],
        framework=paper["cover"]["framework"],
    )
    form = session.template(wanted)
    lines = [_line(line, paper["cover"]) for line in form.lines]
    tables = [_table(table, paper.get(table.key, ())) for table in form.tables]
    return attrs.evolve(form, lines=lines, tables=tables)


def _line(line: FormLine, said: Mapping[str, FormValue]) -> FormLine:
    value = said.get(line.field.key)
    if value is None or line.field.key == "framework":  # that one is there already
        return line
    return attrs.evolve(line, value=value)


def _table(table: FormTable, rows: list[Mapping[str, str | date]]) -> FormTable:
    keys = [column.key for column in table.columns]
    strange = {key for row in rows for key in row} - set(keys)
    if strange:
        raise KeyError(f"{table.name} has no column for {', '.join(sorted(strange))}")
    return attrs.evolve(table, rows=[tuple(map(row.get, keys)) for row in rows])


if __name__ == "__main__":
    launch(main, needs_files=False)
