"""Write a report as a PDF file: its data for the template, then the typesetting."""

import re

from almwp.drawing.wording import writable
from almwp.exporting.characters import harmless
from almwp.exporting.phrases import classification, phrases_of
from almwp.model.report import Report
from almwp_pdf.ends import evidence_data, lacking_data, manifest_data, small_data
from almwp_pdf.laidout import Laying
from almwp_pdf.letters import Lettering
from almwp_pdf.marks import Marks
from almwp_pdf.pages import spread
from almwp_pdf.plaindata import Data
from almwp_pdf.spoken import language_of, region_of
from almwp_pdf.typesetting import typeset

_LONGEST_TITLE, _LONGEST_NOTICE = 90, 220
"""Characters that the margin of a page has room for."""
_MANY = 9
"""From how many headings on a paper has a title page with its contents."""
_LONG = 20
"""From how many headings on the contents begin a page."""
_COUNTED = re.compile(r"(\{pages?\})")


def render(report: Report) -> bytes:
    """Lay out *report*.  Its text stays text: none of it becomes markup.

    Raises:
        CallError: Typst or matplotlib, which draws the figures, is not installed.
    """
    letters = Lettering.load()
    return typeset(paper_data(report, letters), letters.font.folder)


def paper_data(report: Report, letters: Lettering) -> Data:
    """Return all that the template is told.

    Raises:
        CallError: matplotlib, which draws the figures, is not installed.
    """
    say = phrases_of(report, "almwp_pdf")
    marks = Marks.of(report)
    languages = (report.language, report.second_language or report.language)
    laying = Laying(letters=letters, marks=marks, say=say, languages=languages)
    # Each text in the order of reading: so are the letters numbered that fonts lack.
    title = letters.line(report.title) or "–"
    subtitle, notice = letters.lines(report.subtitle), letters.lines(report.notice)
    cover, runs = spread(report.blocks)
    opening = laying.blocks(cover, flipped=False)
    body = [
        {"flipped": flipped, "blocks": laying.blocks(blocks, flipped=flipped)}
        for flipped, blocks in runs
    ]
    footer = _COUNTED.split(letters.line(say("Page {page} of {pages}")))
    ends = {
        "evidence": evidence_data(report, marks, letters, say),
        "manifest": manifest_data(report, marks, letters, say),
        "small": small_data(report, letters, say),
    }
    return {
        "title": title,
        "named": _spoken(report.title) or "–",
        "short-title": _short(title, _LONGEST_TITLE),
        "subtitle": subtitle,
        "notice": notice,
        "short-notice": _short(" ".join(notice), _LONGEST_NOTICE),
        "classification": classification(report.audience, say),
        "language": language_of(report.language),
        "region": region_of(report.language),
        "contents": say("Contents"),
        "compact": report.is_compact,
        "has-title-page": laying.headings >= _MANY and not report.is_compact,
        "has-long-contents": laying.headings > _LONG,
        "footer": footer,
        "cover": opening,
        "runs": body,
        "ends": ends,
        # Told last: only now is it known what the fonts lack.
        "lacking": lacking_data(letters, say),
    }


def _spoken(text: str) -> str:
    """Return *text* for what has no font, such as the title in the file's metadata."""
    return " ".join(writable(harmless(text)).split())


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
