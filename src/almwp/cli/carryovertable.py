"""Print a carry-over for people: by outcome, then proposals, places and counts."""

from collections.abc import Iterable, Sequence

from almwp.cli.saying import say, table_of
from almwp.errors import Translate
from almwp.plan.carryover import (
    ActivityFate,
    CarriedActivity,
    CarriedOver,
    CarriedProposal,
    CarryOverReason,
    NextPlace,
)
from almwp.plan.crosswalkdoubts import CrosswalkDoubt

_WIDTHS = (16, 38, 14, 62)
"""Columns are wrapped at these: ids, titles, what becomes of it, and why."""


def print_carried(carried: CarriedOver, language: str, translate: Translate) -> None:
    """Print what becomes of each activity, by the outcomes of the earlier programme.

    Args:
        carried: The carry-over.
        language: Language of titles.
        translate: Into that language.
    """
    when = translate("by the newest reports")
    if carried.as_of:
        when = translate("as of {day}").format(day=carried.as_of)
    say(f"{carried.old} -> {carried.new}, {when}")
    headers = [
        translate("activity"),
        translate("title"),
        translate("becomes"),
        translate("why"),
    ]
    for name, title in _groups(carried, language, translate):
        own = [a for a in carried.activities if a.outcome == name]
        if own:
            say(f"\n{title}")
            _print_table(
                headers,
                [_activity(a, language, translate) for a in own],
            )
    _print_proposals(carried, language, translate)
    _print_places(carried, language, translate)
    _print_others(carried, language, translate)
    _print_counts(carried, translate)
    for doubt in carried.doubts:
        say(f"- {_doubt(doubt, translate)}")
    for remark in carried.remarks:
        say(f"- {remark}")


def _doubt(doubt: CrosswalkDoubt, translate: Translate) -> str:
    """Say what is doubtful in the crosswalk, and where it stands."""
    words = translate("the crosswalk ({entry}): {what}")
    if doubt.holds_back:
        words = translate("the crosswalk ({entry}): {what}; so it only suggests")
    return words.format(entry="; ".join(doubt.entries), what=doubt.words)


def _groups(
    carried: CarriedOver, language: str, translate: Translate
) -> list[tuple[str | None, str]]:
    named: list[tuple[str | None, str]] = [
        (o.node, _place(o, language)) for o in carried.outcomes
    ]
    return [*named, (None, translate("No outcome stated"))]


def _print_table(headers: Sequence[str], rows: list[list[str]]) -> None:
    widths = list(_WIDTHS[: len(headers)])
    widths[-1] = _WIDTHS[-1]
    table = table_of(rows, headers, widths)
    say(table)


def _activity(
    activity: CarriedActivity, language: str, translate: Translate
) -> list[str]:
    why = [_reason(reason) for reason in activity.reasons]
    if activity.question:
        why.append(f"? {activity.question}?")
    fate = translate(activity.fate.value)
    if activity.fate is not ActivityFate.UNDECIDED:
        fate = f"{fate} ({translate(activity.basis.value)})"
    names = (activity.id, *(f"= {name}" for name in activity.reported_as))
    return ["\n".join(names), activity.title.in_(language), fate, "\n".join(why)]


def _reason(reason: CarryOverReason) -> str:
    cells = ", ".join(str(origin) for origin in reason.origins)
    return f"{reason.words} [{cells}]" if cells else reason.words


def _print_proposals(carried: CarriedOver, language: str, translate: Translate) -> None:
    if not carried.proposals:
        return
    headers = [translate("proposal"), translate("title"), "", translate("place")]
    rows = []
    for proposal in carried.proposals:
        told = [_named(proposal, translate)]
        told += [_place(place, language) for place in proposal.hanging.places]
        rows.append(
            [
                proposal.id,
                proposal.title.in_(language),
                translate(proposal.part.value),
                "\n".join(line for line in told if line),
            ]
        )
    say(f"\n{translate('Proposals')}")
    _print_table(headers, rows)


def _named(proposal: CarriedProposal, translate: Translate) -> str:
    """Say what a proposal takes up, or may take up."""
    told = []
    if proposal.continues:
        told.append(
            translate("continues {ids}").format(ids=", ".join(proposal.continues))
        )
    if proposal.not_found:
        words = translate(
            "it names {ids}: no activity of the earlier programme, or one of several"
        )
        told.append(words.format(ids=", ".join(proposal.not_found)))
    if proposal.alike:
        words = translate("? has the title of {ids} or nearly so: does it take it up?")
        told.append(words.format(ids=", ".join(proposal.alike)))
    return "\n".join(told)


def _print_places(carried: CarriedOver, language: str, translate: Translate) -> None:
    """Name what goes on without a place in the next programme, and why."""
    homeless = carried.without_place
    if not homeless:
        return
    words = translate("No place in {programme}").format(programme=carried.new)
    say(f"\n{words}")
    headers = [translate("item"), translate("title"), "", translate("why")]
    rows = []
    for item in homeless:
        told = [item.hanging.why]
        if item.hanging.choices:
            choices = "; ".join(_place(p, language) for p in item.hanging.choices)
            told.append(translate("? choose one: {choices}").format(choices=choices))
        is_activity = isinstance(item, CarriedActivity)
        kind = translate("activity") if is_activity else translate("proposal")
        rows.append([item.id, item.title.in_(language), kind, "\n".join(told)])
    _print_table(headers, rows)


def _print_others(carried: CarriedOver, language: str, translate: Translate) -> None:
    if not carried.others:
        return
    words = translate("Activities of other programmes, not carried over")
    say(f"\n{words}")
    headers = [translate("activity"), translate("title"), "", translate("programme")]
    rows = [
        [
            other.id,
            other.title.in_(language),
            translate("there already") if other.of_next else "",
            ", ".join(other.frameworks),
        ]
        for other in carried.others
    ]
    _print_table(headers, rows)


def _print_counts(carried: CarriedOver, translate: Translate) -> None:
    told = _counts((translate(c.fate.value), c.count) for c in carried.counts)
    words = translate("activities of {programme}: {count}").format(
        programme=carried.old, count=len(carried.activities)
    )
    say(f"\n{words} ({told})")
    parts: dict[str, int] = {}
    for proposal in carried.proposals:
        name = translate(proposal.part.value)
        parts[name] = parts.get(name, 0) + 1
    if parts:
        words = translate("proposals: {count}").format(count=len(carried.proposals))
        say(f"{words} ({_counts(sorted(parts.items()))})")


def _counts(named: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in named)


def _place(place: NextPlace, language: str) -> str:
    mark = " (*)" if place.provisional else ""
    return f"{place.number} {place.title.in_(language)}".strip() + mark
