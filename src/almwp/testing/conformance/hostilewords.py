"""Reports of hostile words: what a careless format makes more of than words."""

from fractions import Fraction

from almwp.model.figures import Bar, Figure
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

TAG = "almwp-hostile"
"""A tag, and an attribute, that only hostile words bring."""
FORMULA = 'HYPERLINK("http://example.org","x")'
_WORDS = (
    f"={FORMULA}",
    f"+{FORMULA}",
    f" ={FORMULA}",
    f"\t={FORMULA}",
    "@SUM(1+1)",
    f"<{TAG} onclick=x>",
    f"</script></style></title><{TAG}>",
    f"\"'><{TAG}>",
    f"--><{TAG}>",
    f"]]><{TAG}>",
    f"' {TAG}='x",
    f'" {TAG}="x',
    f"javascript:{TAG}",
    f"\\input{{{TAG}}} $x_1$ 5% #",
    "&lt;b&gt; &",
    "null \x00 bell \x07 escape \x1b[31m",
    "turned \u202egro.elpmaxe",
)


def hostile_reports() -> tuple[Report, ...]:
    """Return reports that have hostile words in every place."""
    return tuple(_report(words) for words in _WORDS)


def _report(words: str) -> Report:
    row = (TableCell(text=words), TableCell(text=words))
    bar = Bar(label=words, text=words, low=Fraction(), high=Fraction(1))
    blocks: tuple[Block, ...] = (
        Heading(text=words),
        Paragraph(text=words),
        Bullets(items=(words,)),
        Note(text=words),
        Table(
            caption=words,
            columns=(Column(heading=words), Column(heading=words)),
            rows=(row,),
        ),
        Figure(caption=words, bars=(bar,), alternative=words),
    )
    return Report(title=words, subtitle=words, notice=words, blocks=blocks)
