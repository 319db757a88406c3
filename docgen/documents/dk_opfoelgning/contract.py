"""The names that the template of a Danish follow-up may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Uppgift
from docgen.documents.dansk.contract import KontaktVy


class ForsoegVy(TypedDict):
    """One attempt to reach the citizen."""

    dato: Annotated[str, "Dagen för försöket, dd.mm.åååå"]
    maade: Annotated[str, "Hur man försökte nå personen"]


class BehovVy(TypedDict):
    """One need besides the drug misuse."""

    omraade: Annotated[str, "Området, t.ex. gæld"]
    hjaelp: Annotated[str, "Vad som görs"]
    ansvarlig: Annotated[str, "Vem som gör det"]
    hvornaar: Annotated[str, "När det görs"]


class AftaleVy(TypedDict):
    """One thing that was agreed on."""

    hvad: Annotated[str, "Vad som är överenskommet"]
    hvem: Annotated[str, "Vem som gör det"]
    hvornaar: Annotated[str, "När det görs"]


class OpfoelgningVy(BasVy):
    """A follow-up."""

    oplysninger: Annotated[list[Uppgift], "Vem och vad uppföljningen gäller: namn, CPR-nummer, behandling, frist"]
    grundlag: Annotated[Avsnitt, "Varför uppföljningen görs, och att man kan säga nej"]
    frabedt: Annotated[Avsnitt | None, "Att personen har tackat nej"]
    forsoeg: Annotated[Avsnitt | None, "Att ingen kontakt har nåtts"]
    forsoeg_liste: Annotated[list[ForsoegVy], "Försöken att nå personen"]
    status: Annotated[Avsnitt | None, "När och hur samtalet hölls"]
    status_liste: Annotated[list[Uppgift], "Läget, område för område"]
    vurdering: Annotated[Avsnitt | None, "Personens egen bedömning av behandlingen"]
    forbrug: Annotated[Avsnitt | None, "Återfall, aktuellt bruk och bedömningen av om annat stöd behövs"]
    behov: Annotated[Avsnitt | None, "Behov utöver missbruket"]
    behov_liste: Annotated[list[BehovVy], "Behoven och hjälpen"]
    aftaler_rubrik: Annotated[str, "Rubriken över det som är överenskommet; tom när inget är det"]
    aftaler: Annotated[list[AftaleVy], "Det som är överenskommet"]
    fornyet: Annotated[Avsnitt, "Ny behandling och fristen på fjorton dagar"]
    naeste: Annotated[Avsnitt, "Nästa uppföljning, eller att detta är den sista"]
    kontakt: Annotated[KontaktVy, "Vart personen vänder sig"]
