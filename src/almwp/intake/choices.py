"""The words to write for what is chosen from a list: states, countries, outcomes."""

from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, field, frozen

from almwp.catalogue.bodies import bodies
from almwp.catalogue.meetings import find_meeting, meetings
from almwp.catalogue.members import find_member, members
from almwp.intake.areanodes import AreaNames, area_nodes, find_area
from almwp.intake.field import Field, FieldType
from almwp.intake.form import Choices
from almwp.intake.frameworknames import find_framework, find_node
from almwp.intake.languagenames import find_language
from almwp.intake.lexicon import Lexicon
from almwp.intake.values import Values
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework, Node
from almwp.model.meeting import Meeting
from almwp.model.member import Member

UNKNOWN_SENDER = "unknown"
"""Who sends a file that does not say who sends it."""
_LONGEST = 200
"""A longer word cannot be looked up by a spreadsheet."""
_PATTERN = frozenset("*?~")
"""Signs by which a spreadsheet looks for anything."""


_TABLES = {
    FieldType.MARKS: "mark",
    FieldType.FRAMEWORK_STATUS: "framework_status",
    FieldType.YES_NO: "yes_no",
}
"""Tables that are not named as the type of field is."""


@frozen(kw_only=True, eq=False)
class Writing:
    """What is needed to put values into words that read back the same.

    Attributes:
        values: Reads cells of the sheet that is written, without any evidence of
            columns.
        languages: Code and own name of each language.
        sender: Who sends the file, as the ids of its activities begin.
    """

    values: Values
    languages: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    sender: str = UNKNOWN_SENDER

    @property
    def lexicon(self) -> Lexicon:
        """The words of all languages."""
        return self.values.lexicon

    @property
    def language(self) -> str:
        """The language in which is written."""
        return self.values.language

    @property
    def framework(self) -> Framework | None:
        """The framework of which outcomes and areas are written."""
        return self.values.framework

    def of(self, sheet: str) -> "Writing":
        """Return what is needed to write the sheet with this key."""
        lexicon = self.lexicon.of(sheet)
        return evolve(self, values=evolve(self.values, lexicon=lexicon))

    def word(self, table: str, meaning: str) -> str | None:
        """Return the usual word for *meaning*, in the language or else in English."""
        return next(
            (w for w in self._usual(table) if self._means(table, w) == meaning), None
        )

    def words(self, table: str) -> tuple[str, ...]:
        """Return the usual word for each meaning of *table*, as English orders them."""
        meanings = dict.fromkeys(
            meaning
            for word in self.lexicon.usual.get(("en", table), ())
            if (meaning := self._means(table, word))
        )
        return tuple(word for m in meanings if (word := self.word(table, m)))

    def _usual(self, table: str) -> Iterator[str]:
        for language in dict.fromkeys((self.language, "en")):
            yield from self.lexicon.usual.get((language, table), ())

    def _means(self, table: str, word: str) -> str | None:
        return self.lexicon.meaning(table, word)

    def country(self, member: Member) -> str:
        """Return the name of a member state."""
        names = (member.name.in_(self.language), str(member.name))
        return next((n for n in names if find_member(n) == member), member.iso2)

    def node(self, node: Node, among: Iterable[Node]) -> str | None:
        """Return the number and the title of *node*, or what of it names it alone."""
        known = tuple(among)
        return self._named(node, lambda words: find_node(words, known))

    def area(self, node: Node, among: Framework | AreaNames) -> str | None:
        """Return what names an area, a topic or what is below an area, likewise."""
        if isinstance(among, AreaNames):
            return self._named(node, among.find)
        return self._named(node, lambda words: find_area(words, among))

    def _named(self, node: Node, find: Callable[[str], Node | None]) -> str | None:
        title = node.title.in_(self.language)
        tries = (
            f"{node.number} {title}".strip(),
            str(node.title),
            node.number,
            node.id,
        )
        for words in tries:
            fits = 0 < len(words) <= _LONGEST and _PATTERN.isdisjoint(words)
            if fits and find(words) == node:
                return words
        return None

    def title(self, framework: Framework) -> str:
        """Return the title of a framework, or its id where that names it alone."""
        titles = (framework.title.in_(self.language), str(framework.title))
        found = (t for t in titles if find_framework(t, self.lexicon) == framework)
        return next(found, framework.id)

    def meeting(self, meeting: Meeting) -> str:
        """Return the body and the number of a meeting, or its id."""
        short = f"{meeting.body} {meeting.number}"
        return short if find_meeting(short) == meeting else meeting.id

    def language_name(self, code: str) -> str | None:
        """Return a language's own name for itself, or its code."""
        names = (dict(self.languages).get(code, ""), code)
        return next((n for n in names if find_language(n, self.lexicon) == code), None)


def table_of(of: Field, lexicon: Lexicon) -> str | None:
    """Return the table of words from which the values of a field are, or None."""
    name = _TABLES.get(of.type, of.type.value)
    return name if name in lexicon.words else None


def choices_of(of: Field, among: Iterable[Field], writing: Writing) -> Choices | None:
    """Return the words of which one is chosen, or None where any may be written.

    Args:
        of: The field.
        among: The fields of its sheet.
        writing: How words are written.
    """
    framework = writing.framework
    match of.type:
        case FieldType.COUNTRY:
            names = [writing.country(member) for member in members()]
            return Choices(words=sorted(names, key=fold))
        case FieldType.OUTCOME:
            return _outcomes(framework, writing) if framework else None
        case FieldType.AREA:
            return _areas(framework, tuple(among), writing) if framework else None
        case FieldType.FRAMEWORK:
            return Choices(words=[writing.title(f) for f in writing.lexicon.frameworks])
        case FieldType.MEETING:
            newest = sorted(meetings(), key=lambda m: m.start.start, reverse=True)
            words = [writing.meeting(meeting) for meeting in newest]
            return Choices(words=words, is_closed=False)
        case FieldType.LANGUAGE:
            codes = (code for code, _ in writing.languages)
            return Choices(words=[w for c in codes if (w := writing.language_name(c))])
        case FieldType.MARKS:
            return None
        case _:
            return _words(of, writing)


def allowed_in(of: Field, writing: Writing) -> tuple[str, ...]:
    """Return the words of which several may be written into one cell of a field."""
    names = tuple(writing.country(member) for member in members())
    match of.type:
        case FieldType.BODIES:
            return tuple(body.id for body in bodies())
        case FieldType.PARTIES:
            everybody = writing.word("all_members", "all")
            return (*names, *([everybody] if everybody else []))
        case FieldType.MARKS:
            return writing.words("mark")
        case _:
            return ()


def _words(of: Field, writing: Writing) -> Choices | None:
    table = table_of(of, writing.lexicon)
    words = writing.words(table) if table else ()
    # A state that is none of the three is understood as such, and said.
    return Choices(words=words, is_closed=table != "status") if words else None


def _outcomes(framework: Framework, writing: Writing) -> Choices | None:
    nodes = framework.outcomes
    words = [w for node in nodes if (w := writing.node(node, nodes))]
    return Choices(words=words) if words else None


def _areas(
    framework: Framework, among: tuple[Field, ...], writing: Writing
) -> Choices | None:
    """Return the areas, and those of each outcome; what has none fits all."""
    nodes = area_nodes(framework)
    names = AreaNames.of(framework)
    words = {n.id: w for n in nodes if (w := writing.area(n, names))}
    if not words:
        return None
    on = next((of.key for of in among if of.type is FieldType.OUTCOME), "")
    above = {
        known: {n.id for n in framework.ancestors(known)} & _ids(framework.outcomes)
        for known in words
    }
    parts = []
    for outcome in framework.outcomes if on and any(above.values()) else ():
        fitting = [words[n] for n, up in above.items() if not up or outcome.id in up]
        name = writing.node(outcome, framework.outcomes)
        if name and fitting:
            parts.append((name, tuple(fitting)))
    return Choices(
        words=words.values(),
        is_closed=framework.has_all_areas,
        on=on if parts else "",
        parts=parts,
    )


def _ids(nodes: Iterable[Node]) -> set[str]:
    return {node.id for node in nodes}
