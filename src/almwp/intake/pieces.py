"""Make texts of the cells of a row; each line of a cell of texts is a piece."""

from itertools import zip_longest

from attrs import evolve, field, frozen

from almwp.intake.fieldlist import field_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.activity import Extra, RowOrigin
from almwp.model.fields import frozen_items, squeeze
from almwp.model.position import Audience, Clearance, Piece
from almwp.model.source import Origin
from almwp.model.text import UNDETERMINED, Text


@frozen(kw_only=True)
class Standing:
    """For whom what a row says is meant, and how far it is cleared.

    Attributes:
        audience: The widest audience; where the row does not say, the ministry alone.
        clearance: How far it is cleared; where the row does not say, not at all.
        cleared_by: Who cleared it.
    """

    audience: Audience = Audience.INTERNAL
    clearance: Clearance = Clearance.DRAFT
    cleared_by: str = ""

    @property
    def inside(self) -> "Standing":
        """The same for the ministry alone."""
        return evolve(self, audience=Audience.INTERNAL)

    def piece(self, text: Text, origin: Origin | None) -> Piece:
        """Return *text* as a piece that stands so."""
        return Piece(
            text=text,
            audience=self.audience,
            clearance=self.clearance,
            cleared_by=self.cleared_by,
            origin=origin,
        )


def standing_of(read: RowValues) -> Standing:
    """Return what a row says of its audience and its clearance.

    A word that was refused opens nothing: who may read it is asked, not guessed.
    """
    audience, clearance = read.get("audience"), read.get("clearance")
    return Standing(
        audience=Audience(audience) if audience else Audience.INTERNAL,
        clearance=Clearance(clearance) if clearance else Clearance.DRAFT,
        cleared_by=squeeze(read.words("cleared_by")),
    )


@frozen(kw_only=True)
class ReadText:
    """A text that was read from the columns of several languages.

    Attributes:
        text: The text.
        extras: Words of a column for whose language another column spoke already.
    """

    text: Text
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)


def text_of(read: RowValues, key: str, origin: RowOrigin, values: Values) -> ReadText:
    """Return the text that the columns *key*, in English and national, give.

    In which language each column is stands in *origin*.
    """
    languages = dict(origin.languages)
    forms: dict[str, str] = {}
    extras = []
    for column in (f"{key}_english", f"{key}_national", key):
        language = languages.get(column, UNDETERMINED)
        words = squeeze(read.words(column))
        if not words or words in forms.values():
            continue
        free = [code for code in (language, UNDETERMINED) if code not in forms]
        if free:
            forms[free[0]] = words
        else:
            extras.append(extra_of(read, column, values))
    return ReadText(text=Text.from_forms(forms), extras=extras)


def extra_of(read: RowValues, key: str, values: Values) -> Extra:
    """Return the cell of a field as an extra: the field cannot hold what it says."""
    cell = read.cell(key)
    if cell is None:
        raise KeyError(key)
    label = field_of(values.lexicon.columns, key).label.in_(values.language)
    return Extra(heading=label, value=values.words(cell), cell=cell.ref)


def pieces_of(
    read: RowValues, key: str, standing: Standing, origin: RowOrigin
) -> tuple[Piece, ...]:
    """Return the pieces of the column *key* and of that in English beside it.

    Each line is one piece, in two languages where there is a line in both; the
    template asks for the same lines in the same order.
    """
    own: tuple[str, ...] = read.get(key) or ()
    english: tuple[str, ...] = read.get(f"{key}_english") or ()
    place, place_english = origin.of(key), origin.of(f"{key}_english")
    language = dict(origin.languages).get(key, UNDETERMINED)
    if own and english and language == "en":
        language = UNDETERMINED
    return tuple(
        standing.piece(
            text_in_both(line, said, language), place if line else place_english
        )
        for line, said in zip_longest(own, english)
    )


def text_in_both(line: str | None, english: str | None, language: str) -> Text:
    """Return a line in its language and in English, or in the one in which it is."""
    if not line:
        return Text.of(english or "")
    own = Text.of(line, language)
    return own.with_("en", english) if english else own
