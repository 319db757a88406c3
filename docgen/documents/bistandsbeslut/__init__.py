"""Biståndsbeslut: a decision under SoL, as a letter to the person and a copy for the file."""

from docgen.documents import adress_rules, language_rules, person_rules, record_rules, tilltal_rules
from docgen.documents.bistandsbeslut import (
    rules_beslut,
    rules_insats,
    rules_overklagande,
    rules_punkter,
    rules_uppfoljningskontakt,
)
from docgen.documents.bistandsbeslut.contract import BeslutVy
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.view import view
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "avsandare.namnd",
    "mottagare.rader[]",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "beslut[].nummer",  # the reasons and the överklagandehänvisning speak of points by number
    "beslut[].text",
    "beslut[].uppgifter[].etikett",
    "beslut[].uppgifter[].varde",
    *brodtext("ansokan"),
    "skal[].rubrik",
    *brodtext("skal[]"),
    "skal[].bestammelser",  # FL 32 §
    *brodtext("utredning", "insatser[]", "forbehall", "uppfoljning", "verkstallighet", "avvikande_mening"),
    "underskrift.inledning",
    "underskrift.rader[]",
    "underskrift.ort_och_datum",
    "underskrift.satt",
    "deltagare[].etikett",  # FL 31 §
    "deltagare[].varde",
    *brodtext("hjalp", "expediering", "overklagande", "akt"),
)
"""Not the headings, which an own template may word itself, nor what only the case system needs."""

KIND = Kind(
    slug="bistandsbeslut",
    titel="Biståndsbeslut",
    model=Bistandsbeslut,
    rules=rules_of(
        record_rules,
        person_rules,
        adress_rules,
        language_rules,
        tilltal_rules,
        rules_beslut,
        rules_insats,
        rules_overklagande,
        rules_punkter,
        rules_uppfoljningskontakt,
    ),
    exemplar=(Exemplar.EXPEDIERING, Exemplar.AKT),
    view=view,
    vy=BeslutVy,
    kravs=KRAVS,
    exempel="flera-punkter-behandling-uppfoljningskontakt-och-avslag",
)
