"""Protokoll: the protocol of a board's meeting, and the extracts and the notice that are made with it."""

from docgen.documents import language_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.namnd import (
    MENINGAR,
    rules_beslut,
    rules_justering,
    rules_offentlighet,
    rules_omrostning,
    rules_paragrafer,
    rules_tjanstgoring,
)
from docgen.documents.protokoll import rules
from docgen.documents.protokoll.contract import ProtokollVy
from docgen.documents.protokoll.foljande import foljer
from docgen.documents.protokoll.model import Sammantradesprotokoll
from docgen.documents.protokoll.view import view
from docgen.documents.rule import rules_of

KRAVS = (
    "dokument.markningar[]",  # a draft, a secret matter or a version for the public that does not say so
    "organ",
    "sammantradesdatum",
    "framsida[].etikett",
    "framsida[].forsta",
    "framsida[].fler[]",  # who served is a part of the protocol (KL 5 kap. 65-66 §§)
    "underskrifter[].uppdrag",
    "underskrifter[].namn",
    "underskrifter[].paragrafer",
    "anslag[].uppgifter[].etikett",
    "anslag[].uppgifter[].varde",
    "arenden[].rubrik",
    "arenden[].diarienummer",
    "arenden[].sekretess",
    "arenden[].bilagor",
    "arenden[].avsnitt[].rubrik",
    *brodtext("arenden[].avsnitt[]"),
    "arenden[].forslag[].rubrik",  # whose proposal it is
    "arenden[].forslag[].punkter[]",
    "arenden[].behandling[].rubrik",
    *brodtext("arenden[].behandling[]"),
    "arenden[].beslut.rubrik",  # who decides
    "arenden[].beslut.punkter[]",
    "arenden[].efter_beslutet[].rubrik",  # a reservation without its heading reads as the decision
    *brodtext("arenden[].efter_beslutet[]", "overklagande[]"),
)

KIND = Kind(
    slug="protokoll",
    titel="Protokoll",
    model=Sammantradesprotokoll,
    rules=rules_of(
        record_rules,
        language_rules,
        rules_beslut,
        rules_justering,
        rules_offentlighet,
        rules_omrostning,
        rules_paragrafer,
        rules_tjanstgoring,
        rules,
    ),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=ProtokollVy,
    kravs=KRAVS,
    exempel="namnd-med-omrostning-och-sekretess",
    alltid_formell=True,
    delar=(MENINGAR,),
    foljer=foljer,
)
