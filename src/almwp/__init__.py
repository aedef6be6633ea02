"""Track the ASEAN Labour Ministers' work programme: progress and positions.

What stands in ``__all__`` is what other tools need; ``docs/reference/stability.md``
says what may change.  Each name is imported when it is first used.
"""

TYPE_CHECKING = False  # checkers know the name; typing itself is slow to import

if TYPE_CHECKING:
    from almwp.errors import (
        AlmwpError,
        CallError,
        Cancelled,
        NoActivitiesError,
        PluginError,
        UnknownNameError,
        UnreadableFileError,
        UnwritableFileError,
    )
    from almwp.findings.rule import Finding, Location, Rule, Severity
    from almwp.intake.limits import Limits
    from almwp.model.absence import Absence
    from almwp.model.activity import Activity, Change, Observation, Status
    from almwp.model.decision import Decision
    from almwp.model.framework import Framework, Node
    from almwp.model.indicator import Indicator, Reading, Target
    from almwp.model.moment import Moment, Period
    from almwp.model.nationalposition import NationalPosition
    from almwp.model.party import Party, PartyKind
    from almwp.model.position import Audience
    from almwp.model.report import Report
    from almwp.model.rows import Row
    from almwp.model.score import (
        Part,
        Scope,
        ScopeKind,
        Score,
        Scorecard,
        ScoreLine,
    )
    from almwp.model.source import Basis, Origin, Source
    from almwp.model.submission import Submission
    from almwp.model.text import Text
    from almwp.model.timeframe import Timeframe
    from almwp.model.workplan import Claim, Conflict, WorkPlan
    from almwp.plan.carryover import ActivityFate, CarriedActivity, CarriedOver
    from almwp.workflow.calls import merge, position, read, score, write
    from almwp.workflow.checking import Checked, CheckedFile, CheckedFinding
    from almwp.workflow.compared import Compared
    from almwp.workflow.furthercalls import carry_over, check, compare, report
    from almwp.workflow.reading import FileRead, ReadFiles
    from almwp.workflow.session import Session
    from almwp.workflow.steps import Step

__version__ = "0.1.0"

__all__ = [
    "Absence",
    "Activity",
    "ActivityFate",
    "AlmwpError",
    "Audience",
    "Basis",
    "CallError",
    "Cancelled",
    "CarriedActivity",
    "CarriedOver",
    "Change",
    "Checked",
    "CheckedFile",
    "CheckedFinding",
    "Claim",
    "Compared",
    "Conflict",
    "Decision",
    "FileRead",
    "Finding",
    "Framework",
    "Indicator",
    "Limits",
    "Location",
    "Moment",
    "NationalPosition",
    "NoActivitiesError",
    "Node",
    "Observation",
    "Origin",
    "Part",
    "Party",
    "PartyKind",
    "Period",
    "PluginError",
    "ReadFiles",
    "Reading",
    "Report",
    "Row",
    "Rule",
    "Scope",
    "ScopeKind",
    "Score",
    "ScoreLine",
    "Scorecard",
    "Session",
    "Severity",
    "Source",
    "Status",
    "Step",
    "Submission",
    "Target",
    "Text",
    "Timeframe",
    "UnknownNameError",
    "UnreadableFileError",
    "UnwritableFileError",
    "WorkPlan",
    "__version__",
    "carry_over",
    "check",
    "compare",
    "merge",
    "position",
    "read",
    "report",
    "score",
    "write",
]

_HOMES = {
    "Absence": "almwp.model.absence",
    "Activity": "almwp.model.activity",
    "ActivityFate": "almwp.plan.carryover",
    "AlmwpError": "almwp.errors",
    "Audience": "almwp.model.position",
    "Basis": "almwp.model.source",
    "CallError": "almwp.errors",
    "Cancelled": "almwp.errors",
    "CarriedActivity": "almwp.plan.carryover",
    "CarriedOver": "almwp.plan.carryover",
    "Change": "almwp.model.activity",
    "Checked": "almwp.workflow.checking",
    "CheckedFile": "almwp.workflow.checking",
    "CheckedFinding": "almwp.workflow.checking",
    "Claim": "almwp.model.workplan",
    "Compared": "almwp.workflow.compared",
    "Conflict": "almwp.model.workplan",
    "Decision": "almwp.model.decision",
    "FileRead": "almwp.workflow.reading",
    "Finding": "almwp.findings.rule",
    "Framework": "almwp.model.framework",
    "Indicator": "almwp.model.indicator",
    "Limits": "almwp.intake.limits",
    "Location": "almwp.findings.rule",
    "Moment": "almwp.model.moment",
    "NationalPosition": "almwp.model.nationalposition",
    "NoActivitiesError": "almwp.errors",
    "Node": "almwp.model.framework",
    "Observation": "almwp.model.activity",
    "Origin": "almwp.model.source",
    "Part": "almwp.model.score",
    "Party": "almwp.model.party",
    "PartyKind": "almwp.model.party",
    "Period": "almwp.model.moment",
    "PluginError": "almwp.errors",
    "ReadFiles": "almwp.workflow.reading",
    "Reading": "almwp.model.indicator",
    "Report": "almwp.model.report",
    "Row": "almwp.model.rows",
    "Rule": "almwp.findings.rule",
    "Scope": "almwp.model.score",
    "ScopeKind": "almwp.model.score",
    "Score": "almwp.model.score",
    "ScoreLine": "almwp.model.score",
    "Scorecard": "almwp.model.score",
    "Session": "almwp.workflow.session",
    "Severity": "almwp.findings.rule",
    "Source": "almwp.model.source",
    "Status": "almwp.model.activity",
    "Step": "almwp.workflow.steps",
    "Submission": "almwp.model.submission",
    "Target": "almwp.model.indicator",
    "Text": "almwp.model.text",
    "Timeframe": "almwp.model.timeframe",
    "UnknownNameError": "almwp.errors",
    "UnreadableFileError": "almwp.errors",
    "UnwritableFileError": "almwp.errors",
    "WorkPlan": "almwp.model.workplan",
    "carry_over": "almwp.workflow.furthercalls",
    "check": "almwp.workflow.furthercalls",
    "compare": "almwp.workflow.furthercalls",
    "merge": "almwp.workflow.calls",
    "position": "almwp.workflow.calls",
    "read": "almwp.workflow.calls",
    "report": "almwp.workflow.furthercalls",
    "score": "almwp.workflow.calls",
    "write": "almwp.workflow.calls",
}
"""The module of each name, for those who run; the imports above are for checkers."""

if not TYPE_CHECKING:

    def __getattr__(name):
        """Import what is shown here when it is first used."""
        if name not in _HOMES:
            raise AttributeError(f"module 'almwp' has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return found

    def __dir__():
        """Show what other tools need, and nothing else."""
        return sorted(__all__)
