"""TOML that nobody would write is refused in words, and names its line."""

import pytest

from almwp.codec.tomltext import NotTomlError, toml_table

DEEP = 5_000


@pytest.mark.parametrize(
    "value",
    [
        "[" * DEEP,
        "[" * DEEP + "]" * DEEP,
        "{a = " * DEEP,
        "[" * 60 + "]" * 60,
        "9" * DEEP,
        "-" + "9" * DEEP,
        "1_" * DEEP + "1",
    ],
)
def test_what_would_fill_the_stack_is_refused(value: str) -> None:
    with pytest.raises(NotTomlError, match="line 3"):
        toml_table(f'title = "x"\n\na = {value}\n')


@pytest.mark.parametrize("text", ["a" + ".a" * 300 + " = 1", "[" + "a." * 300 + "a]"])
def test_tables_far_below_others_are_refused(text: str) -> None:
    with pytest.raises(NotTomlError, match=r"nested|parts"):
        toml_table(text)


def test_other_faults_are_said_as_they_were() -> None:
    with pytest.raises(NotTomlError, match="line 2"):
        toml_table("a = 1\nb = \n")


def test_what_people_write_is_read() -> None:
    assert toml_table('a = [[["x"]]]\n[[b.c]]\nd = 1') == {
        "a": [[["x"]]],
        "b": {"c": [{"d": 1}]},
    }
