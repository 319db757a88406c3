import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importing.amounts import NOISE, kronor, ore, whole_kronor

OREN = st.integers(-(10**13), 10**13)


@given(OREN)
def test_a_double_of_whole_oren_is_exact(amount: int) -> None:
    assert ore(amount / 100) == amount
    assert kronor(amount / 100) == Decimal(amount) / 100


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=50))
def test_the_noise_of_a_sum_of_doubles_is_taken_away(parts: list[int]) -> None:
    total = 0.0
    for part in parts:
        total += part / 100
    assert ore(total) == sum(parts)


@given(st.floats(-(10**9), 10**9))
def test_an_amount_is_never_moved_further_than_noise(value: float) -> None:
    near = round(Fraction(repr(value)) * 100)
    away = abs(Fraction(repr(value)) - Fraction(near, 100))
    if away <= Fraction(NOISE):
        assert ore(value) == near
    else:
        with pytest.raises(ValueError, match="amount"):
            ore(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1234.5, "1234.50"),
        (0.1 + 0.2, "0.30"),
        (80, "80.00"),
        (-12.25, "-12.25"),
        ("1 234,50", "1234.50"),
        ("1\xa0234\xa0567 kr", "1234567.00"),
        ("1234.5000", "1234.50"),
        ("0,5", "0.50"),
        ("-3 SEK", "-3.00"),
    ],
)
def test_an_amount_is_read_as_it_is_written(value: object, expected: str) -> None:
    assert kronor(value) == Decimal(expected)


@pytest.mark.parametrize(
    "value",
    [
        *(1234.567, 0.005, 1.234, 1e12, math.inf, math.nan, True, None, [], {}),
        *("1.234", "1,234", "1.000", "12,000", "1.234,50", "12 34", "1234.5678", "", "kr", "1e3", "١٢", "10-20"),
    ],
)
def test_what_could_be_another_amount_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="amount"):
        kronor(value)


def test_whole_kronor_have_no_oren() -> None:
    assert whole_kronor(80.00000000000001) == 80
    assert whole_kronor("1 250,00") == 1250
    for value in (80.5, "80,01"):
        with pytest.raises(ValueError, match="amount"):
            whole_kronor(value)
