"""The hidden sheet on which the lists of a template stand, and their names."""

from attrs import define, field, frozen
from xlsxwriter.workbook import Workbook

from almwp.intake.cells import column_letters
from almwp.intake.form import Choices
from almwp.intake.templatestamp import LISTS

SHEET = "almwp lists"


@frozen(kw_only=True)
class List:
    """A list on the hidden sheet.

    Attributes:
        name: The name that the workbook gives it.
        count: How many words it has.
    """

    name: str
    count: int


@frozen(kw_only=True)
class DependentList:
    """Lists of which the word in another column tells the one that fits.

    They stand in one column, below one another; beside them, for each word of the
    other column, stands where its list begins and how long it is.

    Attributes:
        whole: All words, for rows in which the other column is empty.
        first: Name of the cell above the first list.
        keys: Name of the words of the other column.
        starts: Name of how far below *first* each list begins.
        counts: Name of how long each list is.
    """

    whole: List
    first: str
    keys: str
    starts: str
    counts: str

    def formula(self, other: str) -> str:
        """Return what gives the list for the word in the cell *other*."""
        row = f"MATCH({other},{self.keys},0)"
        start = f"IFERROR(INDEX({self.starts},{row}),1)"
        count = f"IFERROR(INDEX({self.counts},{row}),{self.whole.count})"
        return f"=OFFSET({self.first},{start},0,{count},1)"


@define(kw_only=True, eq=False)
class ListSheet:
    """Gathers the lists, each once however many fields have it, and writes them."""

    _columns: list[tuple[str, tuple[str | int, ...]]] = field(factory=list, init=False)
    _names: list[tuple[str, str]] = field(factory=list, init=False)
    _known: dict[tuple[str, ...], List] = field(factory=dict, init=False)
    _dependent: dict[Choices, DependentList] = field(factory=dict, init=False)

    def put(self, key: str, choices: Choices) -> List:
        """Keep the words of *choices* and return their list."""
        known = self._known.get(choices.words)
        if known is None:
            name = self._add(key, choices.words)
            known = List(name=name, count=len(choices.words))
            self._known[choices.words] = known
        return known

    def put_dependent(self, key: str, choices: Choices) -> DependentList:
        """Keep the lists of *choices* one below another, and where each begins."""
        known = self._dependent.get(choices)
        if known is not None:
            return known
        # The whole list comes first: it serves rows without a word in the column.
        words = [*choices.words]
        starts, counts = [], []
        for _, part in choices.parts:
            starts.append(len(words) + 1)
            counts.append(len(part))
            words += part
        name = self._add(key, tuple(words))
        first = f"{name}_first"
        self._names.append((first, _place(len(self._columns), 0, 0)))
        known = DependentList(
            whole=List(name=name, count=len(choices.words)),
            first=first,
            keys=self._add(f"{key}_of", tuple(word for word, _ in choices.parts)),
            starts=self._add(f"{key}_starts", tuple(starts)),
            counts=self._add(f"{key}_counts", tuple(counts)),
        )
        self._dependent[choices] = known
        return known

    def _add(self, key: str, items: tuple[str | int, ...]) -> str:
        """Keep *items* as a column and name it; the first column tells what this is."""
        self._columns.append((key, items))
        column = len(self._columns)
        name = f"almwp_{key}_{column}"
        self._names.append((name, _place(column, 1, len(items))))
        return name

    def write(self, book: Workbook) -> None:
        """Add the sheet to *book*, where nobody sees it, and name the lists."""
        sheet = book.add_worksheet(SHEET)
        sheet.very_hidden()
        sheet.write_string(0, 0, LISTS)
        for column, (key, items) in enumerate(self._columns, start=1):
            sheet.write_string(0, column, key)
            for row, item in enumerate(items, start=1):
                if isinstance(item, str):
                    sheet.write_string(row, column, item)
                else:
                    sheet.write_number(row, column, item)
        for name, place in self._names:
            book.define_name(name, f"='{SHEET}'!{place}")


def _place(column: int, first: int, last: int) -> str:
    """Return the address of a part of a column; all three count from 0."""
    letters = column_letters(column + 1)
    place = f"${letters}${first + 1}"
    return f"{place}:${letters}${last + 1}" if last > first else place
