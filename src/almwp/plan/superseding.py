"""Tell which files are corrected versions of others, surely or likely."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from attrs import field, frozen

from almwp.model.decision import (
    BOTH,
    Decision,
    DecisionKind,
    UnfitDecision,
    WhyUnfit,
)
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.submission import Submission
from almwp.model.workplan import LikelyVersion, Superseded, WhySuperseded
from almwp.plan.naming import files_named

_NUMBERS = re.compile(r"\D*(\d{1,4}(?:\.\d{1,4}){0,3})\D*")
_MARKS = re.compile(
    r"(?:\b(?:v|ver|version|rev|revision|ban|lan)\s*\d{1,3}"
    r"|\b(?:final|draft|corrected|correction|revised|updated|copy|new"
    r"|ban sua|sua|da sua|chinh sua|cuoi|moi)\b|\b\d{1,2}$)"
)
"""What is put behind a file's name when it is sent again."""

Edge = tuple[str, str]
"""The fingerprints of an earlier file and of that in its place."""


@frozen(kw_only=True)
class Versions:
    """Which submissions count, and which do not.

    Attributes:
        counted: Those that count.
        superseded: Those in whose place another stands.
        likely: Those of which one may be the other corrected.
        unfit: Decisions that were not applied.
    """

    counted: tuple[Submission, ...] = field(converter=frozen_items)
    superseded: tuple[Superseded, ...] = field(default=(), converter=frozen_items)
    likely: tuple[LikelyVersion, ...] = field(default=(), converter=frozen_items)
    unfit: tuple[UnfitDecision, ...] = field(default=(), converter=frozen_items)


def versions_of(
    submissions: Sequence[Submission], decisions: Iterable[Decision]
) -> Versions:
    """Tell which of *submissions* count.

    It is sure that a file takes the place of another where a person decided so; where
    it is the marked copy of the other, which names the fingerprint of its original; and
    where the same country and institution sent both for the same programme and the same
    day, and the cover of the one has the higher version.  Where only their names speak
    for it, a person is asked.
    """
    decided, settled, unfit = _decided(submissions, decisions)
    edges: dict[Edge, WhySuperseded] = dict.fromkeys(
        sorted(decided), WhySuperseded.DECISION
    )
    above: dict[str, str] = {}
    for old, new in edges:
        above.setdefault(old, new)
    for (old, new), why in sorted(_sure(submissions).items()):
        if frozenset((old, new)) in settled or _leads_to(new, old, above):
            continue
        edges[old, new] = why
        above.setdefault(old, new)
    by_content = {s.sha256: s for s in submissions}
    superseded = [
        Superseded(submission=by_content[old], by=new, why=edges[old, new])
        for old, new in above.items()
    ]
    counted = tuple(s for s in submissions if s.sha256 not in above)
    likely = [
        pair for pair in _likely(counted) if frozenset(pair.sha256) not in settled
    ]
    order = {s.sha256: place for place, s in enumerate(submissions)}
    superseded.sort(key=lambda each: order[each.submission.sha256])
    return Versions(counted=counted, superseded=superseded, likely=likely, unfit=unfit)


def _leads_to(start: str, end: str, above: dict[str, str]) -> bool:
    """Say whether *end* stands, in one or more steps, in the place of *start*."""
    while start != end and start in above:
        start = above[start]
    return start == end


def _decided(
    submissions: Sequence[Submission], decisions: Iterable[Decision]
) -> tuple[set[Edge], set[frozenset[str]], list[UnfitDecision]]:
    """Return what people decided: replacements, settled pairs, and what is unfit."""
    told: dict[frozenset[str], dict[str, list[Decision]]] = defaultdict(dict)
    unfit: list[UnfitDecision] = []
    for decision in decisions:
        if decision.kind is not DecisionKind.VERSION:
            continue
        meant = [files_named(name, submissions) for name in decision.files]
        why = WhyUnfit.NAMES_NOTHING
        for name, found in zip(decision.files, meant, strict=True):
            if len(found) != 1:
                why = WhyUnfit.NAMES_SEVERAL if found else WhyUnfit.NAMES_NOTHING
                unfit.append(UnfitDecision(decision=decision, why=why, found=name.name))
                break
        else:
            one, other = (found[0] for found in meant)
            kept = _kept(decision, one, other)
            if one == other or kept is None:
                unfit.append(
                    UnfitDecision(decision=decision, why=WhyUnfit.NAMES_SEVERAL)
                )
                continue
            pair = frozenset((one.sha256, other.sha256))
            told[pair].setdefault(kept, []).append(decision)
    edges: set[Edge] = set()
    settled: set[frozenset[str]] = set()
    above: dict[str, str] = {}
    for pair in sorted(told, key=sorted):
        taken = told[pair]
        if len(taken) > 1:
            unfit += [
                UnfitDecision(decision=decision, why=WhyUnfit.CONTRADICTED)
                for same in taken.values()
                for decision in same
            ]
            continue
        ((kept, same),) = taken.items()
        if kept == BOTH:
            settled.add(pair)
            continue
        (old,) = pair - {kept}
        if _leads_to(kept, old, above):  # round in a circle, nothing would count
            unfit += [
                UnfitDecision(decision=d, why=WhyUnfit.CONTRADICTED) for d in same
            ]
            continue
        settled.add(pair)
        above.setdefault(old, kept)
        if above[old] == kept:
            edges.add((old, kept))
    return edges, settled, unfit


def _kept(decision: Decision, one: Submission, other: Submission) -> str | None:
    """Return the fingerprint of the file that counts, or that both do."""
    if decision.take == BOTH:
        return BOTH
    meant = {
        s.sha256
        for name, s in zip(decision.files, (one, other), strict=True)
        if decision.take == name.name or (name.sha256 and decision.take == name.sha256)
    }
    return meant.pop() if len(meant) == 1 else None


def _sure(submissions: Sequence[Submission]) -> dict[Edge, WhySuperseded]:
    known = {s.sha256 for s in submissions}
    edges: dict[Edge, WhySuperseded] = {}
    for s in submissions:
        if s.copy_of in known and s.copy_of != s.sha256:
            edges[s.copy_of, s.sha256] = WhySuperseded.MARKED_COPY
    groups: dict[Hashable, list[tuple[tuple[int, ...], Submission]]] = defaultdict(list)
    for s in submissions:
        version = version_of(s.version)
        if version and s.country and s.as_of and fold(s.institution):
            sender = (s.country, fold(s.institution))
            groups[sender, s.kind, s.framework, s.as_of].append((version, s))
    for same in groups.values():
        highest = max(version for version, _ in same)
        newest = [s for version, s in same if version == highest]
        if len(newest) == 1:  # else nobody can tell which of them counts
            for version, s in same:
                if version < highest:
                    edges.setdefault(
                        (s.sha256, newest[0].sha256), WhySuperseded.VERSION
                    )
    return edges


def version_of(words: str) -> tuple[int, ...]:
    """Return a version as numbers; empty for words that are no version."""
    match = _NUMBERS.fullmatch(fold(words).replace(" ", "."))
    if match is None:
        return ()
    numbers = [int(part) for part in match[1].split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _likely(submissions: Iterable[Submission]) -> Iterator[LikelyVersion]:
    groups: dict[Hashable, list[Submission]] = defaultdict(list)
    for s in submissions:
        if s.country and s.as_of and (stem := bare_stem(s.file)):
            groups[s.country, s.kind, s.framework, s.as_of, stem].append(s)
    for same in groups.values():
        for one, other in combinations(same, 2):
            senders = {fold(one.institution), fold(other.institution)} - {""}
            if len(senders) < 2:
                first, second = sorted((one, other), key=_age)
                yield LikelyVersion(
                    files=(first.file, second.file),
                    sha256=(first.sha256, second.sha256),
                )


def bare_stem(file: str) -> str:
    """Return a file's name for comparing, without what marks it as sent again."""
    stem = fold(file.rpartition(".")[0] or file)
    while (shorter := _MARKS.sub("", stem).strip()) != stem:
        stem = shorter
    return " ".join(stem.split())


def _age(submission: Submission) -> tuple[Any, ...]:
    """Sort what seems to be the earlier file first."""
    name = fold(submission.file)
    marks = tuple(int(n) for n in re.findall(r"\d{1,3}", "".join(_MARKS.findall(name))))
    return version_of(submission.version), marks, len(name), name, submission.sha256
