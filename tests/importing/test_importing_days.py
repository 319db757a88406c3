from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importing.days import day, swedish_day

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def milliseconds(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def midnight(written: date, hours: int) -> datetime:
    """Return the moment at which the day begins where the clock is ``hours`` before UTC."""
    return datetime(written.year, written.month, written.day, tzinfo=UTC) - timedelta(hours=hours)


@given(DAYS, st.sampled_from(["", "T00:00:00", " 00:00", "T23:59:59.9999999", "T00:00:00+01:00", "T00:00:00+0100"]))
def test_a_day_is_the_one_that_is_written(written: date, time: str) -> None:
    assert day(f"{written:%Y-%m-%d}{time}") == written
    assert day(f"{written:%Y%m%d}") == written


@given(st.dates(date(1900, 1, 1), date(1995, 12, 31)), st.sampled_from([1, 2]))
def test_a_day_of_birth_is_right_whichever_rule_of_summer_time_the_sender_followed(written: date, hours: int) -> None:
    moment = milliseconds(midnight(written, hours))
    assert day(f"/Date({moment})/") == day(f"/Date({moment}+0{hours}00)/") == written
    assert day(f"{written}T00:00:00+0{hours}:00") == written


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        # The hours around the changes of 1996, 2026 and 2027 as the tz database has them for Stockholm.
        ("1996-03-30T22:30", "1996-03-30"),
        ("1996-03-31T22:30", "1996-04-01"),
        ("1996-10-26T22:30", "1996-10-27"),
        ("1996-10-27T22:30", "1996-10-27"),
        ("2026-03-28T22:59", "2026-03-28"),
        ("2026-03-28T23:00", "2026-03-29"),
        ("2026-03-29T21:59", "2026-03-29"),
        ("2026-03-29T22:00", "2026-03-30"),
        ("2026-10-24T22:00", "2026-10-25"),
        ("2026-10-25T22:59", "2026-10-25"),
        ("2026-10-25T23:00", "2026-10-26"),
        ("2027-03-28T22:00", "2027-03-29"),
        ("2027-10-31T22:00", "2027-10-31"),
    ],
)
def test_the_day_in_sweden_follows_summer_time(moment: str, there: str) -> None:
    assert swedish_day(datetime.fromisoformat(f"{moment}+00:00")) == date.fromisoformat(there)
    assert day(f"{moment}:00Z") == date.fromisoformat(there)
    assert day(f"/Date({milliseconds(datetime.fromisoformat(f'{moment}+00:00'))})/") == date.fromisoformat(there)


@given(st.datetimes(datetime(1996, 1, 1), datetime(2099, 12, 30)), st.integers(-14, 14))  # noqa: DTZ001 - local times
def test_the_same_moment_is_the_same_day_in_whatever_zone_it_is_written(moment: datetime, hours: int) -> None:
    there = f"{moment + timedelta(hours=hours):%Y-%m-%dT%H:%M:%S}{'-' if hours < 0 else '+'}{abs(hours):02}:00"
    assert day(there) == swedish_day(moment.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    "first",
    ["0001-01-01T00:00:00", "0001-01-01", "00010101", "/Date(-62135596800000)/", "/Date(-62135600400000+0100)/"],
)
def test_the_first_day_of_dot_net_means_that_there_is_none(first: str) -> None:
    assert day(first) is None


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-29", "20261301", "2026-3-2", "260302", "2026-W10-1", "2026-03-02T25:00", "2026-03-02T10", "i går"),
        *("/Date()/", "/Date(99999999999999999)/", "/Date(9999999999999999)/", "9999-12-31T23:59:59Z", "١٩٩٩٠١٠١"),
        *("2026-03-02T10:00+99:99", "2026-03-02 ", "02/03/2026", "1772406000000", "/Date(0+9900)/"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^day$"):
        day(text)


@given(st.text(alphabet="0123456789-+:TZ/Date(). ", max_size=30))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        found = day(text)
    except ValueError:
        return
    assert found is None or isinstance(found, date)
