"""Strategies for reports with every kind of block."""

from collections.abc import Sequence

from hypothesis import strategies as st

from almwp.model.figures import (
    Bar,
    Figure,
    Flow,
    Grid,
    GridRow,
    PathPoint,
    Square,
    Standing,
    Stream,
    Stretch,
    TargetPath,
    Timeline,
)
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.testing.strategies.facts import (
    bases,
    manifests,
    moments,
    numbers,
    origins,
    shares,
)
from almwp.testing.strategies.overlaps import alignments, overlaps
from almwp.testing.strategies.positions import audiences, positions
from almwp.testing.strategies.scores import scorecards
from almwp.testing.strategies.submissions import plans
from almwp.testing.strategies.words import filled_words, words

_few_origins = st.lists(origins, max_size=1)

headings: st.SearchStrategy[Heading] = st.builds(
    Heading,
    text=filled_words,
    level=st.integers(1, 6),
    origins=_few_origins,
    starts_page=st.booleans(),
)
paragraphs: st.SearchStrategy[Paragraph] = st.builds(
    Paragraph, text=words, origins=_few_origins
)
bullets: st.SearchStrategy[Bullets] = st.builds(
    Bullets, items=st.lists(words, max_size=3), origins=_few_origins
)
table_cells: st.SearchStrategy[TableCell] = st.builds(
    TableCell, text=words, number=st.none() | numbers, origins=_few_origins
)
columns: st.SearchStrategy[Column] = st.builds(
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


tables: st.SearchStrategy[Table] = _tables()


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


bars: st.SearchStrategy[Bar] = _bars()

figures: st.SearchStrategy[Figure] = st.builds(
    Figure,
    caption=words,
    bars=st.lists(bars, max_size=3),
    alternative=words,
    origins=_few_origins,
)
notes: st.SearchStrategy[Note] = st.builds(
    Note, text=words, basis=st.none() | bases, origins=_few_origins
)

timelines: st.SearchStrategy[Timeline] = st.builds(
    Timeline,
    caption=words,
    stretches=st.lists(
        st.builds(
            Stretch,
            label=words,
            start=st.none() | moments,
            end=st.none() | moments,
            standing=st.sampled_from(Standing),
            text=words,
        ),
        max_size=3,
    ),
    as_of=st.none() | moments,
    alternative=words,
    origins=_few_origins,
)
_points = st.lists(st.builds(PathPoint, when=moments, value=numbers), max_size=3)
target_paths: st.SearchStrategy[TargetPath] = st.builds(
    TargetPath,
    caption=words,
    unit=words,
    path=_points,
    readings=_points,
    alternative=words,
    origins=_few_origins,
)
flows: st.SearchStrategy[Flow] = st.builds(
    Flow,
    caption=words,
    before=words,
    after=words,
    streams=st.lists(
        st.builds(Stream, source=words, to=words, count=st.integers(0, 99)), max_size=3
    ),
    alternative=words,
    origins=_few_origins,
)


@st.composite
def _grids(draw: st.DrawFn) -> Grid:
    heads = draw(st.lists(words, max_size=3))
    square = st.builds(Square, text=words, depth=shares)
    row = st.builds(
        GridRow,
        label=words,
        squares=st.lists(square, min_size=len(heads), max_size=len(heads)),
    )
    return Grid(
        caption=draw(words),
        columns=tuple(heads),
        rows=tuple(draw(st.lists(row, max_size=3))),
        alternative=draw(words),
        origins=tuple(draw(_few_origins)),
    )


grids: st.SearchStrategy[Grid] = _grids()
_paired = st.one_of(paragraphs, bullets, notes)
pairs: st.SearchStrategy[Pair] = st.builds(Pair, left=_paired, right=_paired)

single_blocks: st.SearchStrategy[Block] = st.one_of(
    headings,
    paragraphs,
    bullets,
    tables,
    figures,
    timelines,
    grids,
    target_paths,
    flows,
    notes,
)
"""Blocks of every kind in one language."""

blocks: st.SearchStrategy[Block] = single_blocks | pairs
"""Blocks of every kind."""

_LANGUAGES = (("en", ""), ("vi", ""), ("en", "vi"), ("vi", "en"))
"""The language of a report, and the one that stands beside it."""


@st.composite
def _reports(draw: st.DrawFn, languages: Sequence[tuple[str, str]]) -> Report:
    """Draw a report; one in two languages has texts side by side, others have none."""
    language, second = draw(st.sampled_from(languages))
    each = blocks | _pairs_in(language, second) if second else single_blocks
    return Report(
        title=draw(filled_words),
        subtitle=draw(words),
        language=language,
        second_language=second,
        audience=draw(audiences),
        blocks=draw(st.lists(each, max_size=5)),
        data=draw(st.none() | scorecards | positions | plans | overlaps | alignments),
        scorecard=draw(st.none() | scorecards),
        manifest=draw(manifests),
    )


def _pairs_in(first: str, second: str) -> st.SearchStrategy[Pair]:
    """Draw texts side by side that name their languages."""
    return st.builds(
        Pair,
        left=_paired,
        right=_paired,
        left_language=st.just(first),
        right_language=st.just(second),
    )


reports: st.SearchStrategy[Report] = _reports(_LANGUAGES)
"""Reports of all kinds, in one language or in two."""

single_reports: st.SearchStrategy[Report] = _reports(
    [pair for pair in _LANGUAGES if not pair[1]]
)
"""Reports of all kinds in one language."""

full_reports: st.SearchStrategy[Report] = st.builds(
    Report,
    title=filled_words,
    subtitle=words,
    notice=words,
    language=st.sampled_from(("en", "vi")),
    blocks=st.tuples(
        headings,
        paragraphs,
        tables,
        headings,
        bullets,
        notes,
        pairs,
        figures,
        headings,
        st.one_of(timelines, grids, target_paths, flows),
        tables,
    ),
    manifest=manifests,
)
"""Reports with blocks of all kinds, one of each at least."""
