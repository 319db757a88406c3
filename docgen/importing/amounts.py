"""Amounts as other systems write them, exactly: a double that stands for whole ören becomes them.

Any other is refused: an amount in a decision is never rounded.
"""

import re
from decimal import Decimal

NOISE = Decimal("0.0005")
"""Kronor that a double may lie from what it stands for: far more than reckoning leaves, and less than any amount."""

_LARGEST = Decimal(10) ** 12
_ORE = Decimal("0.01")

# Two decimals, or four as databases write money; never three, which could be thousands.
_WRITTEN = re.compile(r"(-?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}|\d{4}))?(?: ?(?:kr|SEK))?", re.ASCII)


def kronor(value: object) -> Decimal:
    """Return the amount in kronor with two decimals; raise ValueError when ``value`` is none or has parts of an öre."""
    amount = _amount(value)
    if not amount.is_finite() or abs(amount) >= _LARGEST:
        raise ValueError("amount")
    exact = amount.quantize(_ORE)
    if abs(exact - amount) > NOISE:
        raise ValueError("amount")
    return exact


def ore(value: object) -> int:
    """Return the amount in ören; raise as ``kronor``."""
    return int(kronor(value) * 100)


def whole_kronor(value: object) -> int:
    """Return an amount of whole kronor; raise ValueError when it has ören."""
    amount = kronor(value)
    if amount != amount.to_integral_value():
        raise ValueError("amount")
    return int(amount)


def _amount(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("amount")  # noqa: TRY004 - one refusal, told by its place
    if not isinstance(value, str):
        return Decimal(repr(value))  # the digits that the export has, not the binary number behind them
    match = _WRITTEN.fullmatch(value.replace("\xa0", " ").strip())
    if match is None:
        raise ValueError("amount")
    sign, whole, part = match.groups()
    return Decimal(f"{sign}{whole.replace(' ', '')}.{part or 0}")
