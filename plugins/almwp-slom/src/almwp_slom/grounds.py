"""In plain sentences: what a paper rests on, and how far its programme is known."""

from collections.abc import Iterable

from almwp.model.activity import Activity
from almwp.model.framework import Framework, FrameworkStatus, Role
from almwp.model.moment import Moment
from almwp.model.report import Block, Note, Paragraph
from almwp.model.score import Scorecard
from almwp.model.source import Basis
from almwp.scoring.countingremarks import COUNTING
from almwp.scoring.states import State, count_states
from almwp_slom.placement import Group
from almwp_slom.setting import Setting
from almwp_slom.wording import begun


def rests_on(
    own: tuple[Activity, ...],
    shared: tuple[Activity, ...],
    groups: tuple[Group, ...],
    setting: Setting,
) -> tuple[Block, ...]:
    """Say how many activities there are, from where, as of when, and how sure.

    Args:
        own: The activities that the paper is about.
        shared: Those that every member owes.
        groups: The same as *own*, by outcome.
        setting: What the sections of the paper share.
    """
    activities = (*own, *shared)
    sentences = [
        *_told(own, shared, setting),
        *_from_files(activities, setting),
        _as_of(activities, setting),
        *_inferred(groups, setting),
    ]
    cells = (
        *setting.cells_of(activity.id for activity in activities),
        *(cell for activity in activities for cell in setting.state_cells(activity)),
    )
    text = " ".join(sentence for sentence in sentences if sentence)
    return (Paragraph(text=text, origins=setting.origins(*cells)),)


def framework_notes(
    framework: Framework | None,
    card: Scorecard | None,
    elsewhere: tuple[Activity, ...],
    setting: Setting,
) -> tuple[Block, ...]:
    """Say whether the programme is a draft or incomplete, and what its scores need.

    Args:
        framework: The programme under review.
        card: The scores of the paper.
        elsewhere: Activities that report on other programmes only.
        setting: What the sections of the paper share.
    """
    say, wording = setting.say, setting.wording
    notes: list[Note] = []
    if elsewhere and not setting.is_open:  # a country's other plans are its own affair
        named = {r.framework for a in elsewhere for r in a.references if r.framework}
        said = say(
            "Reported on other programmes and not told here: {n} ({programmes})."
        )
        programmes = ", ".join(sorted(named))
        text = said.format(n=len(elsewhere), programmes=programmes)
        cells = setting.cells_of(activity.id for activity in elsewhere)
        notes.append(Note(text=text, origins=cells))
    if framework is None:
        unplaced = say("No programme was named, so no activity has an outcome here.")
        notes.append(Note(text=unplaced))
    else:
        title = wording.text(framework.title)
        if framework.status is FrameworkStatus.DRAFT:
            notes.append(
                Note(
                    text=say("{title} is a draft: it is not adopted.").format(
                        title=title
                    )
                )
            )
        elif framework.status is FrameworkStatus.UNKNOWN:
            unknown = say("Whether {title} was adopted is not known.")
            notes.append(Note(text=unknown.format(title=title)))
        partial = ", ".join(_partial_levels(framework, setting))
        if partial and not setting.is_open:
            said = say(
                "No complete text of {title} is public: this paper may lack some of"
                " its {levels}."
            )
            notes.append(Note(text=said.format(title=title, levels=partial)))
        if any(node.title_basis is Basis.INFERRED for node in framework.outcomes):
            said = say(
                "The wording of the outcomes of {title} was not read in the programme."
            )
            notes.append(Note(text=said.format(title=title), basis=Basis.INFERRED))
    for remark in card.remarks if card else ():
        if remark.about == COUNTING:  # here each activity counts under one outcome
            continue
        words = begun(wording.text(remark.text))
        is_weak = remark.basis in (Basis.INFERRED, Basis.UNKNOWN)
        notes.append(Note(text=words, basis=remark.basis if is_weak else None))
    return tuple(notes)


def _partial_levels(framework: Framework, setting: Setting) -> Iterable[str]:
    for level in framework.levels:
        if level.role in (Role.OUTCOME, Role.PRIORITY_AREA) and not level.complete:
            yield _within(setting.wording.text(level.name))


def _within(words: str) -> str:
    """Return a name as it stands within a sentence; abbreviations keep capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _told(
    own: tuple[Activity, ...], shared: tuple[Activity, ...], setting: Setting
) -> Iterable[str]:
    say, wording = setting.say, setting.wording
    yield wording.count(
        len(own),
        say("This paper tells of 1 activity."),
        say("This paper tells of {n} activities."),
    )
    if shared:
        yield wording.count(
            len(shared),
            say("It also tells of 1 obligation that all members share."),
            say("It also tells of {n} obligations that all members share."),
        )


def _from_files(activities: tuple[Activity, ...], setting: Setting) -> Iterable[str]:
    say = setting.say
    files = sorted({row.file for a in activities for row in a.origins})
    if files and not setting.is_open:
        yield say("They were read from: {files}.").format(files=", ".join(files))
    without = count_states(activities, setting.day)[State.NOT_REPORTED]
    torn = sum(_is_torn(activity, setting) for activity in activities)
    worded = sum(
        a.id in setting.otherwise and not _is_torn(a, setting) for a in activities
    )
    known, silent = len(activities) - without, without - torn - worded
    if not without:
        yield say("A state is reported for each of them.") if activities else ""
    elif not silent:
        yield say("A state is surely reported for {known} of them.").format(known=known)
    else:
        said = say("A state is reported for {known} of them, and none for {silent}.")
        yield said.format(known=known, silent=silent)
    if worded:
        yield say("Told in words that are none of the three states: {n}.").format(
            n=worded
        )
    if torn and setting.is_open:
        yield say("States that are not settled: {n}.").format(n=torn)
    elif torn:
        yield say("States on which the reports differ: {n}.").format(n=torn)


def _is_torn(activity: Activity, setting: Setting) -> bool:
    """Say whether the state is open not for want of a report, but as reports differ."""
    is_open = setting.known(activity).state is State.NOT_REPORTED
    return is_open and setting.is_contested(activity, "status")


def _as_of(activities: tuple[Activity, ...], setting: Setting) -> str:
    say, wording = setting.say, setting.wording
    if setting.day is not None:
        day = wording.day(Moment.day(setting.day))
        return say("Progress is told as of {day}; later reports are left out.").format(
            day=day
        )
    dated = [
        observed.as_of
        for activity in activities
        if (observed := setting.known(activity).report) and observed.as_of
    ]
    if not dated:
        return ""
    oldest = min(dated, key=lambda moment: (moment.end, moment.start))
    newest = max(dated, key=lambda moment: (moment.end, moment.start))
    if oldest == newest:
        said = say("Of each activity the newest report counts: {newest}.")
    else:
        said = say(
            "Of each activity the newest report counts; the oldest of them is of"
            " {oldest}, the newest of {newest}."
        )
    return said.format(oldest=wording.day(oldest), newest=wording.day(newest))


def _inferred(groups: tuple[Group, ...], setting: Setting) -> Iterable[str]:
    say, wording = setting.say, setting.wording
    places = [place for group in groups for place in group.places]
    guessed = sum(place.is_inferred for place in places)
    unplaced = sum(place.outcome is None for place in places)
    if guessed:
        yield wording.count(
            guessed,
            say("The outcome of 1 activity is inferred, not reported."),
            say("The outcome of {n} activities is inferred, not reported."),
        )
    if unplaced and setting.framework is not None:
        yield wording.count(
            unplaced,
            say("Of 1 activity no outcome is stated."),
            say("Of {n} activities no outcome is stated."),
        )
