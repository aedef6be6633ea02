"""The table of groups of people, such as women, below the table of scores."""

from almwp.cli.scorelayout import Column, Role, columns_from
from almwp.cli.scorewords import range_of, scope_words
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import Scorecard
from almwp.scoring.percentwords import percent
from almwp.workflow.figurenames import group_words


def columns_of_groups(
    card: Scorecard, language: str, translate: Translate, most: int
) -> list[Column]:
    """Return the columns; there is a row for each group of each scope.

    There are no rows where nobody was told apart.
    """
    headers = [
        translate("by"),
        "",
        translate("group"),
        translate(card.counts),
        translate("score"),
        translate("bounds"),
        translate("known"),
    ]
    rows = []
    for line in card.lines:
        for each in line.groups:
            value = each.score.value
            rows.append(
                [
                    translate(line.scope.kind.value),
                    scope_words(line.scope, language, most),
                    group_words(each.group, translate),
                    str(each.score.total),
                    translate(value.value)
                    if isinstance(value, Absence)
                    else percent(value, translate),
                    range_of(each.score, translate),
                    translate("{part} of {whole}").format(
                        part=each.score.known, whole=each.score.total
                    ),
                ]
            )
    roles = [Role.KEY] * 3 + [Role.FIGURE] * (len(headers) - 3)
    return columns_from(headers, rows, roles)
