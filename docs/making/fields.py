"""The pages of fields: what a submission may hold, sheet by sheet."""

from almwp.intake.field import Field
from almwp.intake.fieldlist import SheetFields, field_list
from almwp.intake.fieldrules import rules_of
from making.markdown import code, escape, link, page, table
from making.rules import place_of

_FOLDER = "reference/fields"


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    sheets = all_sheets()
    made = {f"{_FOLDER}/index.md": _index(sheets)}
    for sheet in sheets:
        made[page_of(sheet)] = _page(sheet)
    return made


def all_sheets() -> tuple[SheetFields, ...]:
    """Return the cover and the tables."""
    known = field_list()
    return (known.lines, *known.sheets)


def page_of(sheet: SheetFields) -> str:
    """Return the path of the page of *sheet*."""
    return f"{_FOLDER}/{sheet.key.replace('_', '-')}.md"


def _index(sheets: tuple[SheetFields, ...]) -> str:
    rows = [
        (
            link(escape(str(sheet.label)), page_of(sheet).rpartition("/")[2]),
            escape(sheet.label.in_("vi")),
            escape(str(sheet.help)),
            ", ".join(code(kind) for kind in sheet.templates),
            str(len(sheet.fields)),
        )
        for sheet in sheets
    ]
    return page(
        "Fields",
        [
            "",
            "What a submission may hold, sheet by sheet, made from the one list",
            "of fields.",
            "Headings are recognised in any case, with or without accents and",
            "punctuation.",
            "The names in `code` are those of mapping files, of JSON and of findings.",
        ],
        table(("sheet", "in Vietnamese", "holds", "in the templates", "fields"), rows),
    )


def _page(sheet: SheetFields) -> str:
    parts = [["", f"{escape(str(sheet.help))} / {escape(sheet.help.in_('vi'))}"]]
    if sheet.templates:
        kinds = ", ".join(code(kind) for kind in sheet.templates)
        parts.append(["", f"In the templates: {kinds}."])
    if sheet.others:
        names = "; ".join(dict.fromkeys(escape(name) for name in sheet.names))
        parts.append(["", f"Names of the sheet: {names}."])
    rows = [
        (
            link(code(field.key), "", field.key),
            escape(str(field.label)),
            escape(field.label.in_("vi")),
            str(field.type).replace("_", " "),
            "yes" if field.required else "",
        )
        for field in sheet.fields
    ]
    parts.append(table(("field", "English", "Vietnamese", "type", "required"), rows))
    parts += [_field(sheet, field) for field in sheet.fields]
    return page(f"Fields: {escape(str(sheet.label))}", *parts)


def _field(sheet: SheetFields, field: Field) -> list[str]:
    lines = [
        "",
        f"## {field.key}",
        "",
        f"- {escape(str(field.help))}",
        f"- {escape(field.help.in_('vi'))}",
    ]
    if others := "; ".join(escape(word) for word in field.synonyms):
        lines.append(f"- Also read: {others}")
    rules = [
        link(rule.code, f"../{place_of(rule)}", f"{rule.code} {rule.name}")
        for rule in rules_of(sheet.key, field, sheet.titles)
    ]
    if rules:
        lines.append(f"- Rules that may speak of it: {', '.join(rules)}")
    return lines
