"""Tell the reasons of a scorer again, in the language that was asked for."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from importlib.util import find_spec

from almwp.catalogue.messages import sentences_in
from almwp.errors import Translate, in_english
from almwp.plugins.guard import guard
from almwp.plugins.registry import Plugins
from almwp.scoring import achievementwords
from almwp.scoring.wording import BETWEEN, Reasons, retold, told


def reason_teller(
    scorer: str, plugins: Plugins, translate: Translate, language: str
) -> Callable[[str], str]:
    """Return what tells a reason of *scorer* in *language*.

    A reason that keeps its facts is told from them.  Of a plain text the sentences of a
    scorer are looked through: those that the catalogue of its plugin translates
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
    def tell_plain(reason: str) -> str:
        return _tell_plain(reason, sentences, translate)

    def tell(reason: str) -> str:
        # Not cached: texts that are equal may keep different facts.
        if isinstance(reason, Reasons):
            return BETWEEN.join(map(tell, reason.pieces))
        kept = told(reason, translate)
        return tell_plain(reason) if kept is None else kept

    return tell


def _tell_plain(reason: str, sentences: Iterable[str], translate: Translate) -> str:
    """Tell one reason after the other: each ends as soon as it is a sentence."""
    pieces = reason.split(BETWEEN)
    said_so_far = []
    begin = 0
    while begin < len(pieces):
        for end in range(begin + 1, len(pieces) + 1):
            words = BETWEEN.join(pieces[begin:end])
            said = retold(words, sentences, translate)
            if said != words:
                break
        else:
            said, end = pieces[begin], begin + 1
        said_so_far.append(said)
        begin = end
    return BETWEEN.join(said_so_far)


def _sentences_of(package: str, language: str) -> tuple[str, ...]:
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return ()  # a single module brings no files
    po = files(package) / "locale" / f"{language}.po"
    return sentences_in(po) if po.is_file() else ()
