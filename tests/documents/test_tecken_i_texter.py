"""What is printed can be read: signs that the fonts have, sentences with one full stop, an address that is seen."""

import pytest
from beslut import FORLANGNING, HVB, KONTAKT, S0, SKYDDAD, STODBOENDE, UPPHORANDE, said
from test_bistandsbeslut_view import said as texts_of
from test_bistandsbeslut_view import view as brev

from docgen.documents.kind import Exemplar

TEXT = "motivering/0/omstandigheter/0"
FEL, VARNING = ["fel"], ["varning"]


@pytest.mark.parametrize(
    "sign",
    [
        "\N{GRINNING FACE}",
        "\N{CJK UNIFIED IDEOGRAPH-4E2D}",
        "\N{THAI CHARACTER KO KAI}",
        "\N{ARABIC LETTER BEH}",
        "\N{HEBREW LETTER ALEF}",
        "\N{HANGUL SYLLABLE GA}",
        "\N{HEAVY CHECK MARK}",
        "\N{IDEOGRAPHIC FULL STOP}",
        "\ue000",
        "\u0378",
        "\N{ZERO WIDTH SPACE}",
        "\N{ZERO WIDTH JOINER}",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "q\N{COMBINING RING ABOVE}",
        "\N{LINE SEPARATOR}",
    ],
)
def test_a_sign_that_the_fonts_lack_is_refused_wherever_it_stands(sign: str) -> None:
    for path in (TEXT, "person/fornamn", "handlaggare/titel"):
        assert said("F-13", HVB, {path: f"Ett{sign}tecken"}) == FEL


@pytest.mark.parametrize(
    "text",
    [
        "Åsa Öberg-Müller, Łukasz Żółć, Đặng Ngọc, Ñandú, Þór, Ő",
        "Αθηνά, Юлия Їжак",
        "a\N{COMBINING RING ABOVE} e\N{COMBINING ACUTE ACCENT}",
        "”Citat” – ’så’ … 5 § m² ½ 10 ° → €100, O\N{MODIFIER LETTER APOSTROPHE}Neil, nr 1ª",
        "av\N{SOFT HYPHEN}stavning och\N{NO-BREAK SPACE}mellanslag\tmed\nrad",
    ],
)
def test_what_people_write_in_europe_is_printed(text: str) -> None:
    assert said("F-13", HVB, {TEXT: text}) == []


def test_a_full_stop_after_an_yrkande_makes_no_two_in_the_sentence() -> None:
    changes = {"ansokan/yrkande/0": "vård i HVB.", "insatser/0/namn": "vård i HVB, resor m.m."}
    shown = brev(HVB, changes=changes)
    assert shown["ansokan"]["stycken"][0]["text"].endswith("om vård i HVB.")
    assert "vård i HVB, resor m.m. från och med" in shown["beslut"][0]["text"]


def test_a_letter_within_the_country_does_not_name_it() -> None:
    adress = {"gata": "Provgatan 3", "postnummer": "987 65", "ort": "Exempelstad", "land": "Sverige"}
    assert brev(HVB, changes={"person/adress": adress})["mottagare"]["rader"][-1] == "987 65  Exempelstad"


@pytest.mark.parametrize(("length", "answer"), [(40, []), (41, VARNING)])
def test_a_row_that_the_window_does_not_hold_is_remarked_on(length: int, answer: list[str]) -> None:
    assert said("F-16", HVB, {"person/adress/gata": "G" * length}) == answer
    assert said("F-16", SKYDDAD, {"person/formedling/0": "F" * length}) == answer


def test_one_start_is_told_of_one_insats_or_of_the_first() -> None:
    assert "Insatsen är planerad att börja den 2 mars 2026." in texts_of(brev(HVB)["verkstallighet"])[1]
    assert "Den första insatsen är planerad att börja den 7 april" in texts_of(brev(S0)["verkstallighet"])[1]


def test_what_is_granted_takes_effect_at_once() -> None:
    assert said("F-15", HVB, {"verkstallighet/omedelbart": False}) == VARNING
    assert said("F-15", "avskrivning-aterkallad-ansokan", {}) == []


def test_the_special_reasons_stand_in_the_file_copy() -> None:
    why = {"insatser/0/sarskilda_skal": "Familjehemmet har sagt upp platsen."}
    for exemplar, held in ((Exemplar.AKT, True), (Exemplar.EXPEDIERING, False)):
        told = " ".join(texts_of(brev(STODBOENDE, exemplar, changes=why)))
        assert ("Familjehemmet har sagt upp platsen." in told) is held


def test_the_earlier_decision_is_told_with_its_number() -> None:
    for name, number in ((UPPHORANDE, "2025-10-13, dnr SN 2025/0688"), (FORLANGNING, "2025-11-26, dnr SN 2025/0820")):
        rows = {row["etikett"]: row["varde"] for row in brev(name)["uppgifter"]}
        assert number in rows["Tidigare beslut"]


def test_aftercare_that_does_not_exist_is_not_called_the_persons_own() -> None:
    path = "insatser/0/uppfoljningskontakt/eftervard"
    none = brev(KONTAKT, changes={path: {"finns": False, "vem": "Behandlingshemmet Fjällsippan"}})
    assert "din eftervård" not in " ".join(texts_of(none["insatser"]))


def test_the_new_investigation_is_the_one_of_the_decision() -> None:
    path = "insatser/0/uppfoljningskontakt/ny_utredning_id"
    assert said("R-38", KONTAKT, {path: "U-2026-9999"}) == FEL


def test_stodboende_ends_before_the_person_is_21() -> None:
    born = {"person/fodelsedatum": "2006-03-01"}
    assert said("R-08", STODBOENDE, born | {"insatser/0/period/till": "2027-02-28"}) == []
    assert said("R-08", STODBOENDE, born | {"insatser/0/period/till": "2027-03-01"}) == FEL
