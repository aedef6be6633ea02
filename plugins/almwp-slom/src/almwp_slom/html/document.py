"""Write a report as one HTML page that needs nothing from outside."""

import re
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.exporting.evidence import evidence_of, how_to_ask
from almwp.exporting.phrases import basis_in_words, classification
from almwp.model.report import Report
from almwp.model.source import Basis
from almwp_slom.html.laidout import made_ready, runs_of, widths
from almwp_slom.html.outline import Section, contents, sections_of
from almwp_slom.html.policy import content_policy, css_text
from almwp_slom.html.references import References, notes_markup, sources_of
from almwp_slom.html.tables import table_markup
from almwp_slom.html.textmarkup import flowing, one_line
from almwp_slom.html.words import words_for_script
from almwp_slom.phrases import phrases, phrases_of

_LONGEST_TITLE = 90
_LONGEST_NOTICE = 250
"""Letters for which there is room on the margin; the whole stands at the head."""
_MANY = 9
"""From how many headings on a printed paper has a cover with its contents."""
_PAGE = "page.html.jinja"
_COUNTED = re.compile(r"(\{pages?\})")


def render(report: Report) -> bytes:
    """Lay out *report*.  Its text stays text: none of it becomes markup.

    Raises:
        CallError: matplotlib, which draws the figures, is not installed.
    """
    say = phrases_of(report)
    title = one_line(report.title) or "–"
    sections = tuple(sections_of(report.blocks))
    ready = tuple(made_ready(report, sections, title))
    evidence = evidence_of(report)
    sources = sources_of(evidence)
    ends = _ends(bool(sources.notes), say)
    style = f"{_asset('page.css')}{widths(ready)}{_margins(report, title, say)}"
    script = _asset("page.js")
    page = (
        _environment(report, say)
        .get_template(_PAGE)
        .render(
            report=report,
            title=title,
            runs=runs_of(ready),
            has_cover=len(sections) >= _MANY and not report.is_compact,
            contents=contents((*sections, *ends)),
            sources=sources,
            notes=notes_markup(sources.notes, say),
            mark=References.of(evidence, say).mark,
            said=words_for_script(say),
            classification=classification(report.audience, say),
            policy=Markup(content_policy(style, script)),
            style=Markup(style),
            script=Markup(script),
        )
    )
    return page.encode("utf-8")


def _ends(has_notes: bool, say: Translate) -> tuple[Section, ...]:
    """Return the sections that stand after the blocks."""
    if not has_notes:
        return ()
    return (Section(place="evidence", level=2, text=say("Evidence")),)


def _margins(report: Report, title: str, say: Translate) -> str:
    """Return the style of the margins, where each printed page says whose it is."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = _COUNTED.split(say("Page {page} of {pages}"))
    number = " ".join(counters.get(part) or css_text(part) for part in parts)
    said = {
        "top-left": css_text(_short(title, _LONGEST_TITLE)),
        "top-right": css_text(classification(report.audience, say)),
        "bottom-left": css_text(_short(one_line(report.notice), _LONGEST_NOTICE)),
        "bottom-right": number,
    }
    boxes = "".join(f"@{box}{{content:{text}}}\n" for box, text in said.items())
    return f"@page{{\n{boxes}}}\n"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _environment(report: Report, say: Translate) -> Environment:
    """Return templates that escape every text and let no harmful character through."""
    environment = Environment(
        loader=PackageLoader("almwp_slom.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def on_basis(basis: Basis, language: str) -> str:
        return basis_in_words(basis, phrases(language) if language else say)

    environment.filters.update(flowing=flowing, line=one_line, basis=on_basis)
    environment.globals.update(
        say=say,
        table=table_markup,
        how_to_ask=how_to_ask,
    )
    return environment


def _harmless(value: object) -> object:
    is_plain = isinstance(value, str) and not isinstance(value, Markup)
    return harmless(str(value)) if is_plain else value


def _asset(name: str) -> str:
    file = files("almwp_slom.html") / "templates" / name
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")
