"""A point of a decision is whole, contradicts nothing and rests on law; else there is no document."""

from typing import Any

import pytest
from beslut import AVSLAG, DELVIS, FORLANGNING, GONE, HVB, NACKDEL, S0, STODBOENDE, UPPHORANDE, said, sample
from test_bistandsbeslut_view import view as brev

from docgen.errors import RecordError

AVSKRIVNING = "avskrivning-aterkallad-ansokan"
PENGAR = "ekonomiskt-bistand-forsorjningsstod"
FEL, VARNING = ["fel"], ["varning"]
LESS = {"beslut/0/avviker_fran_yrkandet": "kortare", "beslut/0/avslagen_del": "vård efter den 31 augusti 2026"}


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (UPPHORANDE, {"beslut/0/insats_ref": "inget", "insatser": []}),
        (AVSKRIVNING, {"beslut/0/yrkande_index": GONE, "ansokan/yrkande": ["boende"]}),
        (HVB, {"beslut/0/avslagen_del": "resten"}),
        (HVB, {"beslut/0/avviker_fran_yrkandet": "kortare"}),
        (AVSLAG, {"beslut/0/avviker_fran_yrkandet": "mindre"}),
        (HVB, {"beslut/0/grund": "forbehall"}),
        (HVB, {"beslut/0/galler_fran": "2026-03-02"}),
        (UPPHORANDE, {"beslut/0/andring": "Stödet minskar."}),
        (HVB, {"beslut/0/aterkallad": "2026-02-01"}),
        (HVB, {"beslut/0/lagrum": ["beroende"]}),
        (UPPHORANDE, {"beslut/0/lagrum": ["andring_av_beslut"]}),
        (AVSKRIVNING, {"beslut/0/lagrum": ["beroende"]}),
        (HVB, {"beslut/0/lagrum": ["bistand_forsorjning"]}),
        (PENGAR, {"beslut/0/lagrum": ["bistand_livsforing"]}),
    ],
)
def test_a_point_with_a_hole_or_a_contradiction_in_it_is_refused(name: str, changes: dict[str, Any]) -> None:
    assert "fel" in said("R-02", name, changes)


def test_an_insats_that_no_point_is_about_is_refused() -> None:
    extra = sample(HVB)["insatser"] + [{"id": "I9", "form": "annat", "namn": "färdtjänst", "regi": "egen"}]
    assert said("R-02", HVB, {"insatser": extra}) == FEL


def test_one_insats_is_not_both_given_and_refused_and_a_yrkande_is_answered_once() -> None:
    given = sample(HVB)["beslut"][0]
    assert said("R-02", HVB, {"beslut": [given, given | {"punkt": 2, "utfall": "avslag"}]}) == FEL * 2
    assert said("R-02", HVB, {"beslut": [given, given | {"punkt": 2}]}) == FEL


def test_what_is_shorter_than_asked_is_refused_in_a_line_of_its_own() -> None:
    assert said("R-02", HVB, LESS) == []
    appeal = {"overklagande": {"typ": "forvaltningsbesvar"}}
    shown = brev(HVB, changes=LESS | appeal)
    assert [point["nummer"] for point in shown["beslut"]] == ["1", "2"]
    assert shown["beslut"][1]["text"].startswith(
        "Socialnämnden avslår din ansökan i den del som gäller vård efter den 31 augusti 2026, enligt 11 kap. 1 §"
    )
    assert shown["skal"][0]["rubrik"] == "Skäl för punkt 2"


@pytest.mark.parametrize(
    ("name", "changes", "slot"),
    [
        (UPPHORANDE, {"beslut/0/insats_ref": "inget"}, "insats"),
        (UPPHORANDE, {"beslut/0/grund": GONE}, "grund"),
        (NACKDEL, {"beslut/0/andring": GONE}, "andring"),
        (HVB, {"insatser/0/period": GONE}, "period"),
        (HVB, {"beslut/0/lagrum": []}, "lagrum"),
        (DELVIS, {"beslut/0/avslagen_del": GONE}, "avslagen_del"),
    ],
)
def test_a_sentence_with_a_hole_that_passed_the_rules_becomes_no_document(
    name: str, changes: dict[str, Any], slot: str
) -> None:
    with pytest.raises(RecordError) as refused:
        brev(name, changes=changes)
    (found,) = refused.value.findings
    assert (found.code, found.facts["lucka"]) == ("F-14", slot)


def test_14_kap_9_was_not_there_before_july_2025() -> None:
    changes = {"beslutsdatum": "2025-06-30", "tidigare_beslut/datum": "2025-05-05"}
    assert said("R-10b", NACKDEL, changes) == FEL


def test_a_date_of_birth_that_is_not_the_numbers_is_refused() -> None:
    assert said("R-60", HVB, {"person/fodelsedatum": "1988-03-20"}) == []
    assert said("R-60", HVB, {"person/fodelsedatum": "1988-03-21"}) == FEL


def test_a_relative_period_has_no_first_day() -> None:
    assert said("R-05", S0, {"insatser/1/period/from": "2025-10-01"}) == FEL


@pytest.mark.parametrize(
    "changes",
    [
        {"skedd": False, "undantag": "Uppenbart obehövligt.", "synpunkter": "Jag vill inte."},
        {"skedd": False, "undantag": "Uppenbart obehövligt.", "datum": "2026-02-10"},
        {"skedd": True, "datum": "2026-02-16", "muntligt_infor_namnd_informerad": True, "undantag": "Uppenbart."},
    ],
)
def test_nothing_the_person_said_is_dropped(changes: dict[str, Any]) -> None:
    assert said("R-11", HVB, {"kommunicering": changes}) == FEL


def test_a_refusal_beyond_the_right_alone_is_not_appealed_by_forvaltningsbesvar() -> None:
    assert said("R-13", AVSLAG, {"beslut/1/lagrum": ["bistand_utover_ratt"]}) == FEL
    assert said("R-13", AVSLAG, {"beslut/1/lagrum": ["bistand_utover_ratt", "bistand_livsforing"]}) == []
    assert said("R-17", DELVIS, {"beslut/0/lagrum": ["bistand_utover_ratt"]}) == VARNING


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Du har rätt till vård enligt 4 kap. 1 § SoL.", VARNING),
        ("Du har rätt till vård enligt 4 kap. 1 § socialtjänstlagen.", VARNING),
        ("Detta följer av socialtjänstlagen (2001:453).", VARNING),
        ("Du har rätt till vård enligt 4 kap. 1 § SoL (2025:400).", FEL),
        ("Du fick vård enligt ett tidigare beslut enligt 4 kap. 1 § SoL (2001:453).", []),
        ("Ditt tidigare beslut vilade på 4 kap. 1 § SoL (2001:453), nu gäller lagen (2025:400).", []),
        ("Du omfattas av 4 kap. 1 § offentlighets- och sekretesslagen.", []),
    ],
)
def test_the_old_act_in_a_text_is_remarked_on(text: str, answer: list[str]) -> None:
    assert said("R-01", HVB, {"motivering/0/bedomning": text}) == answer


def test_the_new_act_in_an_old_decision_is_remarked_on() -> None:
    assert said("R-01", S0, {"motivering/0/bedomning": "Enligt socialtjänstlagen (2025:400)."}) == VARNING


def test_the_samples_used_here_are_right() -> None:
    for name in (AVSLAG, DELVIS, FORLANGNING, HVB, STODBOENDE, PENGAR):
        assert said("R-02", name, {}) == []
