"""What an uppföljningsplan holds (S0 step 14; domain 3.2): the meetings that are booked, and how help is reached."""

from typing import Literal

from pydantic import Field

from docgen.documents.part import Part
from docgen.documents.record import Dokument
from docgen.documents.uppfoljning.delar import Uppfoljning, Uppfoljningstid
from docgen.documents.uppfoljning.kontakt import Eftervard, SyfteVal


class ForstaMote(Uppfoljningstid):
    """The first meeting, within a week after the treatment ended (R-33)."""

    bokat_vid_avslutningssamtal: bool = Field(
        title="Bokat vid avslutningssamtalet", description="Om mötet bokades vid avslutningssamtalet hos vårdgivaren."
    )


class Hjalpkontakt(Part):
    """Someone else to call on a relapse."""

    namn: str = Field(title="Namn", description="T.ex. Beroendemottagningen Norrstad.")
    telefon: str = Field(title="Telefon", description="Numret dit.")
    nar: str = Field(title="När", description="T.ex. vardagar kl. 8–16, eller dygnet runt.")


class PlanDokument(Dokument):
    """The document of an uppföljningsplan."""

    typ: Literal["uppfoljningsplan"] = Field(title="Dokumenttyp", description="Alltid uppfoljningsplan.")


class Uppfoljningsplan(Uppfoljning):
    """The series of meetings after a treatment, given to the person; days that are not booked are counted."""

    dokument: PlanDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    syften: tuple[SyfteVal, ...] = Field(min_length=1, title="Syften", description="Vad kontakten ska ge.")
    onskemal: str | None = Field(
        default=None,
        title="Önskemål",
        description="Vad den enskilde själv vill, så som det ska stå i brevet.",
    )
    eftervard: Eftervard | None = Field(default=None, title="Eftervård", description="Eftervård vid sidan av.")
    forsta_mote: ForstaMote | None = Field(
        default=None, title="Första mötet", description="Utelämnas när det inte är bokat; då räknas en dag ut."
    )
    moten: tuple[Uppfoljningstid, ...] = Field(
        default=(), title="Bokade möten", description="De följande möten som är bokade, i tidsordning."
    )
    utvardering: Uppfoljningstid | None = Field(
        default=None, title="Utvärdering", description="Utelämnas när den inte är bokad; då räknas dagen ut."
    )
    hjalp_vid_aterfall: tuple[Hjalpkontakt, ...] = Field(
        default=(), title="Hjälp vid återfall", description="Andra att ringa än socialsekreteraren och enheten."
    )
