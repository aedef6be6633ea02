"""Strategies for reports with every kind of block."""

from hypothesis import strategies as st

from almwp.model.report import (
    Bar,
    Bullets,
    Column,
    Figure,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.testing.strategies.facts import bases, manifests, numbers, origins, shares
from almwp.testing.strategies.overlaps import alignments, overlaps
from almwp.testing.strategies.positions import audiences, positions
from almwp.testing.strategies.scores import scorecards
from almwp.testing.strategies.submissions import plans
from almwp.testing.strategies.words import filled_words, words

_few_origins = st.lists(origins, max_size=1)

headings = st.builds(
    Heading, text=filled_words, level=st.integers(1, 6), origins=_few_origins
)
paragraphs = st.builds(Paragraph, text=words, origins=_few_origins)
bullets = st.builds(Bullets, items=st.lists(words, max_size=3), origins=_few_origins)
table_cells = st.builds(
    TableCell, text=words, number=st.none() | numbers, origins=_few_origins
)
columns = st.builds(
    Column, heading=words, share=st.integers(1, 5), is_number=st.booleans()
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    heads = draw(st.lists(columns, min_size=1, max_size=3))
    row = st.tuples(*[table_cells] * len(heads))
    return Table(
        caption=draw(words),
        columns=tuple(heads),
        rows=tuple(draw(st.lists(row, max_size=3))),
        origins=tuple(draw(_few_origins)),
    )


tables = _tables()


@st.composite
def _bars(draw: st.DrawFn) -> Bar:
    low, value, high = sorted(draw(st.tuples(shares, shares, shares)))
    return Bar(
        label=draw(words),
        value=draw(st.none() | st.just(value)),
        low=low,
        high=high,
        text=draw(words),
    )


bars = _bars()

figures = st.builds(
    Figure,
    caption=words,
    bars=st.lists(bars, max_size=3),
    alternative=words,
    origins=_few_origins,
)
notes = st.builds(Note, text=words, basis=st.none() | bases, origins=_few_origins)

blocks = st.one_of(headings, paragraphs, bullets, tables, figures, notes)
"""Blocks of every kind."""

reports = st.builds(
    Report,
    title=filled_words,
    subtitle=words,
    language=st.sampled_from(("en", "vi")),
    audience=audiences,
    blocks=st.lists(blocks, max_size=5),
    data=st.none() | scorecards | positions | plans | overlaps | alignments,
    manifest=manifests,
)
