"""What a plan for support and relapse holds (S2; domain 3.5 dk_behandlingsplan_stoette)."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.dansk.garanti import Henvendelse
from docgen.documents.dansk.sag import DanskDokument, Moede, Sag
from docgen.documents.part import Dag, Part


class Tiltag(StrEnum):
    """What the behandlingstilbud does when the citizen does not come (2.8.4)."""

    SMS = "sms"
    BREV = "brev"
    HENTES = "hentes"
    HJEMMEBESOEG = "hjemmebesoeg"
    OPSOEGENDE = "opsoegende"


class Kontaktperson(Part):
    """Someone whom the citizen can call when it is hard."""

    navn: str = Field(title="Navn", description="Personens eller tilbuddets navn.")
    telefon: str = Field(title="Telefon", description="Telefonnummer.")
    hvornaar: str = Field(title="Hvornår", description="F.eks. hverdage kl. 8-15.")


class SlipPlan(Part):
    """What to look out for, whom to call and what to do, step by step (2.8.3)."""

    advarselstegn: tuple[str, ...] = Field(default=(), title="Advarselstegn", description="Et tegn pr. linje.")
    hvem_kontaktes: tuple[Kontaktperson, ...] = Field(
        default=(), title="Hvem kontaktes", description="I den rækkefølge, de skal kontaktes."
    )
    trin: tuple[str, ...] = Field(default=(), title="Trin", description="Hvad der skal ske, ét trin pr. linje.")


class Netvaerksperson(Part):
    """Someone in the citizen's network who wants to help (2.8.2)."""

    navn: str = Field(title="Navn", description="Personens navn.")
    relation: str = Field(title="Relation", description="F.eks. søster.")
    stoette: str = Field(title="Støtte", description="Hvad personen hjælper med.")
    maa_kontaktes: bool = Field(
        title="Må kontaktes", description="Om borgeren har sagt ja til, at tilbuddet kontakter personen."
    )


class VisoKontakt(Part):
    """The advice that was sought from VISO (2.8.5)."""

    dato: Dag = Field(title="Dato", description="Dagen for henvendelsen til VISO.")
    raadgivning: str = Field(title="Rådgivning", description="Hvad der er spurgt om, eller hvad VISO rådede til.")


class Handleplan(Part):
    """The handleplan of SEL § 141, when the citizen has one."""

    findes: bool = Field(title="Findes", description="Om borgeren har en handleplan efter § 141.")
    udleverede_dele: tuple[str, ...] = Field(
        default=(), title="Udleverede dele", description="De dele, som behandlingstilbuddet har fået (§ 141, stk. 5)."
    )


class BehandlingsplanDokument(DanskDokument):
    """The document of a plan."""

    typ: Literal["dk_behandlingsplan"] = Field(title="Dokumenttype", description="Altid dk_behandlingsplan.")


class Behandlingsplan(Sag):
    """The plan for support during treatment and for what to do after a slip or a relapse."""

    dokument: BehandlingsplanDokument = Field(title="Dokument", description="Oplysninger om selve dokumentet.")
    plan_dato: Dag = Field(title="Planens dato", description="Dagen, hvor planen blev lavet.")
    behandling_start: Dag = Field(title="Behandlingens start", description="Første dag i behandlingen.")
    behandling: str = Field(title="Behandling", description="Hvilken behandling, f.eks. ambulant behandling.")
    udarbejdet_med_borger: bool = Field(
        title="Udarbejdet med borgeren", description="Om planen er lavet sammen med borgeren."
    )
    maal: tuple[str, ...] = Field(default=(), title="Mål", description="Borgerens egne mål, ét pr. linje.")
    fastholdelsesplan: str | None = Field(
        default=None, title="Fastholdelsesplan", description="Hvordan borgeren støttes i at gennemføre behandlingen."
    )
    psykisk_lidelse_og_social: bool = Field(
        title="Psykisk lidelse og sociale problemer", description="Om borgeren har begge dele og skal støttes særligt."
    )
    saerlig_stoette: str | None = Field(
        default=None, title="Særlig støtte", description="Hvad den særlige støtte består i."
    )
    slip_plan: SlipPlan | None = Field(
        default=None, title="Plan ved slip", description="Plan for håndtering af slip eller tilbagefald."
    )
    udeblivelse_tiltag: tuple[Tiltag, ...] = Field(
        min_length=1, title="Tiltag ved udeblivelse", description="sms, brev, hentes, hjemmebesoeg eller opsoegende."
    )
    netvaerk: tuple[Netvaerksperson, ...] = Field(
        default=(), title="Netværk", description="De personer, der vil støtte borgeren."
    )
    saerlig_kompleks: bool = Field(
        title="Særligt kompleks", description="Om borgeren har særligt komplekse problemstillinger."
    )
    viso_kontakt: VisoKontakt | None = Field(default=None, title="Kontakt til VISO", description="Rådgivning fra VISO.")
    handleplan_141: Handleplan | None = Field(
        default=None, title="Handleplan", description="Handleplan efter servicelovens § 141."
    )
    behandlingsgaranti: Henvendelse | None = Field(
        default=None, title="Behandlingsgaranti", description="Henvendelsen, som behandlingen begyndte med."
    )
    naeste_gennemgang: Moede = Field(title="Næste gennemgang", description="Hvornår planen gennemgås med borgeren.")
