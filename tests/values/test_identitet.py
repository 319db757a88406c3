from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.exceptions import InvalidComponent
from stdnum.se import orgnr
from stdnum.se import personnummer as oracle

from docgen.values.identitet import (
    IdReason,
    IdTyp,
    InvalidIdentity,
    Personnummer,
    contains_personnummer,
    format_personnummer,
    luhn_valid,
    parse_organisationsnummer,
    parse_personnummer,
    parse_reservnummer,
)

TODAY = date(2026, 11, 22)
BIRTHS = st.dates(date(1902, 1, 1), TODAY)
SERIALS = st.integers(980, 999)  # the serials kept for test persons


def number(birth: date, serial: int = 980, extra: int = 0) -> str:
    """Return the twelve digits of a test person, with a check digit that the oracle made."""
    nine = f"{birth:%y%m}{birth.day + extra:02}{serial:03}"
    return f"{birth.year // 100}{nine}{luhn.calc_check_digit(nine)}"


def reason(text: str, today: date = TODAY) -> IdReason:
    with pytest.raises(InvalidIdentity) as caught:
        parse_personnummer(text, today)
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("19121212-1212", "191212121212"),
        ("121212+1212", "191212121212"),
        ("880320-0016", "198803200016"),
        ("8803200016", "198803200016"),
        ("198803200016", "198803200016"),
    ],
)
def test_a_published_test_number_is_a_personnummer(text: str, digits: str) -> None:
    found = parse_personnummer(text, TODAY)
    assert (found.digits, found.kind) == (digits, IdTyp.PERSONNUMMER)
    assert oracle.is_valid(text)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("701063-2391", date(1970, 10, 3)),
        ("640883-3231", date(1964, 8, 23)),
        ("198803800013", date(1988, 3, 20)),
    ],
)
def test_a_day_above_sixty_is_a_samordningsnummer_which_the_oracle_rejects(text: str, born: date) -> None:
    found = parse_personnummer(text, TODAY)
    assert (found.kind, found.fodelsedatum) == (IdTyp.SAMORDNINGSNUMMER, born)
    with pytest.raises(InvalidComponent):
        oracle.validate(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", IdReason.FORM),
        ("880320-001", IdReason.FORM),
        ("880320--0016", IdReason.FORM),
        ("88-03-20-0016", IdReason.FORM),
        ("19880320T016", IdReason.FORM),
        ("٨٨٠٣٢٠-٠٠١٦", IdReason.FORM),
        ("850230-1234", IdReason.DATUM),
        ("881320-0016", IdReason.DATUM),
        ("880340-0016", IdReason.DATUM),
        ("880360-0016", IdReason.DATUM),
        ("880392-0016", IdReason.DATUM),
        ("000003200016", IdReason.DATUM),
        ("880320-0017", IdReason.KONTROLLSIFFRA),
        ("880320-0008", IdReason.LOPNUMMER),
        ("880320+0016", IdReason.ALDER),
        ("208803200016", IdReason.FRAMTID),
    ],
)
def test_a_number_that_cannot_be_right_says_why(text: str, expected: IdReason) -> None:
    assert reason(text) is expected


def test_the_oracle_lets_through_what_we_refuse() -> None:
    zero_serial, future = "880320-0008", "20990101-2394"
    assert oracle.is_valid(zero_serial)
    assert oracle.is_valid(future)
    assert reason(zero_serial) is IdReason.LOPNUMMER
    assert reason(future) is IdReason.FRAMTID


def test_a_refusal_never_repeats_the_number() -> None:
    with pytest.raises(InvalidIdentity) as caught:
        parse_personnummer("850230-1234", TODAY)
    assert str(caught.value) == "datum"
    assert caught.value.__context__ is None


def test_a_personnummer_in_a_log_line_shows_no_personal_data() -> None:
    shown = repr(parse_personnummer("880320-0016", TODAY))
    assert "0320" not in shown
    assert "1988" not in shown


def test_dashes_and_full_width_digits_from_other_systems_are_understood() -> None:
    for text in (
        "880320\u20130016",
        "880320\u22120016",
        "\uff18\uff18\uff10\uff13\uff12\uff10-0016",
        " 880320-0016\xa0",
    ):
        assert parse_personnummer(text, TODAY).digits == "198803200016"


def test_the_printed_form_has_twelve_digits_and_a_hyphen_even_for_a_centenarian() -> None:
    assert format_personnummer(parse_personnummer("121212+1212", TODAY)) == "19121212-1212"


def test_the_plus_counts_from_the_year_of_the_hundredth_birthday() -> None:
    turns_100_in_december = number(date(1926, 12, 24))[2:]
    assert parse_personnummer(f"{turns_100_in_december[:6]}+{turns_100_in_december[6:]}", TODAY).separator_matches
    turns_100_next_year = number(date(1927, 1, 1))[2:]
    assert parse_personnummer(turns_100_next_year, TODAY).fodelsedatum == date(1927, 1, 1)
    assert reason(f"{turns_100_next_year[:6]}+{turns_100_next_year[6:]}") is IdReason.ALDER


def test_a_hyphen_with_a_date_later_this_year_is_refused_and_never_guessed() -> None:
    ten = number(date(1926, 12, 24))[2:]
    assert reason(f"{ten[:6]}-{ten[6:]}") is IdReason.FRAMTID
    assert parse_personnummer(ten, TODAY).fodelsedatum == date(1926, 12, 24)


def test_a_child_born_today_has_this_century() -> None:
    ten = number(TODAY)[2:]
    assert parse_personnummer(ten, TODAY).fodelsedatum == TODAY
    assert parse_personnummer(f"{ten[:6]}-{ten[6:]}", TODAY).fodelsedatum == TODAY


def test_a_plus_for_someone_under_a_hundred_does_not_match() -> None:
    assert not parse_personnummer("19880320+0016", TODAY).separator_matches
    assert parse_personnummer("19880320-0016", TODAY).separator_matches
    assert parse_personnummer("19121212+1212", TODAY).separator_matches
    assert parse_personnummer("19121212-1212", TODAY).separator_matches


def test_the_age_limit_is_a_hundred_and_twenty_five() -> None:
    twelve = number(date(1901, 11, 22))
    assert reason(twelve) is IdReason.ALDER
    assert parse_personnummer(twelve, TODAY - timedelta(days=1)).fodelsedatum == date(1901, 11, 22)


def test_a_leap_day_follows_the_century() -> None:
    assert contains_personnummer(number(date(2000, 2, 29))[2:])
    ten = number(date(2000, 2, 29))[2:]
    assert parse_personnummer(ten, TODAY).fodelsedatum == date(2000, 2, 29)
    assert reason(f"19{ten}") is IdReason.DATUM


@given(BIRTHS, SERIALS, st.sampled_from(IdTyp), st.sampled_from(["", "-"]))
def test_every_written_form_of_a_number_gives_the_same_person(
    born: date, serial: int, kind: IdTyp, separator: str
) -> None:
    twelve = number(born, serial, 60 if kind is IdTyp.SAMORDNINGSNUMMER else 0)
    found = parse_personnummer(twelve[:8] + separator + twelve[8:], TODAY)
    assert found == parse_personnummer(format_personnummer(found), TODAY)
    assert found == Personnummer(twelve, born, kind, separator_matches=True)
    sign = "+" if TODAY.year - born.year >= 100 else "-"
    assert parse_personnummer(twelve[2:8] + sign + twelve[8:], TODAY) == found


@given(BIRTHS, SERIALS, st.integers(0, 9), st.integers(0, 9))
def test_one_wrong_digit_is_always_noticed(born: date, serial: int, place: int, digit: int) -> None:
    ten = number(born, serial)[2:]
    changed = ten[:place] + str(digit) + ten[place + 1 :]
    assert luhn_valid(changed) is (changed == ten)


@given(st.text("0123456789", min_size=10, max_size=10))
def test_luhn_agrees_with_the_oracle(digits: str) -> None:
    assert luhn_valid(digits) is luhn.is_valid(digits)


@given(st.from_regex(r"\A(19)?[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])-?98[0-9][0-9]\Z"))
def test_we_accept_only_what_the_oracle_accepts_among_personnummer(text: str) -> None:
    try:
        parse_personnummer(text, TODAY)
    except InvalidIdentity:
        return
    assert oracle.is_valid(text)


@given(st.text() | st.text("0123456789-+T ", min_size=9, max_size=14))
def test_any_text_is_a_number_or_a_reasoned_refusal(text: str) -> None:
    for parse in (lambda t: parse_personnummer(t, TODAY), parse_reservnummer, parse_organisationsnummer):
        with suppress(InvalidIdentity):
            assert parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "880320-0016",
        "Dnr 19880320-0016",
        "SN8803200016/2",
        "701063-2391",
        "880320\u20130016",
        "880320 0016",
        "121212+1212",
    ],
)
def test_a_personnummer_inside_a_text_is_seen(text: str) -> None:
    assert contains_personnummer(text)


@pytest.mark.parametrize(
    "text",
    [
        "880320-0017",
        "880320-0008",
        "850230-1234",
        "1880320-0016",
        "880320-00161",
        "212000-1850",
        "SN 2026/0412",
        "260403200016",
    ],
)
def test_other_numbers_are_no_personnummer(text: str) -> None:
    assert not contains_personnummer(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22880320AB12", "22880320AB12"),
        ("23000229-xy9", None),
        ("23000229-xyz9", "23000229XYZ9"),
        ("00252040AB12", "00252040AB12"),
        ("991988032123", "991988032123"),
        ("99198803-2123", "991988032123"),
        ("19880320-T123", "19880320-T123"),
        ("19880320-tf12", "19880320-TF12"),
        ("19880320T123", "19880320-T123"),
        ("22880320AI12", None),
        ("22880320A212", None),
        ("19880320-T12", None),
    ],
)
def test_a_reservnummer_has_one_of_three_forms(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(InvalidIdentity, match=r"^form$"):
            parse_reservnummer(text)
    else:
        assert parse_reservnummer(text) == expected
        assert parse_reservnummer(expected) == expected


@pytest.mark.parametrize(
    "text", ["22880230AB12", "22000229AB12", "19880320AB12", "00190440AB12", "00252060AB12", "19880230-T123"]
)
def test_a_reservnummer_with_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentity, match=r"^datum$"):
        parse_reservnummer(text)


def test_an_organisationsnummer_is_written_with_a_hyphen() -> None:
    assert parse_organisationsnummer("212000-1850") == "212000-1850"
    assert parse_organisationsnummer("2120001850") == orgnr.format("2120001850")


def test_an_organisationsnummer_needs_its_check_digit_and_ten_digits() -> None:
    with pytest.raises(InvalidIdentity, match=r"^kontrollsiffra$"):
        parse_organisationsnummer("212000-1851")
    with pytest.raises(InvalidIdentity, match=r"^form$"):
        parse_organisationsnummer("16212000-1850")
