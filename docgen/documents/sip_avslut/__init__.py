"""Avslut: why a SIP or the cooperation after samverkansmöten ends, and who is responsible from then on."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.samverkan import MENINGAR, rules_samtycke, rules_skydd
from docgen.documents.samverkan.rules_samtyckets_bruk import samtycket_galler
from docgen.documents.sip_avslut import rules
from docgen.documents.sip_avslut.contract import SipAvslutVy
from docgen.documents.sip_avslut.model import SipAvslut
from docgen.documents.sip_avslut.view import view

KRAVS = (
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "uppgifter[].etikett",
    "uppgifter[].varde",
    *brodtext("skal", "sammanfattning"),
    "mallage.rader[].lage",
    "ansvar.text",
    "ansvar.rader[].vad",
    "ansvar.rader[].ansvarig",
    "ansvar.rader[].kontakt",
    "utvardering.rader[].svar",
    "nasta_mote.uppgifter[].varde",
    *brodtext("samtycke", "efter", "dokumentation"),
)

KIND = Kind(
    slug="sip_avslut",
    titel="Avslut av SIP eller samverkan",
    model=SipAvslut,
    # No relative takes part in an end, so of the rules on how a consent is used only R-23 can be broken.
    rules=(*rules_of(record_rules, person_rules, language_rules, rules_samtycke, rules_skydd, rules), samtycket_galler),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SipAvslutVy,
    kravs=KRAVS,
    exempel="avslut-malen-natta",
    delar=(MENINGAR,),
)
