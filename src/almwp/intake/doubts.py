"""Know signs and words that put a value in doubt or take it back."""

import re

from almwp.model.folding import compose, fold

_SIGNS = re.compile("[?~≈≠±<>≤≥→⇒\\uff1f\\u223c\\uff5e]")
_TAKING_BACK = frozenset(
    (
        *("not", "non", "never", "nor", "longer", "without", "except", "excepting"),
        *("excluding", "excludes", "minus", "unless", "instead", "almost", "nearly"),
        *("partly", "partially", "former", "formerly", "ex", "previously"),
        *("không", "chưa", "chẳng", "trừ"),
        *("tidak", "belum", "bukan", "tanpa", "kecuali", "hampir", "sebagian"),
        *("não", "nem", "sem", "exceto", "excepto", "quase", "seidauk"),
    )
)
_TAKING_BACK_INSIDE = re.compile(
    "|".join(map(fold, ("ไม่", "ยกเว้น", "ບໍ່", "ຍົກເວັ້ນ", "មិន", "ពុំ", "លើកលែង")))
)
"""The same in Thai, Lao and Khmer, whose words touch each other."""
_WORDS = re.compile(r"[^\W\d_]+")
_ABBREVIATIONS = re.compile(r"[\w.-]{2,12}(?:\s*[,;/&]\s*[\w.-]{2,12})*")
_ABBREVIATION = re.compile(r"[\w.-]+")
_ELSEWHERE = frozenset(
    (
        *("us", "usa", "uk", "gb", "gbr", "eu", "uae", "nz", "nzl", "au", "aus"),
        *("prc", "cn", "chn", "jp", "jpn", "rok", "kr", "kor", "dprk", "hk", "hksar"),
        *("tw", "twn", "png", "can", "ind", "rus", "deu", "fra", "che", "eeas"),
    )
)
"""Folded abbreviations of places that are none of ASEAN: *LA (USA)* is not Laos."""
_ROLES = frozenset(
    fold(role)
    for role in (
        *("lead", "lead country", "co-lead", "chair", "co-chair", "vice-chair"),
        *("host", "co-host", "coordinator", "focal point", "secretariat"),
        *("chủ trì", "nước chủ trì", "đồng chủ trì", "chủ tịch", "ban thư ký"),
        *("ketua", "tuan rumah", "koordinator", "sekretariat"),
    )
)


def is_doubtful(text: str) -> bool:
    """Say whether a sign in a short value puts it in doubt: ``2023?``, ``~done``.

    For values only: addresses and titles have such signs for other reasons.
    """
    return _SIGNS.search(text) is not None


def takes_back(text: str) -> bool:
    """Say whether a word takes back what stands beside it: ``not``, ``except``.

    Accents count, as without them *chưa* (not yet) is *chùa* (pagoda).
    """
    words = _WORDS.findall(compose(text).casefold())
    return any(word in _TAKING_BACK for word in words) or (
        _TAKING_BACK_INSIDE.search(fold(text)) is not None
    )


def is_by_the_way(text: str) -> bool:
    """Say whether *text*, in brackets behind a name, leaves the name as it is.

    So do abbreviations, such as those of its ministries, and what it is in a project:
    ``DOLAB, MOLISA``, ``lead``.  All else could change who or what is meant.
    """
    if is_doubtful(text) or takes_back(text):
        return False
    if fold(text) in _ROLES:
        return True
    return bool(_ABBREVIATIONS.fullmatch(compose(text).strip())) and all(
        sum(sign.isupper() for sign in word) >= 2
        and fold(word).replace(" ", "") not in _ELSEWHERE
        for word in _ABBREVIATION.findall(compose(text))
    )
