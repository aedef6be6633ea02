"""What is done to merge reports is counted, and its order is nobody's chance."""

import hashlib
from operator import attrgetter

from attrs import evolve

from almwp.model.activity import Activity, Observation, PlanReference, RowOrigin, Status
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.groups import Groups
from almwp.plan.merge import merge
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import same_activities
from tests.growth.counting import calls

ALM = FrameworkId("ALM-WP-2021-2025")
LANGUAGES = ("en", "id", "km", "lo", "ms", "my", "th", "vi")
SOME = 40


def led(country: str, number: int, *titles: str) -> Activity:
    return Activity(
        id=ActivityId(f"{country}:{number}"),
        number=str(number),
        title=Text.from_forms(dict(zip(LANGUAGES, titles, strict=False))),
        leads=(Party(kind=PartyKind.COUNTRY, id=country),),
        observations=(
            Observation(as_of=Moment.parse("2024-06-30"), status=Status.ONGOING),
        ),
        origins=(
            RowOrigin(
                file=f"{country}.xlsx",
                sha256=fingerprint(country),
                sheet="S",
                row=number + 1,
                columns=(("title", "B"), ("status", "C")),
            ),
        ),
    )


def fingerprint(country: str) -> str:
    return hashlib.sha256(country.encode()).hexdigest()


def sent(country: str, *activities: Activity) -> Submission:
    return Submission(
        file=f"{country}.xlsx",
        sha256=fingerprint(country),
        country=CountryCode(country),
        framework=ALM,
        activities=activities,
    )


def distinct(country: str, number: int) -> Activity:
    return led(country, number, f"Study {number} of {country}", f"Kajian {number}")


def test_what_one_file_alone_reports_is_not_compared_with_itself() -> None:
    given = [
        sent(country, *(distinct(country, n) for n in range(1, SOME + 1)))
        for country in ("ID", "VN")
    ]
    merge(given)  # fills the tables that are made at first use
    done = calls(lambda: merge(given))
    assert done["_differing"] == done["said_of"] == 0
    assert done["NamedReports.__init__"] == 0  # nobody decided anything
    assert done["ReportedActivity.titled"] == 2 * SOME


def test_what_one_report_alone_has_is_neither_tabled_nor_asked() -> None:
    rows = {
        country: [led(country, n, f"Study {n} of {country}") for n in range(1, SOME)]
        for country in ("ID", "VN")
    }
    given = [
        evolve(sent(country, *own), institution="Ministry of Labour")
        for country, own in rows.items()
    ]
    merge(given)  # looks up what became of each institution
    done = calls(lambda: merge(given))
    assert done["Namesakes.<lambda>"] == 0
    assert done["serial_files"] == 0  # no number stands in two files
    assert done["_changes_of"] == 0
    assert done["natural_order"] == 0  # both number their rows alike
    shared = sent("LA", evolve(rows["VN"][0], id=ActivityId("LA:1"), leads=()))
    assert calls(lambda: merge([*given, shared]))["Namesakes.<lambda>"] > 0


def test_only_groups_of_several_reports_hold_their_members() -> None:
    given = sent("VN", *(distinct("VN", n) for n in range(1, SOME + 1)))
    alone = [ReportedActivity(activity=a, submission=given) for a in given.activities]
    again = evolve(given, sha256=fingerprint("again"))
    reports = (*alone, ReportedActivity(activity=alone[0].activity, submission=again))
    grown = Groups(reports)
    assert grown.put_together(0, SOME)
    assert len(grown.all()) == SOME
    held = [each for each in vars(grown).values() if isinstance(each, dict)]
    assert max(len(each) for each in held) == 1


def test_an_activity_that_stays_as_it_is_is_not_made_again() -> None:
    activity = distinct("VN", 1)
    assert merge([sent("VN", activity)]).activities[0] is activity


def test_what_stays_as_it_was_each_month_is_not_put_into_words() -> None:
    reported = [distinct("VN", n) for n in range(1, SOME + 1)]
    months = [
        evolve(sent("VN", *reported), as_of=Moment.parse(day), sha256=fingerprint(day))
        for day in ("2024-01-31", "2024-02-29", "2024-03-31")
    ]
    assert len(merge(months).activities) == SOME
    assert calls(lambda: merge(months))["_parties"] == 0
    other = evolve(reported[0], leads=(Party(kind=PartyKind.COUNTRY, id="LA"),))
    last = evolve(months[-1], activities=(other, *reported[1:]))
    assert calls(lambda: merge([*months[:-1], last]))["_parties"] > 0


def test_a_report_alone_holds_no_table_of_its_own_once_it_is_placed() -> None:
    activities = [distinct("LA", number) for number in range(SOME)]
    quoting = [
        evolve(a, references=(PlanReference(framework=ALM, number="1.1"),))
        for a in activities
    ]
    submission = evolve(sent("LA", *quoting), institution="Ministry of Labour")
    reports = [ReportedActivity(activity=a, submission=submission) for a in quoting]
    same_activities(reports)
    kept = attrgetter("titled", "titles", "leads", "quoted")
    held = [v for report in reports for v in kept(report) if isinstance(v, frozenset)]
    assert held
    assert len({id(each) for each in held}) <= 2  # what is quoted, and who leads
    owners = [report.owner for report in reports]
    assert len({id(owner) for owner in owners}) == 1


def test_what_many_reports_say_alike_is_held_once() -> None:
    given = sent("VN", *(distinct("VN", n) for n in range(1, SOME + 1)))
    reports = [ReportedActivity(activity=a, submission=given) for a in given.activities]
    assert len({id(report.leads) for report in reports}) == 1
    assert len({id(report.quoted) for report in reports}) == 1
    assert [report.leads for report in reports] == [frozenset({"VN"})] * SOME


def test_shared_titles_are_told_in_the_order_of_their_letters() -> None:
    titles = [f"Study of matter {letter}" for letter in "hcfabged"]
    owners = ("ID", "KH", "LA", "MM", "MY", "PH", "SG", "VN")
    others = [
        sent(owner, led(owner, 2, title))
        for owner, title in zip(owners, titles, strict=True)
    ]
    plan = merge([sent("BN", led("BN", 1, *titles)), *others])
    conflicts = [c for c in plan.conflicts if c.activity == "BN:1"]
    told = [claim.owner for c in conflicts for claim in c.claims if claim.owner != "BN"]
    by_title = sorted(zip(titles, owners, strict=True))
    assert told == [owner for _, owner in by_title]
