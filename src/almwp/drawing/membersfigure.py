"""The matrix of members by priority area: how many activities each leads in each."""

from collections.abc import Iterable
from fractions import Fraction

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.figures import Grid, GridRow, Square
from almwp.model.ids import CountryCode
from almwp.model.member import Member
from almwp.model.score import ScopeKind
from almwp.scoring.question import Question
from almwp.scoring.scopes import group

_ALL, _NOBODY = "ALL", ""


def members_figure(
    activities: Iterable[Activity],
    question: Question,
    members: Iterable[Member],
    say: Translate = in_english,
    language: str = "en",
) -> Grid:
    """Return a grid with a row for each area and a column for each member.

    Members stand in the order of their English names, as in ASEAN's own papers, and
    there is neither a sum nor a rank: many activities are no merit by themselves.

    Args:
        activities: The activities.
        question: The framework whose areas are meant.
        members: The members; each has a column, whether it leads anything or not.
        say: Into which language the words are put.
        language: The language of titles.
    """
    known = list(activities)
    inside = sorted(members, key=lambda member: str(member.name))
    heads: dict[str, str] = {
        member.iso2: member.name.in_(language) for member in inside
    }
    leading = {activity.id: _leaders(activity, heads) for activity in known}
    used = set().union(*leading.values())
    if _ALL in used:
        heads[_ALL] = say("all members")
    if _NOBODY in used:
        heads[_NOBODY] = say("no member named")
    rows = []
    for scope, its in group(known, ScopeKind.AREA, question):
        counts = [sum(head in leading[a.id] for a in its) for head in heads]
        rows.append((scope.title.in_(language), counts))
    most = max((count for _, counts in rows for count in counts), default=0)
    origins = (row.of("leads") for activity in known for row in activity.origins)
    unnamed = sum(_NOBODY in found for found in leading.values())
    told = [say("activities: {count}").format(count=len(known))]
    if unnamed:
        told.append(f"{say('no member named')}: {unnamed}")
    shows = say(
        "how many activities each member leads or co-leads; an activity of several "
        "members or areas counts for each of them"
    )
    framework = question.framework
    about = framework.title.in_(language) if framework else say("no framework")
    return Grid(
        caption=f"{say('Activities by priority area and leading member')}, {about}",
        columns=tuple(heads.values()),
        rows=[
            GridRow(label=label, squares=[_square(count, most) for count in counts])
            for label, counts in rows
        ],
        alternative="; ".join([*told, shows]),
        origins=tuple(dict.fromkeys(origin for origin in origins if origin)),
    )


def _leaders(activity: Activity, known: Iterable[str]) -> set[str]:
    """Return the heads under which *activity* counts, at least one."""
    leaders = {code for code in known if activity.is_led_by(CountryCode(code))}
    if activity.is_owed_by_all:
        leaders.add(_ALL)
    return leaders or {_NOBODY}


def _square(count: int, most: int) -> Square:
    # Nothing stays white, and the fewest are seen all the same.
    depth = Fraction(count, most) if count else Fraction()
    return Square(text=str(count) if count else "", depth=depth)
