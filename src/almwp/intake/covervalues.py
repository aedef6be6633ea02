"""Read the value of one line of a cover by the type of its field."""

from typing import Any

from almwp.catalogue.meetings import find_meeting
from almwp.findings import file_rules, value_rules
from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import CellKind
from almwp.intake.coverlines import Line
from almwp.intake.field import FieldType
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework, programme_titles
from almwp.intake.languagenames import find_language
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values


def refusal_of(parsed: Parsed[Any]) -> Finding | None:
    """Return the finding that keeps a value out, or None."""
    return next((f for f in parsed.findings if f.severity is Severity.ERROR), None)


def value_of(line: Line, values: Values) -> Parsed[Any]:
    """Read the value of *line* by the type of its field."""
    of = field_of(values.lexicon.fields.cover, line.key)
    words = values.words(line.value)
    if line.value.kind in (CellKind.ERROR, CellKind.UNCALCULATED) or (
        values.is_absent(words)
    ):
        # Errors speak for themselves, and "-" or "n/a" says nothing of any field.
        parsed = read_value(values, of, line.value)
        return Parsed(findings=parsed.findings if parsed.is_refused else ())
    match of.type:
        case FieldType.FRAMEWORK:
            framework = find_framework(words, values.lexicon)
            examples = ", ".join(programme_titles(values.lexicon)[:3])
            named = framework.id if framework else None
            return _known(line, values, named, examples)
        case FieldType.LANGUAGE:
            code = find_language(words, values.lexicon)
            examples = ", ".join(dict.fromkeys(values.lexicon.languages.values()))
            return _known(line, values, code, examples)
        case FieldType.MEETING:
            meeting = find_meeting(words)
            if meeting:
                return Parsed(value=meeting.id)
            unknown = values.finding(value_rules.UNKNOWN_MEETING, of, line.value)
            return Parsed(value=words, findings=(unknown,))
        case _:
            return read_value(values, of, line.value)


def _known(line: Line, values: Values, value: str | None, examples: str) -> Parsed[str]:
    """Return *value*, or refuse words that were not understood."""
    if value:
        return Parsed(value=value)
    of = field_of(values.lexicon.fields.cover, line.key)
    label = of.label.in_(values.language)
    return values.refuse(
        file_rules.FORMAT_UNKNOWN_LINE, of, line.value, label=label, expected=examples
    )
