"""A budget is read in the forms that officials write, and only where it is clear."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.scoring.budgets import amount_of


@pytest.mark.parametrize(
    ("budget", "currency", "amount"),
    [
        ("USD 25,000", "USD", 25000),
        ("25 000 USD", "USD", 25000),
        ("25\u202f000 USD", "USD", 25000),
        ("25.000 USD", "USD", 25000),
        ("25,00 USD", "USD", 25),
        ("US$ 30,000", "USD", 30000),
        ("US$30,000.00", "USD", 30000),
        ("usd 500", "USD", 500),
        ("USD 1.5 million", "USD", 1500000),
        ("EUR 1,250,000.50", "EUR", Fraction(2500001, 2)),
        ("25.000,50 EUR", "EUR", Fraction(50001, 2)),
        ("1,5 tỷ đồng", "VND", 1500000000),
        ("1,5 ty\u0309 đồng", "VND", 1500000000),
        ("500 triệu VNĐ", "VND", 500000000),
        ("25 000 000 đ", "VND", 25000000),
        ("1 nghìn tỷ đồng", "VND", 10**12),
        ("Rp. 25.000.000", "IDR", 25000000),
        ("Rp 25 juta", "IDR", 25000000),
        ("RM30,000", "MYR", 30000),
        ("๕๐๐ บาท", "THB", 500),
        ("VND 0", "VND", 0),
        ("USD\n25,000", "USD", 25000),
    ],
)
def test_a_clear_budget_is_read_exactly(
    budget: str, currency: str, amount: int | Fraction
) -> None:
    assert amount_of(budget) == (currency, amount)


@pytest.mark.parametrize(
    "budget",
    [
        "",
        "25,000",
        "$ 30,000",
        "20,000 pesos",
        "1.500 triệu đồng",
        "2 tỷ",
        "USD 25,000 USD",
        "USD 25,000 EUR",
        "about USD 25,000",
        "25,000 USD (ASEAN fund)",
        "USD 20-30",
        "USD 1,000,00",
        "USD 0.500",
        "-5 USD",
        "USD -5",
        "USD",
        "25,000 FTE",
        "to be confirmed",
        f"USD {'9' * 5000}",
    ],
)
def test_what_can_mean_several_amounts_is_not_guessed(budget: str) -> None:
    assert amount_of(budget) is None


@given(st.text("0123456789.,' UuSsDd$tỷđồngmillion-", max_size=24))
def test_what_is_read_is_never_negative(budget: str) -> None:
    known = amount_of(budget)
    assert known is None or known[1] >= 0
