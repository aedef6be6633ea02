"""Tell which weights are for nothing that counts, and which are missing."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from almwp.model.framework import Framework, Node, Role
from almwp.model.policy import Policy, Weighting
from almwp.model.score import Scorecard
from almwp.model.source import Statement
from almwp.scoring.policywords import remark_in
from almwp.scoring.weightwords import UNKNOWN

_WEIGHING = (Role.OUTCOME, Role.PRIORITY_AREA)


def remarks_on_weights(
    policy: Policy, counted: Iterable[str], framework: Framework | None
) -> Iterator[Statement]:
    """Tell of weights for what is not there, and of nodes without a weight.

    Args:
        policy: By what parts weigh.
        counted: Ids of the activities or indicators that may count.
        framework: The framework that may give weights.
    """
    if policy.weights is Weighting.GIVEN:
        known = set(counted)
        unused = ", ".join(each.id for each in policy.given if each.id not in known)
        if unused:
            yield remark_in(
                f"weights are listed for what does not occur: {unused}",
                f"có trọng số cho mục không có trong dữ liệu: {unused}",
            )
    if policy.weights is Weighting.FRAMEWORK and framework is not None:
        yield from _of_framework(framework)


def with_unknown_weights(card: Scorecard) -> Scorecard:
    """Return *card* with a word on the weights that nobody knows, where there are some.

    Why each is not known is said with its part.
    """
    parts = card.lines[0].score.parts if card.lines else ()
    unknown = sum(UNKNOWN in part.reason for part in parts)
    if not unknown:
        return card
    said = remark_in(
        f"weights that are not known: {unknown} of {len(parts)}; bounds allow for any"
        " weight, and each part says why",
        f"trọng số chưa rõ: {unknown} trên {len(parts)}; các khoảng tính đến mọi trọng"
        " số có thể, và từng mục nêu lý do",
    )
    return evolve(card, remarks=(*card.remarks, said))


def _of_framework(framework: Framework) -> Iterator[Statement]:
    weighing = [n for n in framework.nodes if framework.role_of(n) in _WEIGHING]
    if missing := _ids(n for n in weighing if n.weight is None):
        yield remark_in(
            f"{framework.id} gives no weight for: {missing}",
            f"{framework.id} không nêu trọng số cho: {missing}",
        )
    others = (n for n in framework.nodes if n not in weighing)
    if unused := _ids(n for n in others if n.weight is not None):
        yield remark_in(
            "only outcomes and priority areas have weights that count; not used:"
            f" {unused}",
            "chỉ trọng số của kết quả và lĩnh vực ưu tiên được tính; không dùng:"
            f" {unused}",
        )


def _ids(nodes: Iterable[Node]) -> str:
    return ", ".join(node.id for node in nodes)
