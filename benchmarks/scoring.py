"""The bar of the roll-up: what scoring takes of what reading took."""

from pathlib import Path

from bars import Bar, Bench
from measuring import BARE, Compared, parts, script

OURS = "ours_outputs.py"


def kept_plan(bench: Bench, files: list[Path]) -> str:
    """Return the folder in which the plan of *files* is kept, made once."""
    folder = bench.folder / "kept" / str(len(files))
    if not (folder / "plan.pickle").exists():
        folder.mkdir(parents=True, exist_ok=True)
        bench.said(script(OURS, "keep", folder, *files))
    return str(folder)


def group(bench: Bench) -> list[Bar]:
    """Measure the roll-up of 11 x 1,000 rows by outcome, area, country and body."""
    files = bench.files(11, 1_000)
    folder = kept_plan(bench, files)
    found = bench.run(
        {
            "score": script(OURS, "score", folder),
            "import": script("ours.py", "import", bench.out("rolled"), *files),
            "bare": BARE,
        }
    )
    what = "roll-up of 11,000 activities by four kinds of scope / importing them"
    reading = zip(found["import"], found["bare"], strict=True)
    taken = zip(parts(found["score"]), reading, strict=True)
    shares = [scored / (a.seconds - b.seconds) for scored, (a, b) in taken]
    return [Bar(code="P13", what=what, most=0.1, found=Compared.of(shares))]
