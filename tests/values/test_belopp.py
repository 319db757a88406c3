from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.values.belopp import kronor


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1250", "1\xa0250\xa0kr"),
        ("1250.00", "1\xa0250\xa0kr"),
        ("1250.5", "1\xa0250,50\xa0kr"),
        ("1250.500", "1\xa0250,50\xa0kr"),
        ("0", "0\xa0kr"),
        ("-0.00", "0\xa0kr"),
        ("1E+3", "1\xa0000\xa0kr"),
        ("-1250", "\u22121\xa0250\xa0kr"),
        ("1500000", "1\xa0500\xa0000\xa0kr"),
    ],
)
def test_an_amount_is_written_the_swedish_way(amount: str, expected: str) -> None:
    assert kronor(Decimal(amount)) == expected


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity", "0.005", "1E+12", "1E+999999"])
def test_an_amount_is_never_rounded_or_guessed(amount: str) -> None:
    with pytest.raises(ValueError, match=r"^belopp$"):
        kronor(Decimal(amount))


@given(st.decimals(-999_999_999_999, 999_999_999_999, places=2))
def test_the_written_amount_can_be_read_back(amount: Decimal) -> None:
    written = kronor(amount).removesuffix("\xa0kr").replace("\xa0", "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(written) == amount
