"""Contributions are found by name; a wrong name lists the right ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import UnknownNameError
from almwp.plugins.loading import load_plugins
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


def test_get_and_in_do_not_raise() -> None:
    exporters = load_plugins().exporters
    assert exporters.get("nothing") is None
    assert "nothing" not in exporters
    assert None not in exporters


def test_where_nothing_is_known_it_says_so() -> None:
    with pytest.raises(UnknownNameError, match=r"no reader named 'x' \(known: none\)"):
        Registry[str]("reader", {})["x"]
