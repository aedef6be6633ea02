"""Completion by shell: the script that each runs, and what almwp answers to it."""

import contextlib
import io
import json
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
)

from almwp.cli.completionvariable import VARIABLE
from almwp.errors import AlmwpError

PROGRAM = "almwp"
_PLAIN = "plain"

_FISH = """\
function %(complete_func)s;
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) \
COMP_CWORD=(commandline -t) %(prog_name)s);

    for completion in $response;
        set -l metadata (string split --max 1 "," $completion);

        if test $metadata[1] = "dir";
            __fish_complete_directories (commandline -ct);
        else if test $metadata[1] = "file";
            __fish_complete_path (commandline -ct);
        else if test $metadata[1] = "plain";
            echo $metadata[2];
        end;
    end;
end;

complete --no-files --command %(prog_name)s --arguments \
"(%(complete_func)s)";
"""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName '%(prog_name)s' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $program = $commandAst.GetCommandName()
    if (-not $program) { return }
    $before = @()
    foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        # A word in quotes has its value; anything else is what was typed.
        $value = $element.Value
        $before += if ($value -is [string]) { $value } else { $element.Extent.Text }
    }

    try {
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $before -join "`n"
        $env:COMP_CWORD = $wordToComplete
        $found = & $program 2>$null | ConvertFrom-Json
    } finally {
        $env:%(complete_var)s = $null
        $env:COMP_WORDS = $null
        $env:COMP_CWORD = $null
    }

    # Nothing at all means files and folders, which PowerShell completes itself.
    foreach ($item in $found) {
        if ($item.value) {
            [System.Management.Automation.CompletionResult]::new(
                $item.value, $item.value, 'ParameterValue', $item.help)
        } else {
            ''
        }
    }
}
"""


class _Bash(BashComplete):
    """Completion for bash, 4.4 or newer."""

    source_template: ClassVar[str] = BashComplete.source_template.replace(
        "=bash_complete $1)", '=bash_complete "$1" 2>/dev/null)'
    )

    def source(self) -> str:
        """Return the script; which bash is at hand while it is made does not matter."""
        return ShellComplete.source(self)


class _Fish(FishComplete):
    """Completion for fish; a value may have commas, as lists of scopes have."""

    source_template: ClassVar[str] = _FISH


class _PowerShell(ShellComplete):
    """Completion for PowerShell, 5.1 as it comes with Windows and newer.

    The words come one a line, as PowerShell took them apart: a backslash is a part of
    a path here.  The answer is one line of JSON in ASCII, which no code page changes.
    """

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before that at the cursor, and that as far as typed."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "").strip("'\"")

    def complete(self) -> str:
        """Return what fits as JSON; one empty value where nothing does, nor a file."""
        items = self.get_completions(*self.get_completion_args())
        plain = [self.format_completion(i) for i in items if i.type == _PLAIN]
        if not items:
            plain = [json.dumps({"value": "", "help": ""})]
        return f"[{', '.join(plain)}]"

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return one value; PowerShell wants words about each."""
        about = " ".join((item.help or "").split()) or str(item.value)
        return json.dumps({"value": str(item.value), "help": about})


SHELLS: Mapping[str, type[ShellComplete]] = MappingProxyType(
    {"bash": _Bash, "zsh": ZshComplete, "fish": _Fish, "powershell": _PowerShell}
)
"""The shells for which there is a script, by name."""


def script_for(shell: str, command: click.Command) -> str:
    """Return the script by which *shell* completes *command*."""
    return SHELLS[shell](command, {}, PROGRAM, VARIABLE).source()


def answer(instruction: str, command: click.Command) -> str | None:
    """Return what fits at the cursor, in the form that the asking shell reads.

    Nothing is said of what goes wrong: whoever pressed a key wants no message.

    Args:
        instruction: What the script says in :data:`VARIABLE`, ``bash_complete``.
        command: The program.

    Returns:
        None where no shell of ours asks like this.
    """
    shell, _, what = instruction.partition("_")
    if shell not in SHELLS or what != "complete":
        return None
    completion = SHELLS[shell](command, {}, PROGRAM, VARIABLE)
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            return completion.complete()
        except (AlmwpError, OSError, LookupError, ValueError, click.ClickException):
            return ""
