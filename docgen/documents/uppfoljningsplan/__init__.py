"""Uppföljningsplan: the meetings after a treatment, with their days, as a letter to the person (S0 step 14)."""

from docgen.documents import adress_rules, language_rules, person_rules, record_rules, tilltal_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.uppfoljning import MENINGAR
from docgen.documents.uppfoljning import rules as uppfoljning_rules
from docgen.documents.uppfoljningsplan import rules
from docgen.documents.uppfoljningsplan.contract import PlanVy
from docgen.documents.uppfoljningsplan.model import Uppfoljningsplan
from docgen.documents.uppfoljningsplan.view import view

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "avsandare.namnd",
    "mottagare.rader[]",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    *brodtext("syfte", "onskemal", "motesserie"),
    "moten[].mote",
    "moten[].dag",
    "moten[].tid",
    "moten[].plats",
    "moten[].lage",  # a proposal must never be read as a booked time
    *brodtext("om_moten", "frivilligt", "aterfall"),
    "hjalpkontakter_inledning",
    "hjalpkontakter[].namn",
    "hjalpkontakter[].telefon",
    "hjalpkontakter[].nar",
    *brodtext("efter_kontakten", "hjalp"),
)

KIND = Kind(
    slug="uppfoljningsplan",
    titel="Plan för uppföljningskontakt",
    model=Uppfoljningsplan,
    rules=rules_of(record_rules, person_rules, adress_rules, language_rules, tilltal_rules, uppfoljning_rules, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=PlanVy,
    kravs=KRAVS,
    exempel="forsta-motet-bokat",
    delar=(MENINGAR,),
)
