"""How fast long work goes, and how long the rest of it will take."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.workflow.steps import Step

_ENOUGH = 3
"""Files from which on a pace is told: that of one or two says nothing."""
_SOME_TIME = 2.0
"""Seconds before which nobody asks how long it will take."""


class Pace:
    """The pace of one piece of work, from what is done at which moment."""

    def __init__(self) -> None:
        self._began = 0.0
        self._job = ""

    def words(self, step: "Step", now: float, say: "Translate") -> str:
        """Return the pace and the time that is left; nothing while it is not known.

        Args:
            step: How far the work has come.
            now: The moment, in seconds from any other.
            say: Into the language of the call.
        """
        if step.job != self._job:
            self._job, self._began = step.job, now
        took = now - self._began
        if step.done < _ENOUGH or step.done >= step.total or took < _SOME_TIME:
            return ""
        left = _clock(took * (step.total - step.done) / step.done)
        in_a_minute = round(60 * step.done / took)
        if in_a_minute:
            words = say("({count} a minute, {time} left)")
            return words.format(count=in_a_minute, time=left)
        words = say("({count} an hour, {time} left)")
        return words.format(count=round(3600 * step.done / took), time=left)


def _clock(seconds: float) -> str:
    """Return a time as ``4:05`` or ``1:00:00``, up to the next whole second."""
    minutes, rest = divmod(-int(-seconds // 1), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
