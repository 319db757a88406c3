"""Amounts in Swedish kronor."""

from decimal import Decimal

from babel.numbers import format_decimal

_NO_BREAK = "\xa0"
_MINUS = "\u2212"
_LIMIT = Decimal(10) ** 12


def kronor(amount: Decimal) -> str:
    """Return ``1 250 kr`` or ``1 250,50 kr`` with no-break spaces and a real minus sign.

    Raises ValueError for an amount that kronor and ören cannot say, or of 10**12 kr or more: an amount
    in a decision is never rounded.
    """
    if not amount.is_finite() or abs(amount) >= _LIMIT or amount != round(amount, 2):
        raise ValueError("belopp")
    pattern = "#,##0" if amount == round(amount) else "#,##0.00"
    digits = format_decimal(abs(amount), pattern, locale="sv")
    return f"{_MINUS if amount < 0 else ''}{digits}{_NO_BREAK}kr"
