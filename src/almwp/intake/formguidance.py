"""How to fill in a form: the fixed words and the paragraphs of its guidance sheet."""

from almwp.errors import Translate
from almwp.intake.form import FormWords

MARK = "*"
"""Stands behind the label of a field that must be filled in."""


def form_words(translate: Translate, guidance: str) -> FormWords:
    """Return the fixed words of a form.

    Args:
        translate: Into its language.
        guidance: Name of the sheet that explains.
    """
    return FormWords(
        choose=translate("Not in the list"),
        choose_one=translate("Choose a word from the list, or leave the cell empty."),
        choose_or_keep=translate(
            "Choose a word from the list if one fits. Keep another word only if you "
            "are sure of it."
        ),
        percent=translate("Type a share from 0% to 100%, or leave the cell empty."),
        guidance=guidance,
        required=translate("must be filled in"),
        list=translate("choose from the list"),
        field=translate("Field name"),
        what=translate("What to write"),
        allowed=translate("Words that may be written"),
    )


def paragraphs(
    translate: Translate, cover: str, is_filled: bool, takes_dates: bool
) -> tuple[str, ...]:
    """Return how to fill in a form.

    Args:
        translate: Into the language of the paragraphs.
        cover: Name of the sheet with the cover.
        is_filled: Whether rows are filled in already.
        takes_dates: Whether any field holds a date or a time.
    """
    said = [
        translate(
            "Fill in the sheet '{cover}' first; then, on the other sheets, one row for "
            "each item."
        ),
        translate(
            "Fields marked {mark} must be filled in. All others may stay empty: write "
            "nothing rather than a guess."
        ),
        translate(
            "A cell with a list shows an arrow when it is chosen (or press Alt and the "
            "down key). Where several words may stand in one cell, put commas between "
            "them."
        ),
        translate(
            "Rows may be added, moved and sorted. Keep the headings. A column of your "
            "own may be added with a heading of its own; it is kept as it is."
        ),
    ]
    if takes_dates:
        said.append(
            translate(
                "Time: 2024-06-30 is a day, 2024-06 a month, 2024-Q2 a quarter, "
                "2024-H1 a half and 2024 a whole year."
            )
        )
    if is_filled:
        said.append(
            translate(
                "What was reported last time is filled in, with the last known status. "
                "Change what has changed, and write on the sheet '{cover}' the day of "
                "which the new report speaks."
            )
        )
    said.append(
        translate(
            "Send the file back to the office from which it came. This sheet and the "
            "hidden sheet of lists are not read."
        )
    )
    return tuple(text.format(cover=cover, mark=MARK) for text in said)
