"""Measure which share of an import the roll-up of scores is."""

from bars import Bar, Bench
from measuring import Compared, script


def group(bench: Bench) -> list[Bar]:
    """Measure an import of 11 x 1,000 rows with the scores of four scopes and without.

    The job fails where scoring has loaded a library for tables of numbers.
    """
    files = bench.files(11, 1_000)
    found = bench.run(
        {
            "import": script("ours.py", "import", "-", *files),
            "score": script("ours.py", "score", "-", *files),
        }
    )
    pairs = zip(found["score"], found["import"], strict=True)
    shares = [100 * (one.seconds / other.seconds - 1) for one, other in pairs]
    what = "scores by outcome, area, country and body, of an import of 11 x 1,000 rows"
    return [
        Bar(code="P13", what=what, most=10, unit="%", found=Compared.of(shares)),
    ]
