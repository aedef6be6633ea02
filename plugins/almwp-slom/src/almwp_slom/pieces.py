"""Texts of a position as a paper shows them: what is not cleared says so in words."""

from collections.abc import Iterable

from almwp.model.position import Asked, Clearance, Piece, Stance
from almwp.model.report import Block, Heading
from almwp_slom.cited import cited
from almwp_slom.phrases import mark
from almwp_slom.setting import Setting

_STANCES = {
    Stance.SUPPORT: mark("Support"),
    Stance.SUPPORT_WITH_CHANGES: mark("Support with changes"),
    Stance.RESERVE: mark("Reserve"),
    Stance.OPPOSE: mark("Oppose"),
    Stance.NO_POSITION: mark("No position"),
}
_ASKED = {
    Asked.INFORMATION: mark("For information"),
    Asked.CONSIDERATION: mark("For consideration"),
    Asked.ADOPTION: mark("For adoption"),
}
_UNCLEARED = {
    Clearance.DRAFT: mark("DRAFT, not cleared"),
    Clearance.CONSULTED: mark("CONSULTED, not cleared"),
}


def stance_in_words(stance: Stance | None, setting: Setting) -> str:
    """Name a stance; one that the files leave open is asked for, but not abroad."""
    if stance is None and setting.is_open:
        return ""
    return setting.say(_STANCES[stance] if stance else mark("not stated yet"))


def asked_in_words(asked: Asked | None, setting: Setting) -> str:
    """Say what the meeting is asked to do."""
    if asked is None and setting.is_open:
        return ""
    return setting.say(_ASKED[asked] if asked else mark("not stated"))


def clearance_in_words(clearance: Clearance, by: str, setting: Setting) -> str:
    """Say how far something is cleared, and by whom."""
    by = setting.wording.said(by)
    if clearance in _UNCLEARED:
        said = setting.say(_UNCLEARED[clearance])
        return f"{said} ({by})" if by else said
    if by:
        return setting.say("cleared by {name}").format(name=by)
    return setting.say("cleared; by whom is not stated")


def with_clearance(words: str, clearance: Clearance, setting: Setting) -> str:
    """Put before *words* that they are not cleared, where they are not."""
    if clearance not in _UNCLEARED:
        return words
    return f"[{setting.say(_UNCLEARED[clearance])}] {words}"


def piece_in_words(piece: Piece, setting: Setting) -> str:
    """Give the text of *piece*, with how far it is cleared."""
    return with_clearance(setting.wording.text(piece.text), piece.clearance, setting)


def piece_blocks(
    title: str, pieces: Iterable[Piece], setting: Setting, level: int = 3
) -> tuple[Block, ...]:
    """Return a heading and a list of texts; nothing where there are none."""
    found = tuple(pieces)
    if not found:
        return ()
    points = [(piece_in_words(piece, setting), (piece.origin,)) for piece in found]
    return (Heading(text=title, level=level), *cited(points, setting))
