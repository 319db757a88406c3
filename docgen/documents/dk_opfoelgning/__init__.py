"""Opfølgning: the Danish follow-up one and six months after a treatment for drug misuse."""

from docgen.documents import record_rules
from docgen.documents.dansk import MENINGAR
from docgen.documents.dansk import rules as danske_regler
from docgen.documents.dk_opfoelgning import rules
from docgen.documents.dk_opfoelgning.contract import OpfoelgningVy
from docgen.documents.dk_opfoelgning.model import Opfoelgning
from docgen.documents.dk_opfoelgning.view import view
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of

KRAVS = (
    "dokument.titel",
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",
    "avsandare.namnd",
    "oplysninger[].etikett",
    "oplysninger[].varde",
    *brodtext("grundlag", "frabedt", "forsoeg", "status"),
    "forsoeg_liste[].dato",
    "forsoeg_liste[].maade",
    "status_liste[].etikett",
    "status_liste[].varde",
    *brodtext("vurdering", "forbrug", "behov"),
    "behov_liste[].hjaelp",
    "behov_liste[].ansvarlig",
    "behov_liste[].hvornaar",
    "aftaler[].hvad",
    "aftaler[].hvem",
    "aftaler[].hvornaar",
    *brodtext("fornyet", "naeste"),
    "kontakt.text",
)

KIND = Kind(
    slug="dk_opfoelgning",
    titel="Opfølgning efter stofmisbrugsbehandling",
    model=Opfoelgning,
    rules=rules_of(record_rules, danske_regler, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=OpfoelgningVy,
    kravs=KRAVS,
    exempel="faerdigbehandlet-1-maaned",
    delar=(MENINGAR,),
)
