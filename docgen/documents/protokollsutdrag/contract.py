"""The names that the template of a protokollsutdrag may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Underskrift
from docgen.documents.namnd.contract import Beslutsavsnitt, Protokollavsnitt


class InstansVy(TypedDict):
    """One row of the table in the header: a body that has handled the matter."""

    organ: Annotated[str, "Organets namn"]
    beslutsdatum: Annotated[str, "Sammanträdets eller beredningens dag, ÅÅÅÅ-MM-DD"]
    paragraf: Annotated[str, "Paragrafens nummer; tomt när organet inte har någon"]
    sida: Annotated[str, "Organets sidnummer på utdragets första sida; tankstreck när det inte är känt"]
    sida_tillagg: Annotated[str, "Läggs till sidans nummer i utdraget och ger organets; tomt när det inte är känt"]


class UtdragVy(BasVy):
    """A protokollsutdrag."""

    organ: Annotated[str, "Det organ vars protokoll utdraget är ur"]
    sammantradesdatum: Annotated[str, "Sammanträdets dag, ÅÅÅÅ-MM-DD"]
    instanser: Annotated[list[InstansVy], "Raderna i tabellen överst på varje sida, i ordning"]
    diarienummer: Annotated[str, "Raden med diarienummer, t.ex. Dnr 2007/310-75"]
    rubrik: Annotated[str, "Ärendets rubrik"]
    bilagor: Annotated[str, "Raden med bilagor; tom när det inte finns några"]
    avsnitt: Annotated[list[Protokollavsnitt], "Jäv, ärendebeskrivning, resultat och beslutsunderlag, före förslagen"]
    forslag: Annotated[list[Beslutsavsnitt], "Förvaltningens och utskottets förslag"]
    behandling: Annotated[list[Protokollavsnitt], "Yrkanden, beslutsgång och omröstning, före beslutet"]
    beslut: Annotated[Beslutsavsnitt | None, "Det beslut som fattats; saknas när ärendet inte redovisas"]
    efter_beslutet: Annotated[list[Avsnitt], "Reservationer, särskilda yttranden, protokollsanteckningar"]
    expediering: Annotated[Avsnitt, "Beslutsexpediering"]
    justering: Annotated[Avsnitt, "Justering och anslag"]
    bestyrkande: Annotated[Underskrift, "Utdragsbestyrkande"]
    overklagande: Annotated[Avsnitt | None, "Hur beslutet överklagas, på egen sida"]
