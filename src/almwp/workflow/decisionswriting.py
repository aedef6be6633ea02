"""Write a decisions file: what was decided, and what is open with its choices."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from almwp.errors import Translate, in_english
from almwp.model.decision import (
    BOTH,
    DIFFERENT,
    SAME,
    Decision,
    DecisionKind,
)
from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.workplan import (
    Claim,
    Conflict,
    LikelyVersion,
    Route,
    Suggestion,
    WorkPlan,
)
from almwp.workflow.mappingwriting import refuse_to_overwrite
from almwp.workflow.writing import NOTHING, write_whole

_WIDTH = 83
"""Signs on a line of the head."""
_APART = ("number", "plan", "leads")
"""Contradictions between two activities that were kept apart."""
_DIGITS = 12


def write_decisions(
    path: Path, plan: WorkPlan, translate: Translate = in_english
) -> None:
    """Write what was decided and what is open in *plan* to a new file.

    Raises:
        CallError: The file is there already.
        UnwritableFileError: It could not be written.
    """
    refuse_to_overwrite(path)
    text = decisions_text(plan, translate)
    write_whole(path, text.encode("utf-8"), stood=NOTHING)


def decisions_text(plan: WorkPlan, translate: Translate = in_english) -> str:
    """Return what was decided and what is open in *plan*, as TOML."""
    lines: list[str] = []
    for paragraph in _head(translate):
        lines += ["#"] if lines else []
        lines += [f"# {line}" for line in wrap(paragraph, _WIDTH)]
    lines += ["", 'by = ""']
    if plan.decisions:
        lines += ["", f"# {translate('Decided')}:"]
    for decision in plan.decisions:
        lines += ["", *_decided(decision)]
    open_ones = [*_open(plan, translate)]
    if open_ones:
        lines += ["", f"# {translate('Open')}:"]
    for entry in open_ones:
        lines += ["", *entry]
    return "\n".join(lines) + "\n"


def _head(translate: Translate) -> Iterator[str]:
    yield translate(
        "What the files contradict each other on, and what they leave open."
    )
    yield translate(
        "To decide, take away the sign # before the line that you choose, so that the "
        "line begins with take: one in each entry. Say why behind because, and who "
        "decides behind by. Entries without a choice decide nothing. To undo one, put "
        "# back."
    )
    yield translate("Then: almwp merge FILES --decisions THIS-FILE -o plan.json")


def _open(plan: WorkPlan, translate: Translate) -> Iterator[list[str]]:
    titles = {str(a.id): str(a.title) for a in plan.activities}
    titles |= {str(i.id): str(i.name) for i in plan.indicators}
    # One between two activities that were kept apart stands at both.
    sharing = Counter((c.field, c.claims) for c in plan.conflicts)
    pairs: dict[tuple[str, tuple[Claim, ...]], list[ActivityId]] = {}
    for likely in plan.likely_versions:
        yield _version(likely, translate)
    for conflict in plan.conflicts:
        key = (conflict.field, conflict.claims)
        if conflict.field in _APART and sharing[key] > 1:
            pairs.setdefault(key, []).append(conflict.activity)
            continue
        yield _value(conflict, titles.get(conflict.activity, ""))
        if conflict.field == "title":
            yield from _two_in_one(conflict, translate)
    for (_, claims), rivals in pairs.items():
        for other in rivals[1:]:
            names = (rivals[0], other)
            said = [_said(claim) for claim in claims]
            yield _pair(
                names, [titles.get(name, "") for name in names], said, translate
            )
    for suggestion in plan.suggestions:
        yield _suggestion(suggestion, translate)
    for route in plan.routes:
        if not route.owner:
            yield _owner(route, titles.get(route.activity, ""), translate)


def _value(conflict: Conflict, title: str) -> list[str]:
    return [
        "[[value]]",
        f"activity = {quoted(conflict.activity)}",
        f"title = {quoted(title)}",
        f"field = {quoted(conflict.field)}",
        *([f"about = {quoted(conflict.about)}"] if conflict.about else []),
        f"among = {_list(claim.value for claim in conflict.claims)}",
        *(
            _choice(claim.value, f"{claim.owner}{_where(claim.origin)}")
            for claim in conflict.claims
        ),
        'because = ""',
    ]


def _two_in_one(conflict: Conflict, translate: Translate) -> Iterator[list[str]]:
    """Give the question whether a title that changed is that of another activity."""
    first, *others = conflict.claims
    for other in others:
        names, titles = (conflict.activity,) * 2, (first.value, other.value)
        yield _pair(names, titles, [_said(first), _said(other)], translate)


def _pair(
    names: Iterable[str],
    titles: Iterable[str],
    said: Iterable[str],
    translate: Translate,
) -> list[str]:
    return [
        "[[pair]]",
        *(f"# {_line(words)}" for words in said),
        f"activities = {_list(names)}",
        f"titles = {_list(titles)}",
        _choice(SAME, translate("they are one activity")),
        _choice(DIFFERENT, translate("they are two")),
        'because = ""',
    ]


def _suggestion(suggestion: Suggestion, translate: Translate) -> list[str]:
    alike = translate("the titles are alike by {alike} of 100")
    said = [alike.format(alike=suggestion.alike)]
    sides = zip(suggestion.titles, suggestion.owners, suggestion.origins, strict=True)
    said += [f"{owner}: {title}{_where(origin)}" for title, owner, origin in sides]
    return _pair(suggestion.activities, suggestion.titles, said, translate)


def _version(likely: LikelyVersion, translate: Translate) -> list[str]:
    digits = [sha256[:_DIGITS] for sha256 in likely.sha256]
    one_name = likely.files[0] == likely.files[1]
    takes = digits if one_name else likely.files
    return [
        "[[version]]",
        f"files = {_list(likely.files)}",
        f"sha256 = {_list(digits)}",
        _choice(takes[1], translate("it takes the place of the other")),
        _choice(takes[0], translate("it takes the place of the other")),
        _choice(BOTH, translate("both count")),
        'because = ""',
    ]


def _owner(route: Route, title: str, translate: Translate) -> list[str]:
    told = translate("its title speaks of: {words}")
    told = told.format(words=", ".join(route.duties)) if route.duties else ""
    was = translate("reported by {name}").format(name=_line(route.was))
    return [
        "[[owner]]",
        f"# {was}",
        *([f"# {told}"] if told else []),
        f"activity = {quoted(route.activity)}",
        f"title = {quoted(title)}",
        f"country = {quoted(route.country)}",
        *(_choice(candidate, "") for candidate in route.candidates),
        'because = ""',
    ]


def _decided(decision: Decision) -> list[str]:
    """Return a decision as it was made."""
    lines = [f"[[{decision.kind.value}]]"]
    names = decision.activities
    if decision.kind is DecisionKind.VERSION:
        lines.append(f"files = {_list(file.name for file in decision.files)}")
        if all(file.sha256 for file in decision.files):
            lines.append(f"sha256 = {_list(file.sha256 for file in decision.files)}")
    elif decision.kind is DecisionKind.PAIR:
        lines.append(f"activities = {_list(name.id for name in names)}")
        if any(name.title for name in names):
            lines.append(f"titles = {_list(name.title for name in names)}")
    else:
        lines.append(f"activity = {quoted(names[0].id)}")
        if names[0].title:
            lines.append(f"title = {quoted(names[0].title)}")
    for key in ("field", "about", "country"):
        if value := getattr(decision, key):
            lines.append(f"{key} = {quoted(value)}")
    if decision.among:
        lines.append(f"among = {_list(decision.among)}")
    lines.append(f"take = {quoted(decision.take)}")
    lines.append(f"because = {quoted(decision.because)}")
    if decision.by:
        lines.append(f"by = {quoted(decision.by)}")
    return lines


def quoted(words: str) -> str:
    """Return *words* as a text of TOML, on one line."""
    import tomlkit

    return tomlkit.string(words).as_string()


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(quoted(item) for item in items)}]"


def _choice(take: str, about: str) -> str:
    line = f"# take = {quoted(take)}"
    return f"{line}  # {_line(about)}" if about else line


def _said(claim: Claim) -> str:
    return f"{claim.owner}: {claim.value}{_where(claim.origin)}"


def _where(origin: Origin | None) -> str:
    return f" ({origin})" if origin else ""


def _line(words: str) -> str:
    """Return words on one line without what a comment cannot hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
