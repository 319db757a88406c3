"""What the paper says: seed S4 word for word, the protocol's pages, votes, the public version, the appeal page."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from seeds import s4_words
from utdrag import OFFENTLIG, OMROSTNING, S4, SAMPLES, SETTING, data, record, sentences, strings, view

from docgen.documents.brevhuvud import bas
from docgen.documents.kind import Exemplar, Kopia
from docgen.documents.namn import normal
from docgen.documents.namnd.arende import HEMLIGA_FALT
from docgen.documents.protokollsutdrag import KIND
from docgen.documents.texts import texts
from docgen.outcome import Place
from docgen.stages import derive
from docgen.stages.validate import Validated
from docgen.wording import Wording

PAPER = ("instanser", "diarienummer", "rubrik", "bilagor", "avsnitt", "forslag", "behandling", "beslut", "expediering")

LONG = 15
SHORT = {"jav", "resultat", "tjansteskrivelse"}
"""The fields that have no long text in the sample."""


def test_the_seed_is_reproduced_word_for_word() -> None:
    made = view(record(S4)).data
    rows = [[row[name] for name in ("organ", "beslutsdatum", "paragraf", "sida")] for row in made["instanser"]]
    shown = strings([rows, [made[name] for name in PAPER[1:]]])
    assert " ".join(shown).split() == s4_words()


def _whole(value: object) -> str:
    return "\n".join(strings(value))


def _headings(made: Any) -> list[str]:  # noqa: ANN401 - a view
    """Return the headings in the order of the paper."""
    parts = [*made["avsnitt"], *made["forslag"], *made["behandling"], made["beslut"], *made["efter_beslutet"]]
    return [part["rubrik"] for part in parts]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda one: one.stem)
def test_every_sample_becomes_a_view_in_which_nothing_forbidden_stands(path: Path) -> None:
    utdrag = record(path)
    made = derive.view(Validated(utdrag, KIND, (), Place("test.json", 1)), Kopia(), SETTING, sentences())
    assert "None" not in _whole(made.data)


def test_each_page_of_the_protocol_begins_on_a_new_page() -> None:
    made = view(record(S4)).data
    assert [(part["rubrik"], part["ny_sida"]) for part in made["avsnitt"]] == [
        ("Ärendebeskrivning", False),
        ("", True),
        ("Resultat", False),
    ]
    assert [part["ny_sida"] for part in (*made["forslag"], made["beslut"])] == [True, False, False]


def test_a_page_break_before_the_first_paragraph_keeps_the_heading() -> None:
    resultat = [{"typ": "sidbrytning"}, {"typ": "stycke", "text": "Gott."}]
    made = view(record(S4, resultat=resultat)).data
    assert [(part["rubrik"], part["ny_sida"]) for part in made["avsnitt"]][2:] == [("Resultat", True)]


def test_a_page_break_passes_over_sections_that_are_not_there() -> None:
    made = view(record(S4, forslag_forvaltning=[], forslag_utskott=None)).data
    assert (made["forslag"], made["beslut"]["ny_sida"]) == ([], True)


def test_the_pages_of_the_bodies_run_side_by_side() -> None:
    rows = view(record(S4)).data["instanser"]
    assert [(row["sida"], row["sida_tillagg"]) for row in rows] == [("", ""), ("12", "11"), ("16", "15")]
    assert [row["paragraf"] for row in rows] == ["", "59", "140"]


def test_a_page_that_is_not_known_is_a_dash_and_a_body_without_paragraphs_has_none() -> None:
    instanser = data(OMROSTNING, "instanser")
    del instanser[2]["sida_start"], instanser[2]["sida_slut"]
    rows = view(record(OMROSTNING, instanser=instanser)).data["instanser"]
    assert [(row["sida"], row["sida_tillagg"]) for row in rows] == [("", ""), ("7", "6"), ("\N{EN DASH}", "")]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"bilagor": ["Utredning"]}, "Bilaga: Utredning"),
        ({"bilagor": ["Utredning", "Karta"]}, "Bilagor: Utredning; Karta"),
        ({"bilagor": ["Utredning"], "bilagor_etikett": "Bil."}, "Bil.: Utredning"),
        ({"bilagor": []}, ""),
    ],
)
def test_one_appendix_is_told_in_the_singular_unless_the_protocol_has_a_word_of_its_own(
    changes: dict[str, Any], line: str
) -> None:
    assert view(record(OMROSTNING, **changes)).data["bilagor"] == line


def test_a_list_keeps_its_items_and_a_paragraph_has_none() -> None:
    parts = view(record(S4)).data["avsnitt"][0]["stycken"]
    assert [len(part["punkter"]) for part in parts] == [0, 0, 0, 4]
    assert [bool(part["text"]) for part in parts] == [True, True, True, False]


def test_the_sections_stand_in_the_order_of_the_meeting() -> None:
    assert _headings(view(record(OMROSTNING)).data) == [
        "Jäv",
        "Ärendebeskrivning",
        "Beslutsunderlag",
        "Förvaltningens förslag till beslut",
        "Socialnämndens arbetsutskott föreslår socialnämnden besluta",
        "Yrkanden",
        "Beslutsgång",
        "Omröstning",
        "Socialnämnden beslutar",
        "Reservation",
        "Särskilt yttrande",
        "Protokollsanteckning",
    ]


def test_a_withdrawn_proposal_is_not_printed() -> None:
    assert "Avslag på arbetsutskottets" not in _whole(view(record(OMROSTNING)).data)


def test_a_vote_tells_what_yes_meant_the_result_and_who_voted_how() -> None:
    shown = _whole(view(record(OMROSTNING)).data["behandling"])
    assert "Ja-röst innebär att ärendet avgörs i dag." in shown
    assert "Omröstningen utfaller med 3 ja mot 2 nej." in shown
    assert "Nej: Bo Yrkandesson (V), Eva Ersättarsson (V)" in shown
    assert "Frånvarande: Gun Frånvarosson (L)" in shown


def test_that_a_vote_was_asked_for_is_told_once() -> None:
    assert _whole(view(record(OMROSTNING)).data).count("Omröstning begärs.") == 1


def test_the_casting_vote_is_told_only_when_it_was_given() -> None:
    vote = data(OMROSTNING, "omrostning")
    assert "utslagsröst" not in _whole(view(record(OMROSTNING)).data)
    assert "utslagsröst" in _whole(view(record(OMROSTNING, omrostning=vote | {"utslagsrost": True})).data)


def test_a_reservation_keeps_its_paragraphs() -> None:
    section = view(record(OMROSTNING)).data["efter_beslutet"][0]
    assert [part["text"][:14] for part in section["stycken"]] == ["Bo Yrkandesson", "Vi reserverar ", "Kostnaderna bo"]


def test_a_disqualification_in_another_paragraph_is_not_told() -> None:
    made = view(record(OMROSTNING, jav=[{"namn": "Julia Jävsson", "paragraf": 41}])).data
    assert "Julia" not in _whole(made)


def test_the_justering_tells_where_the_protocol_is_and_how_long_the_notice_stands() -> None:
    shown = _whole(view(record(OMROSTNING)).data["justering"])
    assert "Protokollet justerades den 25 mars 2026 av ordföranden och David Ledamotsson." in shown
    assert "den 26 mars 2026. Anslaget tas ned den 17 april 2026." in shown
    assert "Torggatan 1" in shown


@pytest.mark.parametrize(
    ("justerare", "shown"),
    [
        (["Cecilia Röstsson", "Bo Yrkandesson"], "av ordföranden, Cecilia Röstsson och Bo Yrkandesson."),
        (["anna  ordförandesson"], "av ordföranden."),
        (["Anna Ordförandesson", "Bo Yrkandesson"], "av ordföranden och Bo Yrkandesson."),
    ],
)
def test_the_chair_is_told_first_and_once_among_those_who_signed(justerare: list[str], shown: str) -> None:
    assert shown in _whole(view(record(OMROSTNING, justerare=justerare)).data["justering"])


def test_a_protocol_of_one_paragraph_is_told_in_the_singular() -> None:
    made = view(record(OMROSTNING, protokoll={"paragraf_from": 42, "paragraf_till": 42})).data
    assert "Protokollet omfattar § 42." in _whole(made["justering"])


def test_the_extract_is_attested_by_name_title_and_day() -> None:
    made = view(record(S4)).data["bestyrkande"]
    assert (made["rader"], made["ort_och_datum"]) == (["Mallan Sekreterarsson, Nämndsekreterare"], "2010-11-08")


def test_a_committee_that_only_proposes_never_says_that_anyone_decides() -> None:
    utskott = record(OMROSTNING, organ="Socialnämndens arbetsutskott", beslut=[], beslutsgang=[], omrostning=None)
    made = view(utskott).data
    assert made["beslut"]["rubrik"] == "Socialnämndens arbetsutskott föreslår socialnämnden besluta"
    assert [part["rubrik"] for part in made["forslag"]] == ["Förvaltningens förslag till beslut"]
    assert "beslutar" not in _whole(made)


def test_the_public_version_of_a_secret_matter_shows_its_heading_and_nothing_of_its_body() -> None:
    made = view(record(OFFENTLIG))
    shown = _whole(made.data)
    assert made.data["beslut"] is None
    (arendet,) = made.data["avsnitt"]
    assert [one["text"] for one in arendet["stycken"]] == ["Ärendet redovisas inte med hänvisning till sekretess."]
    assert made.data["rubrik"] in shown
    assert made.data["dokument"]["markningar"] == ["Offentlig version"]
    for secret in ("Tolvan", "1212", "Provgatan", "070-174", "avslå", "Utredning"):
        assert secret not in shown


@pytest.mark.parametrize("field", sorted(HEMLIGA_FALT))
def test_a_secret_text_that_slips_through_is_caught_before_it_is_printed(field: str) -> None:
    told = json.loads(OMROSTNING.read_text(encoding="utf-8"))
    open_to_all = _whole([value for name, value in told.items() if name not in HEMLIGA_FALT])
    said = [text for _path, text in texts(told.get(field, ())) if len(text) > LONG and text not in open_to_all]
    forbidden = view(record(OMROSTNING, publik=True, sekretess={"aktiv": True})).forbjudet["R-53"]
    assert all(forbidden.search(normal(f"Så här: {text}")) for text in said)
    assert said or field in SHORT


def test_what_the_heading_says_may_stand_on_the_paper_of_a_secret_matter() -> None:
    made = view(record(OFFENTLIG, expedieras_till=[SETTING.organisation.forvaltning, "Advokaten Elsa Ombudsson"]))
    assert not made.forbjudet["R-53"].search(SETTING.organisation.forvaltning)
    assert made.forbjudet["R-53"].search("advokaten elsa ombudsson")


def test_the_same_matter_to_those_it_concerns_is_whole_and_marked_secret() -> None:
    made = view(record(OFFENTLIG, publik=False)).data
    assert "Tolvan" in _whole(made["avsnitt"])
    (mark,) = strings(made["dokument"]["markningar"])
    assert mark == "Sekretess enligt 26 kap. 1 § OSL, Socialnämnden 2026-08-26"


def test_a_draft_and_a_file_copy_are_marked() -> None:
    dokument = data(S4, "dokument") | {"status": "utkast"}
    made = bas(record(S4, dokument=dokument), Kopia(Exemplar.AKT), SETTING, sentences(), "Protokollsutdrag")
    assert made["dokument"]["markningar"] == ["Utkast", "Aktexemplar \N{EN DASH} får inte skickas ut"]


def test_the_marks_of_a_page_are_the_lawyers_words() -> None:
    own = {"markning.utkast": "Förslag", "markning.aktexemplar": "Akt", "markning.sekretess": "Hemlig: {lagrum}"}
    mark = {"lagrum": "26 kap. 1 § OSL", "datum": "2026-08-26", "myndighet": "Socialnämnden"}
    draft = record(S4, dokument=data(S4, "dokument") | {"status": "utkast", "sekretessmarkering": mark})
    made = bas(draft, Kopia(Exemplar.AKT), SETTING, Wording(dict(sentences().table) | own), "Protokollsutdrag")
    assert list(strings(made["dokument"]["markningar"])) == ["Förslag", "Hemlig: 26 kap. 1 § OSL", "Akt"]


def test_a_document_may_have_a_title_of_its_own() -> None:
    dokument = data(S4, "dokument") | {"titel": "Utdrag för kännedom"}
    assert view(record(S4, dokument=dokument)).data["dokument"]["titel"] == "Utdrag för kännedom"


def test_the_finished_pdf_is_named_after_body_day_and_paragraph() -> None:
    made = view(record(S4))
    assert made.titel == "Protokollsutdrag Socialnämnden 2010-10-27 § 140"


def test_the_finished_pdf_must_show_the_number_every_section_and_the_decision() -> None:
    assert {"Dnr\N{NO-BREAK SPACE}SN\N{NO-BREAK SPACE}2026/0187", "Yrkanden", "Beslutsgång", "Omröstning"} <= set(
        view(record(OMROSTNING)).kontroll
    )
    assert "med godkännande lägga slutrapporten" in view(record(S4)).kontroll


def test_the_finished_pdf_need_not_give_back_signs_beyond_the_latin_letters() -> None:
    punkter = ["godkänna avtalet med Ł\N{CYRILLIC SMALL LETTER ZHE}a.", "\N{CJK UNIFIED IDEOGRAPH-4E2D} x"]
    kontroll = view(record(OMROSTNING, beslut=punkter)).kontroll
    assert {"godkänna avtalet med", "x"} <= set(kontroll)
    assert all(sign <= "\N{LATIN SMALL LETTER LONG S}" for text in kontroll for sign in text)


def test_a_decision_of_the_board_is_appealed_to_the_court_from_the_notice() -> None:
    page = view(record(OMROSTNING)).data["overklagande"]
    shown = _whole(page)
    assert "ställas till Förvaltningsrätten i Norrstad och lämnas in dit" in shown
    assert "Socialnämnden, sammanträdet den 18 mars 2026, § 42, dnr SN 2026/0187" in shown
    assert "tillkännagavs den 26 mars 2026. Överklagandet ska alltså ha kommit in senast den 16 april 2026." in shown


def test_a_decision_on_bistand_is_appealed_to_the_board_from_the_receipt() -> None:
    page = view(record(OFFENTLIG, overklagande_typ="forvaltningsbesvar")).data["overklagande"]
    assert "inom tre veckor från den dag då den enskilde fick del av beslutet" in _whole(page)


def test_an_extract_without_appeal_information_has_no_such_page() -> None:
    assert view(record(S4)).data["overklagande"] is None


def test_the_meeting_day_is_written_with_figures_in_the_header() -> None:
    assert view(record(S4)).data["sammantradesdatum"] == date(2010, 10, 27).isoformat()
