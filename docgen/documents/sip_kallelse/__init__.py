"""Kallelse to a SIP or a samverkansmöte: one letter for each who is called or invited."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.samverkan import MENINGAR, rules_moten, rules_samtycke, rules_samtyckets_bruk, rules_vardtid
from docgen.documents.sip_kallelse import rules_kallelse
from docgen.documents.sip_kallelse.contract import SipKallelseVy
from docgen.documents.sip_kallelse.model import SipKallelse
from docgen.documents.sip_kallelse.view import view

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",
    "avsandare.namnd",
    "mottagare.rader[]",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "mote.uppgifter[].etikett",
    "mote.uppgifter[].varde",
    *brodtext("inledning", "syfte", "delta", "forberedelse"),
    "inbjudna.text",
    "inbjudna.rader[].namn",
    "inbjudna.rader[].roll",
    "inbjudna.rader[].verksamhet",
    *brodtext("samtycke", "efter"),
)


def _antal_brev(record: SipKallelse) -> int:
    return len(record.mottagare)


KIND = Kind(
    slug="sip_kallelse",
    titel="Kallelse till SIP eller samverkansmöte",
    model=SipKallelse,
    rules=rules_of(
        record_rules,
        person_rules,
        language_rules,
        rules_moten,
        rules_samtycke,
        rules_samtyckets_bruk,
        rules_vardtid,
        rules_kallelse,
    ),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SipKallelseVy,
    kravs=KRAVS,
    exempel="sip-med-region-och-anhorig",
    mottagare=_antal_brev,
    delar=(MENINGAR,),
)
