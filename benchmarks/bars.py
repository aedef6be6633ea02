"""The bars: what almwp may take of what others take, and how each is measured."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import frozen

from measuring import BARE, Command, Compared, Taken, almwp, ratio, rounds, said, script
from workbooks import folder_of, saved_by_libreoffice

Say = Callable[[str], None]


@frozen(kw_only=True)
class Bar:
    """One line of the table.

    Attributes:
        code: Its code.
        what: What is compared.
        most: The bar.
        found: What was measured.
        unit: The unit of both; empty for a ratio.
    """

    code: str
    what: str
    most: float
    found: Compared
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the middle of the rounds is within the bar."""
        return self.found.middle <= self.most


@frozen(kw_only=True)
class Bench:
    """Where and how often things are measured.

    Attributes:
        folder: Where the workbooks are made and results go.
        rounds: How often each pair is run.
        say: Is told what is run.
    """

    folder: Path
    rounds: int
    say: Say

    def files(self, files: int, number: int, *, has_faults: bool = False) -> list[Path]:
        """Return workbooks, made once."""
        name = f"{files}x{number}{'-faults' if has_faults else ''}"
        folder = self.folder / "workbooks" / name
        return folder_of(folder, files, number, has_faults=has_faults)

    def run(
        self, commands: Mapping[str, Command], *, codes: tuple[int, ...] = (0,)
    ) -> dict[str, list[Taken]]:
        """Run commands in turn."""
        return rounds(commands, self.rounds, codes=codes, on_run=self.say)

    def said(self, command: Command) -> str:
        """Run a command once and return what it says."""
        self.say(command[-1])
        return said(command)

    def out(self, name: str) -> str:
        """Return a folder for results."""
        return str(self.folder / "out" / name)


def whole_job(bench: Bench, out: str, files: list[Path]) -> list[str]:
    """Return the command that reads, scores and writes JSON and HTML of one country."""
    return script("ours.py", "whole", bench.out(out), *files)


def peers(bench: Bench, files: list[Path]) -> dict[str, Command]:
    """Return the scripts that a user would write, by name."""
    pandas = ("peers/with_pandas.py",)
    return {
        "pandas and openpyxl": script(*pandas, "openpyxl", bench.out("po"), *files),
        "pandas and calamine": script(*pandas, "calamine", bench.out("pc"), *files),
        "pydantic and calamine": script(
            "peers/with_pydantic.py", bench.out("pyd"), *files
        ),
        "polars": script("peers/with_polars.py", bench.out("pol"), *files),
    }


def imports(bench: Bench) -> list[Bar]:
    """Measure 11 workbooks of 1,000 rows: reading them, and the whole job."""
    files = bench.files(11, 1_000)
    found = bench.run(
        {
            "import": script("ours.py", "import", bench.out("import"), *files),
            "whole": whole_job(bench, "whole", files),
            "calamine": script("peers/raw_calamine.py", "-", *files),
            "openpyxl": script("peers/raw_openpyxl.py", "-", *files),
            **peers(bench, files),
        }
    )
    what = "import of 11 x 1,000 rows / {} merely reading them"
    bars = [
        Bar(
            code="P1",
            what=what.format("python-calamine"),
            most=3.0,
            found=ratio(found["import"], found["calamine"]),
        ),
        Bar(
            code="P6",
            what=what.format("openpyxl (read-only)"),
            most=0.45,
            found=ratio(found["import"], found["openpyxl"]),
        ),
    ]
    for code, name, most in (
        ("P2", "pandas and openpyxl", 0.25),
        ("P3", "pandas and calamine", 0.7),
        ("P4", "pydantic and calamine", 1.0),
        ("P5", "polars", 1.2),
    ):
        what = f"import, score, export of 11 x 1,000 rows / a script with {name}"
        bars.append(
            Bar(
                code=code,
                what=what,
                most=most,
                found=ratio(found["whole"], found[name]),
            )
        )
    return bars


def small(bench: Bench) -> list[Bar]:
    """Measure one return of 100 rows, and the start of the command."""
    file = bench.files(1, 100)[0]
    found = bench.run(
        {
            "bare": BARE,
            "check": almwp("check", file),
            "version": almwp("--version"),
            "help": almwp("--help"),
            "import": [sys.executable, "-c", "import almwp"],
            "pandas": peers(bench, [file])["pandas and openpyxl"],
        }
    )

    def against_bare(code: str, what: str, name: str, most: float) -> Bar:
        compared = ratio(found[name], found["bare"])
        return Bar(code=code, what=f"{what} / bare Python", most=most, found=compared)

    return [
        against_bare("P7", "almwp check of 100 rows", "check", 8),
        Bar(
            code="P7",
            what="almwp check of 100 rows / a script with pandas and openpyxl",
            most=0.3,
            found=ratio(found["check"], found["pandas"]),
        ),
        against_bare("P17", "almwp --version", "version", 2),
        against_bare("P17", "almwp --help", "help", 6),
        against_bare("P17", "import almwp", "import", 2),
    ]


def growth(bench: Bench) -> list[Bar]:
    """Measure how time and memory grow from 10,000 rows to 100,000."""
    few, many = bench.files(1, 10_000), bench.files(1, 100_000)
    found = bench.run(
        {
            "start": almwp("--version"),
            "few": script("ours.py", "import", bench.out("few"), *few),
            "many": script("ours.py", "import", bench.out("many"), *many),
            "whole": whole_job(bench, "whole-many", many),
            "polars": peers(bench, many)["polars"],
            "pandas": peers(bench, many)["pandas and openpyxl"],
        }
    )
    grown = ratio(found["many"], found["few"], found["start"])
    pairs = list(zip(found["many"], found["start"], strict=True))
    return [
        Bar(
            code="P8",
            what="exponent of the time from 10,000 to 100,000 rows",
            most=1.10,
            found=grown.exponents(),
        ),
        Bar(
            code="P9",
            what="peak memory for each of 100,000 rows, without the start",
            most=2.5,
            unit="kB",
            found=Compared.of([(a.peak - b.peak) / 100_000 / 1000 for a, b in pairs]),
        ),
        Bar(
            code="P9",
            what="peak memory at 100,000 rows / a script with pandas and openpyxl",
            most=0.6,
            found=Compared.of(
                [
                    a.peak / b.peak
                    for a, b in zip(found["whole"], found["pandas"], strict=True)
                ]
            ),
        ),
        Bar(
            code="P5",
            what="import, score, export of 100,000 rows / a script with polars",
            most=2.5,
            found=ratio(found["whole"], found["polars"]),
        ),
    ]


def faults(bench: Bench) -> list[Bar]:
    """Measure what it takes when every row has a fault."""
    clean, bad = bench.files(1, 5_000), bench.files(1, 5_000, has_faults=True)
    found = bench.run(
        {
            "clean": script("ours.py", "import", bench.out("clean"), *clean),
            "bad": script("ours.py", "import", bench.out("bad"), *bad),
        }
    )
    what = "import of 5,000 rows that each have a fault / of sound ones"
    return [
        Bar(code="P10", what=what, most=1.5, found=ratio(found["bad"], found["clean"]))
    ]


def other_writers(bench: Bench) -> list[Bar]:
    """Measure workbooks as LibreOffice and openpyxl write them, with texts in cells."""
    plain = bench.files(1, 1_000)[0]
    books = {
        "openpyxl": folder_of(bench.folder / "inline", 1, 1_000, is_inline=True)[0]
    }
    other = saved_by_libreoffice(plain, bench.folder / "libreoffice")
    if other is None:
        bench.say("LibreOffice is not installed: its files are not measured")
    else:
        books["LibreOffice"] = other
    commands: dict[str, Command] = {}
    for writer, file in books.items():
        commands[writer] = script("ours.py", "import", "-", file)
        commands[f"reading {writer}"] = script("peers/raw_openpyxl.py", "-", file)
    found = bench.run(commands)
    what = "import of 1,000 rows written by {} / openpyxl merely reading them"
    return [
        Bar(
            code="P6",
            what=what.format(writer),
            most=0.45,
            found=ratio(found[writer], found[f"reading {writer}"]),
        )
        for writer in books
    ]


def scratch() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for workbooks and results that goes when all is done."""
    return tempfile.TemporaryDirectory(prefix="almwp-bench-")
