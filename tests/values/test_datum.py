from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docgen.values.datum import add_months, dagen_den, iso, long, veckodag, years_old

DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_a_long_date_is_swedish_and_stays_on_one_line() -> None:
    assert long(date(2026, 3, 3)) == "3\xa0mars\xa02026"
    assert long(date(2010, 10, 27)) == "27\xa0oktober\xa02010"


def test_a_day_of_the_week_is_swedish() -> None:
    assert veckodag(date(2026, 6, 16)) == "tisdag"
    assert dagen_den(date(2026, 6, 13)) == "lördagen den 13\xa0juni\xa02026"


def test_an_iso_date_has_four_two_and_two_digits() -> None:
    assert iso(date(2026, 3, 3)) == "2026-03-03"


def test_three_months_after_the_last_of_august_is_the_last_of_november() -> None:
    assert add_months(date(2026, 8, 31), 3) == date(2026, 11, 30)


def test_one_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_months_pass_the_turn_of_the_year_both_ways() -> None:
    assert add_months(date(2026, 11, 15), 3) == date(2027, 2, 15)
    assert add_months(date(2026, 2, 15), -3) == date(2025, 11, 15)
    assert add_months(date(2026, 12, 1), 12) == date(2027, 12, 1)


@given(DATES, st.integers(-600, 600))
def test_added_months_keep_the_day_unless_the_month_is_shorter(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


def test_age_grows_on_the_birthday() -> None:
    assert years_old(date(1988, 3, 20), date(2026, 3, 19)) == 37
    assert years_old(date(1988, 3, 20), date(2026, 3, 20)) == 38


def test_a_person_born_on_a_leap_day_grows_older_on_the_28th() -> None:
    assert years_old(date(2008, 2, 29), date(2026, 2, 27)) == 17
    assert years_old(date(2008, 2, 29), date(2026, 2, 28)) == 18
    assert years_old(date(2008, 2, 29), date(2028, 2, 28)) == 19


@given(DATES, DATES)
def test_the_age_is_the_number_of_whole_years_that_fit(birth: date, on: date) -> None:
    age = years_old(birth, on)
    assert add_months(birth, 12 * age) <= on < add_months(birth, 12 * (age + 1))
