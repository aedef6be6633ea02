"""The meetings that are known from public pages, by any name they go by."""

import re
from functools import cache
from importlib.resources import files

from almwp.catalogue.bodies import bodies, body_names, find_body
from almwp.catalogue.tomlfile import read_records
from almwp.model.folding import fold
from almwp.model.ids import BodyId
from almwp.model.meeting import Meeting

_ORDINAL = re.compile(
    r"(?:\b(?:lan thu|ke)\s+)?(?<!\d)(\d{1,9})(?:\s?(?:st|nd|rd|th))?\b"
)
"""The number: ``21``, ``21st``, ``lần thứ 21`` (Vietnamese), ``ke-21`` (Indonesian)."""

_AROUND = re.compile(
    r"^(?:the|(?:coordinating board )?meeting of|cbm of|hoi nghi|cuoc hop|pertemuan)\s+"
    r"|\s+(?:meeting|coordinating board|cbm)$"
)


@cache
def meetings() -> tuple[Meeting, ...]:
    """Return the meetings, each body's together, in the order of time."""
    resource = files("almwp.catalogue") / "meetings.toml"
    return read_records(resource, "meetings", Meeting)


def find_meeting(words: str) -> Meeting | None:
    """Return the meeting that *words* name, or None.

    Args:
        words: Its id (``slom-21``), or its number and the name of its body, in
            English or Vietnamese: ``21st SLOM``, ``SLOM lần thứ 21``; with or
            without accents and capitals.
    """
    folded = fold(words)
    return _by_name().get(folded) or _by_number(folded)


def numbered_meeting(words: str) -> tuple[BodyId, int] | None:
    """Return the body and the number of the meeting that *words* name, known or not."""
    folded = fold(words)
    numbers = list(_ORDINAL.finditer(folded))
    if len(numbers) != 1:  # a year or a day beside the number: not for us to guess
        return None
    (number,) = numbers
    rest = f"{folded[: number.start()]} {folded[number.end() :]}"
    body = _body_of(" ".join(rest.split()))
    return (body, int(number[1])) if body else None


def _by_number(folded: str) -> Meeting | None:
    named = numbered_meeting(folded)
    return _numbered().get(named) if named else None


def _body_of(words: str) -> BodyId | None:
    """Return the body, after taking away words such as *meeting* one at a time."""
    while words:
        if body := find_body(words):
            return body.id
        fewer = _AROUND.sub("", words, count=1)
        if fewer == words:
            return None
        words = fewer
    return None


@cache
def _by_name() -> dict[str, Meeting]:
    """Return the meetings by id, and by own name and that of the body."""
    names = {body.id: tuple(body_names(body)) for body in bodies()}
    found = {fold(meeting.id): meeting for meeting in meetings()}
    for meeting in meetings():
        for body in names[meeting.body] if meeting.name else ():
            found[fold(f"{meeting.name} {body}")] = meeting
            found[fold(f"{body} {meeting.name}")] = meeting
            found[fold(f"{meeting.name} of the {body}")] = meeting
            found[fold(meeting.name.replace("meeting", f"{body} meeting"))] = meeting
    return found


@cache
def _numbered() -> dict[tuple[BodyId, int], Meeting]:
    return {
        (meeting.body, meeting.number): meeting
        for meeting in meetings()
        if meeting.number is not None
    }
