"""Reports: blocks that every exporter can lay out, and the object they came from."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, field, frozen, validators

from almwp.model.alignment import Alignment
from almwp.model.fields import frozen_items, is_filled, texts
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.manifest import Manifest
from almwp.model.nationalposition import NationalPosition
from almwp.model.overlap import Overlaps
from almwp.model.papershown import paper_shown
from almwp.model.position import Audience, audience_of
from almwp.model.rows import Row
from almwp.model.score import Scorecard
from almwp.model.source import Basis, Origin
from almwp.model.told import Told, told_row
from almwp.model.workplan import WorkPlan


@frozen(kw_only=True)
class Heading:
    """A heading of a level from 1 to 6.

    Attributes:
        text: Its words.
        level: Its level.
        origins: Where they come from.
        starts_page: Whether it begins a new page, where there are pages.
    """

    text: str = field(validator=is_filled)
    level: int = field(default=1, validator=[validators.ge(1), validators.le(6)])
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)
    starts_page: bool = False

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        yield Told(block="heading", text=self.text, origins=self.origins)


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        yield Told(block="paragraph", text=self.text, origins=self.origins)


@frozen(kw_only=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...] = field(default=(), converter=texts)
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        for item in self.items:
            yield Told(block="point", text=item, origins=self.origins)


@frozen(kw_only=True)
class TableCell:
    """A cell of a table.

    Attributes:
        text: What a person reads.
        number: The exact number behind the text, where there is one.
        order: By what it is sorted, where the words do not tell: a time by its first
            day.  Empty for the words themselves.
        origins: Where it was read.
    """

    text: str
    number: Fraction | None = None
    order: str = ""
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        heading: Its heading.
        share: Its share of the table's width, relative to the others.
        is_number: Whether it holds numbers, which are set flush right.
    """

    heading: str
    share: int = 1
    is_number: bool = False


@frozen(kw_only=True)
class Table:
    """A table with one heading row.

    Attributes:
        caption: What it shows.
        columns: Its columns.
        rows: Its rows, each as long as there are columns.
        totals: How many of its last rows sum up the others; they stay last, however
            it is sorted.
        origins: Where it comes from as a whole.

    Raises:
        ValueError: A row is longer or shorter than the heading, or there are more
            totals than rows.
    """

    caption: str = ""
    columns: tuple[Column, ...] = field(converter=frozen_items)
    rows: tuple[tuple[TableCell, ...], ...] = field(default=(), converter=frozen_items)
    totals: int = field(default=0, validator=validators.ge(0))
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} of {len(self.columns)} cells")
        if self.totals > len(self.rows):
            raise ValueError(f"{self.totals} of {len(self.rows)} rows are totals")

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        yield Told(block="table", caption=self.caption, origins=self.origins)
        for place, row in enumerate(self.rows, start=1):
            for column, cell in zip(self.columns, row, strict=True):
                yield Told(
                    block="table",
                    text=cell.text,
                    number=cell.number,
                    caption=self.caption,
                    row=place,
                    column=column.heading,
                    origins=cell.origins,
                )


@frozen(kw_only=True)
class Note:
    """A remark that stands out from the text.

    Attributes:
        text: The remark.
        basis: On what the statement stands, where it is about a basis.
        origins: Where it comes from.
    """

    text: str
    basis: Basis | None = None
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        yield Told(block="note", text=self.text, basis=self.basis, origins=self.origins)


@frozen(kw_only=True)
class Pair:
    """The same text in two languages, side by side.

    Attributes:
        left: The text in the report's first language.
        right: The text in its second language, or what says that there is none.
        left_language: The language on the left; that of the report, when not given.
        right_language: The language on the right; the report's second, when not given.
    """

    left: Paragraph | Bullets | Note
    right: Paragraph | Bullets | Note
    left_language: str = ""
    right_language: str = ""

    def told(self) -> Iterator[Told]:
        """Give what it says, piece by piece."""
        for piece in self.left.told():
            yield evolve(piece, language=self.left_language)
        for piece in self.right.told():
            yield evolve(piece, language=self.right_language)


Block = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Figure
    | Timeline
    | Grid
    | TargetPath
    | Flow
    | Note
    | Pair
)


@frozen(kw_only=True)
class Evidence:
    """One note of a paper: its mark, and the cells that stand behind it.

    Attributes:
        mark: Its number: from 1, in the order of the paper, the same in every format.
        origins: Where what is said was read.
    """

    mark: int = field(validator=validators.ge(1))
    origins: tuple[Origin, ...] = field(converter=frozen_items)


@frozen(kw_only=True)
class Report:
    """A paper that any exporter can write.

    Attributes:
        title: Its title.
        subtitle: What stands under the title.
        language: Language of its words.
        second_language: The other language of a paper in two; empty for one.
        notice: What stands on every page, or at the head where there are no pages.
        audience: Who may read it; it holds nothing that this audience must not see.
        blocks: What it consists of, in order.
        data: The object from which it was made.
        scorecard: The scores that go with *data*, where it holds none itself.
        manifest: What it was made from.
        is_compact: Whether it is to stay short: set smaller, with its notes and what
            it was made from in a few lines at its end.
        evidence: Its notes as data; only a file in JSON has them, as they follow from
            the blocks.
    """

    title: str = field(validator=is_filled)
    subtitle: str = ""
    language: str = "en"
    second_language: str = ""
    notice: str = ""
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    blocks: tuple[Block, ...] = field(default=(), converter=frozen_items)
    data: NationalPosition | Scorecard | WorkPlan | Overlaps | Alignment | None = None
    scorecard: Scorecard | None = None
    manifest: Manifest = Manifest()
    is_compact: bool = False
    evidence: tuple[Evidence, ...] = field(default=(), converter=frozen_items)

    def rows(self) -> list[Row]:
        """Return every statement and every cell of a table or figure as a row.

        The title, what stands beneath it and the notice come first, at place 0.  A
        table has a row for its caption, and one for each of its cells.
        """
        head = (("title", self.title), ("subtitle", self.subtitle))
        told = [Told(block=b, text=words) for b, words in head if words]
        if self.notice:
            told.append(Told(block="notice", text=self.notice))
        rows = [told_row(each, 0, "", self.language) for each in told]
        above: list[Heading] = []
        for place, block in enumerate(self.blocks, start=1):
            if isinstance(block, Heading):
                above = [h for h in above if h.level < block.level] + [block]
            section = " > ".join(heading.text for heading in above)
            rows += [
                told_row(piece, place, section, self.language)
                for piece in self._told(block)
            ]
        return rows

    def _told(self, block: Block) -> Iterator[Told]:
        """Give what *block* says; the right of a pair is in the second language."""
        if isinstance(block, Pair) and not block.right_language:
            block = evolve(block, right_language=self.second_language)
        yield from block.told()

    def _repr_html_(self) -> str:
        """Return the paper as a notebook shows it."""
        facts = [self.subtitle, self.notice, f"audience: {self.audience}"]
        return paper_shown(self.title, facts, self.rows())
