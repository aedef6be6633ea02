"""Read a state and a share that stand together in a status: *ongoing, 70 %*."""

import re
from fractions import Fraction

from attrs import frozen

from almwp.intake.lexicon import Lexicon
from almwp.model.activity import Status
from almwp.model.folding import compose

_STATES = frozenset(Status)
_WITH_SHARE = re.compile(
    r"(?P<state>[^\d%]+?)[\s,;:(\u2013\u2014-]*"
    r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s*%\s*\)?"
)


@frozen(kw_only=True)
class StateWithShare:
    """A state, and how much of the activity is done.

    Attributes:
        state: The state.
        share: The share, 1 for 100 %.
    """

    state: Status
    share: Fraction


def state_with_share(words: str, lexicon: Lexicon) -> StateWithShare | None:
    """Return what *words* such as ``ongoing (70%)`` say, or None.

    What does not go together is not read: *completed 70 %* can mean either.
    """
    if "%" not in words:
        return None
    match = _WITH_SHARE.fullmatch(compose(words).strip())
    meaning = lexicon.meaning("status", match["state"]) if match else None
    if match is None or meaning not in _STATES:
        return None
    state, share = Status(meaning), Fraction(match["number"].replace(",", ".")) / 100
    goes_together = {
        Status.PLANNED: share == 0,
        Status.ONGOING: 0 <= share <= 1,
        Status.COMPLETED: share == 1,
    }
    return StateWithShare(state=state, share=share) if goes_together[state] else None
