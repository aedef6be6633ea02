"""What is done to find near titles is counted."""

import hashlib
from itertools import product

from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan import suggestions
from almwp.plan.merge import merge
from tests.growth.counting import calls

ALM = FrameworkId("ALM-WP-2021-2025")
MANY = 80
"""More than are compared each with each."""


def activity(file: str, country: str, number: int, title: str) -> Activity:
    return Activity(
        id=ActivityId(f"{file}:{number}"),
        title=Text.of(title),
        leads=(Party(kind=PartyKind.COUNTRY, id=country),),
        references=[
            PlanReference(framework=ALM, node=NodeId(f"ALM-WP-2021-2025/{part}"))
            for part in ("A1", "A2")
        ],
    )


def sent(file: str, country: str, *titles: str) -> Submission:
    return Submission(
        file=f"{file}.xlsx",
        sha256=hashlib.sha256(file.encode()).hexdigest(),
        country=CountryCode(country),
        framework=ALM,
        activities=[
            activity(file, country, number, title)
            for number, title in enumerate(titles, start=1)
        ],
    )


def titles(word: str) -> list[str]:
    letters = product("bcdfg", "aeiou", "klmnp")
    return [
        f"{word} on {''.join(s)}" for s, _ in zip(letters, range(MANY), strict=False)
    ]


def test_titles_in_several_large_blocks_are_put_in_order_once() -> None:
    given = [sent("one", "VN", *titles("Study")), sent("two", "VN", *titles("Survey"))]
    done = calls(lambda: merge(given))
    assert done["_by_words"] == done["_by_words_in_order"] == 2 * MANY


def test_rows_of_one_file_and_what_other_countries_lead_are_not_compared() -> None:
    for other in ([], [sent("two", "LA", *titles("Studies"))]):
        done = calls(lambda: merge([sent("one", "VN", *titles("Study")), *other]))  # noqa: B023
        assert done["_are_two"] == 0
        assert merge([sent("one", "VN", *titles("Study")), *other]).suggestions == ()


def test_titles_that_are_not_alike_are_asked_nothing_else() -> None:
    given = [sent("one", "VN", *titles("Study")), sent("two", "VN", "Survey of zzz")]
    assert calls(lambda: merge(given))["_are_two"] == 0
    near = [sent("one", "VN", *titles("Study")), sent("two", "VN", "Study on bakk")]
    assert 0 < calls(lambda: merge(near))["_are_two"] <= MANY * suggestions.MOST


def test_titles_with_other_numbers_are_not_compared() -> None:
    first = [f"Study of safe migration in ports {n}" for n in range(MANY)]
    second = [f"Study of safe migration in ports {n}" for n in range(MANY, 2 * MANY)]
    given = [sent("one", "VN", *first), sent("two", "VN", *second)]
    assert calls(lambda: merge(given))["_are_two"] == 0
    assert merge(given).suggestions == ()
    given.append(sent("three", "VN", "Studies of safe migration in ports"))
    assert len(merge(given).suggestions) >= suggestions.MOST
