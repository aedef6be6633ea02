"""Write the pages of the reference that are made from the code.

``python docs/make_reference.py`` writes them anew; a test holds them in step.
"""

import inspect
import re
from pathlib import Path

import click

from almwp.cli.main import COMMANDS, almwp
from almwp.findings.rules import RULES
from almwp.intake.field import Field
from almwp.intake.fieldlist import SheetFields, field_list
from almwp.intake.fieldrules import rules_of
from almwp.plugins import records, reportrequest
from almwp.plugins.hookspecs import Hooks

FOLDER = Path(__file__).parent / "reference"
_GROUPS = {
    "1": "File and sheet",
    "2": "Values of cells",
    "3": "Rows together",
    "4": "Against the framework",
    "5": "Between submissions",
}


def pages() -> dict[str, str]:
    """Return each page by its file's name."""
    return {
        "rules.md": _rules(),
        "fields.md": _fields(),
        "hooks.md": _hooks(),
        "commands.md": _commands(),
    }


def _rules() -> str:
    lines = ["# Rules", "", "Every code that the core can find. Codes never change."]
    for digit, title in _GROUPS.items():
        lines += ["", f"## {title}"]
        for code, rule in RULES.items():
            if code[3] == digit:
                lines += [
                    "",
                    f"### {code} {rule.name}",
                    "",
                    f"{rule.severity.capitalize()}: {_escape(rule.message)}.",
                    "",
                    f"What to do: {_escape(rule.hint)}.",
                ]
    return "\n".join(lines) + "\n"


def _fields() -> str:
    known = field_list()
    lines = [
        "# Fields",
        "",
        "What a submission may hold, sheet by sheet, made from the one list of fields.",
        "Headings are recognised in any case, with or without accents and punctuation.",
        "What each code means is in [the rules](rules.md).",
    ]
    for sheet in (known.lines, *known.sheets):
        templates = ", ".join(f"`{kind}`" for kind in sheet.templates)
        lines += ["", f"## {sheet.label}", "", f"{sheet.help} / {sheet.help.in_('vi')}"]
        if templates:
            lines += ["", f"In the templates: {templates}."]
        lines += ["", *_table(sheet)]
        for field in sheet.fields:
            lines += _field(field)
    return "\n".join(lines) + "\n"


def _table(sheet: SheetFields) -> list[str]:
    """Lay out every field with its labels, its type and the rules that speak of it."""
    lines = [
        "| field | English | Vietnamese | type | required | rules |",
        "|---|---|---|---|---|---|",
    ]
    for field in sheet.fields:
        codes = ", ".join(r.code for r in rules_of(sheet.key, field, sheet.titles))
        cells = (
            f"`{field.key}`",
            _escape(str(field.label)),
            _escape(field.label.in_("vi")),
            str(field.type).replace("_", " "),
            "yes" if field.required else "",
            codes,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _field(field: Field) -> list[str]:
    others = "; ".join(_escape(word) for word in field.synonyms)
    return [
        "",
        f"### {field.key}",
        "",
        f"- {_escape(str(field.help))}",
        f"- {_escape(field.help.in_('vi'))}",
        *([f"- Also read: {others}"] if others else []),
    ]


def _hooks() -> str:
    lines = ["# Hooks", "", "What a plugin can contribute."]
    for name, hook in inspect.getmembers(Hooks, inspect.isfunction):
        lines += ["", f"## {name}", "", *_docstring(hook)]
    lines += ["", "# Records"]
    known = {**vars(records), **vars(reportrequest)}
    homes = {records.__name__, reportrequest.__name__}
    for name, record in sorted(known.items()):
        own = inspect.isclass(record) and record.__module__ in homes
        if own and not name.startswith("_"):
            lines += ["", f"## {name}", "", *_docstring(record)]
    return "\n".join(lines) + "\n"


def _docstring(thing: object) -> list[str]:
    text = re.sub(r":\w+:`~?([^`]*)`", r"`\1`", inspect.getdoc(thing) or "")
    return ["```text", *text.replace("``", "`").splitlines(), "```"]


def _commands() -> str:
    lines = ["# Commands", "", "The help of each command, as `--help` prints it."]
    context = click.Context(almwp, info_name="almwp", **almwp.context_settings)
    for name in COMMANDS:
        command = almwp.get_command(context, name)
        assert command is not None
        inner = click.Context(
            command, info_name=name, parent=context, max_content_width=88
        )
        inner.terminal_width = 88
        lines += ["", f"## almwp {name}", "", "```text", command.get_help(inner), "```"]
        for below, part in getattr(command, "commands", {}).items():
            own = click.Context(
                part, info_name=below, parent=inner, max_content_width=88
            )
            title = f"### almwp {name} {below}"
            lines += ["", title, "", "```text", part.get_help(own), "```"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _escape(text: str) -> str:
    """Keep signs that Markdown would take for its own."""
    return re.sub(r"([\\`*_<>#\[\]|])", r"\\\1", text)


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
