"""Notes on the language of a record: what is told, what is left alone, and that it never takes long."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from beslut import HVB, SETTING, sample
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents import language_rules, tilltal_rules
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.language_rules import FORKORTNINGAR, LAGAR, meningar
from docgen.documents.organisation import Stil
from docgen.documents.rule import Setting, rules_of
from docgen.errors import Finding, Severity

RULES = rules_of(language_rules, tilltal_rules)
FORMELL = replace(SETTING, organisation=SETTING.organisation.model_copy(update={"stil": Stil.FORMELL}))
BEDOMNING = "motivering/0/bedomning"
LONG = "Vi " + "har talat med dig om " * 7
WORDS = st.sampled_from(
    ["SoL", "LVM", "4 kap.", "socialtjänstlagen", "du", "klienten", "t.ex.", "ord", ".", "\n\n", "- "]
)


def notes(changes: dict[str, str], setting: Setting = SETTING) -> list[Finding]:
    """Return what is told of a sample with ``changes``."""
    record = Bistandsbeslut.model_validate_json(json.dumps(sample(HVB, dict(changes))))
    return [finding for rule in RULES for finding in rule.findings(record, setting)]


def told(text: str, setting: Setting = SETTING) -> list[str]:
    """Return what is told of a text of the reasons, and of nothing else in the record."""
    found = [one for one in notes({BEDOMNING: text}, setting) if one.path == "$.motivering[0].bedomning"]
    return [one.facts["orsak"] for one in found]


def test_a_plain_text_is_left_alone() -> None:
    assert notes({}) == []


def test_what_is_told_is_a_note_and_stops_nothing() -> None:
    assert {one.severity for one in notes({BEDOMNING: "Du får t.ex. vård enligt SoL av klienten."})} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (f"{LONG}idag.", ["langa_meningar"]),
        (f"{LONG[:60]} idag. {LONG[:60]} idag.", []),
        ("Du får detta: \n\n" + "\n".join(f"- {LONG[:60]}" for _ in range(5)), []),
        ("Du har " + "ett ord " * 16 + "slut.", []),  # 35 words
        ("Du har " + "ett ord " * 17 + "slut.", ["langa_meningar"]),
    ],
)
def test_a_sentence_of_more_than_35_words_is_told(text: str, counted: list[str]) -> None:
    assert told(text) == counted


def test_long_sentences_are_told_by_place_and_number() -> None:
    (one,) = notes({BEDOMNING: f"{LONG}idag. Ett kort stycke.\n\n{LONG}och i morgon igen."})
    assert (one.path, one.facts["antal"], one.facts["ord"]) == ("$.motivering[0].bedomning", "2", "40")


def test_a_section_of_law_ends_no_sentence() -> None:
    assert list(meningar("Se 4 kap. 1 § SoL kl. 13.00 hos oss. Kom dit!")) == [
        "Se 4 kap. 1 § SoL kl. 13.00 hos oss",
        "Kom dit!",
    ]


@pytest.mark.parametrize("short", FORKORTNINGAR)
def test_each_abbreviation_is_told_with_what_to_write(short: str) -> None:
    found = [one.facts for one in notes({BEDOMNING: f"Du behöver stöd, {short} i hemmet."})]
    assert [(one["forkortning"], one["utskrivet"]) for one in found] == [(short, FORKORTNINGAR[short])]


@pytest.mark.parametrize(
    "text",
    [
        "T.ex. stöd i hemmet.",
        "Du får stöd (t ex i hemmet).",
        "Du får stöd, t. ex. i hemmet",
        "Du får stöd, dvs. hjälp.",
    ],
)
def test_an_abbreviation_is_known_however_it_is_written(text: str) -> None:
    assert told(text) == ["forkortat_ord"]


@pytest.mark.parametrize(
    "text", ["Du bor på Casagatan 4 i stan.", "Rutan är tom och 5 mm bred.", "Ring kl. 13.00 på tisdag."]
)
def test_words_that_look_like_an_abbreviation_are_none(text: str) -> None:
    assert told(text) == []


def test_names_and_what_a_register_calls_things_are_left_alone() -> None:
    said = "SoL m.m. enligt klienten"
    places = ("beslutsfattare/titel", "beslutsfattare/delegation_ref", "handlaggare/namn", "insatser/0/resurs_etikett")
    assert notes(dict.fromkeys(places, said)) == []


@pytest.mark.parametrize("short", LAGAR)
def test_an_act_is_named_before_it_is_abbreviated(short: str) -> None:
    assert told(f"Du har rätt till vård enligt {short} nu.") == ["lagens_forkortning"]
    assert told(f"Du har rätt enligt {LAGAR[short]} nu. Vården ges enligt {short} i dag.") == []
    assert told(f"Du har rätt enligt {LAGAR[short]} ({short}) nu.") == []
    assert told(f"Du har rätt till {short}-vård här.") == []


def test_an_act_is_told_once_and_where_it_comes_first() -> None:
    found = notes({"insatser/0/syfte": "att du får vård enligt SoL", BEDOMNING: "Du får vård enligt SoL och SoL."})
    assert [(one.code, one.path) for one in found] == [("R-112", "$.insatser[0].syfte")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du har rätt enligt 4 kap. 1 § till vård.", ["kapitel_utan_lag"]),
        ("Du har rätt enligt 4 kap. 1 § socialtjänstlagen till vård.", []),
        ("Vi har läst föräldrabalken. Du har rätt enligt 4 kap. 1 § till vård.", []),
        ("Du har rätt enligt 4 kap. 1 § SoL till vård.", ["lagens_forkortning"]),
    ],
)
def test_a_chapter_stands_with_its_act(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize("word", ["den sökande", "sökandens", "klienten", "Brukarens"])
def test_a_letter_that_says_du_does_not_speak_of_the_person(word: str) -> None:
    assert told(f"Vi har träffat {word} tre gånger.") == ["omtalad_i_brev_till_dig"]
    assert told(f"Vi har träffat {word} tre gånger.", FORMELL) == []


def test_a_letter_in_formal_style_does_not_say_du() -> None:
    assert told("Vi har träffat dig tre gånger.", FORMELL) == ["tilltalad_i_formellt_brev"]


def test_what_only_the_file_copy_says_may_speak_of_the_person() -> None:
    assert notes({"insatser/0/sarskilda_skal": "Klienten är mogen för sin ålder."}) == []


@given(st.text() | st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    for one in texts_of(f"Detta är {text}"):
        assert one.facts["orsak"]


def texts_of(text: str) -> Iterator[Finding]:
    record = Bistandsbeslut.model_validate(sample(HVB), strict=False)
    reason = record.motivering[0].model_copy(update={"bedomning": text})
    record = record.model_copy(update={"motivering": (reason,)})
    for rule in RULES:
        yield from rule.findings(record, SETTING)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", ".", ". ", "A. ", "4 kap. ", "SoL ", "t.ex. ", "t ", "\n", "- ", "”", ".”", "lagen", "lag ", "1 a"],
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        list(texts_of(f"Detta är {text}"))
        return time.process_time() - begun

    small = min(seconds(20_000) for _ in range(3))
    assert min(seconds(80_000) for _ in range(2)) < 4 * small * 3 + 0.05  # 16 times as long would be quadratic


def test_nothing_that_is_told_repeats_the_text() -> None:
    said = " ".join(text for one in notes({BEDOMNING: f"{LONG}klienten Eva Ek."}) for text in one.facts.values())
    assert re.search(r"klienten|Eva|Ek|talat", said) is None
