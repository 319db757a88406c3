"""What a kallelse to a SIP or a samverkansmöte holds (domain 3.4)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.mote import MoteForm, Motestid
from docgen.documents.part import Dag, Part
from docgen.documents.record import Adress, Dokument, Handlaggare, Person, Record
from docgen.documents.samverkan.parter import (
    Aktor,
    Anhorig,
    Fas,
    Foretradare,
    Huvudman,
    Lvm,
    Motestyp,
    SamtyckeRef,
)


class Skickas(StrEnum):
    """How a letter goes to its recipient."""

    POST = "post"
    INTERNPOST = "internpost"
    SAKERT_MEDDELANDE = "sakert_meddelande"
    OVERLAMNAS = "overlamnas"
    E_POST = "e_post"


class Brevvag(Part):
    """Where a letter goes, and how."""

    skickas: Skickas = Field(
        default=Skickas.POST,
        title="Skickas",
        description="post, internpost, sakert_meddelande, overlamnas eller e_post.",
    )
    adress: Adress | None = Field(default=None, title="Adress", description="Postadress, om brevet går med post.")


class KalladAktor(Aktor, Brevvag):
    """A party that gets a letter: a kallelse to a huvudman, kommun or region, an inbjudan to any other."""

    fragor: tuple[str, ...] = Field(
        default=(), title="Att förbereda", description="Det som just den här parten ska ta med sig eller svara på."
    )

    @property
    def kallas(self) -> bool:
        """Tell whether the party is called; one that is no huvudman of a SIP is invited."""
        return self.huvudman is not Huvudman.ANNAN


class InbjudenAnhorig(Anhorig, Brevvag):
    """A relative who gets a letter."""


class InbjudenForetradare(Foretradare, Brevvag):
    """One who acts for the person and gets a letter."""


class Tjanstemannamote(Part):
    """The parties' own meeting before, where they settle who does what (S3)."""

    datum: Dag = Field(title="Datum", description="Dagen för tjänstemannamötet.")


class KallelseDokument(Dokument):
    """The document of a kallelse."""

    typ: Literal["sip_kallelse"] = Field(title="Dokumenttyp", description="Alltid sip_kallelse.")


class SipKallelse(Record):
    """A call to a meeting: one letter for each who is called or invited."""

    dokument: KallelseDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    person: Person = Field(title="Den enskilde", description="Den som mötet handlar om.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som kallar och som man svarar till.")
    motestyp: Motestyp = Field(title="Mötestyp", description="sip när hälso- och sjukvården är part.")
    fas: Fas | None = Field(
        default=None,
        title="Möte i eftervården",
        description="mote_1, uppfoljning_5_man eller uppfoljning_efter_lvm; utelämnas när mötet inte rör LVM.",
    )
    lvm: Lvm | None = Field(
        default=None,
        title="Vården enligt LVM",
        description="För att pröva mötets dag mot vårdtiden; står inte i breven.",
    )
    syfte: str = Field(title="Syfte", description="Varför mötet hålls, som hel mening.")
    fragestallningar: tuple[str, ...] = Field(
        min_length=1, title="Frågeställningar", description="Frågorna som mötet ska svara på."
    )
    mote: Motestid = Field(title="Mötet", description="Dag, tid och plats eller länk.")
    deltagandeformer: tuple[MoteForm, ...] = Field(
        min_length=1, title="Sätt att delta", description="fysiskt, digitalt, telefon eller hembesok."
    )
    kallas: tuple[KalladAktor, ...] = Field(
        min_length=1, title="Kallas", description="Parterna; kommun och region kallas, andra bjuds in."
    )
    den_enskilde_bjuds_in: bool = Field(
        default=True, title="Den enskilde bjuds in", description="false bara när det inte är möjligt att delta."
    )
    skickas: Skickas = Field(
        default=Skickas.POST, title="Skickas till den enskilde", description="Hur den enskildes eget brev skickas."
    )
    forberedelse_den_enskilde: str = Field(
        title="Den enskildes förberedelse",
        description="Hur den enskilde kan förbereda sig och vem som hjälper till; står i den enskildes eget brev.",
    )
    foretradare: tuple[InbjudenForetradare, ...] = Field(
        default=(), title="Företrädare", description="God man, förvaltare eller ombud som bjuds in."
    )
    anhoriga: tuple[InbjudenAnhorig, ...] = Field(
        default=(), title="Anhöriga", description="De anhöriga som bjuds in, med den enskildes samtycke."
    )
    samtycke: SamtyckeRef = Field(title="Samtycke", description="Samtycket som kallelsen vilar på.")
    svar_senast: Dag | None = Field(
        default=None, title="Svar senast", description="Sista dagen att tacka ja eller nej."
    )
    tjanstemannamote: Tjanstemannamote | None = Field(
        default=None, title="Tjänstemannamöte", description="Om parterna träffas före mötet."
    )

    @property
    def mottagare(self) -> Mapping[str, "Mottagare"]:
        """Return who get a letter, by JSON path, in its order: the person, who acts for her, parties, relatives."""
        own = {"$.person": self.person} if self.den_enskilde_bjuds_in else {}
        agents = {f"$.foretradare[{at}]": one for at, one in enumerate(self.foretradare)}
        return {**own, **agents, **self.parter, **self.anhoriga_som_deltar}

    def vag(self, mottagare: "Mottagare") -> Skickas:
        """Return how the letter to one of ``mottagare`` is sent."""
        return self.skickas if isinstance(mottagare, Person) else mottagare.skickas

    @property
    def parter(self) -> Mapping[str, KalladAktor]:
        """Return the parties by their JSON path (R-20, R-21)."""
        return {f"$.kallas[{at}]": one for at, one in enumerate(self.kallas)}

    @property
    def anhoriga_som_deltar(self) -> Mapping[str, InbjudenAnhorig]:
        """Return the relatives by their JSON path (R-22)."""
        return {f"$.anhoriga[{at}]": one for at, one in enumerate(self.anhoriga)}

    @property
    def samtycket_behovs(self) -> tuple[date, date]:
        """Return the days on which the consent is relied on: of the kallelse and of the meeting (R-23)."""
        return self.dokument.datum, self.mote.datum


Mottagare = Person | InbjudenForetradare | KalladAktor | InbjudenAnhorig
