"""Score a plan with a scorer from a plugin."""

from functools import partial
from pathlib import Path

from attrs import field, frozen

from almwp.catalogue.bodies import bodies
from almwp.catalogue.members import members
from almwp.errors import CallError, UnknownNameError
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment
from almwp.model.policy import Policy, Weighting
from almwp.model.score import ScopeKind, Scorecard
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plan.revisions import as_it_stood
from almwp.plan.tallies import plan_of_tally, remark_on
from almwp.plugins.guard import guard_result
from almwp.plugins.registry import Plugins
from almwp.scoring.countingremarks import with_counting
from almwp.scoring.policywords import choices_of, remarks_on_policy
from almwp.scoring.question import Question
from almwp.scoring.weightremarks import remarks_on_weights, with_unknown_weights
from almwp.workflow.allframeworks import frameworks_known
from almwp.workflow.collector import resting_collector
from almwp.workflow.frameworkfiles import given_files
from almwp.workflow.meanings import as_of_from
from almwp.workflow.messages import translation_into
from almwp.workflow.oneorseveral import AsOf, Scopes, path_of, scopes_of
from almwp.workflow.policies import PolicyFile, read_policy
from almwp.workflow.unsaid import METHOD


@frozen(kw_only=True)
class Scoring:
    """How to score.

    Attributes:
        method: Name of the scorer.
        by: By what to tell scores apart, beside the programme as a whole.
        as_of: The day as of which to answer; None for the newest reports.
        framework: Id of the framework by which to roll up; that of the plan, when
            not given.
        policy: The file with the choices on which to rest; the defaults, when not
            given.
    """

    method: str = METHOD
    by: tuple[ScopeKind, ...] = field(
        default=(ScopeKind.OUTCOME,), converter=frozen_items
    )
    as_of: Moment | None = None
    framework: FrameworkId | None = None
    policy: PolicyFile | None = None


def scoring_of(
    method: str,
    by: Scopes,
    as_of: AsOf | None,
    framework: str | None,
    policy: Path | str | None = None,
) -> Scoring:
    """Return how to score, from the words of a call.

    Raises:
        CallError: A word of *by* is no scope, *as_of* is neither a date nor a
            meeting, or the file *policy* cannot be used.
    """
    return Scoring(
        method=method,
        by=scopes_of(by),
        as_of=None if as_of is None else as_of_from(as_of),
        framework=None if framework is None else FrameworkId(framework),
        policy=read_policy(path_of(policy)) if policy is not None else None,
    )


def refuse_unused_policy(scoring: Scoring, plugins: Plugins) -> None:
    """Refuse a policy that the method would not follow.

    Raises:
        UnknownNameError: There is no such scorer.
        CallError: A policy was given to a scorer that follows none.
    """
    if scoring.policy and not plugins.scorers[scoring.method].takes_policy:
        raise CallError(
            "the method {method} follows no policy; leave --policy out",
            method=scoring.method,
        )


def score_plan(
    plan: WorkPlan,
    scoring: Scoring,
    plugins: Plugins,
    remarks: tuple[Statement, ...] = (),
) -> Scorecard:
    """Score *plan*.

    Raises:
        UnknownNameError: There is no such scorer or framework.
        CallError: A policy was given to a scorer that follows none, or takes weights
            from a framework that is not named.
        PluginError: The scorer broke.
    """
    scorer = plugins.scorers[scoring.method]
    refuse_unused_policy(scoring, plugins)
    framework = framework_of(plan, scoring.framework, plugins)
    policy = scoring.policy.policy if scoring.policy else Policy()
    if policy.weights is Weighting.FRAMEWORK and framework is None:
        raise CallError(
            "the policy takes weights from the framework, but no framework is named; "
            "name one with --framework"
        )
    records = plan.activities if scorer.counts == "activities" else plan.indicators
    remarks = (
        *remarks,
        *remarks_on_policy(policy, partial(_method, scoring, plugins), scorer.ignores),
        *remarks_on_weights(policy, (each.id for each in records), framework),
    )
    question = Question(
        framework=framework,
        plans_under=plans_under(framework, plugins) if framework else (),
        by=scoring.by,
        as_of=scoring.as_of,
        countries=tuple((m.iso2, m.name) for m in members()),
        bodies=tuple((b.id, b.title) for b in bodies()),
        remarks=(*remarks, *remarks_on_added(framework, scoring.as_of)),
        manifest=manifest_of(plan, scoring, plugins),
        policy=policy,
    )
    plugin = plugins.scorers.provider_of(scoring.method)
    stood = as_it_stood(plan, scoring.as_of.end if scoring.as_of else None)
    with resting_collector():
        card = guard_result(plugin, Scorecard, lambda: scorer.score(stood, question))
    return with_counting(with_unknown_weights(card))


def _method(scoring: Scoring, plugins: Plugins) -> Text:
    """Return the name of the method in all languages of people."""
    translate = translation_into("vi", plugins)
    forms = {"en": scoring.method, "vi": translate(scoring.method)}
    return Text.from_forms(forms)


def framework_of(
    plan: WorkPlan, wanted: FrameworkId | None, plugins: Plugins
) -> Framework | None:
    """Return the framework by which to roll up, or None where nothing names one.

    Raises:
        UnknownNameError: A framework is named that nobody contributed.
    """
    name = plan.framework if wanted is None else wanted
    if name is None:
        return None
    return load_framework(name, plugins)


def load_framework(name: str, plugins: Plugins) -> Framework:
    """Return the framework *name*.

    Raises:
        UnknownNameError: Nobody contributed it.
        PluginError: The plugin that did broke.
    """
    source = plugins.frameworks[name]
    plugin = plugins.frameworks.provider_of(name)
    return guard_result(plugin, Framework, source.load)


def remarks_on_added(
    framework: Framework | None, as_of: Moment | None
) -> tuple[Statement, ...]:
    """Say which outcomes and areas are not told apart, as they were added later."""
    if framework is None:
        return ()
    known = framework.outcomes + framework.priority_areas
    later = [node for node in known if not node.is_there(as_of)]
    if not later:
        return ()

    def names(language: str) -> str:
        titles = (f"{n.number} {n.title.in_(language)}".strip() for n in later)
        return "; ".join(titles)

    text = Text.from_forms(
        {
            "en": f"added after {as_of}, so not told apart here: {names('en')}",
            "vi": f"được bổ sung sau {as_of} nên không tách riêng ở đây: {names('vi')}",
        }
    )
    return (Statement(about="added later", text=text, basis=Basis.REPORTED),)


def plans_under(framework: Framework, plugins: Plugins) -> tuple[FrameworkId, ...]:
    """Return the ids of the plans that stand under *framework*, directly or not."""
    parents = {id_: each.parent for id_, each in frameworks_known(plugins).items()}
    found: list[FrameworkId] = []
    waiting = [framework.id]
    while waiting:
        above = waiting.pop()
        below = [plan for plan, parent in parents.items() if parent == above]
        waiting += [plan for plan in below if plan not in found]
        found += [plan for plan in below if plan not in found]
    return tuple(sorted(found))


def manifest_of(plan: WorkPlan, scoring: Scoring, plugins: Plugins) -> Manifest:
    """Return what a score of *plan* is made from."""
    files = {(s.file, s.sha256) for s in plan.submissions}
    if policy := scoring.policy:
        files.add((policy.file.name, policy.file.sha256))
    files |= {(file.name, file.sha256) for file in given_files(plugins)}
    inputs = sorted(files)
    software = sorted({(p.distribution, p.version) for p in plugins.loaded})
    settings = [("method", scoring.method)]
    if scoring.framework or plan.framework:
        settings.append(("framework", scoring.framework or plan.framework or ""))
    settings.append(("as of", str(scoring.as_of or "newest reports")))
    if policy:
        settings.append(("policy", policy.file.name))
        settings += [(f"policy: {key}", to) for key, to in choices_of(policy.policy)]
    return Manifest(
        inputs=tuple(InputFile(name=name, sha256=sha) for name, sha in inputs),
        software=tuple((name, version) for name, version in software if name),
        settings=tuple(settings),
    )


def score_published(
    framework: FrameworkId, tally: str | None, scoring: Scoring, plugins: Plugins
) -> Scorecard:
    """Score a count that was published for *framework*, as if its list were known.

    Args:
        framework: The framework.
        tally: Id of the count; the only one there is, when not given.
        scoring: How to score.
        plugins: Those that are loaded.

    Raises:
        UnknownNameError: There is no such framework or count.
        CallError: No count was published, or several were and none is named.
    """
    known = load_framework(framework, plugins)
    tallies = {each.id: each for each in known.tallies}
    if not tallies:
        raise CallError(
            "no count of activities was published for {framework}", framework=framework
        )
    if tally is None and len(tallies) > 1:
        names = ", ".join(tallies)
        raise CallError(
            "several counts were published for {framework}: {names}",
            framework=framework,
            names=names,
        )
    name = tally or next(iter(tallies))
    if name not in tallies:
        raise UnknownNameError("count", name, tuple(tallies))
    plan = plan_of_tally(known, tallies[name])
    return score_plan(plan, scoring, plugins, (remark_on(known, tallies[name]),))
