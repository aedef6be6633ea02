"""Which words of two titles tell that they speak of one matter."""

import re
from collections.abc import Iterator
from itertools import pairwise

from almwp.intake.matrixlanguages import sure_language
from almwp.model.folding import compose, fold
from almwp.model.text import Text

FEWEST_SHARED = 2
"""How many telling words two titles must share at the least."""

_SHORTEST = 4
_SYLLABLES = re.compile(r"[^\W\d_]+|[.,:;()]")
_COMMON = (
    *("asean", "labour", "labor", "work", "working", "workers", "member", "states"),
    *("meeting", "report", "reports", "programme", "program", "plan", "draft"),
    *("activities", "activity", "project", "projects", "training", "workshop"),
    *("study", "guideline", "guidelines", "national", "regional", "towards"),
    *("with", "from", "their", "other", "next", "into", "this", "that", "progress"),
    *("minister", "ministers", "conference", "forum", "community", "cooperation"),
    *("declaration", "outcome", "outcomes", "result", "results", "statement"),
    *("development", "strengthening", "enhancing", "promoting", "implementation"),
    *("related", "documents", "officials", "senior", "agenda", "review", "between"),
)
_COMMON_PAIRS = (
    *("lao động", "hội nghị", "hội thảo", "tập huấn", "nghiên cứu", "chương trình"),
    *("công tác", "kế hoạch", "hoạt động", "giai đoạn", "khu vực", "quốc gia"),
    *("bộ trưởng", "trưởng lao", "báo cáo", "kết quả", "tăng cường", "nâng cao"),
    *("thực hiện", "hợp tác", "dự thảo", "dự án", "tuyên bố", "diễn đàn"),
    *("các nước", "nước thành", "thành viên", "người lao", "tổng kết", "văn kiện"),
    *("cộng đồng", "năng lực", "trong asean", "của asean", "về lao", "trong lao"),
)
"""Words that so many titles have that they tie nothing together."""


def shared_words(one: Text, other: Text) -> int:
    """Count the telling words that two texts share.

    In Vietnamese a syllable alone tells little, and less without its tones: there two
    that stand together count as a word.
    """
    return len(set(_telling(one)) & set(_telling(other)))


def _telling(text: Text) -> Iterator[str]:
    for language, form in text.forms:
        if language == "vi" or sure_language(form) == "vi":
            yield from _pairs(form)
        else:
            yield from _words(form)


def _words(form: str) -> Iterator[str]:
    for word in fold(form).split():
        if len(word) >= _SHORTEST and _stem(word) not in _STEMS:
            yield _stem(word)


def _pairs(form: str) -> Iterator[str]:
    syllables = _SYLLABLES.findall(compose(form).casefold())
    for first, second in pairwise(syllables):
        pair = f"{first} {second}"
        if first.isalpha() and second.isalpha() and pair not in _COMMON_PAIRS:
            yield pair


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _SHORTEST else word


_STEMS = frozenset(map(_stem, _COMMON))
