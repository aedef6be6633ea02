"""What ``almwp --help`` costs where much is installed, and where plugins add to it."""

import sys
from importlib.util import find_spec
from pathlib import Path

from bars import Bar, Bench
from measuring import Command, ratio

FEW, MANY = 5, 200
_OURS = {"core": "almwp.builtin", "excel": "almwp_excel", "slom": "almwp_slom"}
_WAVE = """
import click
from almwp.plugins import hookimpl

@click.command()
def wave():
    "Say hello."

@hookimpl
def almwp_commands():
    yield wave
"""
_NEEDED = ("almwp", "almwp_excel", "almwp_slom", "attr", "attrs", "click", "pluggy")


def group(bench: Bench) -> list[Bar]:
    """Measure the help among few distributions and among many."""
    more = environment(bench.folder / "more", FEW)
    (more / "almwp_wave.py").write_text(_WAVE, encoding="utf-8")
    _install(more, "almwp-wave", "[almwp]\nwave = almwp_wave\n")
    found = bench.run(
        {
            "bare": [sys.executable, "-S", "-c", "pass"],
            "few": _help(environment(bench.folder / "few", FEW)),
            "many": _help(environment(bench.folder / "many", MANY)),
            "more": _help(more),
        }
    )
    return [
        Bar(
            code="P18",
            what=f"almwp --help among {MANY} distributions / among {FEW}",
            most=1.2,
            found=ratio(found["many"], found["few"]),
        ),
        Bar(
            code="P17",
            what="almwp --help with a command of a plugin / without",
            most=2,
            found=ratio(found["more"], found["few"]),
        ),
    ]


def environment(folder: Path, number: int) -> Path:
    """Make a folder of packages with the metadata of *number* distributions.

    The packages are those that the help needs, and the first distributions bring the
    plugins; all others bring a script each, as most do.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in _NEEDED:
        link, spec = folder / name, find_spec(name)
        if spec is not None and spec.submodule_search_locations:
            place = Path(next(iter(spec.submodule_search_locations)))
            link.unlink(missing_ok=True)  # a folder that is kept may point elsewhere
            link.symlink_to(place, target_is_directory=True)
    for plugin, module in _OURS.items():
        _install(folder, f"almwp-{plugin}", f"[almwp]\n{plugin} = {module}\n")
    for count in range(number - len(_OURS)):
        script = f"[console_scripts]\nscript-{count} = package_{count}:main\n"
        _install(folder, f"package-{count}", script)
    return folder


def _install(folder: Path, name: str, entry_points: str) -> None:
    told = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    told.mkdir(exist_ok=True)
    described = "A line of a description, as pages of packages have them.\n" * 100
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n\n{described}"
    (told / "METADATA").write_text(metadata, encoding="utf-8")
    (told / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    (told / "RECORD").write_text("", encoding="utf-8")


def _help(folder: Path) -> Command:
    """Return the command that shows the help where only *folder* is on the path."""
    return [
        "env",
        f"PYTHONPATH={folder}",
        sys.executable,
        "-S",
        "-m",
        "almwp",
        "--help",
    ]
