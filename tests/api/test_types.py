"""Pyright agrees with what mypy checks, as users have either."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = "almwp.codec."
"""Converters of cattrs, whose own types are incomplete, are passed on there."""


def pyright(*arguments: str) -> dict[str, Any]:
    call = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable]
    done = subprocess.run(
        [*call, "--outputjson", *arguments],
        cwd=ROOT,
        # Asked of a package, it looks at installed ones and on this path alone.
        env=dict(os.environ, PYTHONPATH=str(ROOT / "src")),
        capture_output=True,
        check=False,
    )
    told: dict[str, Any] = json.loads(done.stdout.decode("utf-8"))
    return told


def test_calls_of_users_are_understood_and_wrong_ones_refused() -> None:
    """A wrong call that is accepted leaves an unneeded remark, which is an error."""
    told = pyright()
    assert told["summary"]["filesAnalyzed"] == len(list(ROOT.glob("tests/typing/*.py")))
    assert told["generalDiagnostics"] == []


def test_every_public_thing_has_a_type() -> None:
    told = pyright("--verifytypes", "almwp", "--ignoreexternal")
    symbols = told["typeCompleteness"]["symbols"]
    open_ones = [
        each["name"]
        for each in symbols
        if each["isExported"]
        and not (each["isTypeKnown"] and not each["isTypeAmbiguous"])
    ]
    assert [name for name in open_ones if not name.startswith(NOT_OURS)] == []
    assert {"almwp.read", "almwp.WorkPlan"} & {each["name"] for each in symbols}
