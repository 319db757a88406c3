"""The parts that every Danish record has: who sends, whom it is about and who answers for it (domain 2 g, 3.5)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from docgen.documents.mote import Klockslag
from docgen.documents.part import Dag, Nummer, Part
from docgen.documents.record import Arende, Dokument, GodkandAnmarkning, Record, Sekretessmarkering, Status

Epost = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Udgave(StrEnum):
    """The edition of the national guidelines: their chapters have other numbers in 2020 than in 2016 (R-49)."""

    FRA_2016 = "2016"
    FRA_2020 = "2020"


class Afsender(Part):
    """The behandlingstilbud that sends the document; printed in the head and in the foot."""

    navn: str = Field(title="Behandlingstilbud", description="Behandlingstilbuddets navn.")
    kommune: str = Field(title="Kommune", description="Kommunens navn.")
    forvaltning: str | None = Field(default=None, title="Forvaltning", description="Kommunens forvaltning.")
    afdeling: str | None = Field(default=None, title="Afdeling", description="Afdelingen i behandlingstilbuddet.")
    adresse: str = Field(title="Adresse", description="Vej, husnummer, postnummer og by.")
    besoegsadresse: str | None = Field(
        default=None, title="Besøgsadresse", description="Når den er en anden end adressen."
    )
    telefon: str = Field(title="Telefon", description="Behandlingstilbuddets telefonnummer.")
    epost: Epost = Field(title="E-mail", description="Behandlingstilbuddets e-mailadresse.")
    hjemmeside: str | None = Field(default=None, title="Hjemmeside", description="Behandlingstilbuddets hjemmeside.")
    cvr: str = Field(pattern=r"^\d{8}$", title="CVR-nummer", description="Otte cifre.")


class Borger(Part):
    """The citizen whom the document is about."""

    navn: str = Field(title="Navn", description="Fornavn og efternavn.")
    cpr: str = Field(title="CPR-nummer", description="Ti cifre, DDMMÅÅ-XXXX.")


class Behandler(Part):
    """The one whom the citizen can turn to."""

    navn: str = Field(title="Navn", description="Fornavn og efternavn.")
    titel: str = Field(title="Titel", description="Stilling, f.eks. behandler.")
    telefon: str = Field(title="Telefon", description="Direkte telefonnummer.")
    epost: Epost | None = Field(default=None, title="E-mail", description="Arbejdsmail.")


class Moede(Part):
    """A meeting that is booked."""

    dato: Dag = Field(title="Dato", description="Mødets dag, ÅÅÅÅ-MM-DD.")
    tid: Klockslag | None = Field(default=None, title="Tid", description="Klokkeslæt, f.eks. 10.30.")
    sted: str = Field(title="Sted", description="Hvor mødet holdes, eller hvordan, f.eks. i telefonen.")


class Fortrolighed(Sekretessmarkering):
    """The mark of a confidential document; all three parts are needed (R-52)."""

    lagrum: str | None = Field(default=None, title="Bestemmelse", description="F.eks. forvaltningslovens § 27.")
    datum: Dag | None = Field(default=None, title="Dato", description="Dagen, hvor markeringen blev sat.")
    myndighet: str | None = Field(default=None, title="Myndighed", description="Den, der satte markeringen.")


class DanskDokument(Dokument):
    """The document itself, with Danish words for its fields."""

    typ: str = Field(title="Dokumenttype", description="Dokumenttypens navn.")
    titel: str | None = Field(default=None, title="Titel", description="Egen overskrift; ellers dokumenttypens.")
    datum: Dag = Field(title="Dato", description="Dagen, der står på dokumentet, ÅÅÅÅ-MM-DD.")
    version: int = Field(default=1, ge=1, le=999, title="Version", description="Hæves, når dokumentet laves om.")
    status: Status = Field(
        default=Status.UPPRATTAD, title="Status", description="utkast (udkast), upprattad (færdig) eller expedierad."
    )
    sekretessmarkering: Fortrolighed | None = Field(
        default=None, title="Fortrolighed", description="Bestemmelse, dato og myndighed, når dokumentet er mærket."
    )


class Journal(Arende):
    """The matter in the journal of the kommune and in the system of the behandlingstilbud."""

    diarienummer: Nummer = Field(title="Journalnummer", description="Kommunens journalnummer, f.eks. 2026-014523.")
    arendenummer: Nummer | None = Field(
        default=None, title="Sagsnummer", description="Fagsystemets nummer på sagen, hvis det har et."
    )


class Sag(Record):
    """The root of every Danish record."""

    dokument: DanskDokument = Field(title="Dokument", description="Oplysninger om selve dokumentet.")
    arende: Journal = Field(title="Sag", description="Sagens numre i journal og fagsystem.")
    anmarkning_godkand: tuple[GodkandAnmarkning, ...] = Field(
        default=(), title="Godkendte bemærkninger", description="Advarsler, som nogen har taget stilling til."
    )
    afsender: Afsender = Field(title="Afsender", description="Behandlingstilbuddet, der sender dokumentet.")
    borger: Borger = Field(title="Borger", description="Den, dokumentet handler om.")
    behandler: Behandler = Field(title="Behandler", description="Den, borgeren kan kontakte.")
    udgave: Udgave = Field(
        default=Udgave.FRA_2016,
        title="Udgave",
        description="Udgaven af de nationale retningslinjer, som tilbuddet arbejder efter: 2016 eller 2020.",
    )

    @property
    def i_eget_diarium(self) -> bool:
        """Tell that the numbers are the behandlingstilbud's own."""
        return False
