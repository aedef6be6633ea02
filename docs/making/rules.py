"""The pages of rules: each with an example that really occurred, and its cure."""

import re
from collections.abc import Iterable, Mapping

from almwp.findings.rule import Rule
from almwp.findings.rules import RULES
from making.examples import NOT_MET, Example, examples
from making.installed import own_plugins
from making.markdown import code, escape, fenced, link, page, table

_FOLDER = "reference/rules"
_GROUPS: Mapping[str, tuple[str, str]] = {
    "1": ("file-and-sheet", "File and sheet"),
    "2": ("values", "Values of cells"),
    "3": ("rows", "Rows together"),
    "4": ("framework", "Against the framework"),
    "5": ("between-submissions", "Between submissions"),
}
_FACT = re.compile(r"\{(\w+)\}")
_EFFECT = {
    "error": "the value or the row is kept out until it is corrected",
    "warning": "the value is kept; look whether it is what was meant",
    "note": "the value is kept; this tells how it was understood",
}


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    known = all_rules()
    groups: dict[str, list[Rule]] = {}
    for rule in known.values():
        groups.setdefault(place_of(rule), []).append(rule)
    made = {f"{_FOLDER}/index.md": _index(groups)}
    for place, rules in groups.items():
        made[f"reference/{place}"] = _page(_title(rules[0]), rules)
    return made


def all_rules() -> Mapping[str, Rule]:
    """Return every rule of this repository by its code, the core's first."""
    return {**RULES, **own_plugins().rules}


def place_of(rule: Rule) -> str:
    """Return the page of *rule*, as seen from the folder ``reference``."""
    if rule.code in RULES:
        return f"rules/{_GROUPS[rule.code[3]][0]}.md"
    return f"rules/{own_plugins().rules.provider_of(rule.code)}.md"


def _title(rule: Rule) -> str:
    if rule.code in RULES:
        return _GROUPS[rule.code[3]][1]
    return f"Rules of the plugin {own_plugins().rules.provider_of(rule.code)}"


def _index(groups: Mapping[str, Iterable[Rule]]) -> str:
    parts: list[list[str]] = [
        [
            "",
            "Every code that almwp can find. A code never changes its meaning, and is",
            "never used for something else. `almwp explain CODE` tells the same",
            "on your",
            "own machine, and `almwp explain CODE FILE...` where it spoke in your",
            "files.",
        ],
        table(("weight", "what it does"), _EFFECT.items()),
    ]
    for place, rules in groups.items():
        own = tuple(rules)
        file = place.partition("/")[2]
        rows = [
            (
                link(rule.code, file, f"{rule.code} {rule.name}"),
                rule.name,
                rule.severity.value,
            )
            for rule in own
        ]
        parts.append(
            ["", f"## {_title(own[0])}", "", f"{link('All on one page', file)}"]
        )
        parts.append(table(("code", "name", "weight"), rows))
    return page("Rules", *parts)


def _page(title: str, rules: Iterable[Rule]) -> str:
    return page(
        title,
        [
            "",
            "What is found, an example as almwp prints it, and what to do. Words in",
            "italics stand for what is found in the file.",
        ],
        *(_rule(rule) for rule in rules),
    )


def _rule(rule: Rule) -> list[str]:
    example = examples().get(rule.code)
    lines = [
        "",
        f"## {rule.code} {rule.name}",
        "",
        f"{rule.severity.capitalize()}: {_EFFECT[rule.severity]}.",
        "",
        f"What is found: {_told(rule.message)}.",
        "",
        f"What to do: {_told(rule.hint)}.",
    ]
    if example:
        return lines + _example(rule, example)
    return [*lines, "", f"No example was met: {NOT_MET.get(rule.code, 'not yet')}."]


def _told(sentence: str) -> str:
    """Return a sentence with its places for facts as words in italics."""
    return _FACT.sub(r"*\1*", escape(sentence))


def _example(rule: Rule, example: Example) -> list[str]:
    finding = example.finding(rule)
    said = f"{finding}\n    hint: {finding.hint()}"
    lines = ["", f"Example, met in {code(example.met_in)}:", *fenced(said)]
    if finding.suggestions:
        near = "; ".join(escape(word) for word in finding.suggestions)
        lines += ["", f"It suggests: {near}."]
    return lines
