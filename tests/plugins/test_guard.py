"""What breaks in a plugin bears its name; what almwp refuses passes as it is."""

from collections.abc import Iterator

import pytest

from almwp.errors import PluginError, UnreadableFileError
from almwp.plugins.guard import guard, guard_each, guard_result


def breaking(error: BaseException) -> object:
    raise error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ValueError("two\n  lines"), "ValueError: two lines"),
        (KeyError("x"), "KeyError: 'x'"),
        (AssertionError(), "AssertionError"),
        (RecursionError("too deep"), "RecursionError: too deep"),
        (SystemExit(1), "SystemExit: 1"),
        (MemoryError(), "MemoryError"),
    ],
    ids=repr,
)
def test_anything_else_becomes_an_error_of_the_plugin(
    error: BaseException, why: str
) -> None:
    with pytest.raises(PluginError) as caught:
        guard("brief", lambda: breaking(error))
    assert (caught.value.plugin, caught.value.why) == ("brief", why)
    assert caught.value.exit_code == 4
    assert caught.value.__cause__ is error
    assert str(caught.value) == f"the plugin 'brief' broke: {why}"


def test_what_almwp_refuses_passes() -> None:
    refusal = UnreadableFileError("a.xlsx", "it is empty")
    with pytest.raises(UnreadableFileError) as caught:
        guard("brief", lambda: breaking(refusal))
    assert caught.value is refusal


def test_what_is_no_fault_passes() -> None:
    with pytest.raises(EOFError):
        guard("brief", lambda: breaking(EOFError()), passing=(EOFError,))


def test_a_person_may_always_stop() -> None:
    with pytest.raises(KeyboardInterrupt):
        guard("brief", lambda: breaking(KeyboardInterrupt()))


def test_a_result_of_another_type_is_a_fault() -> None:
    assert guard_result("brief", bytes, lambda: b"x") == b"x"
    with pytest.raises(PluginError, match="it returned a str instead of a bytes"):
        guard_result("brief", bytes, lambda: "x")


def test_every_item_is_made_under_guard() -> None:
    def items() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("worn out")

    given = guard_each("brief", items)
    assert [next(given), next(given)] == [1, 2]
    with pytest.raises(PluginError, match="worn out"):
        next(given)


def test_all_items_are_given_and_none_more() -> None:
    assert list(guard_each("brief", lambda: [1, 2, 3])) == [1, 2, 3]
    assert list(guard_each("brief", list)) == []
