"""A paper in two languages, made of the same paper in each of them."""

from collections.abc import Hashable, Iterator

from attrs import evolve

from almwp.catalogue.languagenames import language_in_words
from almwp.drawing.aligning import aligned, rows_of
from almwp.drawing.joining import joined, joined_heading
from almwp.drawing.mergedfigures import both_origins, merged_figure, merged_table
from almwp.errors import Translate, in_english
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)

Running = Paragraph | Bullets | Note


def side_by_side(
    first: Report,
    second: Report,
    say_first: Translate = in_english,
    say_second: Translate = in_english,
) -> Report:
    """Return the paper that says in two languages what two papers say in one each.

    All their words are in it, and none besides but those that say that a part is in
    one of them alone.  Headings, tables and figures hold both languages; running text
    stands side by side; what is the same in both stands once.

    Args:
        first: The paper in the first language.
        second: The same paper in the second.
        say_first: Gives fixed phrases in the first language.
        say_second: Gives them in the second.

    Raises:
        ValueError: They are for different readers, or in one language.
    """
    if first.audience is not second.audience:
        raise ValueError("two papers side by side are for the same readers")
    if first.language == second.language or first.second_language:
        raise ValueError("two papers side by side are in one language each")
    missing = (
        no_text_in(first.language, first.language, say_first),
        no_text_in(second.language, second.language, say_second),
    )
    together = _Together(languages=(first.language, second.language), missing=missing)
    return Report(
        title=joined(first.title, second.title),
        subtitle=joined(first.subtitle, second.subtitle, between="\n"),
        language=first.language,
        second_language=second.language,
        notice=joined(first.notice, second.notice),
        audience=first.audience,
        blocks=tuple(together.blocks(first.blocks, second.blocks)),
        data=first.data,
        scorecard=first.scorecard,
        manifest=first.manifest,
        is_compact=first.is_compact,
    )


def no_text_in(code: str, language: str, say: Translate) -> str:
    """Say in *language* that there is no text in the language *code*."""
    phrase = say("(no text in {language})")
    return phrase.format(language=language_in_words(code, language))


class _Together:
    """Puts the blocks of two papers together."""

    def __init__(self, *, languages: tuple[str, str], missing: tuple[str, str]) -> None:
        self.languages, self.missing = languages, missing

    def blocks(
        self, first: tuple[Block, ...], second: tuple[Block, ...]
    ) -> Iterator[Block]:
        """Give what both say, in the order of the first."""
        one, two = (list(map(_key, blocks)) for blocks in (first, second))
        for left, right in aligned(one, two, _kind):
            if left is not None and right is not None:
                yield from self._both(first[left], second[right])
            elif left is not None:
                yield self._lone(first[left], 0)
            elif right is not None:
                yield self._lone(second[right], 1)

    def _both(self, one: Block, two: Block) -> Iterator[Block]:
        match one, two:
            case Heading(), Heading():
                origins = both_origins(one.origins, two.origins)
                text = joined_heading(one.text, two.text)
                yield evolve(one, text=text, origins=origins)
            case (
                (Paragraph() | Bullets() | Note()),
                (Paragraph() | Bullets() | Note()),
            ):
                yield one if one == two else self._pair(one, two)
            case Table(), Table():
                yield merged_table(one, two, self.missing)
            case (
                (Figure() | Timeline() | Grid() | TargetPath() | Flow()),
                (Figure() | Timeline() | Grid() | TargetPath() | Flow()),
            ):
                merged = merged_figure(one, two)
                yield from (one, two) if merged is None else (merged,)
            case _:
                yield from (one,) if one == two else (one, two)

    def _pair(self, one: Running, two: Running) -> Pair:
        left, right = self.languages
        return Pair(left=one, right=two, left_language=left, right_language=right)

    def _lone(self, block: Block, side: int) -> Block:
        """Return what one language has alone; the other says that it has none."""
        missing = self.missing[1 - side]
        match block:
            case Heading():
                return evolve(block, text=_placed(block.text, missing, side, " / "))
            case Paragraph() | Bullets() | Note():
                none = Paragraph(text=missing)
                return self._pair(*((block, none) if side == 0 else (none, block)))
            case Pair():
                return block
            case _:
                caption = _placed(block.caption, missing, side, " / ")
                return evolve(block, caption=caption)


def _placed(text: str, missing: str, side: int, between: str) -> str:
    parts = (text, missing) if side == 0 else (missing, text)
    return between.join(part for part in parts if part)


def _kind(key: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    return key[:-1]


def _key(block: Block) -> tuple[Hashable, ...]:
    """Return what tells a block from others without its words."""
    kind = type(block).__name__
    match block:
        case Heading():
            return kind, block.level, rows_of(block.origins)
        case Table():
            return kind, len(block.columns), rows_of(block.origins)
        case Pair():
            return kind, rows_of(block.left.origins)
        case _:
            return kind, rows_of(block.origins)
