"""What the evaluation of a treatment holds (domain 3.5, utvardering_3_man), and the interview that may go with it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from docgen.documents.mote import MoteForm
from docgen.documents.part import Dag, Part
from docgen.documents.record import Dokument
from docgen.documents.uppfoljning.delar import AvslutadBehandling, Deltagare, Uppfoljning

Betyg = Annotated[int, Field(ge=1, le=5)]
"""How satisfied someone is, 5 is best."""


class Uppnatt(StrEnum):
    """How far a goal was reached."""

    HELT = "helt"
    DELVIS = "delvis"
    INTE = "inte"


class UtvarderadBehandling(AvslutadBehandling):
    """The treatment with the day it began and the investigation that led to it."""

    paborjad_datum: Dag = Field(title="Påbörjad", description="Dagen då behandlingen började.")
    utredning_id: str | None = Field(
        default=None, title="Behandlingens utredning", description="Id för utredningen som ledde till behandlingen."
    )


class Malutfall(Part):
    """A goal of the treatment and what came of it."""

    mal: str = Field(title="Mål", description="Målet, så som det står i beslutet eller vårdplanen.")
    uppnatt: Uppnatt = Field(title="Uppnått", description="helt, delvis eller inte.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Vad som har hänt.")


class Asi(Part):
    """The follow-up interview by ASI."""

    gjord: bool = Field(title="Gjord", description="Om en ASI-uppföljning är gjord.")
    datum: Dag | None = Field(default=None, title="Datum", description="Dagen för intervjun.")


class NyAnsokan(Part):
    """An application that the evaluation led to (R-38)."""

    datum: Dag = Field(title="Datum", description="Dagen då ansökan gjordes.")
    galler: str = Field(title="Gäller", description="Det som söks, så som det ska stå efter 'om'.")
    utredning_id: str | None = Field(default=None, title="Ny utredning", description="Id för den nya utredningen.")


class Svar(Part):
    """A question of the interview and its answer."""

    fraga: str = Field(title="Fråga", description="Frågan så som den ställdes.")
    svar: str = Field(title="Svar", description="Svaret.")


class UivIntervju(Part):
    """The interview of UIV, uppföljning av insatser för vuxna (R-39)."""

    datum: Dag = Field(title="Datum", description="Dagen för intervjun, inom en månad efter insatsen.")
    form: MoteForm = Field(title="Form", description="fysiskt, digitalt, telefon eller hembesok.")
    svar: tuple[Svar, ...] = Field(min_length=1, title="Svar", description="Frågorna med svar, i ordning.")


class UtvarderingDokument(Dokument):
    """The document of an evaluation."""

    typ: Literal["utvardering"] = Field(title="Dokumenttyp", description="Alltid utvardering.")


class Utvardering(Uppfoljning):
    """The evaluation three months after the treatment, which ends the follow-up contact."""

    dokument: UtvarderingDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    behandling: UtvarderadBehandling = Field(title="Behandling", description="Behandlingen som utvärderas.")
    utvarderingsdatum: Dag = Field(title="Utvärderingsdatum", description="Dagen för utvärderingen.")
    deltagare: tuple[Deltagare, ...] = Field(
        min_length=1, title="Deltagare", description="De som deltog, den enskilde medräknad."
    )
    antal_moten: int | None = Field(
        default=None, ge=0, le=99, title="Antal möten", description="Så många möten som hölls under kontakten."
    )
    mal: tuple[Malutfall, ...] = Field(min_length=1, title="Mål", description="Behandlingens mål och vad det blev.")
    bruk_fore: str | None = Field(default=None, title="Bruk före", description="Bruket före behandlingen.")
    bruk_nu: str | None = Field(default=None, title="Bruk nu", description="Bruket vid utvärderingen.")
    asi_uppfoljning: Asi | None = Field(default=None, title="ASI-uppföljning", description="Om den är gjord och när.")
    nojdhet: Betyg | None = Field(
        default=None, title="Nöjdhet", description="Hur nöjd den enskilde är med behandlingen, 1 till 5 där 5 är bäst."
    )
    den_enskildes_bedomning: str | None = Field(
        default=None, title="Den enskildes bedömning", description="Vad den enskilde själv säger."
    )
    vardgivarens_bedomning: str | None = Field(
        default=None, title="Vårdgivarens bedömning", description="Vad vårdgivaren säger."
    )
    socialsekreterarens_bedomning: str = Field(
        title="Socialsekreterarens bedömning", description="Vad utvärderingen visar."
    )
    fortsatt_behov: bool = Field(title="Fortsatt behov", description="Om den enskilde behöver mer stöd.")
    atgard: str = Field(title="Åtgärd", description="Vad som görs nu, eller varför inget behövs.")
    ny_ansokan: NyAnsokan | None = Field(default=None, title="Ny ansökan", description="Om mer stöd har sökts.")
    uiv_intervju: UivIntervju | None = Field(
        default=None, title="UIV-intervju", description="Uppföljningsintervju enligt UIV, på egen sida."
    )
    delges: tuple[str, ...] = Field(default=(), title="Delges", description="De som får utvärderingen.")
