"""Tell the reasons of a scorer again, in the language that was asked for."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from importlib.util import find_spec
from typing import Final

from almwp.catalogue.messages import sentences_in
from almwp.errors import Translate, in_english
from almwp.plugins.guard import guard
from almwp.plugins.registry import Plugins
from almwp.scoring import achievementwords
from almwp.scoring.wording import retold

_BETWEEN: Final = "; "
"""Stands between the reasons of one part."""


def reason_teller(
    scorer: str, plugins: Plugins, translate: Translate, language: str
) -> Callable[[str], str]:
    """Return what tells a reason of *scorer* in *language*.

    The sentences of a scorer are those that the catalogue of its plugin translates
    (``locale/LANGUAGE.po``), and the core's own about scores.  What is none of them
    stays as it is.
    """
    if translate is in_english:
        return in_english
    provider = plugins.scorers.provider_of(scorer)
    packages = [p.package for p in plugins.loaded if p.name == provider and p.package]
    known = tuple(achievementwords.SENTENCES)
    for package in packages:
        known += guard(provider, partial(_sentences_of, package, language))
    sentences = tuple(sorted(dict.fromkeys(s for s in known if translate(s) != s)))

    @cache
    def tell(reason: str) -> str:
        return _told(reason, sentences, translate)

    return tell


def _told(reason: str, sentences: Iterable[str], translate: Translate) -> str:
    """Tell one reason after the other: each ends as soon as it is a sentence."""
    pieces = reason.split(_BETWEEN)
    told = []
    begin = 0
    while begin < len(pieces):
        for end in range(begin + 1, len(pieces) + 1):
            words = _BETWEEN.join(pieces[begin:end])
            said = retold(words, sentences, translate)
            if said != words:
                break
        else:
            said, end = pieces[begin], begin + 1
        told.append(said)
        begin = end
    return _BETWEEN.join(told)


def _sentences_of(package: str, language: str) -> tuple[str, ...]:
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return ()  # a single module brings no files
    po = files(package) / "locale" / f"{language}.po"
    return sentences_in(po) if po.is_file() else ()
