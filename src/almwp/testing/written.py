"""Write a value as a form would hold it, and read it back as intake does."""

from typing import Any

from almwp.catalogue.languages import language_codes, language_name
from almwp.intake.choices import Writing
from almwp.intake.field import Field, FieldType
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Spot
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.intake.writevalue import cell_of, write_value
from almwp.model.ids import FrameworkId
from almwp.model.text import Text


def writing_in(
    language: str, lexicon: Lexicon, framework: FrameworkId | None = None
) -> Writing:
    """Return what is needed to write in a language.

    Args:
        language: Its code.
        lexicon: The words of all languages.
        framework: The programme on which the form reports.
    """
    values = Values(
        spot=Spot(file="form.xlsx", sheet="Activities"),
        lexicon=lexicon,
        language=language,
        framework=lexicon.framework(framework),
    )
    names = [(code, language_name(code)) for code in language_codes()]
    return Writing(values=values, languages=names)


def one_of(kind: FieldType) -> Field:
    """Return a field of which nothing but the type matters."""
    return Field(key="field", label=Text.of("Field"), type=kind, help=Text.of("help"))


def there_and_back(value: Any, kind: FieldType, writing: Writing) -> Any:
    """Write *value*, and read the cell that a reader gives for it.

    Raises:
        AssertionError: It could not be written, or was refused when read.
    """
    of = one_of(kind)
    written = write_value(value, of, writing)
    assert written is not None, f"{value!r} could not be written"
    cell = cell_of(written, of)
    assert cell is not None, f"{written!r} is no cell"
    parsed = read_value(writing.values, of, cell)
    assert not parsed.is_refused, f"{written!r} is refused"
    return parsed.value
