"""How a page in Vietnamese is held to the page in English that it translates.

A translation names its page and a fingerprint in a comment that readers do not see:

``<!-- translation of: how-to/check-a-file.md; as of: 0123456789ab -->``

The fingerprint is of the headings of the English page and of its outline: blocks of
code, paragraphs, items, rows of tables and pictures in their order.  Other words may
be chosen in either page without a change of it.  A page that only says in short what
the other tells is a ``summary of`` it, and its fingerprint is of the headings alone.
It has to say so at its top, in words as well.
"""

import hashlib
import re
from collections.abc import Iterator

from attrs import frozen

TRANSLATED = (
    "index",
    "tutorial/index",
    "tutorial/install",
    "tutorial/first-position",
    "tutorial/from-one-period-to-the-next",
    "how-to/index",
    "how-to/check-a-file",
    "how-to/act-on-findings",
    "how-to/send-a-file-back",
    "how-to/make-a-template",
    "how-to/map-headings",
    "how-to/send-other-files",
    "how-to/score-and-as-of",
    "how-to/explain-a-figure",
    "how-to/make-a-position",
    "how-to/choose-a-format",
    "how-to/draw-figures",
    "how-to/use-your-letterhead",
    "how-to/write-in-two-languages",
    "how-to/merge-and-decide",
    "how-to/compare-two-versions",
    "how-to/carry-over",
    "how-to/look-something-up",
    "how-to/load-a-framework",
    "how-to/find-overlaps",
    "how-to/published-counts",
    "how-to/choose-a-policy",
    "explanation/index",
    "explanation/promises",
    "explanation/frameworks-and-basis",
    "explanation/bounds",
    "explanation/what-we-do-not-know-of-2026-2030",
    "explanation/how-scores-are-made",
    "explanation/odd-cells",
    "explanation/odd-text",
    "explanation/how-files-are-written",
    "explanation/security",
)
"""The delegate's pages, which have to be there in Vietnamese."""

NOT_REVIEWED = "Bản dịch này chưa được cán bộ Việt Nam nào rà soát."
"""What a translation says at its top until an official of Viet Nam has read it."""

SUMMARY = "Trang này chỉ tóm tắt bản tiếng Anh."
"""What a page says at its top that only tells in short what the English one does."""

_MARK = re.compile(
    r"^<!-- (?P<kind>translation|summary) of: (?P<page>\S+\.md);"
    r" as of: (?P<fingerprint>[0-9a-f]{12}) -->$",
    re.MULTILINE,
)
_LANGUAGE = " --lang vi"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"(#{1,6}) ")
_ITEM = re.compile(r" *(-|\d+\.) ")
# A picture that shows words may be there once more with the words in Vietnamese.
_PICTURE = re.compile(r"!\[[^\]]*\]\((?:[^)]*/)?([^)/]+)\)")
_FENCE = "```"
_WORDED = re.compile(r'f?"[^"\n]*"|#.*')
_KEPT = re.compile(r"\{[^}]*\}")
_KEPT_IN_COMMENT = re.compile(r'"[^"]*"|\[.*?\]')


@frozen(kw_only=True)
class Origin:
    """What a page in Vietnamese was made from.

    Attributes:
        page: The English page, below ``docs``.
        fingerprint: Of the English page as it was then.
        summary: Whether the page only says in short what the other tells.
    """

    page: str
    fingerprint: str
    summary: bool


def origin_of(text: str) -> Origin | None:
    """Return what a page in Vietnamese says of its origin, if it says it."""
    if (found := _MARK.search(text)) is None:
        return None
    return Origin(
        page=found["page"],
        fingerprint=found["fingerprint"],
        summary=found["kind"] == "summary",
    )


def fingerprint(text: str, *, summary: bool = False) -> str:
    """Return the fingerprint of an English page, as a translation of it states it."""
    shape = headings(text) if summary else [*headings(text), *outline(text)]
    return hashlib.sha256("\n".join(shape).encode()).hexdigest()[:12]


def headings(text: str) -> list[str]:
    """Return the headings of a page with their words."""
    plain = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE)
    return [line for line in plain.splitlines() if _HEADING.match(line)]


def outline(text: str) -> list[str]:
    """Return what a page consists of, in its order and without its words.

    A block of commands counts as its commands, whatever they print and in whichever
    language; a block of code or data counts as it is written.
    """
    return list(_parts(_COMMENT.sub("", text).splitlines()))


def translates(ours: str | None, theirs: str | None) -> bool:
    """Say whether a part of an outline is that of the English page.

    They are the same, but that in code and data a text or a comment may be in other
    words, which are in Vietnamese if they have a letter that English has not.  The
    fields of a text stay, and so does what a comment has in quotes or in brackets.
    """
    if ours is None or theirs is None:
        return ours is theirs
    if _WORDED.sub('""', ours) != _WORDED.sub('""', theirs):
        return False
    pairs = zip(_WORDED.findall(ours), _WORDED.findall(theirs), strict=True)
    return all(our == their or _is_said_anew(our, their) for our, their in pairs)


def _is_said_anew(our: str, their: str) -> bool:
    if our.isascii() or our[0] != their[0]:
        return False
    kept = _KEPT_IN_COMMENT if our.startswith("#") else _KEPT
    return kept.findall(our) == kept.findall(their)


def _parts(lines: list[str]) -> Iterator[str]:
    block: list[str] | None = None
    within = False  # a paragraph or an item, which may go on in the next line
    for line in lines:
        words = line.strip()
        if block is not None:
            if words == _FENCE:
                yield _told(block)
                block = None
            else:
                block.append(line.rstrip())
        elif words.startswith(_FENCE):
            block, within = [words.removeprefix(_FENCE)], False
        elif not words or words.startswith(">"):
            within = False
        elif heading := _HEADING.match(line):
            yield f"heading {len(heading[1])}"
            within = False
        elif words.startswith("|"):
            yield f"row of {words.count('|') - 1}"
        elif picture := _PICTURE.match(words):
            yield f"picture {picture[1].replace('-vi.', '.')}"
        elif item := _ITEM.match(line):
            yield f"item {item[1]}"
            within = True
        elif not within:
            yield "paragraph"
            within = True


def _told(block: list[str]) -> str:
    language, *lines = block
    if language == "text":
        return "shown text"
    if language == "console":
        prompted = [line for line in lines if line.startswith("$ ")]
        lines = [line.replace(_LANGUAGE, "") for line in prompted or lines]
    return "\n".join([language, *lines])
