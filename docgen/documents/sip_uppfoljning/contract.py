"""The names that the template of a follow-up may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt
from docgen.documents.samverkan.contract import AnteckningVy, Insatsgrupp, Insatslagen, Mallagen


class PartsandringVy(TypedDict):
    """A party that joins or leaves."""

    verksamhet: Annotated[str, "Verksamheten"]
    andring: Annotated[str, "Tillkommer eller Lämnar"]
    varfor: Annotated[str, "Varför"]


class Partsandringar(TypedDict):
    """A heading, and the parties that join or leave under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[PartsandringVy], "De som tillkommer, sedan de som lämnar"]


class SipUppfoljningVy(AnteckningVy):
    """The minutes of a meeting that follows up a SIP."""

    lage: Annotated[Insatslagen, "Hur det har gått med insatserna"]
    mallage: Annotated[Mallagen | None, "Hur långt målen har nåtts; saknas när inget är sagt"]
    skattning: Annotated[Avsnitt | None, "Hur den enskilde tycker att planen fungerar"]
    nya_rubrik: Annotated[str, "Rubriken över nya insatser; tom när det inte finns några"]
    insatser: Annotated[list[Insatsgrupp], "De nya insatserna, huvudman för huvudman"]
    insatser_not: Annotated[str, "Att insatser som kräver beslut beslutas för sig"]
    parter: Annotated[Partsandringar | None, "Parter som tillkommer eller lämnar"]
