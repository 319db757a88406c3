"""Behandlingsplan: the Danish plan for support during treatment and for what to do after a slip."""

from docgen.documents import record_rules
from docgen.documents.dansk import MENINGAR
from docgen.documents.dansk import rules as danske_regler
from docgen.documents.dk_behandlingsplan import rules
from docgen.documents.dk_behandlingsplan.contract import BehandlingsplanVy
from docgen.documents.dk_behandlingsplan.model import Behandlingsplan
from docgen.documents.dk_behandlingsplan.view import view
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
    *brodtext("grundlag", "maal", "stoette", "saerlig_stoette", "advarselstegn"),
    "trin[].etikett",
    "trin[].varde",
    "hjaelpere[].navn",
    "hjaelpere[].telefon",
    "hjaelpere[].hvornaar",
    *brodtext("udeblivelse", "netvaerk"),
    "netvaerk_liste[].navn",
    "netvaerk_liste[].stoette",
    "netvaerk_liste[].maa_kontaktes",
    *brodtext("viso", "handleplan", "garanti", "opfoelgning"),
    "kontakt.text",
    "underskrifter[].erklaering",
    "underskrifter[].navn",
)

KIND = Kind(
    slug="dk_behandlingsplan",
    titel="Behandlingsplan med plan for tilbagefald",
    model=Behandlingsplan,
    rules=rules_of(record_rules, danske_regler, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=BehandlingsplanVy,
    kravs=KRAVS,
    exempel="ambulant-behandling-med-netvaerk",
    delar=(MENINGAR,),
)
