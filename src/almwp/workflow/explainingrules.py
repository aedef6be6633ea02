"""Explain a rule: what it says, when it speaks, and where it spoke."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from almwp.errors import Translate
from almwp.findings.rule import Finding, Rule, Severity
from almwp.findings.rules import RULES
from almwp.intake.fieldlist import field_list
from almwp.intake.fieldrules import rules_of
from almwp.model.fields import frozen_items
from almwp.plugins.registry import Plugins

CORE = "core"
"""Named as the provider of the rules that are almwp's own."""


@frozen(kw_only=True)
class RuleField:
    """A field of which a rule may speak.

    Attributes:
        sheet: Key of its sheet; ``cover`` for a line above the tables.
        field: Its key.
        label: Its heading.
    """

    sheet: str
    field: str
    label: str


@frozen(kw_only=True)
class RulePlace:
    """A place at which a rule spoke.

    Attributes:
        file: The file's name without its folder.
        sheet: The sheet, or None for the whole file.
        cell: The cell or range, or None for the whole sheet.
        message: What is wrong there.
        hint: What to type instead.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    message: str
    hint: str


@frozen(kw_only=True)
class ExplainedRule:
    """What a rule says and when it speaks.

    Attributes:
        code: Its code.
        name: The code in words.
        severity: error, warning or note.
        provider: The plugin whose rule it is; ``core`` for almwp's own.
        about: Of what the rules of its group speak.
        message: What it says; an ellipsis stands for what it says of a value.
        hint: What to do.
        effect: What its severity does to the value.
        fields: The fields of which it may speak; empty where it is about no field.
        places: Where it spoke in the files that were given.
    """

    code: str
    name: str
    severity: str
    provider: str
    about: str = ""
    message: str
    hint: str
    effect: str
    fields: tuple[RuleField, ...] = field(default=(), converter=frozen_items)
    places: tuple[RulePlace, ...] = field(default=(), converter=frozen_items)


def known_rules(plugins: Plugins) -> Mapping[str, Rule]:
    """Return every rule by its code: the core's and those of plugins."""
    return {**plugins.rules, **RULES}


def rules_named(words: str, plugins: Plugins) -> tuple[Rule, ...]:
    """Return the rules of a code or a name, in any case; names of plugins may clash."""
    wanted = words.strip().casefold()
    return tuple(
        rule
        for code, rule in known_rules(plugins).items()
        if wanted in (code.casefold(), rule.name)
    )


def explain_rule(
    rule: Rule,
    plugins: Plugins,
    translate: Translate,
    language: str = "en",
    found: Iterable[Finding] = (),
) -> ExplainedRule:
    """Return what *rule* says and when it speaks.

    Args:
        rule: The rule.
        plugins: Those that are loaded.
        translate: Into the language of the words.
        language: Which language that is.
        found: What was found in files; that of other rules is left out.
    """
    return ExplainedRule(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        provider=CORE if rule.code in RULES else plugins.rules.provider_of(rule.code),
        about=_about(rule, translate),
        message=_without_facts(translate(rule.message)),
        hint=_without_facts(translate(rule.hint)),
        effect=_effect(rule.severity, translate),
        fields=_fields(rule, language),
        places=(
            RulePlace(
                file=each.at.file,
                sheet=each.at.sheet,
                cell=each.at.cell,
                message=each.message(translate),
                hint=each.hint(translate),
            )
            for each in found
            if each.rule == rule
        ),
    )


class _Open(dict[str, str]):
    """Facts that nobody knows before a rule has spoken."""

    def __missing__(self, name: str) -> str:
        return "…"


def _without_facts(sentence: str) -> str:
    return sentence.format_map(_Open())


def _about(rule: Rule, translate: Translate) -> str:
    """Return of what the rules of this hundred speak; plugins may count otherwise."""
    if rule.code not in RULES:
        return ""
    match rule.code[3]:
        case "1":
            return translate("a file or a sheet")
        case "2":
            return translate("the value of a cell")
        case "3":
            return translate("rows of a table together")
        case "4":
            return translate("a report against the framework")
        case _:
            return translate("several reports together")


def _effect(severity: Severity, translate: Translate) -> str:
    match severity:
        case Severity.ERROR:
            return translate("the value or the row is kept out until it is corrected")
        case Severity.WARNING:
            return translate("the value is kept; look whether it is what was meant")
        case Severity.NOTE:
            return translate("the value is kept; this tells how it was understood")


def _fields(rule: Rule, language: str) -> Iterator[RuleField]:
    known = field_list()
    for sheet in (known.lines, *known.sheets):
        for each in sheet.fields:
            if rule in rules_of(sheet.key, each, sheet.titles):
                yield RuleField(
                    sheet=sheet.key, field=each.key, label=each.label.in_(language)
                )
