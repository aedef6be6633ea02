"""The command ``almwp``: its group of commands and the way it ends."""

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

import click

from almwp.cli import completing
from almwp.cli.commands import COMMANDS
from almwp.cli.completionvariable import VARIABLE
from almwp.cli.lazy import LazyGroup
from almwp.cli.notinstalled import advice_on
from almwp.cli.saying import hand_on, say
from almwp.cli.terminal import wants_colours
from almwp.cli.version import VERSION_SAID
from almwp.cli.wrongcalls import show_usage_error, translation_for
from almwp.errors import AlmwpError, system_problem

NOBODY_READS_ON = 141
"""How a program ends whose reader has enough, as ``head`` does: what shells make of
the signal for it.  It is no fault of the data, nor of the call."""


@click.group(
    cls=LazyGroup,
    own=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(message=VERSION_SAID)
@click.option(
    "--without",
    multiple=True,
    shell_complete=completing.installed,
    metavar="NAME",
    help="Leave this plugin alone.",
)
@click.option(
    "--strict-plugins", is_flag=True, help="Stop if any plugin cannot be used."
)
@click.pass_context
def almwp(
    context: click.Context, without: tuple[str, ...], strict_plugins: bool
) -> None:
    """Turn Excel files of ASEAN labour ministries into progress and positions.

    \b
    almwp check examples/submissions
    almwp score examples/submissions --by outcome,country
    almwp position examples/submissions --country VN --meeting slom-21 --to docx
    """
    from almwp.cli.app import App, app_of

    context.color = wants_colours()
    if app_of(context) is None:  # else a command of a plugin was looked up before
        context.obj = App(
            without=without, strict=strict_plugins, own_commands=tuple(COMMANDS)
        )


def main() -> None:
    """Run the command line; what goes wrong ends in a sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows has the code page of old; Vietnamese does not fit into it.
        # Names of files need not be text at all; what is not is shown by its number.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run()
    for stream in (sys.stdout, sys.stderr):
        try:
            if isinstance(stream, TextIOWrapper):  # it may be closed, and None
                stream.flush()
        except OSError:  # else Python tries again when it ends, and ends with 120
            _leave_it_unread(stream)
            code = code or 3
    sys.exit(code)


def run(words: list[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        words: The command; without them what was typed.  On Windows, whose shells
            leave it to programs, click then puts files in the place of ``*.xlsx``.
    """
    if VARIABLE in os.environ:  # a shell asks what could stand at the cursor
        return _answer()
    stdout = sys.stdout
    arguments = sys.argv[1:] if words is None else words
    try:
        result = almwp.main(words, prog_name="almwp", standalone_mode=False)
    except AlmwpError as error:
        translate = translation_for(arguments)
        for said in (error.message(translate), advice_on(error, translate)):
            if said:
                _tell(said)
        return error.exit_code
    except click.ClickException as error:
        with suppress(OSError):
            show_usage_error(error, arguments)
        return error.exit_code
    except click.Abort as abort:
        from almwp.cli.stopping import words_on_stop

        _tell(words_on_stop(abort.__cause__, translation_for(arguments)))
        return 130
    except SystemExit as end:  # nobody reads on, or a plugin's command ended itself
        if sys.stdout is not stdout:  # click has made it deaf to the broken pipe
            return NOBODY_READS_ON
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except OSError as error:
        if _nobody_reads_on(error):
            _leave_it_unread(sys.stdout)
            return NOBODY_READS_ON
        translate = translation_for(arguments)
        problem = translate(system_problem(error))
        said = translate("could not go on: {problem}").format(problem=problem)
        _tell(said)
        return 3
    return result if isinstance(result, int) and result is not True else 0


def _tell(words: str) -> None:
    """Say on standard error why it ends; where nobody can hear it, the code says it."""
    with suppress(OSError):
        say(f"almwp: {words}", err=True)


def _nobody_reads_on(error: OSError) -> bool:
    """Say whether what was written went to a program that has ended.

    Windows says only that the argument is wrong; there is no file that it would name.
    """
    if error.filename is not None:
        return False
    gone = {errno.EPIPE} | ({errno.EINVAL} if sys.platform == "win32" else set())
    return error.errno in gone


def _leave_it_unread(stream: TextIO) -> None:
    """See that Python does not try to write the rest when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _answer() -> int:
    from almwp.cli.shells import answer

    found = answer(os.environ[VARIABLE], almwp)
    if found is None:
        return 2
    hand_on(found.encode() + b"\n")  # bytes: a line ends in the same way on Windows
    return 0
