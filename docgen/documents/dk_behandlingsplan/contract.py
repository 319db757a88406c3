"""The names that the template of a Danish plan for support and relapse may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Uppgift
from docgen.documents.dansk.contract import KontaktVy


class KontaktpersonVy(TypedDict):
    """Someone to call."""

    navn: Annotated[str, "Personens eller verksamhetens namn"]
    telefon: Annotated[str, "Telefonnummer"]
    hvornaar: Annotated[str, "När man kan ringa"]


class NetvaerkVy(TypedDict):
    """Someone in the network."""

    navn: Annotated[str, "Namn och relation, t.ex. Line Prøvesen (søster)"]
    stoette: Annotated[str, "Vad personen hjälper till med"]
    maa_kontaktes: Annotated[str, "Om verksamheten får kontakta personen: Ja eller Nej"]


class UnderskriverVy(TypedDict):
    """Someone who signs."""

    erklaering: Annotated[str, "Det som skrivs under"]
    navn: Annotated[str, "Den som skriver under"]


class BehandlingsplanVy(BasVy):
    """A plan for support and relapse."""

    oplysninger: Annotated[list[Uppgift], "Vem och vad planen gäller: namn, CPR-nummer, behandling, datum"]
    grundlag: Annotated[Avsnitt, "Vad planen är och vad den bygger på"]
    maal: Annotated[Avsnitt | None, "Personens egna mål"]
    stoette: Annotated[Avsnitt, "Hur personen får stöd att genomföra behandlingen"]
    saerlig_stoette: Annotated[Avsnitt | None, "Särskilt stöd vid psykisk sjukdom och sociala problem"]
    slip_rubrik: Annotated[str, "Rubriken över planen vid återfall"]
    advarselstegn: Annotated[Avsnitt, "Varningstecken"]
    trin_rubrik: Annotated[str, "Rubriken över stegen"]
    trin: Annotated[list[Uppgift], "Vad personen och verksamheten gör, steg för steg"]
    hjaelpere_rubrik: Annotated[str, "Rubriken över dem man kan ringa"]
    hjaelpere: Annotated[list[KontaktpersonVy], "De som personen kan ringa, i ordning"]
    udeblivelse: Annotated[Avsnitt, "Vad verksamheten gör när personen inte kommer"]
    netvaerk: Annotated[Avsnitt | None, "Personens nätverk"]
    netvaerk_liste: Annotated[list[NetvaerkVy], "De som stöder personen"]
    viso: Annotated[Avsnitt | None, "Rådgivning från VISO"]
    handleplan: Annotated[Avsnitt | None, "Handleplan enligt § 141 serviceloven"]
    garanti: Annotated[Avsnitt, "Behandlingsgarantin och fritt val"]
    opfoelgning: Annotated[Avsnitt, "När planen gås igenom, och uppföljningen efter behandlingen"]
    kontakt: Annotated[KontaktVy, "Vart personen vänder sig"]
    underskrifter: Annotated[list[UnderskriverVy], "Personen och behandlaren"]
