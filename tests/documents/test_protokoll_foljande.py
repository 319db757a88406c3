"""What is made with a protocol: every extract and the notice, each of the same data and held to its own rules."""

from pathlib import Path

import pytest
from utdrag import (
    HELA_S4,
    NAMND,
    OMEDELBAR,
    OMROSTNING,
    PUBLIKT,
    S4,
    SETTING,
    UTKAST,
    data,
    med_arende,
    protokoll,
    record,
    said,
    strings,
    view,
)

from docgen.documents.anslagsbevis.model import Anslagsbevis
from docgen.documents.namnd.contract import Arendetext
from docgen.documents.protokoll import KIND
from docgen.documents.protokoll.model import Sammantradesprotokoll
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.errors import RecordError
from docgen.stages import read, validate


def utdragen(one: Sammantradesprotokoll) -> dict[str, Protokollsutdrag]:
    return {made.path: made.record for made in KIND.foljer(one) if isinstance(made.record, Protokollsutdrag)}


def bevisen(one: Sammantradesprotokoll) -> dict[str, Anslagsbevis]:
    return {made.path: made.record for made in KIND.foljer(one) if isinstance(made.record, Anslagsbevis)}


def test_the_extract_of_the_seeds_paragraph_is_the_seeds_own() -> None:
    (made,) = utdragen(protokoll(HELA_S4)).values()
    names = (
        "instanser",
        "diarienummer",
        "rubrik",
        "bilagor",
        "avsnitt",
        "forslag",
        "behandling",
        "beslut",
        "expediering",
    )
    ours, seeds = view(made).data, view(record(S4)).data
    assert [ours[name] for name in names] == [seeds[name] for name in names]


@pytest.mark.parametrize("path", [NAMND, OMEDELBAR, HELA_S4, PUBLIKT], ids=lambda one: one.stem)
def test_an_extract_says_of_its_matter_what_the_protocol_says_in_the_same_order(path: Path) -> None:
    whole = protokoll(path)
    paragraphs = view(whole).data["arenden"]
    for place, extract in utdragen(whole).items():
        ours, theirs = view(extract).data, paragraphs[int(place.removeprefix("$.arenden[").removesuffix("]"))]
        assert [ours[name] for name in Arendetext.__annotations__ if name != "efter_beslutet"] == [
            theirs[name] for name in Arendetext.__annotations__ if name != "efter_beslutet"
        ]
        sent = [] if extract.sak.hemlig else [ours["expediering"]]
        after = [*ours["efter_beslutet"], *sent]
        assert theirs["efter_beslutet"][: len(after)] == after


def test_the_sample_of_an_extract_is_the_one_that_is_made_with_the_sample_of_its_protocol() -> None:
    made = view(utdragen(protokoll(NAMND))["$.arenden[4]"]).data
    alone = view(record(OMROSTNING)).data
    assert {name for name in made if made[name] != alone[name]} == {"instanser"}  # it alone knows the board's pages


def test_all_extracts_are_of_the_matters_that_are_sent_to_someone() -> None:
    made = utdragen(protokoll(NAMND))
    assert [one.sak.paragraf for one in made.values()] == [40, 41, 42, 44, 45, 46]
    assert list(made)[:2] == ["$.arenden[2]", "$.arenden[3]"]


def test_some_extracts_are_of_the_paragraphs_that_are_asked_for() -> None:
    assert [one.sak.paragraf for one in utdragen(protokoll(OMEDELBAR)).values()] == [64, 65]
    assert utdragen(protokoll(NAMND, utdrag=None)) == {}


def test_the_extract_knows_who_served_in_its_own_paragraph() -> None:
    made = utdragen(protokoll(NAMND))
    in_42 = [one.namn for one in made["$.arenden[4]"].beslutande]
    assert "Julia Jävsson" not in in_42
    assert "Julia Jävsson" in [one.namn for one in made["$.arenden[3]"].beslutande]


def test_a_justerare_who_did_not_serve_in_the_matter_may_have_signed_the_protocol() -> None:
    signed = protokoll(NAMND, justerare=["Julia Jävsson"])
    assert [found for one in utdragen(signed).values() for found in said(one)] == []


def test_an_extract_of_what_was_justerat_at_once_tells_that_day_and_its_own_notice() -> None:
    at_once, later = utdragen(protokoll(OMEDELBAR)).values()
    assert "\n".join(strings(view(at_once).data["justering"])).startswith(
        "Justering\nParagrafen justerades omedelbart den 2 september 2026 av ordföranden och David Ledamotsson."
    )
    assert "senast den 23 september 2026" in "\n".join(strings(view(at_once).data["overklagande"]))
    assert "Protokollet justerades den 9 september 2026" in "\n".join(strings(view(later).data["justering"]))


def test_a_matter_without_a_number_of_its_own_stands_under_the_protocols() -> None:
    arenden = med_arende(NAMND, 40, dnr=None)
    assert utdragen(protokoll(NAMND, arenden=arenden))["$.arenden[2]"].arende.diarienummer == "SN 2026/0003"


def test_each_justering_has_its_own_notice() -> None:
    made = bevisen(protokoll(OMEDELBAR))
    assert [(one.paragrafer, one.omedelbar, one.laglighetsprovning) for one in made.values()] == [
        ((63, 65, 66), False, (66,)),
        ((64,), True, (64,)),
    ]
    assert list(made) == ["$.anslag", "$.omedelbart_anslag"]
    assert bevisen(protokoll(UTKAST)) == {}


def test_the_notice_knows_which_decisions_are_appealed_in_which_way() -> None:
    (made,) = bevisen(protokoll(NAMND)).values()
    assert (made.laglighetsprovning, made.forvaltningsbesvar) == ((40, 41, 42, 44), (45, 46))


def test_what_follows_from_a_public_version_is_public_too() -> None:
    made = [one.record for one in KIND.foljer(protokoll(PUBLIKT))]
    assert [one.nyckel.endswith(" offentlig") for one in made] == [True, True]
    shown = "\n".join(text for one in made for text in strings(view(one).data))
    assert "Tolvan" not in shown
    assert "redovisas inte med hänvisning till sekretess" in shown


def test_a_public_extract_of_an_individuals_matter_tells_nobody_how_to_appeal() -> None:
    (made,) = utdragen(protokoll(PUBLIKT)).values()
    assert view(made).data["overklagande"] is None
    (whole,) = utdragen(protokoll(PUBLIKT, publik=False)).values()
    assert view(whole).data["overklagande"] is not None


def test_an_extract_of_a_matter_that_was_sent_back_is_of_this_meeting() -> None:
    before = {"organ": "Socialnämnden", "niva": "namnd", "datum": "2026-02-18", "paragraf": 20}
    made = utdragen(protokoll(NAMND, arenden=med_arende(NAMND, 44, tidigare_instanser=[before])))["$.arenden[6]"]
    assert said(made) == []
    assert made.nyckel == "SN 2026/0098 § 44"
    assert [row["paragraf"] for row in view(made).data["instanser"]] == ["20", "44"]


def test_an_extract_that_breaks_a_rule_stops_the_protocol_at_its_paragraph(tmp_path: Path) -> None:
    asked = data(NAMND, "utdrag") | {"datum": "2026-03-24"}
    file = tmp_path / "protokoll.json"
    file.write_text(protokoll(NAMND, utdrag=asked).model_dump_json(by_alias=True, exclude_none=True), encoding="utf-8")
    (raw,) = read.records([str(file)])
    with pytest.raises(RecordError) as stopped:
        validate.record(raw, SETTING)
    assert {(one.code, one.path) for one in stopped.value.findings} == {
        ("R-92", f"$.arenden[{index}]") for index in (2, 3, 4, 6, 7, 8)
    }
