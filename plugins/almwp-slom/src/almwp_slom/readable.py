"""Whether a country's files say one thing of an item of the agenda."""

from almwp.model.position import AgendaStance


def is_contested(item: tuple[AgendaStance, ...]) -> bool:
    """Say whether parts say different things of one item."""
    stances = {row.stance for row in item if row.stance}
    asked = {row.asked for row in item if row.asked}
    return len(stances) > 1 or len(asked) > 1
