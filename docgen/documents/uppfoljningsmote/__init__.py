"""Uppföljningsmöte: the record of one meeting of the follow-up contact after a treatment (S0 step 14)."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.uppfoljning import MENINGAR
from docgen.documents.uppfoljning import rules as uppfoljning_rules
from docgen.documents.uppfoljningsmote import rules
from docgen.documents.uppfoljningsmote.contract import MoteVy
from docgen.documents.uppfoljningsmote.model import Uppfoljningsmote
from docgen.documents.uppfoljningsmote.view import view

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "motet[].etikett",
    "motet[].varde",
    "deltagare[].namn",
    "deltagare[].roll",
    *brodtext("franvaro", "drogfrihet", "signaler"),
    "vardag[].etikett",
    "vardag[].varde",
    "om_stodet[].rubrik",
    *brodtext("om_stodet[]"),
    "overenskommet[].vad",
    "overenskommet[].vem",
    "overenskommet[].nar",
    *brodtext("fortsattning", "delges"),
    "underskrift.inledning",
    "underskrift.rader[]",
    "underskrift.ort_och_datum",
)

KIND = Kind(
    slug="uppfoljningsmote",
    titel="Uppföljningsmöte",
    model=Uppfoljningsmote,
    rules=rules_of(record_rules, person_rules, language_rules, uppfoljning_rules, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=MoteVy,
    kravs=KRAVS,
    exempel="andra-motet-efter-aterfall",
    delar=(MENINGAR,),
)
