import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.values.diarienummer import (
    DEFAULT_PATTERN,
    DiarieReason,
    InvalidDiarienummer,
    file_name_part,
    parse_diarienummer,
)


def reason(text: str, pattern: re.Pattern[str] = DEFAULT_PATTERN) -> DiarieReason:
    with pytest.raises(InvalidDiarienummer) as caught:
        parse_diarienummer(text, pattern)
    assert str(caught.value) == caught.value.reason.value
    return caught.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "2007/310-75",
        "SN 18/0098",
        "SN-2017-50",
        "VON-2025/00095",
        "00322/2026",
        "Dnr 31/16",
        "Dnr: 31/16",
        "1.6-0463/2011",
        "SN 2026/0412",
        "ÄO 2026:14",
        "412",
    ],
)
def test_every_form_seen_in_sweden_passes_unchanged(text: str) -> None:
    assert parse_diarienummer(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "SN", "SN 2026//4", "../2026", "SN\n2026/4", "SN 2026/4 -", "SN  2026/4", "1" * 61, "SN 2026/4\x00"],
)
def test_what_is_no_diarienummer_is_refused(text: str) -> None:
    assert reason(text) is DiarieReason.FORM


@pytest.mark.parametrize("text", ["880320-0016", "19880320-0016", "SN 880320-0016", "SN-8803200016/1", "701063-2391"])
def test_a_personnummer_in_place_of_a_diarienummer_is_refused(text: str) -> None:
    assert reason(text) is DiarieReason.PERSONNUMMER
    assert reason(text, re.compile(".*")) is DiarieReason.PERSONNUMMER


def test_the_municipality_may_have_its_own_pattern() -> None:
    assert parse_diarienummer("SN 2026/0412", re.compile(r"SN \d{4}/\d{4}")) == "SN 2026/0412"
    assert reason("SN 2026/0412-1", re.compile(r"SN \d{4}/\d{4}")) is DiarieReason.FORM


def test_an_en_dash_and_a_no_break_space_are_written_plainly() -> None:
    assert parse_diarienummer("SN\xa02026\u201350") == "SN 2026-50"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SN 2026/0412", "SN-2026-0412"),
        ("1.6-0463/2011", "1.6-0463-2011"),
        ("Överklagande på ärende", "Overklagande-pa-arende"),
        ("A\u030angstro\u0308m", "Angstrom"),
        ("Ærø José ß", "AEro-Jose-ss"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "namnlos"),
        ("", "namnlos"),
        ("日本", "namnlos"),
        ("CON", "x-CON"),
        ("nul.txt", "x-nul.txt"),
        ("com\u00b9", "x-com1"),
        ("console", "console"),
        ("a\x00b\nc", "a-b-c"),
    ],
)
def test_an_id_becomes_a_safe_file_name_part(text: str, expected: str) -> None:
    assert file_name_part(text) == expected


def test_a_long_id_is_cut_to_eighty_characters_and_ends_well() -> None:
    assert file_name_part("a" * 79 + " " + "b" * 9) == "a" * 79
    assert file_name_part("con." + "a" * 100) == "x-con." + "a" * 74


@given(st.text() | st.sampled_from(["con.", "aux", "LPT1.a", "."]).flatmap(lambda s: st.text().map(lambda t: s + t)))
def test_a_file_name_part_is_always_safe_and_stays_as_it_is(text: str) -> None:
    part = file_name_part(text)
    assert re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z._-]{0,79}", part)
    assert not part.endswith((".", "-", "_"))
    assert ".." not in part
    assert not re.match(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", part, re.IGNORECASE)
    assert file_name_part(part) == part
