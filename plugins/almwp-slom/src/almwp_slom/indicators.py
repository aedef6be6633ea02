"""The annex on indicators: each with its readings against its path to the target."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import evolve

from almwp.drawing.targetfigure import target_path_figure
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.report import Block, Bullets, Heading, Paragraph
from almwp_slom.setting import Setting


def indicator_blocks(
    indicators: Iterable[Indicator], as_of: Moment | None, setting: Setting
) -> Iterator[Block]:
    """Give a figure for each indicator that has a target and was measured.

    The others are named, with what they lack.  Indicators are the senders' own
    numbers, of which the meeting's paper says nothing.

    Args:
        indicators: The indicators.
        as_of: The day as of which readings count.
        setting: For whom, and in which words.
    """
    every = tuple(indicators)
    if not every or setting.is_open:
        return
    say, language = setting.say, setting.wording.language
    yield Heading(text=say("Annex: Indicators"))
    lacking, cells = [], []
    for indicator in every:
        name = _name(indicator, setting)
        figure = target_path_figure(indicator, as_of, say, language)
        has_target = any(
            not t.group and isinstance(t.value, Fraction) for t in indicator.targets
        )
        if has_target and figure.readings:
            plain = indicator.name.in_(language) or str(indicator.id)
            caption = f"{name}{figure.caption.removeprefix(plain)}"
            origins = setting.origins(*figure.origins)
            yield evolve(figure, caption=caption, origins=origins)
        else:
            lacking.append(f"{name}: {figure.alternative}")
            cells.append(indicator.origin_of("name"))
    if lacking:
        yield Paragraph(text=say("Without a target, or not measured for everybody:"))
        yield Bullets(items=lacking, origins=setting.origins(*cells))


def _name(indicator: Indicator, setting: Setting) -> str:
    return setting.wording.text(indicator.name) or str(indicator.id)
