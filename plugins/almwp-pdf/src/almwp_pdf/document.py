"""Write a report as a PDF file: its data for the template, then the typesetting."""

from almwp.model.report import Report
from almwp_pdf.ends import evidence_data, lacking_data, manifest_data
from almwp_pdf.laidout import Laying
from almwp_pdf.letters import Lettering
from almwp_pdf.marks import Marks
from almwp_pdf.pages import spread
from almwp_pdf.phrases import classification, phrases
from almwp_pdf.plaindata import Data
from almwp_pdf.typesetting import typeset

_LONGEST_TITLE, _LONGEST_NOTICE = 90, 220
"""Characters that the margin of a page has room for."""
_MANY = 8
"""From how many headings on a paper has a title page with its contents."""


def render(report: Report) -> bytes:
    """Lay out *report*.  Its text stays text: none of it becomes markup.

    Raises:
        CallError: Typst or matplotlib, which draws the figures, is not installed.
    """
    return typeset(paper_data(report))


def paper_data(report: Report) -> Data:
    """Return all that the template is told.

    Raises:
        CallError: matplotlib, which draws the figures, is not installed.
    """
    say = phrases(report.language)
    letters = Lettering.load()
    marks = Marks.of(report)
    laying = Laying(letters=letters, marks=marks, say=say, language=report.language)
    cover, runs = spread(report.blocks)
    opening = laying.blocks(cover, flipped=False)
    body = [
        {"flipped": flipped, "blocks": laying.blocks(blocks, flipped=flipped)}
        for flipped, blocks in runs
    ]
    title = letters.line(report.title) or "–"
    notice = letters.line(report.notice)
    before, between, after = _page_count(letters.line(say("Page {page} of {pages}")))
    ends = {
        "evidence": evidence_data(report, marks, letters, say),
        "manifest": manifest_data(report.manifest, letters, say),
    }
    return {
        "title": title,
        "named": marks.spoken(report.title) or "–",
        "short-title": _short(title, _LONGEST_TITLE),
        "subtitle": letters.lines(report.subtitle),
        "notice": letters.lines(report.notice),
        "short-notice": _short(notice, _LONGEST_NOTICE),
        "classification": classification(report.audience, say),
        **_language(report.language),
        "contents": say("Contents"),
        "has-title-page": laying.headings >= _MANY,
        "footer": [before, between, after],
        "cover": opening,
        "runs": body,
        "ends": ends,
        # Told last: only now is it known what the fonts lack.
        "lacking": lacking_data(letters, say),
    }


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def _page_count(words: str) -> tuple[str, str, str]:
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def _language(code: str) -> Data:
    """Return the language and the region, as Typst knows them."""
    language, *further = code.replace("_", "-").split("-")
    is_known = language.isascii() and language.isalpha() and len(language) in (2, 3)
    regions = [part.upper() for part in further if len(part) == 2 and part.isalpha()]
    return {
        "language": language.lower() if is_known else "en",
        "region": regions[0] if regions and regions[0].isascii() else None,
    }
