"""Mötesunderlag: the sheet of booked times that the person gets at the five-month meeting (S3)."""

from docgen.documents import language_rules, person_rules, record_rules, tilltal_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.motesunderlag import rules_underlag
from docgen.documents.motesunderlag.contract import MotesunderlagVy
from docgen.documents.motesunderlag.model import Motesunderlag
from docgen.documents.motesunderlag.view import view
from docgen.documents.rule import rules_of
from docgen.documents.samverkan import MENINGAR, rules_skydd

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",
    "avsandare.namnd",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "direkt[].rubrik",
    *brodtext("direkt[]"),
    "tider.rader[].nar",
    "tider.rader[].vad",
    "tider.rader[].var",
    "tider.rader[].hos",
    "tider.saknas[]",
    *brodtext("nasta"),
    "kontakter.rader[].part",
    "kontakter.rader[].namn",
    "kontakter.rader[].nas",
    *brodtext("andra", "hjalp"),
)

KIND = Kind(
    slug="motesunderlag",
    titel="Mötesunderlag med bokade tider",
    model=Motesunderlag,
    rules=rules_of(record_rules, person_rules, language_rules, tilltal_rules, rules_skydd, rules_underlag),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=MotesunderlagVy,
    kravs=KRAVS,
    exempel="fyra-parter-fore-utskrivning",
    delar=(MENINGAR,),
)
