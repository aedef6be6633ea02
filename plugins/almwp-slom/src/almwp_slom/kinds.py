"""What an activity is, in the paper's language: the kinds that the templates name."""

from almwp.model.folding import fold
from almwp_slom.phrases import mark
from almwp_slom.wording import Wording

_KINDS = {
    mark("study"): ("nghiên cứu", "studi", "kajian"),
    mark("training"): ("tập huấn", "đào tạo", "pelatihan"),
    mark("workshop"): ("hội thảo", "lokakarya"),
    mark("guideline"): ("guidelines", "hướng dẫn", "pedoman", "panduan"),
    mark("campaign"): ("chiến dịch", "kampanye"),
    mark("conference"): ("hội nghị", "konferensi"),
    mark("forum"): ("diễn đàn",),
}
"""Kinds, and the words that the files have for each."""
_KNOWN = {fold(w): kind for kind, words in _KINDS.items() for w in (kind, *words)}


def kind_in_words(kind: str, wording: Wording) -> str:
    """Say what kind of activity it is; a kind of the sender's own as it was written."""
    known = _KNOWN.get(fold(kind))
    return wording.say(known) if known else wording.said(kind)
