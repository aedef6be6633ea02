"""There is a strategy for every record of the model, and what it gives is valid."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import almwp.model
from almwp.codec import decode, encode
from almwp.model.prepared import Held, Prepared
from almwp.testing import strategies
from almwp.testing.strategies.every import strategy_of
from tests.schemafit import insist_it_fits


def records() -> Iterator[type]:
    """Give every public record of the model."""
    for found in pkgutil.iter_modules(almwp.model.__path__):
        module = importlib.import_module(f"almwp.model.{found.name}")
        for name, value in vars(module).items():
            is_own = getattr(value, "__module__", "") == module.__name__
            if is_own and not name.startswith("_") and attrs.has(value):
                yield value


RECORDS = tuple(records())
NEVER_SAVED = (Held, Prepared)
"""Held back anew whenever a paper is made: its rows need not tell what they are."""


def test_the_model_has_records() -> None:
    assert len(RECORDS) > 80


@pytest.mark.parametrize(
    "record", RECORDS, ids=lambda r: f"{r.__module__.rpartition('.')[2]}.{r.__name__}"
)
@given(data=st.data())
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_every_record_of_the_model_has_a_strategy(
    record: type[Any], data: st.DataObject
) -> None:
    made = data.draw(strategy_of(record))
    assert type(made) is record
    if record in NEVER_SAVED:
        return
    plain = encode(made)
    insist_it_fits(plain, record)
    assert decode(record, plain) == (made, ())


def test_a_type_of_which_nothing_is_known_is_named() -> None:
    @attrs.frozen(kw_only=True)
    class Odd:
        part: complex

    with pytest.raises(TypeError, match="complex"):
        strategy_of(Odd)


def test_every_strategy_that_is_offered_exists() -> None:
    for name in strategies.__all__:
        assert isinstance(getattr(strategies, name), st.SearchStrategy), name
