"""What a consent to share information holds (domain 3.4; SoL 10 kap. 8 §, OSL 12 kap. 2 §)."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from docgen.documents.part import Part
from docgen.documents.record import Befattningshavare, Dokument, Handlaggare, Person, Record
from docgen.documents.samverkan.parter import Foretradare, SamtyckeRef


class SamtyckesPart(Part):
    """A party that the consent covers, and what it may give and receive."""

    verksamhet: str = Field(title="Verksamhet", description="T.ex. Beroendemottagningen Norrstad.")
    far_lamna: tuple[str, ...] = Field(
        default=(), title="Får lämna", description="Uppgifterna som verksamheten får lämna till de andra."
    )
    far_ta_emot: tuple[str, ...] = Field(
        default=(), title="Får ta emot", description="Uppgifterna som verksamheten får veta av de andra."
    )


class Handling(Part):
    """Documents that may be fetched (S3)."""

    handling: str = Field(title="Handling", description="T.ex. vårdplanen.")
    fran: str = Field(title="Från", description="Verksamheten som handlingen hämtas från.")


class Skriftligt(Part):
    """Given in writing."""

    typ: Literal["skriftligt"] = Field(title="Formens typ", description="Alltid skriftligt.")
    underskrift: Literal["penna", "elektronisk"] = Field(title="Underskrift", description="penna eller elektronisk.")


class Muntligt(Part):
    """Said, and written down by the one who heard it."""

    typ: Literal["muntligt"] = Field(title="Formens typ", description="Alltid muntligt.")
    antecknat_av: Befattningshavare = Field(title="Antecknat av", description="Den som tog emot samtycket.")
    satt: str = Field(title="Sätt", description="Hur samtycket lämnades, t.ex. vid ett besök på LVM-hemmet.")


class Samtycke(SamtyckeRef):
    """The consent in full."""

    giver: Foretradare | None = Field(
        default=None, title="Företrädare", description="Den som samtycker åt den enskilde; annars den enskilde själv."
    )
    andamal: str = Field(title="Ändamål", description="Varför uppgifterna delas, tydligt och bestämt.")
    omfattar_parter: tuple[SamtyckesPart, ...] = Field(
        min_length=1, title="Parter", description="Verksamheterna som samtycket gäller."
    )
    uppgiftstyper: tuple[str, ...] = Field(
        min_length=1, title="Slag av uppgifter", description="T.ex. uppgifter om boende."
    )
    undantag: str | None = Field(
        default=None, title="Undantag", description="Det som inte får delas, eller inte med vem."
    )
    dokument_far_inhamtas: tuple[Handling, ...] = Field(
        default=(), title="Handlingar som får hämtas in", description="Utelämnas när inga handlingar får hämtas in."
    )
    form: Annotated[
        Skriftligt | Muntligt,
        Field(discriminator="typ", title="Form", description="Skriftligt eller muntligt samtycke."),
    ]
    information_given: Literal[True] = Field(
        title="Information lämnad",
        description="Alltid true: att samtycket är frivilligt, kan återkallas, och vad som händer då.",
    )
    aterkallat_vad: str | None = Field(
        default=None, title="Återkallad del", description="Det som återkallats, när det inte är hela samtycket."
    )


class SamtyckeDokument(Dokument):
    """The document of a consent."""

    typ: Literal["sip_samtycke"] = Field(title="Dokumenttyp", description="Alltid sip_samtycke.")


class SipSamtycke(Record):
    """A consent to share information about a person."""

    dokument: SamtyckeDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    person: Person = Field(title="Den enskilde", description="Den som uppgifterna handlar om.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som samtycket återkallas hos.")
    samtycke: Samtycke = Field(title="Samtycke", description="Samtycket i sin helhet.")

    @property
    def verksamheter(self) -> Sequence[str]:
        """Return where the parties are named (R-50)."""
        return [f"$.samtycke.omfattar_parter[{at}].verksamhet" for at in range(len(self.samtycke.omfattar_parter))]
