"""The parties of a SIP or a samverkansmöte, the consent they rely on, and the care under LVM it is about."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Part


class Motestyp(StrEnum):
    """SIP when a party is health care, else samverkansmöte (S3, R-20)."""

    SIP = "sip"
    SAMVERKANSMOTE = "samverkansmote"


class Huvudman(StrEnum):
    """Who is responsible for an activity."""

    KOMMUN = "kommun"
    REGION = "region"
    ANNAN = "annan"


class Verksamhetstyp(StrEnum):
    """What sort of activity a party is."""

    SOCIALTJANST = "socialtjanst"
    HALSO_OCH_SJUKVARD = "halso_och_sjukvard"
    SIS = "sis"
    ANNAN = "annan"


class Fas(StrEnum):
    """The meetings of the aftercare process around LVM, in order (S3)."""

    MOTE_1 = "mote_1"
    UPPFOLJNING_5_MAN = "uppfoljning_5_man"
    UPPFOLJNING_EFTER_LVM = "uppfoljning_efter_lvm"


class Aktor(Part):
    """A party: an activity, and the one who speaks for it."""

    namn: str = Field(title="Namn", description="Den som företräder verksamheten.")
    roll: str = Field(title="Roll", description="Befattning, t.ex. sjuksköterska.")
    verksamhet: str = Field(title="Verksamhet", description="T.ex. Beroendemottagningen Norrstad.")
    huvudman: Huvudman = Field(title="Huvudman", description="kommun, region eller annan.")
    verksamhetstyp: Verksamhetstyp = Field(
        title="Typ av verksamhet", description="socialtjanst, halso_och_sjukvard, sis eller annan."
    )


class Anhorig(Part):
    """A relative or another close person."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    relation: str = Field(title="Relation", description="Relationen till den enskilde, t.ex. syster.")


class ForetradareTyp(StrEnum):
    """On what ground someone acts for the person (domain 3.0)."""

    GOD_MAN = "god_man"
    FORVALTARE = "forvaltare"
    OMBUD = "ombud"


class Foretradare(Part):
    """One who acts for the person (FL 14-15 §§)."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    typ: ForetradareTyp = Field(title="Typ", description="god_man, forvaltare eller ombud.")


class SamtyckeRef(Part):
    """The consent that a document relies on (SoL 10 kap. 8-9 §§, OSL 12 kap. 2 §; R-22 to R-24)."""

    datum: Dag = Field(title="Datum", description="Dagen då samtycket lämnades.")
    giltigt_till: Dag = Field(title="Giltigt till och med", description="Sista dagen det gäller.")
    aterkallat_datum: Dag | None = Field(
        default=None, title="Återkallat", description="Dagen då samtycket togs tillbaka, helt eller delvis."
    )
    anhoriga_far_delta: tuple[Anhorig, ...] = Field(
        default=(), title="Anhöriga som får delta", description="De anhöriga som samtycket nämner."
    )


class Placering27(Part):
    """Care in another form under 27 § LVM, and what must go before it (28 § LVM, S3; R-103)."""

    fran: Dag = Field(title="Från och med", description="Första dagen i den andra vårdformen.")
    plan_datum: Dag | None = Field(default=None, title="Plan", description="Dagen för planen enligt 28 § LVM.")
    parter_informerade_datum: Dag | None = Field(
        default=None, title="Parterna informerade", description="Dagen då övriga parter fick veta."
    )


class Lvm(Part):
    """The care under LVM (20-21 §§; R-100 to R-104)."""

    inledd: Dag = Field(title="Vården inledd", description="Dagen då vårdtiden började räknas.")
    ej_raknade_dagar: int = Field(
        default=0, ge=0, le=1000, title="Dagar som inte räknas", description="Enligt 21 § LVM."
    )
    beraknat_slut: Dag = Field(title="Beräknat slut", description="Dagen då vården beräknas upphöra.")
    avslutad: Dag | None = Field(default=None, title="Avslutad", description="Dagen då den enskilde skrevs ut.")
    hem: str = Field(title="LVM-hem", description="Hemmet där vården ges.")
    placering_27: Placering27 | None = Field(
        default=None, title="Vård i annan form", description="Placering enligt 27 § LVM."
    )


class PlaneradInsats(Part):
    """One insats of a plan: what for, who and when (SoL 10 kap. 8 §; R-105)."""

    id: str = Field(max_length=20, title="Id", description="Insatsens id i planen, t.ex. I1.")
    behov: str = Field(title="Behov", description="Behovet som insatsen möter.")
    insats: str = Field(title="Insats", description="Vad som ska göras.")
    ansvarig_part: str = Field(title="Ansvarig part", description="Verksamheten som ansvarar, så som i deltagare.")
    huvudman: Huvudman = Field(title="Huvudman", description="kommun, region eller annan.")
    ansvarig_person: str | None = Field(default=None, title="Ansvarig person", description="Den som ansvarar.")
    nar: str = Field(title="När", description="Dag, period eller hur ofta.")
    uppfoljs: str | None = Field(default=None, title="Följs upp", description="När och hur insatsen följs upp.")
