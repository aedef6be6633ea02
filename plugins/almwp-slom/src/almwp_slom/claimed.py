"""What a sender says in a contradiction, in the words of the paper."""

from collections.abc import Callable

from almwp.model.framework import Role
from almwp.model.ids import NodeId
from almwp.model.workplan import Claim, Conflict
from almwp.scoring.states import State
from almwp_slom.progress_tables import outcome_in_words
from almwp_slom.setting import Setting
from almwp_slom.state import state_in_a_word

_PARTIES = ("leads", "co_leads", "host")
_STATES = {state.value: state for state in State}


def claimed_in_words(conflict: Conflict, claim: Claim, setting: Setting) -> str:
    """Tell what is claimed; codes are for programs, and the paper is for people."""
    said = claim.value
    if conflict.field == "outcome":
        return _each(said, lambda part: _place(part, setting), "; ")
    if conflict.field in _PARTIES:
        known = dict(setting.wording.countries)
        named = {str(code): setting.wording.text(name) for code, name in known.items()}
        return _each(said, lambda part: named.get(part, part), ", ")
    if conflict.field == "status" and said in _STATES:
        return state_in_a_word(_STATES[said], setting.wording)
    return setting.wording.said(said)


def _each(said: str, tell: Callable[[str], str], between: str) -> str:
    return between.join(tell(part) for part in said.split(", "))


def _place(part: str, setting: Setting) -> str:
    """Name an outcome or an area of the programme by its level, number and title."""
    framework = setting.framework
    plan, _, name = part.partition(" ")
    if framework is None or plan != framework.id:
        return part
    node = framework.node(NodeId(name))
    if node is None:
        return part
    if framework.role_of(node) is Role.OUTCOME:
        return outcome_in_words(node, setting)
    return setting.wording.text(node.title)
