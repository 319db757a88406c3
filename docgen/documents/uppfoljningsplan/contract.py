"""The names that the template of an uppföljningsplan may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Mottagare, Uppgift


class MoteVy(TypedDict):
    """One meeting of the series."""

    mote: Annotated[str, "T.ex. Möte 3 eller Utvärdering"]
    dag: Annotated[str, "Veckodag och dag"]
    tid: Annotated[str, "Klockslag, eller att det inte är bestämt"]
    plats: Annotated[str, "Hur och var, eller att det inte är bestämt"]
    lage: Annotated[str, "Bokat eller förslag"]


class HjalpkontaktVy(TypedDict):
    """Someone to call on a relapse."""

    namn: Annotated[str, "Vem man kan ringa"]
    telefon: Annotated[str, "Telefonnumret"]
    nar: Annotated[str, "När någon svarar"]


class PlanVy(BasVy):
    """An uppföljningsplan."""

    mottagare: Annotated[Mottagare, "Adressfältet"]
    uppgifter: Annotated[list[Uppgift], "Vem och vilken behandling planen gäller, och vem som har kontakten"]
    syfte: Annotated[Avsnitt, "Vad kontakten är till för"]
    onskemal: Annotated[Avsnitt | None, "Vad den enskilde själv vill"]
    motesserie: Annotated[Avsnitt, "Hur mötena är planerade, före tabellen"]
    moten: Annotated[list[MoteVy], "Mötena i ordning; det sista är utvärderingen"]
    om_moten: Annotated[Avsnitt, "Vad som gäller för mötena: förslag, byte av tid, utvärderingen"]
    frivilligt: Annotated[Avsnitt, "Vad den enskilde får säga nej till"]
    aterfall: Annotated[Avsnitt, "Vart den enskilde vänder sig vid återfall"]
    hjalpkontakter_inledning: Annotated[str, "Det som står före listan över andra att ringa; tomt när den är tom"]
    hjalpkontakter: Annotated[list[HjalpkontaktVy], "Andra att ringa vid återfall; tom när det inte finns några"]
    efter_kontakten: Annotated[Avsnitt, "Vad som händer när kontakten är slut"]
    hjalp: Annotated[Avsnitt, "Vart man vänder sig med frågor"]
