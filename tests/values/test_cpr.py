from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr as oracle

from docgen.values.cpr import contains_cpr, format_cpr, parse_cpr
from docgen.values.identitet import IdReason, InvalidIdentity

TODAY = date(2026, 11, 22)


def reason(text: str, today: date = TODAY) -> IdReason:
    with pytest.raises(InvalidIdentity) as caught:
        parse_cpr(text, today)
    return caught.value.reason


@pytest.mark.parametrize("text", ["211062-5629", "2110625629", "211062 5629", " 211062\u20135629 "])
def test_a_number_is_printed_in_one_form_however_it_is_written(text: str) -> None:
    assert format_cpr(parse_cpr(text, TODAY)) == "211062-5629"


@pytest.mark.parametrize("serial", ["5003", "6002", "7001", "8004"])
def test_a_number_that_does_not_satisfy_modulus_11_is_as_good_as_any(serial: str) -> None:
    assert oracle.checksum(f"010165{serial}") != 0
    assert format_cpr(parse_cpr(f"010165-{serial}", TODAY)) == f"010165-{serial}"


@pytest.mark.parametrize(
    ("year", "seventh", "born"),
    [
        *[("00", seventh, 1900) for seventh in "0123"],
        *[("99", seventh, 1999) for seventh in "0123"],
        *[("26", seventh, 2026) for seventh in "49"],
        *[("37", seventh, 1937) for seventh in "49"],
        *[("99", seventh, 1999) for seventh in "49"],
        *[("00", seventh, 2000) for seventh in "5678"],
        *[("58", seventh, 1858) for seventh in "5678"],
        *[("99", seventh, 1899) for seventh in "5678"],
    ],
)
def test_the_seventh_digit_and_the_year_tell_the_century(year: str, seventh: str, born: int) -> None:
    assert parse_cpr(f"0101{year}-{seventh}000", TODAY).foedselsdato == date(born, 1, 1)


@pytest.mark.parametrize(("seventh", "last"), [("4", "36"), ("9", "36"), ("5", "57"), ("8", "57")])
def test_the_last_years_of_this_century_have_not_come(seventh: str, last: str) -> None:
    assert reason(f"0101{last}-{seventh}000") is IdReason.FRAMTID


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", IdReason.FORM),
        ("211062-562", IdReason.FORM),
        ("211062-56290", IdReason.FORM),
        ("21.10.62-5629", IdReason.FORM),
        ("211062--5629", IdReason.FORM),
        ("21106\u0662-5629", IdReason.FORM),  # an Arabic digit
        ("310265-5003", IdReason.DATUM),
        ("290201-0000", IdReason.DATUM),
        ("001265-5003", IdReason.DATUM),
        ("011365-5003", IdReason.DATUM),
    ],
)
def test_what_cannot_be_a_number_says_why(text: str, why: IdReason) -> None:
    assert reason(text) is why


@pytest.mark.parametrize("day", ["61", "71", "91"])
def test_a_replacement_number_with_sixty_added_to_the_day_is_no_cpr_number(day: str) -> None:
    assert reason(f"{day}0165-5003") is IdReason.DATUM
    assert not oracle.is_valid(f"{day}0165-5003")


def test_one_born_today_has_a_number_and_one_born_tomorrow_has_none() -> None:
    assert parse_cpr("221126-4000", TODAY).foedselsdato == TODAY
    assert reason("231126-4000") is IdReason.FRAMTID


@given(st.dates(date(1858, 1, 1), date(2057, 12, 31)), st.integers(0, 9999))
def test_a_number_is_taken_for_the_person_that_python_stdnum_takes_it_for(day: date, serial: int) -> None:
    text, today = f"{day:%d%m%y}-{serial:04}", date(2057, 12, 31)
    assert parse_cpr(text, today).foedselsdato == oracle.get_birth_date(text)


@given(st.text("0123456789- ", max_size=12))
def test_what_python_stdnum_refuses_is_refused(text: str) -> None:
    try:
        parse_cpr(text, date.today() - timedelta(days=1))  # noqa: DTZ011 (python-stdnum asks the clock)
    except InvalidIdentity:
        return
    assert oracle.is_valid(text)


def test_neither_a_number_nor_its_refusal_shows_it() -> None:
    assert "5629" not in repr(parse_cpr("211062-5629", TODAY))
    with pytest.raises(InvalidIdentity) as caught:
        parse_cpr("310265-5003", TODAY)
    assert "5003" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("211062-5629", True),
        ("journal 2110625629", True),
        ("2026-004512", False),
        ("311162-5629", False),
        ("12110625629", False),
        ("RC-1187", False),
    ],
)
def test_a_number_is_found_in_a_text(text: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert contains_cpr(text) is found
