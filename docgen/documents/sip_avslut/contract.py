"""The names that the template of an end may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Stycke, Uppgift
from docgen.documents.samverkan.contract import Mallagen, Uppgiftsavsnitt


class AnsvarVy(TypedDict):
    """Who is responsible for something from now on."""

    vad: Annotated[str, "Vad det gäller"]
    ansvarig: Annotated[str, "Verksamheten som ansvarar"]
    kontakt: Annotated[str, "Den man vänder sig till; tom när ingen är angiven"]


class Ansvarsavsnitt(TypedDict):
    """A heading, and who is responsible under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Det som sägs när ingen insats fortsätter; tom annars"]
    rader: Annotated[list[AnsvarVy], "Vem som ansvarar för vad"]


class SvarVy(TypedDict):
    """An answer."""

    fraga: Annotated[str, "Frågan eller påståendet"]
    svar: Annotated[str, "T.ex. 4 av 5"]


class Utvarderingsavsnitt(TypedDict):
    """A heading, and the person's own evaluation under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "När den enskilde svarade, och vad siffrorna betyder"]
    rader: Annotated[list[SvarVy], "Svaren"]
    kommentar: Annotated[list[Stycke], "Det den enskilde sade mer; tom när inget är sagt"]


class SipAvslutVy(BasVy):
    """The end of a SIP or of the cooperation after samverkansmöten."""

    uppgifter: Annotated[list[Uppgift], "Vem det gäller, planens dag och avslutets dag"]
    skal: Annotated[Avsnitt, "Varför samverkan avslutas"]
    sammanfattning: Annotated[Avsnitt, "Vad som har gjorts, och till vilken dag uppgifterna gäller"]
    mallage: Annotated[Mallagen | None, "Hur långt målen har nåtts; saknas när inget är sagt"]
    ansvar: Annotated[Ansvarsavsnitt, "Vem som ansvarar från och med nu"]
    utvardering: Annotated[Utvarderingsavsnitt | None, "Den enskildes utvärdering"]
    nasta_mote: Annotated[Uppgiftsavsnitt | None, "Ett möte efter avslutet; saknas nästan alltid"]
    samtycke: Annotated[Avsnitt, "Samtycket, eller att det är återkallat"]
    efter: Annotated[Avsnitt | None, "Hur man får en ny plan; saknas när den enskilde har avlidit"]
    dokumentation: Annotated[Avsnitt, "Vem som dokumenterade avslutet och vilka som får det"]
