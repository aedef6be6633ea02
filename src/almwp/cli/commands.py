"""The core's commands: where each is defined, and what the list of them says of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class OwnCommand(NamedTuple):
    """One of the core's commands, known without importing it.

    Attributes:
        place: Its module, and its name there after a colon.
        summary: What it does: how its own help begins.
    """

    place: str
    summary: str


COMMANDS: Mapping[str, OwnCommand] = MappingProxyType(
    {
        "check": OwnCommand(
            "almwp.cli.check:check",
            "Read files and report what is wrong or doubtful, cell by cell.",
        ),
        "template": OwnCommand(
            "almwp.cli.template:template",
            "Write a workbook to fill in: progress, proposals, position or framework.",
        ),
        "merge": OwnCommand(
            "almwp.cli.merge:merge",
            "Put submissions together; contradictions are kept and named.",
        ),
        "compare": OwnCommand(
            "almwp.cli.compare:compare",
            "Say what changed between two versions, and what of it looks like an "
            "accident.",
        ),
        "score": OwnCommand(
            "almwp.cli.score:score",
            "Score activities by state, with what is not known as bounds.",
        ),
        "carry-over": OwnCommand(
            "almwp.cli.carryover:carry_over",
            "Say what each activity of a programme becomes in the next one, and why.",
        ),
        "explain": OwnCommand(
            "almwp.cli.explain:explain",
            "Tell why a finding, an activity, an indicator or a figure is what it is.",
        ),
        "position": OwnCommand(
            "almwp.cli.position:position",
            "Write what a country brings to a meeting.",
        ),
        "export": OwnCommand(
            "almwp.cli.export:export",
            "Write any report in any format; ``almwp plugins`` lists both.",
        ),
        "plot": OwnCommand("almwp.cli.plot:plot", "Draw a figure as SVG or PNG."),
        "frameworks": OwnCommand(
            "almwp.cli.frameworks:frameworks",
            "List the programmes and plans, or tell all that is known of one.",
        ),
        "members": OwnCommand(
            "almwp.cli.members:members",
            "List the member states, their labour ministries, and on what each fact "
            "stands.",
        ),
        "meetings": OwnCommand(
            "almwp.cli.meetings:meetings",
            "List the meetings that are known from public pages.",
        ),
        "plugins": OwnCommand(
            "almwp.cli.plugins:plugins",
            "List the plugins, what each contributes, and what could not be used.",
        ),
        "new-plugin": OwnCommand(
            "almwp.cli.newplugin:new_plugin",
            "Write a new plugin into DIR: a distribution that installs, with a test.",
        ),
        "completion": OwnCommand(
            "almwp.cli.completion:completion",
            "Print the script by which a shell completes what you type after almwp.",
        ),
    }
)
"""The core's commands by name, in the order in which they are listed."""
