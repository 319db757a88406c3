"""Consent to share information before a SIP or a samverkansmöte."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.samverkan import MENINGAR, rules_samtycke, rules_skydd
from docgen.documents.sip_samtycke import rules_dagar
from docgen.documents.sip_samtycke.contract import SipSamtyckeVy
from docgen.documents.sip_samtycke.model import SipSamtycke
from docgen.documents.sip_samtycke.view import view

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",
    "avsandare.namnd",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    *brodtext("aterkallat", "andamal"),
    "parter.rader[].verksamhet",
    "parter.rader[].lamna",
    "parter.rader[].ta_emot",
    *brodtext("uppgiftstyper", "undantag", "anhoriga", "handlingar", "tid", "information"),
    "underskrift.inledning",
    "underskrift.rader[]",
    "underskrift.ort_och_datum",
    "underskrift.satt",
)

KIND = Kind(
    slug="sip_samtycke",
    titel="Samtycke till att dela uppgifter",
    model=SipSamtycke,
    rules=rules_of(record_rules, person_rules, language_rules, rules_samtycke, rules_skydd, rules_dagar),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SipSamtyckeVy,
    kravs=KRAVS,
    exempel="skriftligt-infor-sip",
    delar=(MENINGAR,),
)
