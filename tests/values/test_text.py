from time import perf_counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.values.text import Block, enumerate_och, illegal_characters, paragraphs, typeset

UNSEEN = str.maketrans(dict.fromkeys(" \xa0\"'\u201d\u2019-\u2013\u2212"))
WORDS = "- \u2013 \u2212 \" ' 1 12 250 2009 2010 kr kronor kap. § §§ a b kl. dnr SN LVM / ( ) (4) , . : Sida år"
PIECES = st.sampled_from([" ", "\xa0", "- ", " - ", "\n", *WORDS.split()])
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enligt 4 kap. 1 § SoL", "enligt 4~kap.~1~§~SoL"),
        (
            "enligt 11 kap. 1 § socialtjänstlagen (2025:400)",
            "enligt 11~kap.~1~§ socialtjänstlagen (2025:400)",
        ),
        ("30 § LVM och 30 a § LVM", "30~§~LVM och 30~a~§~LVM"),
        ("2 a kap. 5 b § samt 11 och 12 §§ FL", "2~a~kap.~5~b~§ samt 11 och 12~§§~FL"),
        ("AU § 59", "AU §~59"),
        ("i 3 månader, 2 veckor, 14 dagar eller 1 år", "i 3~månader, 2~veckor, 14~dagar eller 1~år"),
        ("den 3 månadsvisa", "den 3 månadsvisa"),
        ("kl. 13.00", "kl.~13.00"),
        ("den 30 september 2026", "den 30~september 2026"),
        ("til og med den 7. januar", "til og med den 7.~januar"),
        ("punkt 1.2 maj", "punkt 1.2 maj"),
        ("ring 0980-31 92 00 i dag", "ring 0980-31~92~00 i dag"),
        ("Box 1, 987 65  Exempelstad", "Box 1, 987~65~~Exempelstad"),
        ("dnr SN 2026/12", "dnr~SN~2026/12"),
        ("Sida 2 (4)", "Sida~2~(4)"),
        ("kostar 1 250 kr per dygn", "kostar 1~250~kr per dygn"),
        ("15 000 - 1 500 000 kr", "15~000 \u2013 1~500~000~kr"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, expected: str) -> None:
    assert typeset(text) == expected.replace("~", "\xa0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('han sade "nej tack" igen', "han sade \u201dnej tack\u201d igen"),
        ("Lars' och d'Arcs", "Lars' och d\u2019Arcs"),
        ("mötet - det första - hölls", "mötet \u2013 det första \u2013 hölls"),
        ("2009-04 - 2010-03", "2009-04 \u2013 2010-03"),
        ("åren 2009-2010.", "åren 2009\u20132010."),
        ("500-1 000 kr", "500\u20131~000~kr"),
        ("saldo -5 kronor (-1 250,50 kr)", "saldo \u22125~kronor (\u22121~250,50~kr)"),
        ("-5 grader", "\u22125 grader"),
    ],
)
def test_quotes_dashes_and_minus_are_swedish(text: str, expected: str) -> None:
    assert typeset(text) == expected.replace("~", "\xa0")


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-03",
        "19880320-0016",
        "SN-2017-50",
        "SN 2017-2018",
        "nr 2017-2018",
        "dnr: 2017-2018",
        "diarienummer 2017-2018",
        "2007/310-75",
        "08-123 45 67",
        "070 -123 45 67",
        "2018-2017",
        "12-stegsprogram",
        "kommun- och regionanställd",
        "- första punkten\n- andra punkten",
        "-12-34",
        "a--b",
    ],
)
def test_dates_ids_telephone_numbers_and_lists_keep_their_hyphens(text: str) -> None:
    assert typeset(text).replace("\xa0", " ") == text


@given(TEXTS)
def test_typesetting_twice_is_as_once(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(TEXTS)
def test_typesetting_changes_only_spaces_quotes_and_dashes(text: str) -> None:
    assert len(typeset(text)) == len(text)
    assert typeset(text).translate(UNSEEN) == text.translate(UNSEEN)


@pytest.mark.parametrize("piece", ["1 ", "123", "123 ", "123-", "- ", "-1 ", "A ", "§ ", "19", "12 kap. "])
def test_typesetting_takes_time_in_proportion_to_the_text(piece: str) -> None:
    started = perf_counter()
    typeset(piece * 20_000)
    assert perf_counter() - started < 2


def test_blank_lines_divide_and_single_newlines_join() -> None:
    assert paragraphs("Första\nraden.\r\n\r\nAndra\tstycket. \n \n\n") == [
        Block(text="Första raden."),
        Block(text="Andra\tstycket."),
    ]


def test_consecutive_bullets_are_one_list() -> None:
    assert paragraphs("Målen:\n- arbete\n• bostad\n  - hälsa\nSlut.") == [
        Block(text="Målen:"),
        Block(punkter=("arbete", "bostad", "hälsa")),
        Block(text="Slut."),
    ]


def test_a_hyphen_without_space_starts_no_list() -> None:
    assert paragraphs("-5 grader\n-") == [Block(text="-5 grader -")]


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n") == []


@given(st.text())
def test_no_word_is_lost_between_paragraphs(text: str) -> None:
    kept = "".join(block.text + "".join(block.punkter) for block in paragraphs(text))
    unmarked = "".join(text.split()).replace("-", "").replace("\u2022", "")
    assert "".join(kept.split()).replace("-", "").replace("\u2022", "") == unmarked


def test_names_are_listed_with_och_before_the_last() -> None:
    assert enumerate_och(["a", "b", "c"]) == "a, b och c"
    assert enumerate_och(["a", "b"]) == "a och b"
    assert enumerate_och(["a"]) == "a"
    assert enumerate_och([]) == ""


def test_characters_that_xml_cannot_hold_are_found_where_they_are() -> None:
    assert illegal_characters("a\x00b\tc\nd\re\x0bf\ud800g\ufffeh\uffff\U0001f600\x7f") == (1, 9, 11, 13, 15)


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x01\x1f\ufffe\uffff")))
def test_a_text_without_illegal_characters_is_taken_by_an_xml_parser(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        ET.fromstring(f"<p>{escaped}</p>")  # noqa: S314 - the text is made here
    except ET.ParseError:
        assert illegal_characters(text)
    else:
        assert illegal_characters(text) == ()
