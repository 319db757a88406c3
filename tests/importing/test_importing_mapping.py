"""A map that is wrong is refused before the first record, with the key and the line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES

from docgen.documents.catalogue import KINDS
from docgen.errors import SettingsError
from docgen.importing import mapping
from docgen.importing.lines import line_of

LIFECARE = SAMPLES / "import" / "lifecare.toml"
TEXT = LIFECARE.read_text(encoding="utf-8")
Refused = Callable[[str, str], tuple[str, dict[str, str]]]


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """Return a function that changes one thing of the sample and returns the refusal."""

    def load(old: str, new: str) -> tuple[str, dict[str, str]]:
        assert old in TEXT
        file = tmp_path / "karta.toml"
        file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(SettingsError) as error:
            mapping.load(file)
        return error.value.code, dict(error.value.facts)

    return load


def line(of: str) -> str:
    return str(next(number for number, text in enumerate(TEXT.splitlines(), 1) if text.startswith(of)))


def test_the_sample_is_right() -> None:
    assert mapping.load(LIFECARE).kind is KINDS["bistandsbeslut"]


ID = '"utredning.id" = "Utredning.Id"'
UTFALL = '"beslut[].utfall" = { fran = "Beslut[].Kod", som = "kod", tabell = "utfall" }'
SKEDD = '"kommunicering.skedd" = { fran = "Kommunicering.Utford", som = "ja_nej" }'


@pytest.mark.parametrize(
    ("old", "new", "code", "facts"),
    [
        (ID, '"utredning.idd" = "Utredning.Id"', "I-24", {"nyckel": "utredning.idd", "narmast": "id"}),
        (ID, '"utredningar.id" = "Utredning.Id"', "I-24", {"nyckel": "utredningar.id", "narmast": "utredning"}),
        (ID, '"utredning[].id" = "Utredning[].Id"', "I-24", {"nyckel": "utredning[].id"}),
        (ID, '"utredning" = "Utredning"', "I-24", {"nyckel": "utredning"}),
        (ID, '"expedieras_till" = "Mottagare"', "I-24", {"nyckel": "expedieras_till"}),
        (ID, '"person.fodelsedatum" = "X"', "I-25", {"falt": "utredning.id"}),
        (UTFALL, "", "I-25", {"falt": "beslut[].utfall"}),
        (UTFALL, '"beslut[].utfall" = { frn = "X" }', "I-21", {"nyckel": "beslut[].utfall.frn", "narmast": "fran"}),
        (UTFALL, '"beslut[].utfall" = { som = "text" }', "I-22", {"saknat": "fran"}),
        (UTFALL, UTFALL.replace(', tabell = "utfall"', ""), "I-22", {"saknat": "tabell"}),
        (UTFALL, UTFALL.replace('"utfall" }', '"utfal" }'), "I-28", {"varde": "utfal", "narmast": "utfall"}),
        (UTFALL, UTFALL.replace('"kod"', '"kodd"'), "I-28", {"varde": "kodd", "narmast": "kod"}),
        (UTFALL, '"beslut[].utfall" = { konstant = "bifal" }', "I-28", {"varde": "bifal", "narmast": "bifall"}),
        (UTFALL, UTFALL.replace(" }", ', annars = "bifal" }'), "I-28", {"varde": "bifal", "narmast": "bifall"}),
        (UTFALL, UTFALL.replace("Beslut[].Kod", "Beslut[.Kod"), "I-26", {"nyckel": "beslut[].utfall"}),
        (UTFALL, UTFALL.replace("Beslut[].Kod", "Rader[].Kod"), "I-27", {}),
        (UTFALL, UTFALL.replace("Beslut[].Kod", "Beslut[].Rader[].Kod"), "I-27", {}),
        (UTFALL, UTFALL.replace("beslut[].utfall", "beslut[0].utfall"), "I-26", {"nyckel": "beslut[0].utfall"}),
        (SKEDD, '"kommunicering.skedd" = 3', "I-23", {"nyckel": "kommunicering.skedd"}),
        (SKEDD, '"kommunicering.skedd" = { fran = 3 }', "I-23", {"nyckel": "kommunicering.skedd.fran"}),
        (SKEDD, SKEDD.replace(" }", ", konstant = true }"), "I-23", {"nyckel": "kommunicering.skedd"}),
        (SKEDD, SKEDD.replace(" }", ', tabell = "utfall" }'), "I-23", {"nyckel": "kommunicering.skedd"}),
        (SKEDD, 'kommunicering.skedd = "Kommunicering.Utford"', "I-21", {"nyckel": "kommunicering.skedd"}),
        ('"dokument.datum"', '"dokument.typ"', "I-23", {"nyckel": "dokument.typ"}),
        ('typ = "bistandsbeslut"', 'typ = "bistandbeslut"', "I-28", {"narmast": "bistandsbeslut"}),
        ('typ = "bistandsbeslut"', 'typp = "bistandsbeslut"', "I-21", {"nyckel": "typp", "narmast": "typ"}),
        ('BIF = "bifall"', 'BIF = "bifal"', "I-28", {"varde": "bifal", "narmast": "bifall"}),
        ('BIF = "bifall"', "BIF = 1", "I-23", {"nyckel": "kodtabell.utfall.BIF"}),
    ],
)
def test_a_fault_is_told_with_its_key_and_its_line(
    refused: Refused, old: str, new: str, code: str, facts: dict[str, str]
) -> None:
    told = refused(old, new)
    assert told[0] == code
    assert told[1] | facts == told[1]
    expected = line("[falt]") if code == "I-25" else line(old)
    assert told[1]["rad"] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"expedieras_till[]" = { fran = "Mottagare[].Namn"', '"expedieras_till[]" = { fran = "Mottagare.Namn"'),
        ('"beslut[].lagrum" =', '"beslut[].lagrum[]" = "Beslut[].Lagrum[]"\n"beslut[].lagrum" ='),
    ],
)
def test_a_list_is_filled_by_one_list(refused: Refused, old: str, new: str) -> None:
    assert refused(old, new)[0] == "I-27"


@pytest.mark.parametrize(
    ("content", "reason"), [(b"typ = ?", "fel_toml"), (b"typ = ", "toml_avbruten"), (b"\xff", "inte_utf8")]
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "karta.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError) as error:
        mapping.load(file)
    assert (error.value.code, error.value.facts["orsak"]) == ("I-20", reason)


def test_a_map_needs_its_type_and_its_fields(refused: Refused) -> None:
    assert refused('typ = "bistandsbeslut"', "")[1]["saknat"] == "typ"
    assert refused("[falt]", "[kodtabell.annan]")[1]["saknat"] == "falt"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("typ",), 1),
        (("falt",), 3),
        (("falt", "a[].b"), 4),
        (("falt", "a[].b", "fran"), 4),
        (("falt", "c=d"), 5),
        (("falt", "e.f"), 6),
        (("falt", "e.f", "som"), 7),
        (("kodtabell", "t", "1"), 9),
        (("falt", "finns inte"), 3),
        (("finns", "inte"), 1),
    ],
)
def test_the_line_of_a_key_is_found_however_it_is_written(keys: tuple[str, ...], expected: int) -> None:
    text = "typ = 'x' # [falt]\n\n[falt]\n'a[].b' = { fran = \"x=y\" }\n\"c=d\" = 1\n[falt.\"e.f\"]\n som='x'\n"
    assert line_of(text + "[kodtabell.t]\n1 = 'a'\n", keys) == expected
