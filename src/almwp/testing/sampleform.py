"""A sample form, always the same, with words that a careless format would change."""

from datetime import date
from fractions import Fraction

from almwp.intake.form import (
    Choices,
    Form,
    FormField,
    FormLine,
    FormTable,
    FormWords,
    Input,
)


def sample_form() -> Form:
    """Return a made-up form of one table with every kind of field."""
    states = Choices(words=("planned", "đang thực hiện"))
    parts = (("1 Làm", ("a", "b")), ("2 Nghỉ", ("c",)))
    columns = (
        _field("title", required=True),
        _field("status", choices=states),
        _field("outcome", choices=Choices(words=("1 Làm", "2 Nghỉ"))),
        _field("area", choices=Choices(words="abc", on="outcome", parts=parts)),
        _field("as_of", input=Input.DATE),
        _field("percent", input=Input.PERCENT),
        _field("count", input=Input.NUMBER),
        _field("leads", allowed=("Việt Nam", "Lào")),
    )
    filled = (
        *("=1+1", "đang thực hiện", "1 Làm", "a"),
        *(date(2025, 6, 30), Fraction(3, 8), Fraction(7), "two\nlines"),
    )
    words = FormWords(
        choose="Not in the list",
        choose_one="Choose one.",
        choose_or_keep="Choose one, or keep the word.",
        percent="Type a share.",
        guidance="Hướng dẫn",
        required="needed",
        list="choose",
        field="Field",
        what="What",
        allowed="Words",
    )
    return Form(
        kind="sample",
        stamp="almwp-template sample 1",
        language="vi",
        title="Mẫu / Sample",
        cover="Bìa",
        lines=[FormLine(field=_field("country"), value="Việt Nam")],
        tables=[
            FormTable(
                key="sample", name="Hoạt động", columns=columns, rows=[filled, filled]
            )
        ],
        words=words,
        guidance=[("Điền vào.", "Fill in.")],
    )


def _field(
    key: str,
    *,
    required: bool = False,
    input: Input = Input.TEXT,  # noqa: A002 - the form's own word
    choices: Choices | None = None,
    allowed: tuple[str, ...] = (),
) -> FormField:
    return FormField(
        key=key,
        heading=f"Cột {key} / {key}",
        label=key,
        help=f"what to write: {key}",
        required=required,
        input=input,
        choices=choices,
        allowed=allowed,
    )
