"""Say how far a command had come that was stopped, and what is kept of its work."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from almwp.errors import Translate


def words_on_stop(why: BaseException | None, translate: "Translate") -> str:
    """Return the last words of a command that somebody stopped.

    Args:
        why: What stopped it; work that tells how far it had come says it there.
        translate: Into the language of the call.
    """
    from almwp.workflow.stopped import MarkingStopped, ReadingStopped

    if isinstance(why, ReadingStopped):
        words = translate(
            "stopped; files that were read: {done} of {total}; nothing was written"
        )
        return words.format(done=len(why.files), total=why.total)
    if isinstance(why, MarkingStopped):
        words = translate(
            "stopped; copies that were marked: {done} of {total}; they are whole"
        )
        return words.format(done=len(why.done.copies), total=why.total)
    return translate("stopped")
