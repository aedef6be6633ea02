"""Tell whoever waits at a terminal how far long work has come, on one line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from almwp.cli.app import App
from almwp.cli.pace import Pace
from almwp.cli.saying import on_one_line
from almwp.cli.terminal import can_rewrite, width
from almwp.errors import in_english

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.steps import OnStep, Step

_BAR = 20
_SOME_TIME = 0.1
"""Seconds from one line to the next at least; drawing must not be the long work."""


@contextmanager
def waiting(app: App) -> Iterator["OnStep"]:
    """Show each step on a line of standard error, which is gone when the work is done.

    Nothing is shown where standard error is no terminal.
    """
    from almwp.workflow.steps import tell_nobody

    if not can_rewrite(sys.stderr):
        yield tell_nobody
        return
    line = _Line(sys.stderr, _translate(app))
    try:
        yield line
    finally:
        line.clear()


@contextmanager
def busy(app: App, job: str) -> Iterator[None]:
    """Show what is being done, where nobody tells the steps of it."""
    from almwp.workflow.steps import Step

    with waiting(app) as on_step:
        on_step(Step(job=job, done=0, total=0))
        yield


def _translate(app: App) -> "Translate":
    """Return the translation into the language of the call."""
    context = click.get_current_context(silent=True)
    told = context.params if context else {}
    language = told.get("language") or next(iter(told.get("languages") or ()), "en")
    return app.session.translate(language) if language != "en" else in_english


class _Line:
    """A line that is written over; without escape codes, so on any terminal."""

    def __init__(
        self,
        stream: TextIO,
        translate: "Translate",
        now: "Callable[[], float] | None" = None,
    ) -> None:
        from time import monotonic

        self._stream, self._translate = stream, translate
        self._now = now or monotonic
        self._shown, self._at = "", 0.0
        self._pace = Pace()

    def __call__(self, step: "Step") -> None:
        """Show *step*, unless the line before it is too young for anyone to read."""
        now = self._now()
        if self._shown and now - self._at < _SOME_TIME:
            return
        self._at = now
        self._write(self._words(step, now))

    def clear(self) -> None:
        """Take the line away."""
        self._write("")
        self._stream.write("\r")
        self._stream.flush()

    def _write(self, words: str) -> None:
        words = on_one_line(words)[: max(width() - 1, 1)]
        rest = " " * (len(self._shown) - len(words))
        self._shown = words  # known before it is there, lest a stop leaves it there
        self._stream.write(f"\r{words}{rest}")
        self._stream.flush()

    def _words(self, step: "Step", now: float) -> str:
        say = self._translate
        jobs = {
            "read": say("reading files"),
            "merge": say("putting the files together"),
            "score": say("working out scores"),
            "build": say("building the report"),
            "draw": say("drawing figures"),
            "mark": say("marking copies"),
            "compare": say("comparing the versions"),
            "write": say("laying out"),
        }
        job = jobs[step.job]
        if not step.total:
            return f"{job} ..."
        full = _BAR * step.done // step.total
        bar = f"[{'#' * full}{'-' * (_BAR - full)}]"
        what = step.what.replace("\\", "/").rpartition("/")[2]
        pace = self._pace.words(step, now, say)
        parts = [job, bar, f"{step.done}/{step.total}", pace, what]
        if step.rows:
            parts.append(say("(rows: {count})").format(count=step.rows))
        return " ".join(part for part in parts if part)
