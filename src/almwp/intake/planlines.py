"""Read a line that names a plan and perhaps a place in it."""

import re
from collections.abc import Iterator

from almwp.intake.frameworknames import find_framework, find_node
from almwp.intake.lexicon import Lexicon
from almwp.model.activity import PlanReference
from almwp.model.framework import Framework

_BREAKS = re.compile(r"\s*[:;,|/(]\s*|\s+[-–—]\s+")
"""What may stand between a plan and the place in it."""

_NUMBER = re.compile(
    r"(?:no|number|item|activity|row|số|hoạt động|nomor|kegiatan)\b\.?:?\s*"
    r"([0-9]+(?:\.[0-9]+)*[a-z]?)",
    re.IGNORECASE,
)
"""An activity's number in a plan, always with a word that says so."""


def read_plan_line(words: str, lexicon: Lexicon) -> PlanReference:
    """Read a line such as ``ASEAN TVET Council Work Plan 2021-2030: Outcome 4``.

    What stands behind the plan's name is taken for a part of it by its number or its
    title, or with *no.* before it for the activity's number there.  What is neither
    stays in the words.
    """
    framework = find_framework(words, lexicon)
    if framework is None:
        return PlanReference(words=words)
    for place in _behind(words, framework, lexicon):
        if match := _NUMBER.fullmatch(place):
            return PlanReference(framework=framework.id, number=match[1], words=words)
        if node := find_node(place, framework.nodes):
            return PlanReference(framework=framework.id, node=node.id, words=words)
    return PlanReference(framework=framework.id, words=words)


def unread_part(words: str, read: PlanReference, lexicon: Lexicon) -> str:
    """Return what stands behind a colon and was not understood as a place; or nothing.

    Other words behind a plan's name may well belong to the name.
    """
    named, _, behind = words.partition(":")
    if read.framework is None or read.node or read.number or not behind.strip():
        return ""
    known = find_framework(named, lexicon)
    return behind.strip() if known and known.id == read.framework else ""


def _behind(words: str, framework: Framework, lexicon: Lexicon) -> Iterator[str]:
    """Give what stands behind the name of *framework*, the longest first."""
    for match in _BREAKS.finditer(words):
        named = find_framework(words[: match.start()], lexicon)
        if named is not None and named.id == framework.id:
            yield words[match.end() :].strip(" .)")
