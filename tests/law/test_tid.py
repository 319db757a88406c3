from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.law.tid import last_day_of_weeks, next_vardag, overklagande_sista_dag


def easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, odd = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - lunar + 15) % 30
    sunday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def first_saturday(day: date) -> date:
    return day + timedelta(days=(5 - day.weekday()) % 7)


def days_off(year: int) -> set[date]:
    """Return the days of ``year`` that lagen (1989:253) and 2 § lagen (1930:173) name."""
    fixed = {(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)} | ({(6, 6)} if year >= 2005 else set())
    after_easter = {-2, 0, 1, 39, 49} | ({50} if year <= 2004 else set())
    midsommar = first_saturday(date(year, 6, 20))
    moving = {midsommar, midsommar - timedelta(days=1), first_saturday(date(year, 10, 31))}
    return (
        {date(year, month, day) for month, day in fixed}
        | {easter(year) + timedelta(days=days) for days in after_easter}
        | moving
    )


@pytest.mark.parametrize("year", range(1990, 2101))
def test_every_vardag_of_a_year_agrees_with_our_own_reckoning(year: int) -> None:
    off = days_off(year)
    day = date(year, 1, 1)
    while day.year == year:
        # Nyårsafton 2100 would ask for a year that the library does not know.
        if day < date(2100, 12, 31):
            assert (next_vardag(day) == day) is (day.weekday() < 5 and day not in off), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("mottagen", "sista_dag"),
    [
        (date(2026, 5, 29), date(2026, 6, 22)),  # midsommarafton
        (date(2026, 6, 5), date(2026, 6, 26)),
        (date(2026, 11, 28), date(2026, 12, 21)),  # a Saturday
        (date(2026, 12, 3), date(2026, 12, 28)),  # julafton, a Thursday
        (date(2026, 12, 10), date(2027, 1, 4)),  # nyårsafton, a Thursday
        (date(2026, 3, 13), date(2026, 4, 7)),  # långfredagen
        (date(2026, 4, 23), date(2026, 5, 15)),  # Kristi himmelsfärdsdag
        (date(2025, 5, 16), date(2025, 6, 9)),  # nationaldagen, a Friday
    ],
)
def test_an_appeal_has_three_weeks_and_then_until_the_next_vardag(mottagen: date, sista_dag: date) -> None:
    assert overklagande_sista_dag(mottagen) == sista_dag


def test_whit_monday_was_a_holiday_until_2004_and_national_day_is_one_since_2005() -> None:
    assert next_vardag(date(2004, 5, 31)) == date(2004, 6, 1)
    assert next_vardag(date(2005, 5, 16)) == date(2005, 5, 16)
    assert next_vardag(date(2003, 6, 6)) == date(2003, 6, 6)
    assert next_vardag(date(2005, 6, 6)) == date(2005, 6, 7)


def test_weeks_end_on_the_same_weekday() -> None:
    assert last_day_of_weeks(date(2026, 5, 29), 3) == date(2026, 6, 19)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 1)))
def test_a_deadline_is_never_shortened_and_moves_at_most_five_days(mottagen: date) -> None:
    moved = overklagande_sista_dag(mottagen) - last_day_of_weeks(mottagen, 3)
    assert timedelta(0) <= moved <= timedelta(days=5)


def test_a_year_whose_holidays_nobody_knows_is_refused() -> None:
    for day in (date(1952, 5, 6), date(2101, 5, 3)):
        with pytest.raises(ValueError, match=r"^year$"):
            next_vardag(day)
