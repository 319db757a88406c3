"""The names that the template of an uppföljningsmöte may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Underskrift, Uppgift
from docgen.documents.uppfoljning.kontrakt import DeltagareVy


class AtagandeVy(TypedDict):
    """Something that was agreed."""

    vad: Annotated[str, "Vad som ska göras"]
    vem: Annotated[str, "Den som gör det"]
    nar: Annotated[str, "När det senast är gjort"]


class MoteVy(BasVy):
    """The record of a meeting."""

    uppgifter: Annotated[list[Uppgift], "Vem och vilken behandling mötet gäller"]
    motet: Annotated[list[Uppgift], "När, hur och var mötet hölls"]
    motet_rubrik: Annotated[str, "Rubriken över uppgifterna om mötet"]
    deltagare_rubrik: Annotated[str, "Rubriken över dem som deltog"]
    deltagare: Annotated[list[DeltagareVy], "De som deltog"]
    franvaro: Annotated[Avsnitt | None, "När den enskilde inte kom"]
    drogfrihet: Annotated[Avsnitt | None, "Hur det har varit med drogfriheten, och återfall"]
    signaler: Annotated[Avsnitt | None, "Signaler på återfall"]
    vardag_rubrik: Annotated[str, "Rubriken över vardagen; tom när inget har tagits upp"]
    vardag: Annotated[list[Uppgift], "Boende, sysselsättning och annat i vardagen"]
    om_stodet: Annotated[list[Avsnitt], "Eftervård och samordning"]
    overenskommet_rubrik: Annotated[str, "Rubriken över det som är överenskommet"]
    overenskommet: Annotated[list[AtagandeVy], "Vad som ska göras, av vem och när"]
    fortsattning: Annotated[Avsnitt, "Nästa möte, eller att kontakten avslutas"]
    underskrift: Annotated[Underskrift, "Vem som har antecknat"]
    delges: Annotated[Avsnitt | None, "Vilka som får anteckningen"]
