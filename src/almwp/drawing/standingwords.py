"""How an activity of a timeline stands, in the words in which states are reported."""

from almwp.errors import Translate
from almwp.model.figures import Standing

_WORDS = {
    Standing.DONE: "completed",
    Standing.RUNNING: "ongoing",
    Standing.AHEAD: "planned",
}


def standing_in_words(standing: Standing, say: Translate) -> str:
    """Name *standing*; what was reported has the word of the report."""
    return say(_WORDS.get(standing, standing.value))
