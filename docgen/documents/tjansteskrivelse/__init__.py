"""Tjänsteskrivelse: the administration's proposal to a board, with what it rests on (domain 3.6)."""

from docgen.documents import bilaga_rules, language_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.rule import rules_of
from docgen.documents.tjansteskrivelse import rules
from docgen.documents.tjansteskrivelse.contract import SkrivelseVy
from docgen.documents.tjansteskrivelse.model import Tjansteskrivelse
from docgen.documents.tjansteskrivelse.view import view

KRAVS = (
    "dokument.datum",
    "dokument.beteckning",
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "er_beteckning",
    "rubrik",
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "forslag.rubrik",  # what is proposed must never be read as decided
    "forslag.inledning",
    "forslag.punkter[]",
    "avsnitt[].rubrik",
    *brodtext("avsnitt[]"),
    "beslutsunderlag[].titel",
    "beslutsunderlag[].datum",
    "bilagor[].nr",
    "bilagor[].titel",
    *brodtext("skickas_till"),
    "underskrifter[].namn",
    "underskrifter[].titel",
)

KIND = Kind(
    slug="tjansteskrivelse",
    titel="Tjänsteskrivelse",
    model=Tjansteskrivelse,
    rules=rules_of(record_rules, language_rules, bilaga_rules, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SkrivelseVy,
    kravs=KRAVS,
    exempel="utokad-eftervard",
    alltid_formell=True,
)
