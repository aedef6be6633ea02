"""Contributions are found by name; a wrong name lists the right ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import UnknownNameError
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.loading import load_plugins
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Provided, Registry

names = st.text("abcz-", min_size=1, max_size=4)


@given(st.dictionaries(names, names))
def test_a_registry_gives_back_what_was_provided(owners: dict[str, str]) -> None:
    registry = Registry(
        "exporter", {n: Provided(record=n.upper(), plugin=p) for n, p in owners.items()}
    )
    assert list(registry) == sorted(owners)
    assert len(registry) == len(owners)
    for name, plugin in owners.items():
        assert name in registry
        assert registry[name] == name.upper()
        assert registry.provider_of(name) == plugin


@pytest.mark.parametrize("kind", ["exporters", "readers", "scorers", "reports"])
def test_an_unknown_name_is_a_wrong_call_that_lists_the_known(kind: str) -> None:
    registry = getattr(load_plugins(), kind)
    for lookup in (registry.__getitem__, registry.provider_of):
        with pytest.raises(UnknownNameError) as caught:
            lookup("nothing")
        assert caught.value.exit_code == 2
        assert caught.value.known == tuple(registry)
        assert str(caught.value) == (
            f"no {registry.kind} named 'nothing' (known: {', '.join(registry)})"
        )


def test_an_exporter_is_found_by_the_ending_of_its_files_as_well() -> None:
    exporters = load_plugins().exporters
    assert exporters["xlsx"] is exporters["excel"]
    assert exporters["md"] is exporters["markdown"]
    assert exporters.provider_of("md") == exporters.provider_of("markdown")
    assert "xlsx" not in list(exporters)


def test_an_ending_that_two_exporters_have_names_neither() -> None:
    class Sheets:
        @staticmethod
        @hookimpl
        def almwp_exporters() -> list[Exporter]:
            return [
                Exporter(
                    name=name, summary=name, suffix=suffix, render=lambda report: b""
                )
                for name, suffix in (("sheets", ".xlsx"), ("csv2", ".tsv"))
            ]

    exporters = load_plugins(extra={"sheets": Sheets()}).exporters
    assert exporters["tsv"] is exporters["csv2"]
    with pytest.raises(UnknownNameError, match="'xlsx'"):
        exporters["xlsx"]


def test_a_name_comes_before_an_ending() -> None:
    provided = {n: Provided(record=n.upper(), plugin=n) for n in ("csv", "table")}
    assert Registry("exporter", provided, {"csv": "table"})["csv"] == "CSV"


def test_get_and_in_do_not_raise() -> None:
    exporters = load_plugins().exporters
    assert exporters.get("nothing") is None
    assert "nothing" not in exporters
    assert None not in exporters


def test_where_nothing_is_known_it_says_so() -> None:
    with pytest.raises(UnknownNameError, match=r"no reader named 'x' \(known: none\)"):
        Registry[str]("reader", {})["x"]
