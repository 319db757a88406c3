"""The version of a protocol for the public: made of the data, with every secret matter left out."""

from dataclasses import replace
from typing import Any

import pytest
from utdrag import (
    NAMND,
    PUBLIKT,
    SETTING,
    data,
    findings,
    med_arende,
    protokoll,
    said,
    sentences,
    strings,
    view,
)

from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kopia, View
from docgen.documents.namn import normal
from docgen.documents.texts import texts
from docgen.errors import RecordError
from docgen.outcome import Place
from docgen.stages import derive
from docgen.stages.validate import Validated

SECRETS = (
    "Tolvan",
    "Asta",
    "1212",
    "0016",
    "Provgatan",
    "Utredning 2026-02-20",
    "Olof",
    "Ulla",
    "avslå",
    "boendestöd fem",
)


def _whole(value: object) -> str:
    return "\n".join(strings(value))


def test_a_secret_matter_keeps_its_heading_and_says_that_it_is_not_shown() -> None:
    (part,) = [
        one for one in view(protokoll(NAMND, publik=True)).data["arenden"] if "§\N{NO-BREAK SPACE}45" in one["rubrik"]
    ]
    assert _whole(part["rubrik"]) == "§ 45 Ansökan om bistånd till behandling i hem för vård eller boende"
    assert [one["stycken"][0]["text"] for one in part["avsnitt"]] == [
        "Ärendet redovisas inte med hänvisning till sekretess."
    ]
    assert (part["beslut"], part["efter_beslutet"], part["bilagor"], part["sekretess"]) == (None, [], "", "")


def test_nothing_of_a_secret_matter_and_nobody_who_was_there_for_it_alone_is_shown() -> None:
    shown = _whole(view(protokoll(NAMND, publik=True)).data)
    assert [one for one in SECRETS if one in shown] == []
    whole = _whole(view(protokoll(NAMND)).data)
    assert [one for one in SECRETS if one not in whole] == []


def test_whoever_was_at_an_open_matter_too_is_named() -> None:
    shown = _whole(view(protokoll(PUBLIKT)).data["framsida"])
    assert "Ulla Enhetsson" in shown
    assert "Olof" not in shown


def test_the_public_version_is_marked_and_its_file_is_named_so() -> None:
    one = protokoll(NAMND, publik=True)
    assert view(one).data["dokument"]["markningar"] == ["Offentlig version"]
    assert one.nyckel.endswith(" offentlig")
    assert not protokoll(NAMND).nyckel.endswith("offentlig")


def test_the_public_is_not_told_how_an_individual_appeals() -> None:
    sections = view(protokoll(NAMND, publik=True)).data["overklagande"]
    assert list(strings([one["rubrik"] for one in sections])) == ["Hur besluten i §§ 40\N{EN DASH}42 och 44 överklagas"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Personen 19121212-1212 omfattas.", "personnummer"),
        ("Ring 070-174 06 05.", "telefonnummer"),
        ("Hembesök på Provgatan 3.", "gatuadress"),
        ("Skriv till tolvan@tolvansson.example.", "epostadress"),
    ],
)
def test_personal_data_in_an_open_matter_stops_the_public_version_alone(text: str, kind: str) -> None:
    arenden = med_arende(NAMND, 43, beslut=[text])
    (found,) = findings(protokoll(NAMND, publik=True, arenden=arenden))
    assert (found.code, found.path, found.facts) == ("R-53", "$.arenden[5].beslut[0]", {"fynd": kind})
    assert said(protokoll(NAMND, arenden=arenden)) == []


def test_the_heading_of_a_secret_matter_is_still_looked_at() -> None:
    arenden = med_arende(NAMND, 45, rubrik="Ansökan av 19121212-1212")
    assert said(protokoll(NAMND, publik=True, arenden=arenden)) == [("R-53", "$.arenden[7].rubrik")]


def test_an_individuals_matter_that_is_not_secret_stops_the_public_version() -> None:
    arenden = med_arende(NAMND, 46, sekretess=None)
    assert ("R-53", "$.arenden[8].sekretess") in said(protokoll(NAMND, publik=True, arenden=arenden))


def test_the_board_may_meet_in_a_street() -> None:
    assert said(protokoll(NAMND, publik=True, plats="Storgatan 12", ovriga_deltagande=[])) == []


def test_numbers_of_matters_are_no_telephone_numbers() -> None:
    arenden = med_arende(NAMND, 43, dnr="0910-123 45")
    assert said(protokoll(NAMND, publik=True, arenden=arenden)) == []


def test_whoever_was_there_for_a_secret_matter_alone_is_left_out_of_what_is_looked_at_and_may_not_be_printed() -> None:
    there = [{"namn": "Olof Ombudsson", "titel": "ombud, telefon 070-174 06 05", "paragrafer": [45]}]
    one = protokoll(NAMND, publik=True, ovriga_deltagande=there, narvaroratt=there)
    assert said(one) == []
    assert view(one).forbjudet["R-53"].search("ombud, telefon 070-174 06 05")
    shown = [there[0] | {"paragrafer": [44, 45]}]
    assert said(protokoll(NAMND, publik=True, ovriga_deltagande=shown)) == [("R-53", "$.ovriga_deltagande[0].titel")]


def test_a_secret_text_that_reaches_the_paper_is_stopped_before_it_is_printed() -> None:
    one = protokoll(NAMND, publik=True)
    forbidden = view(one).forbjudet["R-53"]
    secret = data(NAMND, "arenden")[7]
    told = [text for name in ("arendebeskrivning", "beslut", "bilagor") for _, text in texts(secret[name])]
    assert all(forbidden.search(normal(text)) for text in told if text != "stycke")
    leaking = protokoll(NAMND, publik=True, plats=f"Nära {secret['bilagor'][0]}")
    made = KINDS["protokoll"].view(leaking, Kopia(), SETTING, sentences("protokoll"))
    assert not made.forbjudet["R-53"].search("Nära Utredning 2026-02-20"), "what the record shows openly is no secret"


def test_the_second_lock_holds_when_the_view_lets_something_through() -> None:
    leak = data(NAMND, "arenden")[7]["arendebeskrivning"][0]["text"]

    def leaking(*given: Any) -> View:  # noqa: ANN401 - what a view is made of
        made = KINDS["protokoll"].view(*given)
        return replace(made, data=dict(made.data) | {"ingress": f"Så här: {leak}"})

    kind = replace(KINDS["protokoll"], view=leaking)
    one = Validated(protokoll(NAMND, publik=True), kind, (), Place("test.json", 1))
    with pytest.raises(RecordError) as stopped:
        derive.view(one, Kopia(), SETTING, sentences("protokoll"))
    assert [(finding.code, finding.path) for finding in stopped.value.findings] == [("R-53", "$.ingress")]
