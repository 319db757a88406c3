"""What the end of a SIP, or of samverkan around LVM, holds (domain 3.4; S3, R-27)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.mote import BokatMote
from docgen.documents.part import Dag, Part
from docgen.documents.record import Dokument, Handlaggare, Person, Record
from docgen.documents.samverkan.parter import Motestyp, SamtyckeRef
from docgen.documents.samverkan.uppfoljning import Malstatus


class Avslutsskal(StrEnum):
    """Why the cooperation ends."""

    ATERKALLAT_SAMTYCKE = "aterkallat_samtycke"
    INGET_BEHOV = "inget_behov"
    MALEN_NATTA = "malen_natta"
    FLYTT = "flytt"
    AVLIDEN = "avliden"
    ANNAT = "annat"


class SipAvslutDokument(Dokument):
    """The document of the end."""

    typ: Literal["sip_avslut"] = Field(title="Dokumenttyp", description="Alltid sip_avslut.")


class AnsvarFramat(Part):
    """Who is responsible for something from now on."""

    vad: str = Field(title="Vad", description="T.ex. boendestöd.")
    ansvarig: str = Field(title="Ansvarig", description="Verksamheten som ansvarar.")
    kontakt: str | None = Field(default=None, title="Kontakt", description="Den man vänder sig till, och hur.")


class Svar(Part):
    """The person's answer to one question."""

    fraga: str = Field(title="Fråga", description="Påståendet eller frågan.")
    varde: int = Field(ge=1, le=5, title="Svar", description="1 är inte alls, 5 är helt och hållet.")


class Utvardering(Part):
    """How the person found the cooperation."""

    datum: Dag = Field(title="Datum", description="Dagen då den enskilde svarade.")
    svar: tuple[Svar, ...] = Field(min_length=1, max_length=5, title="Svar", description="Ett svar per fråga.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Med den enskildes egna ord.")


class SipAvslut(Record):
    """The end of a SIP or of the cooperation after samverkansmöten."""

    dokument: SipAvslutDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    person: Person = Field(title="Person", description="Den som planen har gällt.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som svarar på frågor.")
    motestyp: Motestyp = Field(title="Mötestyp", description="sip eller samverkansmote: det som avslutas.")
    plan_datum: Dag = Field(title="Planens datum", description="Dagen då planen gjordes.")
    datum: Dag = Field(title="Avslutad", description="Dagen då samverkan avslutades.")
    skal: Avslutsskal = Field(
        title="Skäl",
        description="aterkallat_samtycke, inget_behov, malen_natta, flytt, avliden eller annat.",
    )
    skal_text: str | None = Field(default=None, title="Mer om skälet", description="Krävs när skälet är annat.")
    sammanfattning: str = Field(title="Sammanfattning", description="Vad som har gjorts och hur det har gått.")
    uppgifter_till: Dag = Field(
        title="Uppgifter till och med", description="Den sista dag som uppgifterna i dokumentet kommer från."
    )
    malstatus: tuple[Malstatus, ...] = Field(default=(), title="Målens läge", description="Hur långt målen har nåtts.")
    ansvar_framat: tuple[AnsvarFramat, ...] = Field(
        default=(), title="Ansvar framåt", description="Vem som ansvarar för vad från och med nu."
    )
    utvardering: Utvardering | None = Field(
        default=None, title="Den enskildes utvärdering", description="Hur den enskilde tyckte att samverkan var."
    )
    samtycke: SamtyckeRef = Field(title="Samtycke", description="Samtycket som samverkan har vilat på.")
    nasta_mote: BokatMote | None = Field(
        default=None, title="Möte efter avslutet", description="T.ex. ett överlämnande vid flytt."
    )
    delges: tuple[str, ...] = Field(min_length=1, title="Delges", description="De som får dokumentet.")

    @property
    def aterkallat(self) -> bool:
        """Tell whether the cooperation ends because the consent was withdrawn."""
        return self.skal is Avslutsskal.ATERKALLAT_SAMTYCKE

    @property
    def verksamheter(self) -> Sequence[str]:
        """Return the JSON paths of the names of those who are responsible from now on."""
        return [f"$.ansvar_framat[{at}].ansvarig" for at in range(len(self.ansvar_framat))]

    @property
    def samtycket_behovs(self) -> tuple[date, date]:
        """Return the days on which the consent is relied on; a withdrawn one is on no later day than it was given."""
        return self.samtycke.datum, self.samtycke.datum if self.aterkallat else self.datum
