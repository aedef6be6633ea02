"""The command ``almwp completion``: the script by which a shell completes almwp."""

import click

from almwp.cli.examples import CommandWithExamples
from almwp.cli.saying import hand_on
from almwp.cli.shells import SHELLS, script_for


@click.command(cls=CommandWithExamples)
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script by which a shell completes what you type after almwp.

    Press the Tab key, and it completes commands, options, files, and the names of
    countries, meetings, frameworks, scorers, reports, formats, languages and rules.
    To have it in every new window, add to the file that your shell reads at its start:

    \b
    bash 4.4 or newer, ~/.bashrc    eval "$(almwp completion bash)"
    zsh, ~/.zshrc, after compinit   eval "$(almwp completion zsh)"
    fish, ~/.config/fish/config.fish
                                    almwp completion fish | source
    PowerShell, the file $PROFILE   almwp completion powershell | Out-String |
                                        Invoke-Expression

    \b
    almwp completion bash
    almwp completion powershell
    """
    script = script_for(shell, context.find_root().command)
    hand_on(script.encode())  # bytes: no shell but one takes CR LF
