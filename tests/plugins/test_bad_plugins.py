"""Plugins that misbehave are named, each with its fault; all others load."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import click
import pytest

from almwp.errors import CallError, PluginError
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.loading import load_plugins
from almwp.plugins.records import (
    Exporter,
    FrameworkSource,
    Language,
    Reader,
    ReportKind,
    Scorer,
)

Load = Callable[..., Any]


def exporter(name: str) -> Exporter:
    return Exporter(name=name, summary="", suffix=".txt", render=lambda report: b"x")


def contributing(*names: str) -> object:
    class Plugin:
        @hookimpl
        def almwp_exporters(self) -> Iterator[Exporter]:
            yield from map(exporter, names)

    return Plugin()


class Broken:
    @hookimpl
    def almwp_exporters(self) -> Iterable[Exporter]:
        raise ZeroDivisionError("no share of nothing")


class BreaksHalfWay:
    @hookimpl
    def almwp_exporters(self) -> Iterator[Exporter]:
        yield exporter("half")
        raise OSError("the disk is gone")


class EndsTheProgram:
    @hookimpl
    def almwp_exporters(self) -> Iterable[Exporter]:
        sys.exit("good bye")


class RefusesInOurWords:
    @hookimpl
    def almwp_exporters(self) -> Iterable[Exporter]:
        raise CallError("the template is not installed")


class HasABrokenError:
    @hookimpl
    def almwp_exporters(self) -> Iterable[Exporter]:
        class Unspeakable(Exception):
            def __str__(self) -> str:
                raise ValueError

        raise Unspeakable


class Misspelt:
    @hookimpl
    def almwp_exporter(self) -> Iterator[Exporter]:
        yield exporter("misspelt")


class WrongArguments:
    @hookimpl
    def almwp_exporters(self, report: object) -> Iterator[Exporter]:
        yield exporter("wrong")


class WrongType:
    @hookimpl
    def almwp_exporters(self) -> Iterator[object]:
        yield {"name": "wrong"}


class OneRecordAlone:
    @hookimpl
    def almwp_exporters(self) -> Exporter:
        return exporter("alone")


class BadName:
    @hookimpl
    def almwp_exporters(self) -> Iterator[Exporter]:
        yield exporter("Bad Name")


class NameOfTheWrongType:
    @hookimpl
    def almwp_frameworks(self) -> Iterator[FrameworkSource]:
        names: Any = ["a", "list"]
        load: Any = print
        yield FrameworkSource(id=names, title="", load=load)


class PatternsInOneText:
    @hookimpl
    def almwp_readers(self) -> Iterator[Reader]:
        whole: Any = "*.csv"
        read: Any = print
        yield Reader(name="csv", summary="", patterns=whole, sniff=read, read=read)


class NoFunction:
    @hookimpl
    def almwp_scorers(self) -> Iterator[Scorer]:
        score: Any = "not a function"
        yield Scorer(name="score", summary="", score=score)


class NamelessCommand:
    @hookimpl
    def almwp_commands(self) -> Iterator[click.Command]:
        yield click.Command(None)


class Unmarked:
    def almwp_exporters(self) -> Iterator[Exporter]:
        yield exporter("unmarked")


class Empty:
    """Nothing at all."""


FAULTS: Mapping[type, str] = {
    Broken: "ZeroDivisionError: no share of nothing",
    BreaksHalfWay: "OSError: the disk is gone",
    EndsTheProgram: "SystemExit: good bye",
    RefusesInOurWords: "the template is not installed",
    HasABrokenError: "Unspeakable",
    Misspelt: "almwp_exporter",
    WrongArguments: "report",
    WrongType: "almwp_exporters yielded a dict instead of a Exporter",
    OneRecordAlone: "not iterable",
    BadName: "Bad Name",
    NameOfTheWrongType: "almwp_frameworks yielded a framework without a name",
    PatternsInOneText: "patterns are a list such as ('*.csv',), not '*.csv'",
    NoFunction: "callable",
    NamelessCommand: "almwp_commands yielded a command without a name",
    Unmarked: "almwp_exporters is not marked with @hookimpl",
    Empty: "it has none of the hooks",
}


@pytest.mark.parametrize("bad", FAULTS)
def test_a_bad_plugin_is_named_and_the_rest_load(load_only: Load, bad: type) -> None:
    plugins = load_only(good=contributing("good"), bad=bad(), other=contributing("b"))
    assert list(plugins.exporters) == ["b", "good"]
    assert [loaded.name for loaded in plugins.loaded] == ["good", "other"]
    (failure,) = plugins.failures
    assert failure.plugin == "bad"
    assert FAULTS[bad] in failure.why
    assert str(failure).startswith("bad (not installed): ")
    assert "\n" not in failure.why


@pytest.mark.parametrize("bad", FAULTS)
def test_strict_makes_a_failure_fatal_and_names_the_plugin(bad: type) -> None:
    with pytest.raises(PluginError) as caught:
        load_plugins(found=(), extra={"bad": bad()}, strict=True)
    assert (caught.value.plugin, caught.value.exit_code) == ("bad", 4)
    assert FAULTS[bad] in str(caught.value)


def test_only_a_person_stops_the_program(load_only: Load) -> None:
    class Stopped:
        @hookimpl
        def almwp_exporters(self) -> Iterable[Exporter]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_only(stopped=Stopped())


def test_two_that_bring_the_same_format_lose_it_and_keep_the_rest(
    load_only: Load,
) -> None:
    plugins = load_only(one=contributing("brief", "a"), two=contributing("brief", "b"))
    assert list(plugins.exporters) == ["a", "b"]
    assert [loaded.name for loaded in plugins.loaded] == ["one", "two"]
    assert [failure.plugin for failure in plugins.failures] == ["one", "two"]
    for failure in plugins.failures:
        assert failure.why == (
            "the exporter 'brief' is contributed by one and two; none is used"
        )


def test_one_that_brings_the_same_format_twice_is_named_once(load_only: Load) -> None:
    plugins = load_only(one=contributing("brief", "brief", "a"))
    assert list(plugins.exporters) == ["a"]
    assert [failure.why for failure in plugins.failures] == [
        "the exporter 'brief' is contributed by one twice; none is used"
    ]


def test_a_name_may_serve_in_two_kinds(load_only: Load) -> None:
    class Both:
        @hookimpl
        def almwp_scorers(self) -> Iterator[Scorer]:
            score: Any = print
            yield Scorer(name="progress", summary="", score=score)

        @hookimpl
        def almwp_reports(self) -> Iterator[ReportKind]:
            build: Any = print
            yield ReportKind(name="progress", summary="", build=build)

    plugins = load_only(both=Both())
    assert "progress" in plugins.scorers
    assert "progress" in plugins.reports
    assert plugins.failures == ()


def test_a_command_of_our_own_is_never_replaced() -> None:
    class Greedy:
        @hookimpl
        def almwp_commands(self) -> Iterator[click.Command]:
            yield click.Command("score")
            yield click.Command("rank")

    plugins = load_plugins(found=(), extra={"greedy": Greedy()}, own_commands=["score"])
    assert list(plugins.commands) == ["rank"]
    (failure,) = plugins.failures
    assert failure.plugin == "greedy"
    assert (
        failure.why == "the command 'score' is one of almwp's own; it is not replaced"
    )


def test_a_hook_that_gives_nothing_contributes_nothing(load_only: Load) -> None:
    class Silent:
        @hookimpl
        def almwp_languages(self) -> Iterable[Language]:
            return ()

    plugins = load_only(silent=Silent())
    assert (len(plugins.languages), plugins.failures) == (0, ())
