"""The names that the template of a protokoll may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Uppgift
from docgen.documents.namnd.contract import Beslutsavsnitt, Protokollavsnitt


class Framsidesrad(TypedDict):
    """One row of the front page: a label and the lines beside it."""

    etikett: Annotated[str, "T.ex. Plats och tid, Beslutande"]
    forsta: Annotated[str, "Den första eller enda raden"]
    fler: Annotated[list[str], "Raderna efter den första; tom när det bara är en"]


class Underskriftsrad(TypedDict):
    """One who signs the protocol."""

    uppdrag: Annotated[str, "Sekreterare, Ordförande eller Justerande"]
    namn: Annotated[str, "Namnförtydligande"]
    paragrafer: Annotated[str, "De paragrafer som underskriften gäller"]


class Listrad(TypedDict):
    """One row of the list of matters."""

    paragraf: Annotated[str, "Paragrafens nummer, t.ex. § 42"]
    rubrik: Annotated[str, "Ärendets rubrik"]
    diarienummer: Annotated[str, "Ärendets diarienummer; tomt i formella ärenden"]


class Instansrad(TypedDict):
    """A body that has handled the matter before."""

    organ: Annotated[str, "Organets namn"]
    datum: Annotated[str, "Sammanträdets eller beredningens dag, ÅÅÅÅ-MM-DD"]
    paragraf: Annotated[str, "Paragrafens nummer; tomt när organet inte har någon"]
    sida: Annotated[str, "Sidorna i organets protokoll; tomt när de inte är kända"]


class ArendeVy(TypedDict):
    """One paragraph of the protocol."""

    rubrik: Annotated[str, "Paragrafen och ärendets rubrik, t.ex. § 42 Riktlinje för stöd"]
    ny_sida: Annotated[bool, "Om paragrafen börjar på ny sida"]
    diarienummer: Annotated[str, "Raden med diarienummer; tom i formella ärenden"]
    sekretess: Annotated[str, "Bestämmelse, myndighet och dag när ärendet är sekretessbelagt; annars tom"]
    bilagor: Annotated[str, "Raden med bilagor; tom när det inte finns några"]
    instanser: Annotated[list[Instansrad], "De organ som har behandlat ärendet förut"]
    avsnitt: Annotated[list[Protokollavsnitt], "Jäv, ärendebeskrivning, resultat och beslutsunderlag"]
    forslag: Annotated[list[Beslutsavsnitt], "Förvaltningens och utskottets förslag"]
    behandling: Annotated[list[Protokollavsnitt], "Yrkanden, beslutsgång och omröstning, före beslutet"]
    beslut: Annotated[Beslutsavsnitt | None, "Beslutet; saknas när ärendet inte redovisas"]
    efter_beslutet: Annotated[
        list[Avsnitt], "Reservationer, yttranden, anteckningar, expediering, omedelbar justering och överklagande"
    ]


class Anslagsruta(TypedDict):
    """The box ANSLAG/BEVIS on the front page."""

    rubrik: Annotated[str, "T.ex. Anslag/bevis"]
    text: Annotated[str, "Att justeringen har tillkännagetts"]
    uppgifter: Annotated[list[Uppgift], "Organ, dagar, paragrafer, förvaringsplats och underskrift"]


class ProtokollVy(BasVy):
    """A protokoll."""

    organ: Annotated[str, "Det organ som sammanträder"]
    sammantradesdatum: Annotated[str, "Sammanträdets dag, ÅÅÅÅ-MM-DD"]
    ingress: Annotated[str, "Organ, dag och paragrafer i en mening, för den som inte ser sidhuvudet"]
    framsida: Annotated[list[Framsidesrad], "Plats och tid, beslutande, övriga deltagande, justering, paragrafer"]
    underskrifter: Annotated[list[Underskriftsrad], "De som undertecknar protokollet"]
    underskrift_satt: Annotated[str, "Att protokollet är elektroniskt undertecknat; tom när det görs med penna"]
    anslag: Annotated[list[Anslagsruta], "Anslagen om justeringen, ett eller två; tom i ett utkast"]
    arendelista: Annotated[list[Listrad], "Paragraferna i ordning"]
    arenden: Annotated[list[ArendeVy], "Paragraferna, var och en i sin helhet"]
    overklagande: Annotated[list[Avsnitt], "Hur besluten överklagas, en sida för varje sätt"]
