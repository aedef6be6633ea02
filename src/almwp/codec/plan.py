"""Saved plans: a work plan in a file that says what it is and in which version."""

from typing import Any, Final, Literal

from attrs import frozen

from almwp.codec.fault import Fault, described
from almwp.codec.plain import decode
from almwp.codec.text import plain_of, to_json
from almwp.model.workplan import WorkPlan

VERSION: Final = 1
"""The version of saved plans that this almwp writes and reads."""


@frozen(kw_only=True)
class SavedPlan:
    """A saved work plan.

    Attributes:
        almwp: What the file is: always ``plan``.
        version: The version of the file's form.
        plan: The plan.
    """

    almwp: Literal["plan"]
    version: Literal[1]
    plan: WorkPlan


def write_plan(plan: WorkPlan) -> str:
    """Return *plan* as the text of a saved plan."""
    return to_json(SavedPlan(almwp="plan", version=VERSION, plan=plan))


def read_plan(text: str) -> tuple[WorkPlan | None, tuple[Fault, ...]]:
    """Read the text of a saved plan.

    Returns:
        The plan and no faults, or None and every fault there is.  A file of another
        kind or of another version is one fault.
    """
    plain, faults = plain_of(text)
    if not faults:
        faults = _envelope_faults(plain)
    if faults:
        return None, faults
    saved, faults = decode(SavedPlan, plain)
    return (saved.plan if saved else None), faults


def _envelope_faults(plain: Any) -> tuple[Fault, ...]:
    if not isinstance(plain, dict) or plain.get("almwp") != "plan":
        return (Fault("", "this is not a plan that almwp saved"),)
    version = plain.get("version")
    if isinstance(version, bool) or version != VERSION:
        return (
            Fault(
                "version",
                f"this almwp reads saved plans of version {VERSION}, "
                f"but here stands {described(version)}",
            ),
        )
    return ()
