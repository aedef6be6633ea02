"""Plugins contribute rules, which never take the letters of the core's."""

from collections.abc import Iterator

from almwp.findings.rule import Rule
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.loading import load_plugins


def rule(code: str) -> Rule:
    return Rule(code=code, name="odd", message="'{found}' is odd", hint="write it even")


class Odd:
    @hookimpl
    def almwp_rules(self) -> Iterator[Rule]:
        yield rule("ODD101")
        yield rule("ALM998")


def test_rules_of_plugins_are_known_by_their_codes() -> None:
    plugins = load_plugins(found=(), extra={"odd": Odd()})
    assert list(plugins.rules) == ["ODD101"]
    assert plugins.rules.provider_of("ODD101") == "odd"


def test_the_letters_of_the_core_are_refused() -> None:
    (failure,) = load_plugins(found=(), extra={"odd": Odd()}).failures
    assert failure.plugin == "odd"
    assert failure.why == "the code ALM998 has almwp's own letters; use others"


def test_every_rule_of_the_excel_reader_is_contributed() -> None:
    plugins = load_plugins()
    assert "XL101" in plugins.rules
    assert not [code for code in plugins.rules if code.startswith("ALM")]
