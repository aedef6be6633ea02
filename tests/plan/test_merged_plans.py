"""What is always true of merging plans: any order, any grouping, any repetition."""

from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.codec import read_plan, write_plan
from almwp.model.decision import (
    BOTH,
    DIFFERENT,
    SAME,
    ActivityName,
    Decision,
    DecisionKind,
    FileName,
)
from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge, merge_plans
from almwp.testing.strategies import submissions

TITLES = (
    "A study of labour inspection in rural areas",
    "The study of labour inspection in the rural areas",
    "A training on vocational skills",
    "Đào tạo nghề cho lao động nữ",
)
"""Few titles, so that activities of several files are often one, or nearly so."""

INSTITUTIONS = ("Ministry of Labour, Invalids and Social Affairs (MOLISA)", "MoHA", "")
_DAYS = tuple(map(Moment.parse, ("2024-10-31", "2025-10-21")))


@st.composite
def _files(draw: st.DrawFn) -> Submission:
    """Return a file whose sender, day, name and titles others have as well."""
    sent = draw(submissions)
    activities = {
        activity.id: evolve(activity, title=Text.of(title, "en"))
        for activity in sent.activities
        for title in [draw(st.sampled_from(TITLES))]
    }
    return evolve(
        sent,
        file=draw(st.sampled_from(("vn.xlsx", "vn v2.xlsx", "ph.xlsx"))),
        sha256=draw(st.sampled_from("01234")) * 64,
        copy_of=draw(st.sampled_from(("", "0" * 64, "1" * 64))),
        kind="progress",
        country=CountryCode(draw(st.sampled_from(("VN", "PH")))),
        institution=draw(st.sampled_from(INSTITUTIONS)),
        framework=None,
        as_of=draw(st.sampled_from(_DAYS)),
        version=draw(st.sampled_from(("", "1", "2"))),
        activities=tuple(activities.values()),
        proposals=(),
        agenda=(),
        asks=(),
        findings=(),
    )


@st.composite
def _plans(draw: st.DrawFn, pile: st.SearchStrategy[list[Submission]]) -> WorkPlan:
    """Return a plan with decisions: on what is open in it, and on what is nowhere."""
    sent = draw(pile)
    return merge(sent, draw(st.lists(_decisions(merge(sent)), max_size=3)))


def _decisions(plan: WorkPlan) -> st.SearchStrategy[Decision]:
    reasons = {"because": "said by phone", "by": "invented"}
    names = [
        ActivityName(id=a.id, title=title)
        for a in plan.activities
        for title in (str(a.title), "")
    ] or [ActivityName(id="VN:1")]
    files = [FileName(name=s.file, sha256=s.sha256[:12]) for s in plan.sent]
    values = [
        Decision(
            kind=DecisionKind.VALUE,
            activities=(ActivityName(id=conflict.activity),),
            field=conflict.field,
            about=conflict.about,
            take=claim.value or claim.owner,
            **reasons,
        )
        for conflict in plan.conflicts
        for claim in conflict.claims
    ]
    pairs = st.builds(
        lambda both, take: Decision(
            kind=DecisionKind.PAIR, activities=both, take=take, **reasons
        ),
        st.tuples(st.sampled_from(names), st.sampled_from(names)),
        st.sampled_from((SAME, DIFFERENT)),
    )
    owners = st.builds(
        lambda name, take: Decision(
            kind=DecisionKind.OWNER, activities=(name,), country="VN", take=take
        ),
        st.sampled_from(names),
        st.sampled_from(("MoHA", "MOET")),
    )
    found = [pairs, owners]
    if values:
        found.append(st.sampled_from(values))
    if len(files) > 1:
        taken = st.sampled_from((BOTH, *(file.sha256 for file in files)))
        versions = st.builds(
            lambda both, take: Decision(
                kind=DecisionKind.VERSION, files=both, take=take
            ),
            st.tuples(st.sampled_from(files), st.sampled_from(files)),
            taken,
        )
        found.append(versions)
    return st.one_of(found)


files = _files()
plans = _plans(st.lists(files, max_size=3))


@given(plans, plans, plans)
@settings(max_examples=25)
def test_plans_can_be_merged_in_any_grouping(
    one: WorkPlan, two: WorkPlan, three: WorkPlan
) -> None:
    at_once = merge_plans([one, two, three])
    assert merge_plans([merge_plans([one, two]), three]) == at_once
    assert merge_plans([one, merge_plans([two, three])]) == at_once


@given(st.lists(plans, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_plans_can_be_merged_in_any_order(several: list[WorkPlan], by: Random) -> None:
    turned = list(several)
    by.shuffle(turned)
    assert merge_plans(turned) == merge_plans(several)


@given(plans)
@settings(max_examples=25)
def test_a_plan_merged_with_itself_is_itself(plan: WorkPlan) -> None:
    assert merge_plans([plan]) == plan
    assert merge_plans([plan, plan, merge(plan.sent[:1])]) == plan


@given(plans)
@settings(max_examples=25)
def test_saving_and_opening_a_plan_are_inverse(plan: WorkPlan) -> None:
    assert read_plan(write_plan(plan)) == (plan, ())


@given(plans)
@settings(max_examples=25)
def test_all_that_was_sent_is_in_the_plan(plan: WorkPlan) -> None:
    counted = {s.sha256 for s in plan.submissions}
    gone = {each.submission.sha256 for each in plan.superseded}
    assert counted.isdisjoint(gone)
    assert bool(counted) == bool(plan.sent), "of versions of a file one counts"
    rows = {row for s in plan.submissions for a in s.activities for row in a.origins}
    assert {row for a in plan.activities for row in a.origins} == rows


@given(plans)
@settings(max_examples=25)
def test_every_decision_stands_in_the_plan_and_leaving_it_out_undoes_it(
    plan: WorkPlan,
) -> None:
    undone = merge(plan.sent)
    assert [*undone.decisions, *undone.unfit, *undone.resolved] == []
    assert merge(plan.sent, plan.decisions) == plan
    assert {each.decision for each in plan.unfit} <= set(plan.decisions)
    assert {each.decision for each in plan.resolved} <= set(plan.decisions)
    refused = {each.decision for each in plan.unfit}
    assert not refused & {each.decision for each in plan.resolved}
