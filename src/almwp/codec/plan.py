"""Saved plans: a work plan in a file that says what it is and in which version."""

from collections.abc import Iterator
from typing import Any, Literal

from attrs import field, frozen

from almwp.codec.fault import Fault, described
from almwp.codec.parts import json_parts
from almwp.codec.plain import decode
from almwp.codec.planversions import OLDEST, VERSION, brought_up
from almwp.codec.text import plain_of
from almwp.model.fields import frozen_items
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan


@frozen(kw_only=True)
class SavedPlan:
    """A saved work plan.

    Attributes:
        almwp: What the file is: always ``plan``.
        version: The version of the file's form.
        plan: The plan.
    """

    almwp: Literal["plan"]
    version: Literal[2]
    plan: WorkPlan


@frozen(kw_only=True)
class OpenedPlan:
    """What was read of a saved plan.

    Attributes:
        plan: The plan, or None where the file is none.
        version: The version of the file's form; 0 where it is none that is known.
        faults: Why it is none: every fault there is.
    """

    plan: WorkPlan | None = None
    version: int = 0
    faults: tuple[Fault, ...] = field(default=(), converter=frozen_items)

    @property
    def is_newer(self) -> bool:
        """Whether a later almwp saved it, in a form that this one does not know."""
        return self.version > VERSION

    @property
    def is_older(self) -> bool:
        """Whether an earlier almwp saved it, in a form of that time."""
        return 0 < self.version < VERSION


def write_plan(plan: WorkPlan) -> str:
    """Return *plan* as the text of a saved plan."""
    return b"".join(plan_parts(plan)).decode()


def plan_parts(plan: WorkPlan) -> Iterator[bytes]:
    """Give *plan* as the bytes of a saved plan, in parts.

    The text of what thousands of files say is many times larger than the plan itself.
    """
    saved = SavedPlan(almwp="plan", version=VERSION, plan=plan)
    return json_parts(saved, (SavedPlan, WorkPlan, Submission))


def read_plan(text: str) -> tuple[WorkPlan | None, tuple[Fault, ...]]:
    """Read the text of a saved plan, of this version or an older one.

    Returns:
        The plan and no faults, or None and every fault there is.  A file of another
        kind or of a newer version is one fault.
    """
    opened = open_plan(text)
    return opened.plan, opened.faults


def open_plan(text: str) -> OpenedPlan:
    """Read the text of a saved plan, and tell of which version it is."""
    plain, faults = plain_of(text)
    if not faults:
        faults = _envelope_faults(plain)
    if faults:
        newer = plain.get("version") if isinstance(plain, dict) else None
        is_newer = type(newer) is int and newer > VERSION
        return OpenedPlan(version=int(newer or 0) if is_newer else 0, faults=faults)
    version: int = plain["version"]
    saved, faults = decode(SavedPlan, brought_up(plain, version))
    return OpenedPlan(
        plan=saved.plan if saved else None, version=version, faults=faults
    )


def _envelope_faults(plain: Any) -> tuple[Fault, ...]:
    if not isinstance(plain, dict) or plain.get("almwp") != "plan":
        return (Fault("", "this is not a plan that almwp saved"),)
    version = plain.get("version")
    number = version if isinstance(version, int) else 0
    if number > VERSION:
        why = (
            f"a newer almwp saved this plan (version {version}); this one reads "
            f"versions up to {VERSION}; install the newer almwp to read it"
        )
        return (Fault("version", why),)
    if number < OLDEST or isinstance(version, bool):
        why = (
            f"this almwp reads saved plans of versions {OLDEST} to {VERSION}, "
            f"but here stands {described(version)}"
        )
        return (Fault("version", why),)
    return ()
