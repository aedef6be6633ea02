"""What a start may load: counted in modules, which do not vary as seconds do."""

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click
import pytest

from almwp.cli.commands import COMMANDS

Loaded = Callable[..., set[str]]
InstallPlugin = Callable[[str, str], None]

TELLING = """
import atexit, sys
from pathlib import Path
told = Path(sys.argv.pop(1))
atexit.register(lambda: told.write_text(chr(10).join(sys.modules), encoding="utf-8"))
"""
STARTING = f"{TELLING}from almwp.cli.start import start\nstart()"
HEAVY = {
    "babel",
    "docx",
    "email",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pandas",
    "polars",
    "pyarrow",
    "python_calamine",
    "tabulate",
    "tomlkit",
    "xlsxwriter",
}
"""What no start needs, each slow to import."""
JOBS = (
    "almwp.drawing",
    "almwp.exporting",
    "almwp.findings.remarks",
    "almwp.intake.form",
    "almwp.intake.frameworkbook",
    "almwp.intake.indicatorrow",
    "almwp.model.alignment",
    "almwp.model.figures",
    "almwp.model.nationalposition",
    "almwp.model.overlap",
    "almwp.model.policy",
    "almwp.model.report",
    "almwp.model.score",
    "almwp.plan.comparison",
    "almwp.plan.contradictions",
    "almwp.plan.merge",
    "almwp.scoring",
    "almwp.workflow.annotating",
    "almwp.workflow.carryover",
    "almwp.workflow.comparing",
    "almwp.workflow.explaining",
    "almwp.workflow.filewriting",
    "almwp.workflow.mappings",
    "almwp.workflow.merging",
    "almwp.workflow.reporting",
    "almwp.workflow.scoring",
    "almwp.workflow.templates",
    "almwp_excel.annotate",
    "almwp_excel.export",
    "almwp_excel.template",
)
"""Jobs that one who checks a file does not ask for."""
MOST = 290
"""So many modules of ours may be loaded to check a file: a new one has to be worth it.
"""


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Run Python in a process of its own, and return the modules that it loaded."""

    def run(code: str, *words: str | Path) -> set[str]:
        told = tmp_path / "loaded.txt"
        done = subprocess.run(
            [sys.executable, "-c", code, str(told), *map(str, words)],
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stderr) == (0, "")
        return set(told.read_text(encoding="utf-8").split())

    return run


def ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("almwp")}


def below(modules: set[str], *packages: str) -> set[str]:
    return {m for m in modules for p in packages if m == p or m.startswith(f"{p}.")}


def inside_plugins(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("almwp_") and "." in name}


def test_importing_almwp_imports_nothing_else(loaded: Loaded) -> None:
    bare = loaded(TELLING)
    assert loaded(f"{TELLING}import almwp") - bare == {"almwp"}


def test_the_version_needs_nothing_else(loaded: Loaded) -> None:
    found = loaded(STARTING, "--version")
    assert ours(found) == {"almwp", "almwp.cli", "almwp.cli.start", "almwp.cli.version"}
    assert below(found, "attr", "click", "pluggy", "signal") == set()


def test_the_help_loads_no_command_and_no_record(loaded: Loaded) -> None:
    found = loaded(STARTING, "--help")
    assert below(found, "attr", "cattrs", "tomllib", *HEAVY) == set()
    commands = {own.place.partition(":")[0] for own in COMMANDS.values()}
    assert ours(found) & commands == set()
    others = below(found, "almwp") - below(found, "almwp.cli", "almwp.plugins")
    assert others == {
        "almwp",
        "almwp.builtin",
        "almwp.errors",
        "almwp.model",
        "almwp.model.surely",
    }
    # Each plugin is asked whether it brings commands, but nothing below it is needed.
    assert inside_plugins(found) == set()


def test_a_command_of_a_plugin_has_no_other_plugin_loaded_for_the_help(
    loaded: Loaded, install_plugin: InstallPlugin
) -> None:
    source = (
        "import click\nfrom almwp.plugins import hookimpl\n"
        "@hookimpl\ndef almwp_commands():\n    yield click.Command('wave')\n"
    )
    install_plugin("wave", source)
    found = loaded(STARTING, "--help")
    assert "almwp_wave" in found
    assert below(found, "almwp_excel.rules", "almwp.catalogue", "tomllib") == set()


def test_a_session_loads_no_job_before_it_is_asked_for(loaded: Loaded) -> None:
    found = loaded(f"{TELLING}import almwp\nalmwp.Session.start()")
    assert below(found, *HEAVY, *JOBS, "almwp.workflow.checking") == set()


def test_checking_a_file_loads_what_reads_it_and_no_more(
    loaded: Loaded, submissions: Path
) -> None:
    found = loaded(STARTING, "check", submissions / "ph-report-slom21.xlsx")
    assert below(found, *HEAVY, *JOBS) == set()
    of_others = inside_plugins(found) - below(found, "almwp_excel")
    assert of_others == set()
    assert len(ours(found)) <= MOST
    # One file alone is merged with nothing.
    assert below(found, "almwp.plan", "almwp.model.workplan") == set()
    # The TOML files that come with almwp are printed as JSON, which is quick to read.
    assert below(found, "tomllib", "almwp.codec.tomltext") == set()


def test_a_form_is_made_without_what_reads_compares_or_fetches(
    loaded: Loaded, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    found = loaded(STARTING, "template", "progress", "--country", "VN", "-o", form)
    others = ("http", "rapidfuzz", "urllib.request")
    assert below(found, *HEAVY - {"xlsxwriter"}, *others) == set()
    assert below(found, "almwp.intake.submission", "almwp.workflow.checking") == set()


def test_every_command_begins_its_help_as_the_list_says() -> None:
    for name, own in COMMANDS.items():
        module, _, attribute = own.place.partition(":")
        command = getattr(import_module(module), attribute)
        for limit in (40, 80, 200):
            said = click.Command(name, help=own.summary).get_short_help_str(limit)
            assert command.get_short_help_str(limit) == said
