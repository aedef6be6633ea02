"""What becomes of each activity from one period to the next."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from almwp.errors import Translate, in_english
from almwp.model.figures import Flow, Stream
from almwp.model.source import Origin


@frozen(kw_only=True)
class Passage:
    """One activity on its way into the next period.

    Attributes:
        place: Where it stood, such as the title of its outcome.
        fate: What becomes of it: the title of its new outcome, or in words that it is
            closed, or that nobody has decided.
        origin: Where this was read.
    """

    place: str
    fate: str
    origin: Origin | None = None


def fates_figure(
    passages: Iterable[Passage],
    *,
    before: str,
    after: str,
    places: Iterable[str] = (),
    fates: Iterable[str] = (),
    say: Translate = in_english,
    said: str = "",
) -> Flow:
    """Return how many activities went from where to where.

    Args:
        passages: Each activity once.
        before: The name of the old period.
        after: The name of the new one.
        places: The old places in their order; others follow as they occur.
        fates: The new places in their order; others follow as they occur.
        say: Into which language the words are put.
        said: What is found, in words; it stands before what the figure shows.
    """
    every = list(passages)
    counted = Counter((p.place, p.fate) for p in every)
    left = _order([*places, *(p.place for p in every)])
    right = _order([*fates, *(p.fate for p in every)])
    shows = say("activities by where they stood and what becomes of them")
    pairs = sorted(counted, key=lambda pair: (left[pair[0]], right[pair[1]]))
    return Flow(
        caption=say("What becomes of the activities of {before} in {after}").format(
            before=before, after=after
        ),
        before=before,
        after=after,
        streams=[Stream(source=a, to=b, count=counted[a, b]) for a, b in pairs],
        alternative="; ".join(filter(None, (said, shows))),
        origins=tuple(dict.fromkeys(p.origin for p in every if p.origin)),
    )


def _order(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}
