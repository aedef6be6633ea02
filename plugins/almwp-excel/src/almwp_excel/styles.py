"""The styles part: number format and strike-through of each cell style."""

from collections.abc import Callable

from attrs import frozen

from almwp.intake.limits import Limits
from almwp_excel import refusals
from almwp_excel.markup import Attributes, is_on, walk, whole
from almwp_excel.numberformats import BUILT_IN, GENERAL
from almwp_excel.package import Package


@frozen(kw_only=True)
class CellStyle:
    """What a style says of a cell.

    Attributes:
        number_format: Excel's format code.
        struck: Whether the font is struck through.
    """

    number_format: str = GENERAL
    struck: bool = False


PLAIN = CellStyle()
"""The style of a cell that names none in a file without styles."""


def read_styles(
    package: Package, part: str | None, limits: Limits
) -> tuple[CellStyle, ...]:
    """Return the cell styles in the order in which cells number them.

    Raises:
        UnreadableFileError: The part is damaged or has too many styles.
    """
    if part is None:
        return ()
    formats = dict(BUILT_IN)
    fonts: list[bool] = []
    pairs: list[tuple[int, int]] = []

    def number_format(attributes: Attributes) -> None:
        number = whole(attributes.get("numFmtId"))
        code = attributes.get("formatCode", "")
        if number is not None and code:
            formats[number] = code

    def font(attributes: Attributes) -> None:
        fonts.append(False)

    def strike(attributes: Attributes) -> None:
        if fonts:
            fonts[-1] = is_on(attributes.get("val", "1"))

    def style(attributes: Attributes) -> None:
        number = whole(attributes.get("numFmtId")) or 0
        pairs.append((number, whole(attributes.get("fontId")) or 0))

    acts: dict[str, Callable[[Attributes], None]] = {
        "styleSheet/numFmts/numFmt": number_format,
        "styleSheet/fonts/font": font,
        "styleSheet/fonts/font/strike": strike,
        "styleSheet/cellXfs/xf": style,
    }

    def visit(path: str, attributes: Attributes) -> None:
        act = acts.get(path)
        if act is not None:
            act(attributes)
            own = len(formats) - len(BUILT_IN)
            if max(own, len(fonts), len(pairs)) > limits.styles:
                limit = f"{limits.styles:,}"
                raise package.refusal(refusals.TOO_MANY_STYLES, limit=limit)

    walk(package, part, visit)
    # applyNumberFormat is not asked: Excel shows the format of the cell's own xf
    # whether the flag is set or not, and many writers leave it out.
    return tuple(
        CellStyle(
            number_format=formats.get(number, GENERAL),
            struck=at < len(fonts) and fonts[at],
        )
        for number, at in pairs
    )
