"""What a follow-up after treatment holds (S1; domain 3.5 dk_opfolgning)."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.dansk.garanti import Henvendelse
from docgen.documents.dansk.sag import DanskDokument, Moede, Sag
from docgen.documents.part import Dag, Part
from docgen.values.datum import add_months

FOERSTE, ANDEN = 1, 6
"""Months after the end of the treatment."""


class Afslutning(StrEnum):
    """How the treatment ended."""

    FAERDIGBEHANDLET = "faerdigbehandlet"
    ANDET_TILBUD = "andet_tilbud"
    HOSPITAL = "hospital"
    ANDEN_AARSAG = "anden_aarsag"
    UDEBLEVET = "udeblevet"
    BORTVIST = "bortvist"
    OENSKEDE_STOP = "oenskede_stop"
    FLYTTET = "flyttet"
    KRIMINALFORSORGEN = "kriminalforsorgen"
    DOED = "doed"


BINDENDE = frozenset(
    {Afslutning.FAERDIGBEHANDLET, Afslutning.ANDET_TILBUD, Afslutning.HOSPITAL, Afslutning.ANDEN_AARSAG}
)
"""The ends of a treatment that BEK 1691/2023 § 4 stk. 2 speaks of; after the others there is only the guideline."""


class Form(StrEnum):
    """How the talk was held."""

    FREMMOEDE = "fremmoede"
    TELEFON = "telefon"
    VIDEO = "video"
    HJEMMEBESOEG = "hjemmebesoeg"


class Maal(StrEnum):
    """What the treatment led to (BEK 1691/2023 § 4 stk. 3)."""

    STOFFRI = "stoffri"
    REDUCERET = "reduceret"
    UAENDRET = "uaendret"
    UKENDT = "ukendt"


class Kontaktforsoeg(Part):
    """One attempt to reach the citizen."""

    dato: Dag = Field(title="Dato", description="Dagen for forsøget.")
    maade: str = Field(title="Måde", description="Hvordan, f.eks. opkald, sms eller brev.")


class Samtale(Part):
    """The talk with the citizen (2.12.3), or the attempts to have one."""

    gennemfoert: bool = Field(title="Gennemført", description="Om samtalen er holdt.")
    form: Form | None = Field(default=None, title="Form", description="fremmoede, telefon, video eller hjemmebesoeg.")
    deltagere: tuple[str, ...] = Field(
        default=(), title="Deltagere", description="Andre end borgeren og behandleren, f.eks. en mentor."
    )
    kontaktforsoeg: tuple[Kontaktforsoeg, ...] = Field(
        default=(), title="Kontaktforsøg", description="Hvad tilbuddet har gjort, når samtalen ikke er holdt."
    )


class Status(Part):
    """How the citizen is, in the domains of BEK 1691/2023 § 1 stk. 2."""

    rusmidler: str = Field(title="Rusmidler", description="Stoffer og alkohol.")
    sociale_forhold: str = Field(title="Sociale forhold", description="Netværk og familie.")
    helbred: str = Field(title="Helbred", description="Fysisk og psykisk helbred.")
    arbejde_uddannelse: str = Field(title="Arbejde og uddannelse", description="Arbejde, uddannelse og forsørgelse.")
    bolig: str = Field(title="Bolig", description="Boligforhold.")
    andet: str | None = Field(default=None, title="Andet", description="Andre forhold og anden hjælp, borgeren får.")


class Slip(Part):
    """Whether the citizen has used drugs since the treatment ended."""

    ja: bool = Field(title="Slip", description="Om borgeren har haft et eller flere slip.")
    beskrivelse: str | None = Field(default=None, title="Beskrivelse", description="Hvad der skete, og hvad der hjalp.")


class Henvisning(Part):
    """The assessment of whether the citizen is to be referred to other support (2.12.4)."""

    behov: bool = Field(title="Behov", description="Om der er behov for henvisning til støtte.")
    tilbud: str | None = Field(
        default=None, title="Tilbud", description="Hvad borgeren henvises til, f.eks. et efterbehandlingstilbud."
    )
    vurdering: str = Field(title="Vurdering", description="Behandlerens og borgerens vurdering som hele sætninger.")


class FornyetBehandling(Henvendelse):
    """A request for a new treatment, and when it starts."""

    ivaerksat: Dag | None = Field(
        default=None, title="Iværksat", description="Dagen, hvor behandlingen begyndte eller skal begynde."
    )


class Behov(Part):
    """A need besides the drug misuse, and the help with it (2.12.5)."""

    omraade: str = Field(title="Område", description="F.eks. gæld.")
    hjaelp: str = Field(title="Hjælp", description="Hvad der gøres.")
    ansvarlig: str = Field(title="Hvem", description="Den, der gør det.")
    hvornaar: str = Field(title="Hvornår", description="F.eks. senest 1. april 2026.")


class Aftale(Part):
    """Something that was agreed on."""

    hvad: str = Field(title="Hvad", description="Det, der er aftalt.")
    hvem: str = Field(title="Hvem", description="Den, der gør det.")
    hvornaar: str = Field(title="Hvornår", description="F.eks. inden udgangen af april.")


class FoersteOpfoelgning(Part):
    """What became of the first follow-up: its day, or why there was none."""

    dato: Dag | None = Field(default=None, title="Dato", description="Dagen for den første opfølgning.")
    grund: str | None = Field(
        default=None, title="Grund", description="Hvorfor den ikke blev til noget, som hel sætning."
    )


class OpfoelgningDokument(DanskDokument):
    """The document of a follow-up."""

    typ: Literal["dk_opfoelgning"] = Field(title="Dokumenttype", description="Altid dk_opfoelgning.")


class Opfoelgning(Sag):
    """A follow-up one or six months after the end of a treatment for drug misuse."""

    dokument: OpfoelgningDokument = Field(title="Dokument", description="Oplysninger om selve dokumentet.")
    behandling_start: Dag = Field(title="Behandlingens start", description="Første dag i behandlingen.")
    behandling_slut: Dag = Field(title="Behandlingens slut", description="Dagen, hvor behandlingen sluttede.")
    afslutningsstatus: Afslutning = Field(title="Afslutningsstatus", description="Hvordan behandlingen sluttede.")
    maaned: Literal[1, 6] = Field(title="Måned", description="1 for den første opfølgning, 6 for den anden.")
    opfoelgningsdato: Dag = Field(title="Dato for opfølgningen", description="Dagen for samtalen eller noteringen.")
    forsinkelse: str | None = Field(
        default=None, title="Forsinkelse", description="Hvorfor der følges op efter fristen, som hel sætning."
    )
    informeret_foer_afslutning: bool = Field(
        title="Informeret før afslutning",
        description="Om borgeren fik at vide, at tilbuddet følger op, og at man kan sige nej tak.",
    )
    frabedt: bool = Field(title="Frabedt", description="Om borgeren har sagt nej tak til opfølgningen.")
    samtale: Samtale | None = Field(default=None, title="Samtale", description="Samtalen eller forsøgene på den.")
    status: Status | None = Field(default=None, title="Status", description="Borgerens situation nu.")
    borgerens_vurdering: str | None = Field(
        default=None, title="Borgerens vurdering", description="Hvad borgeren selv siger om behandlingen."
    )
    maal: Maal | None = Field(default=None, title="Mål", description="stoffri, reduceret, uaendret eller ukendt.")
    slip: Slip | None = Field(default=None, title="Slip", description="Slip siden behandlingen.")
    aktuelt_forbrug: bool | None = Field(
        default=None, title="Aktuelt forbrug", description="Om borgeren bruger stoffer nu."
    )
    henvisning: Henvisning | None = Field(
        default=None, title="Henvisning", description="Kræves ved slip eller aktuelt forbrug."
    )
    anmodning_fornyet_behandling: FornyetBehandling | None = Field(
        default=None, title="Fornyet behandling", description="Når borgeren har bedt om at komme i behandling igen."
    )
    oevrige_behov: tuple[Behov, ...] = Field(
        title="Øvrige behov", description="Behov ud over stofmisbruget; må være tom."
    )
    aftaler: tuple[Aftale, ...] = Field(default=(), title="Aftaler", description="Hvad der er aftalt ved opfølgningen.")
    naeste: Moede | None = Field(default=None, title="Næste opfølgning", description="Den anden opfølgning.")
    foerste: FoersteOpfoelgning | None = Field(
        default=None, title="Første opfølgning", description="Hvad der blev af den første opfølgning."
    )

    @property
    def bindende(self) -> bool:
        """Tell whether the law orders the follow-up, and not the guideline alone."""
        return self.afslutningsstatus in BINDENDE

    @property
    def frist(self) -> date:
        """Return the last day of this follow-up."""
        return add_months(self.behandling_slut, self.maaned)

    @property
    def anden_frist(self) -> date:
        """Return the last day of the second follow-up."""
        return add_months(self.behandling_slut, ANDEN)

    @property
    def talt_sammen(self) -> bool:
        """Tell whether there was a talk."""
        return self.samtale is not None and self.samtale.gennemfoert
