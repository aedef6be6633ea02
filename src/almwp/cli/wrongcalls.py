"""Say what is wrong with a call in the language that the call itself asks for."""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

import click

from almwp.cli.saying import say

if TYPE_CHECKING:
    from almwp.errors import Translate

_OPTION = "--lang"


def language_of(arguments: Sequence[str]) -> str:
    """Return the language that a call asks for, also where the call is wrong."""
    asked = "en"
    for place, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == _OPTION and sign:
            asked = value
        elif name == _OPTION and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return asked


def translation_for(arguments: Sequence[str]) -> "Translate":
    """Return the translation into the language that a call asks for.

    English where it asks for none, or for one that nobody speaks: that is said then.
    """
    from almwp.errors import AlmwpError, in_english

    language = language_of(arguments)
    if language == "en":
        return in_english
    from almwp.plugins.loading import load_plugins
    from almwp.workflow.messages import translation_into

    try:
        return translation_into(language, load_plugins())
    except AlmwpError:
        return in_english


def show_usage_error(error: click.ClickException, arguments: Sequence[str]) -> None:
    """Print what click finds wrong with a call; in English click does so itself."""
    from almwp.errors import in_english

    translate = translation_for(arguments)
    if translate is in_english:
        shown = StringIO()
        error.show(shown)
        say(shown.getvalue(), err=True, nl=False)
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        usage = context.get_usage().removeprefix("Usage: ")
        say(f"{translate('Usage')}: {usage}", err=True)
        more = translate("'{command} -h' tells more")
        say(more.format(command=context.command_path), err=True)
    say(f"almwp: {usage_sentence(error, translate)}", err=True)


def usage_sentence(error: click.ClickException, translate: "Translate") -> str:
    """Return in one sentence what is wrong with a call; click's own where not known."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    match error:
        case click.NoSuchOption():
            near = ", ".join(sorted(error.possibilities or ()))
            if near:
                return translate(
                    "there is no option {option}; did you mean {near}?"
                ).format(option=error.option_name, near=near)
            return translate("there is no option {option}").format(
                option=error.option_name
            )
        case click.MissingParameter():
            return translate("the call lacks {name}").format(name=_name(error, context))
        case click.BadOptionUsage():
            return translate("the option {option} lacks its value").format(
                option=error.option_name
            )
        case click.BadParameter() if error.param is not None:
            name = _name(error, context)
            if isinstance(error.param.type, click.Choice):
                return translate(
                    "the value of {name} is not known; use one of: {choices}"
                ).format(
                    name=name, choices=", ".join(map(str, error.param.type.choices))
                )
            problem = error.message
            if isinstance(error.param.type, click.Path):
                problem = _of_a_path(problem, translate)
            return translate("the value of {name} cannot be used: {problem}").format(
                name=name, problem=problem
            )
        case _ if command := getattr(error, "command_name", ""):
            return translate("there is no command '{command}'").format(command=command)
        case _:
            return translate("the call is wrong: {problem}").format(
                problem=error.format_message()
            )


def _of_a_path(problem: str, translate: "Translate") -> str:
    """Say what is wrong with a path; click tells it by the end of its sentence."""
    ends = {
        " is a file.": translate("this is a file, not a folder"),
        " is a directory.": translate("this is a folder, not a file"),
        " does not exist.": translate("there is no such file or folder"),
        " is not readable.": translate("the right to it is missing"),
        " is not writable.": translate("the right to it is missing"),
    }
    _, quote, rest = problem.partition("'")
    path, _, end = rest.rpartition("'")
    return f"'{path}': {ends[end]}" if quote and end in ends else problem


def _name(error: click.BadParameter, context: click.Context | None) -> str:
    if error.param is not None and context is not None:
        return error.param.get_error_hint(context).replace("'", "")
    return str(error.param_hint or "")
