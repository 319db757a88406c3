"""What the minutes of every meeting hold: the meeting, who took part, the consent, the care under LVM, what is next."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from pydantic import Field

from docgen.documents.mote import BokatMote, MoteForm, Motestid
from docgen.documents.part import Dag, Part
from docgen.documents.record import Handlaggare, Person, Record
from docgen.documents.samverkan.parter import (
    Aktor,
    Anhorig,
    Fas,
    Foretradare,
    Lvm,
    Motestyp,
    SamtyckeRef,
    Verksamhetstyp,
)


class Narvaro(StrEnum):
    """How an invited party took part, if at all."""

    PA_PLATS = "pa_plats"
    DIGITALT = "digitalt"
    TELEFON = "telefon"
    FRANVARANDE = "franvarande"


class Deltagare(Aktor):
    """A party that was invited to the meeting."""

    narvaro: Narvaro = Field(title="Närvaro", description="pa_plats, digitalt, telefon eller franvarande.")


class HalletMote(Motestid):
    """The meeting that was held."""

    form: MoteForm = Field(title="Form", description="fysiskt, digitalt, telefon eller hembesok.")


class Sekreterare(Part):
    """Who wrote down what was agreed, and for which party (S3; R-29)."""

    namn: str = Field(title="Namn", description="Den som antecknade.")
    part: str = Field(title="Part", description="Verksamheten, så som i deltagare.")
    utsedd_datum: Dag | None = Field(
        default=None, title="Utsedd", description="Dagen då parten utsågs; krävs för möten efter LVM-vården."
    )


class Anteckning(Record):
    """The minutes of a meeting with the person and the parties."""

    person: Person = Field(title="Person", description="Den som mötet handlar om.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som svarar på frågor.")
    mote: HalletMote = Field(title="Möte", description="När, var och hur mötet hölls.")
    deltagare: tuple[Deltagare, ...] = Field(
        min_length=1, title="Deltagare", description="Parterna som var inbjudna, även de som inte kom."
    )
    anhoriga: tuple[Anhorig, ...] = Field(
        default=(), title="Anhöriga", description="De anhöriga som var med; kräver samtycke."
    )
    foretradare: tuple[Foretradare, ...] = Field(
        default=(), title="Företrädare", description="God man, förvaltare eller ombud som var med."
    )
    den_enskilde_bjuds_in: bool = Field(
        default=True, title="Den enskilde inbjuden", description="Om den enskilde var inbjuden till mötet."
    )
    den_enskilde_deltog: bool = Field(title="Den enskilde deltog", description="Om den enskilde var med.")
    anledning: str | None = Field(
        default=None, title="Anledning", description="Varför den enskilde inte var med; krävs då."
    )
    samtycke: SamtyckeRef = Field(title="Samtycke", description="Samtycket som mötet vilar på.")
    lvm: Lvm | None = Field(default=None, title="Vård enligt LVM", description="När mötet rör eftervård.")
    fas: Fas | None = Field(
        default=None, title="Fas", description="Mötets plats i eftervården; krävs när lvm är ifyllt."
    )
    efter_utskrivning: str | None = Field(
        default=None,
        title="Direkt efter utskrivningen",
        description="Vad som händer de första dagarna; krävs vid mötet efter fem månader.",
    )
    sekreterare: Sekreterare = Field(title="Sekreterare", description="Den som dokumenterade mötet.")
    nasta_uppfoljning: BokatMote | None = Field(
        default=None, title="Nästa möte", description="Dag, tid, plats och vilka som ska delta."
    )
    ingen_uppfoljning_skal: str | None = Field(
        default=None, title="Varför inget möte", description="Skälet, när inget nytt möte bokas."
    )
    delges: tuple[str, ...] = Field(min_length=1, title="Delges", description="De som får anteckningarna.")

    @property
    def motestyp(self) -> Motestyp:
        """Return which sort of meeting it was."""
        return Motestyp.SIP

    @property
    def parter(self) -> Mapping[str, Deltagare]:
        """Return the parties by their JSON path, whether they came or not."""
        return {f"$.deltagare[{at}]": one for at, one in enumerate(self.deltagare)}

    @property
    def verksamheter(self) -> Sequence[str]:
        """Return the JSON paths of the names of the parties."""
        return [f"{path}.verksamhet" for path in self.parter]

    @property
    def anhoriga_som_deltar(self) -> Mapping[str, Anhorig]:
        """Return the relatives by their JSON path."""
        return {f"$.anhoriga[{at}]": one for at, one in enumerate(self.anhoriga)}

    @property
    def samtycket_behovs(self) -> tuple[date, date]:
        """Return the day of the meeting and the day on which the minutes are shared."""
        return self.mote.datum, max(self.mote.datum, self.dokument.datum)

    @property
    def foregaende(self) -> date | None:
        """Return the day of the meeting that this one follows up, None when it is the first."""
        return None

    @property
    def inget_mote(self) -> str:
        """Return why no new meeting is booked, empty when one is."""
        return self.ingen_uppfoljning_skal or ""

    @property
    def avslutas(self) -> bool:
        """Tell whether the cooperation ends with this meeting."""
        return False

    def part(self, verksamhet: str) -> Deltagare | None:
        """Return the party of that activity, None when there is none."""
        return next((one for one in self.deltagare if one.verksamhet == verksamhet), None)

    def ar_sis(self, namn: str) -> bool:
        """Tell whether ``namn`` is an activity of SiS, or the one who speaks for it."""
        of_sis = [one for one in self.deltagare if one.verksamhetstyp is Verksamhetstyp.SIS]
        return any(namn in {one.verksamhet, one.namn} for one in of_sis)
