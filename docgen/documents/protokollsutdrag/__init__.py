"""Protokollsutdrag: one matter of a board's protocol, attested and sent to those whom it concerns."""

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
from docgen.documents.protokollsutdrag import rules
from docgen.documents.protokollsutdrag.contract import UtdragVy
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.protokollsutdrag.view import TITEL, view
from docgen.documents.rule import rules_of

KRAVS = (
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "organ",
    "sammantradesdatum",
    "instanser[].organ",
    "instanser[].beslutsdatum",
    "instanser[].paragraf",
    "diarienummer",
    "rubrik",
    "bilagor",
    "avsnitt[].rubrik",
    *brodtext("avsnitt[]"),
    "forslag[].rubrik",  # whose proposal it is
    "forslag[].punkter[]",
    "behandling[].rubrik",
    *brodtext("behandling[]"),
    "beslut.rubrik",  # who decides
    "beslut.punkter[]",
    "efter_beslutet[].rubrik",  # a reservation without its heading reads as the decision
    *brodtext("efter_beslutet[]", "expediering", "justering"),
    "bestyrkande.inledning",
    "bestyrkande.rader[]",
    "bestyrkande.ort_och_datum",
    *brodtext("overklagande"),
)

KIND = Kind(
    slug="protokollsutdrag",
    titel=TITEL,
    model=Protokollsutdrag,
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
    vy=UtdragVy,
    kravs=KRAVS,
    exempel="omrostning-laglighetsprovning",
    alltid_formell=True,
    delar=(MENINGAR,),
)
