"""Choose a field for headings that are not known as they stand, or ask.

A heading nearly as a known one is taken for it, unless it is as near to a heading of
another field: then it could be either, and is asked for.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from almwp.intake.cells import column_letters
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import EXACT, NEAR, Likeness, likenesses
from almwp.intake.lexicon import Lexicon
from almwp.model.tabling import ColumnReading, TableReading

MARGIN = Fraction(5, 100)
"""By how much the nearest field must be nearer than the next one."""


def with_near(block: HeadingBlock, lexicon: Lexicon) -> HeadingBlock:
    """Take unknown headings for known ones that are nearly the same.

    A field for which there is a column already is out of the question.
    """
    taken = set(block.keys)
    headings = []
    for heading in block.headings:
        if heading.word is None and not heading.rivals and heading.by != "mapping":
            heading = _nearest(heading, taken, lexicon)
            if heading.word:
                taken.add(heading.word.key)
        headings.append(heading)
    return evolve(block, headings=headings)


def _nearest(heading: Heading, taken: set[str], lexicon: Lexicon) -> Heading:
    known = likenesses(heading.text, lexicon)
    if not known or known[0].ratio < NEAR or known[0].key in taken:
        return heading
    best = known[0]
    rivals = [
        like.key
        for like in known[1:]
        if best.ratio - like.ratio < MARGIN and like.key not in taken
    ]
    if rivals:
        return evolve(heading, rivals=(best.key, *rivals))
    return evolve(
        heading,
        word=lexicon.headings[best.words],
        near=best.words,
        confidence=best.ratio,
        by="near",
    )


def with_runners_up(block: HeadingBlock, lexicon: Lexicon) -> HeadingBlock:
    """Tell, for each heading that is not known as it stands, what else it is like."""
    return evolve(block, headings=[_with_runner_up(h, lexicon) for h in block.headings])


def _with_runner_up(heading: Heading, lexicon: Lexicon) -> Heading:
    if heading.confidence == EXACT:
        return heading
    own = heading.word.key if heading.word else ""
    others = (like for like in likenesses(heading.text, lexicon) if like.key != own)
    other: Likeness | None = next(others, None)
    if other is None:
        return heading
    return evolve(heading, runner_up=other.key, runner_up_confidence=other.ratio)


def table_reading(block: HeadingBlock, sheet: str) -> TableReading:
    """Tell which columns of a table were read as which fields."""
    return TableReading(
        sheet=sheet,
        kind=block.sheet,
        rows=block.worded,
        language=block.language,
        columns=_columns(block),
    )


def _columns(block: HeadingBlock) -> Iterator[ColumnReading]:
    chosen = block.chosen
    for heading in block.headings:
        key = heading.word.key if heading.word else None
        is_one_of_several = heading.is_marked or heading in block.earlier_states
        if key and chosen[key] is not heading and not is_one_of_several:
            # The second column of a field is kept as an extra.
            heading = evolve(
                heading,
                confidence=Fraction(0),
                runner_up=key,
                runner_up_confidence=heading.confidence,
            )
            key = None
        yield ColumnReading(
            column=column_letters(heading.column),
            heading=heading.text,
            field=key,
            confidence=heading.confidence,
            runner_up=heading.runner_up or None,
            runner_up_confidence=heading.runner_up_confidence,
            by=heading.by,
        )
