"""Utvärdering: what became of a treatment, three months after it ended (S0 step 14), with the interview of UIV."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.uppfoljning import MENINGAR
from docgen.documents.uppfoljning import rules as uppfoljning_rules
from docgen.documents.utvardering import rules
from docgen.documents.utvardering.contract import UtvarderingVy
from docgen.documents.utvardering.model import Utvardering
from docgen.documents.utvardering.view import view

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "deltagare[].namn",
    "deltagare[].roll",
    "mal[].mal",
    "mal[].uppnatt",
    "mal[].kommentar",
    "bruk[].etikett",
    "bruk[].varde",
    "bedomningar[].rubrik",  # whose assessment it is
    *brodtext("bedomningar[]", "behov", "delges"),
    "underskrift.inledning",
    "underskrift.rader[]",
    "underskrift.ort_och_datum",
    "uiv.uppgifter[].etikett",
    "uiv.uppgifter[].varde",
    "uiv.svar[].fraga",
    "uiv.svar[].svar",
)

KIND = Kind(
    slug="utvardering",
    titel="Utvärdering av behandling",
    model=Utvardering,
    rules=rules_of(record_rules, person_rules, language_rules, uppfoljning_rules, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=UtvarderingVy,
    kravs=KRAVS,
    exempel="tre-manader-efter-hvb",
    delar=(MENINGAR,),
)
