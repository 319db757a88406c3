"""The names that the template of a biståndsbeslut may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Mottagare, Stycke, Underskrift, Uppgift


class PunktVy(TypedDict):
    """One point of the decision."""

    nummer: Annotated[str, "Punktens nummer, t.ex. 1; tomt när beslutet har en enda punkt"]
    text: Annotated[str, "Beslutsmeningen"]
    uppgifter: Annotated[list[Uppgift], "Omfattning, utförare, mål och annat om insatsen"]


class SkalVy(TypedDict):
    """The reasons for one point."""

    rubrik: Annotated[str, "T.ex. Punkt 2; tom när beslutet har en enda punkt"]
    stycken: Annotated[list[Stycke], "Omständigheter och bedömning"]
    bestammelser: Annotated[str, "Mening som anger de bestämmelser som tillämpats"]


class BeslutVy(BasVy):
    """A biståndsbeslut."""

    mottagare: Annotated[Mottagare, "Adressfältet"]
    uppgifter: Annotated[list[Uppgift], "Vem och vad beslutet gäller: namn, nummer, datum"]
    ansokan: Annotated[Avsnitt, "Vad som söktes och när, eller att nämnden själv tog upp frågan"]
    beslut_rubrik: Annotated[str, "Rubriken över beslutspunkterna"]
    beslut: Annotated[list[PunktVy], "Beslutspunkterna"]
    skal_rubrik: Annotated[str, "Rubriken över skälen; tom när inga skäl redovisas"]
    skal: Annotated[list[SkalVy], "Skälen för beslutet, punkt för punkt"]
    utredning: Annotated[Avsnitt, "Utredningen och hur den kommunicerats"]
    insatser: Annotated[list[Avsnitt], "Om de beviljade insatserna: uppföljningskontakt, vårdplan, avgift"]
    forbehall: Annotated[Avsnitt | None, "Villkor och förbehåll om omprövning"]
    uppfoljning: Annotated[Avsnitt | None, "Hur beslutet följs upp"]
    verkstallighet: Annotated[Avsnitt | None, "När beslutet börjar gälla; saknas när inget ska verkställas"]
    avvikande_mening: Annotated[Avsnitt | None, "Avvikande mening"]
    underskrift: Annotated[Underskrift, "Vem som beslutat"]
    deltagare: Annotated[list[Uppgift], "Föredragande och andra som deltagit"]
    hjalp: Annotated[Avsnitt, "Vart man vänder sig med frågor"]
    expediering: Annotated[Avsnitt, "Vilka som får beslutet, och bilagor"]
    overklagande: Annotated[Avsnitt | None, "Överklagandehänvisningen, på egen sida"]
    registrering: Annotated[list[Uppgift], "Registrering i verksamhetssystemet; bara i aktexemplaret"]
    akt: Annotated[Avsnitt | None, "Uppgifter som bara står i aktexemplaret"]
