"""Help that ends with examples: the last block of a command's docstring."""

import inspect

import click

_MARK = "\b"
_CALL = "almwp"


def examples_of(command: click.Command) -> tuple[str, ...]:
    """Return the calls that the help of *command* ends with, each as one types it."""
    return _parted(command.help)[1]


def _parted(words: str | None) -> tuple[str, tuple[str, ...]]:
    """Return a docstring without its last block of calls, and these calls."""
    text = inspect.cleandoc(words or "").partition("\f")[0]
    before, mark, block = text.rpartition(f"\n\n{_MARK}\n")
    lines = tuple(block.splitlines())
    if not mark or not all(line.split(" ")[0] == _CALL for line in lines):
        return text, ()
    return before, lines


class _WithExamples(click.Command):
    """A command whose help has its examples at the end, below its options."""

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what the command does, without the examples."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_parted(self.help)[0])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples at the end."""
        super().format_epilog(ctx, formatter)
        if calls := examples_of(self):
            with formatter.section("Examples"):
                for call in calls:
                    formatter.write(f"{'':>{formatter.current_indent}}{call}\n")


class CommandWithExamples(_WithExamples, click.Command):
    """A command whose help ends with its examples."""


class GroupWithExamples(_WithExamples, click.Group):
    """A group whose help ends with its examples."""

    command_class: type[click.Command] | None = CommandWithExamples
