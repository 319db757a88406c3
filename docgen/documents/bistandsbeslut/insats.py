"""The insatser of a biståndsbeslut, the uppföljningskontakt among them (domain 3.1 and 3.2)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.documents.record import Period
from docgen.documents.uppfoljning.kontakt import AvslutTyp, BeslutRef, Eftervard, SyfteVal


class Form(StrEnum):
    """The kind of insats; ``stodboende`` is the SoL form for ages 16-20, ``boende_med_stod`` is not."""

    OPPENVARD = "oppenvard"
    HVB = "hvb"
    FAMILJEHEM = "familjehem"
    BOENDE_MED_STOD = "boende_med_stod"
    STODBOENDE = "stodboende"
    SKYDDAT_BOENDE = "skyddat_boende"
    KONTAKTPERSON = "kontaktperson"
    BOENDESTOD = "boendestod"
    UPPFOLJNINGSKONTAKT = "uppfoljningskontakt"
    EKONOMISKT_BISTAND = "ekonomiskt_bistand"
    ANNAT = "annat"


BEHANDLING = frozenset({Form.OPPENVARD, Form.HVB, Form.FAMILJEHEM})
"""Forms that are treatment: an uppföljningskontakt can follow them (S0), and they should end on a day (R-06)."""

KRAVER_VARDPLAN = frozenset({Form.HVB, Form.FAMILJEHEM, Form.STODBOENDE, Form.SKYDDAT_BOENDE})
"""Forms for which SoL 9 kap. 12 § asks for a vårdplan."""


class Regi(StrEnum):
    """Who runs the insats."""

    EGEN = "egen"
    EXTERN = "extern"


class Installning(StrEnum):
    """What the person thinks of a follow-up contact."""

    VILL = "vill"
    AMBIVALENT = "ambivalent"
    MOTSATTER_SIG = "motsatter_sig"


class Behandling(Part):
    """The treatment that a follow-up contact follows: an insats of this record or of an earlier decision."""

    insats_ref: str | None = Field(default=None, title="Insats", description="Insatsens id i samma beslut.")
    tidigare_beslut: BeslutRef | None = Field(
        default=None,
        title="Tidigare beslut",
        description="Beslutet om behandling, om det är ett annat än detta.",
    )
    vardgivare: str | None = Field(default=None, title="Vårdgivare", description="Den som ger behandlingen.")
    avslutad_datum: Dag | None = Field(default=None, title="Avslutad", description="Dagen då den avslutades.")
    avslut_typ: AvslutTyp | None = Field(default=None, title="Hur den avslutades", description="fullfoljd, avbruten.")
    avslut_kommentar: str | None = Field(
        default=None,
        title="Kommentar",
        description="Varför uppföljningskontakt beviljas efter avbruten behandling.",
    )
    utredning_id: str | None = Field(
        default=None,
        title="Behandlingens utredning",
        description="Id för utredningen som ledde till behandlingen.",
    )


class ForstaMote(Part):
    """The first meeting, within a week after the treatment ended (S0, R-33)."""

    datum: Dag = Field(title="Datum", description="Mötets dag.")
    tid: str | None = Field(
        default=None, pattern=r"^(?:[01]\d|2[0-3])[:.][0-5]\d$", title="Tid", description="Klockslag, 13.00."
    )
    plats: str | None = Field(default=None, title="Plats", description="Var mötet hålls.")
    bokat_vid_avslutningssamtal: bool = Field(title="Bokat vid avslutningssamtalet", description="Ja eller nej.")


class Mote(Part):
    """A planned or held meeting of the series."""

    datum: Dag = Field(title="Datum", description="Mötets dag.")
    form: str | None = Field(default=None, title="Form", description="Fysiskt, digitalt, telefon eller hembesök.")


class Uppfoljningskontakt(Part):
    """The follow-up contact with the own socialsekreterare (S0 step 14)."""

    behandling: Behandling = Field(title="Behandling", description="Behandlingen som kontakten följer på.")
    forsta_mote: ForstaMote | None = Field(
        default=None, title="Första mötet", description="Krävs när behandlingen är avslutad."
    )
    moten: tuple[Mote, ...] = Field(default=(), title="Möten", description="Mötesserien, i tidsordning.")
    syften: tuple[SyfteVal, ...] = Field(min_length=1, title="Syften", description="Vad kontakten ska ge.")
    eftervard: Eftervard | None = Field(default=None, title="Eftervård", description="Eftervård vid sidan av.")
    installning: Installning = Field(title="Inställning", description="Vad den enskilde vill.")
    tillfragad_datum: tuple[Dag, ...] = Field(
        default=(), title="Tillfrågad", description="Dagarna då den enskilde tillfrågats."
    )
    utvardering_datum: Dag | None = Field(
        default=None,
        title="Utvärdering",
        description="Dagen för utvärderingen, tre månader efter behandlingens slut.",
    )
    ny_utredning_id: str | None = Field(
        default=None, title="Ny utredning", description="Krävs när kontakten söks efter avslutad behandling."
    )


class Avgift(Part):
    """What the person pays for board and lodging in HVB or familjehem (SoL 32 kap. 2 §)."""

    belopp_per_dag: int = Field(ge=0, le=5000, title="Kronor per dag", description="Hela kronor.")
    grund: str = Field(title="Grund", description="Beslutet eller taxan som beloppet bygger på.")


class Vardplan(Part):
    """The vårdplan of SoL 9 kap. 12 §."""

    finns: bool = Field(title="Finns", description="Om vårdplanen är upprättad.")
    datum: Dag | None = Field(default=None, title="Datum", description="Dagen då den upprättades.")


class Insats(Part):
    """One insats that is applied for, granted, refused, changed or ended."""

    id: str = Field(max_length=20, title="Id", description="Insatsens id i posten, t.ex. I1.")
    form: Form = Field(title="Form", description="Insatsens form.")
    namn: str = Field(title="Namn", description="Så som insatsen ska stå i en mening, t.ex. öppenvårdsbehandling.")
    kod: str | None = Field(default=None, title="Kod", description="Verksamhetssystemets kod.")
    utforare: str | None = Field(
        default=None, title="Utförare", description="Den som ger insatsen. Utelämnas när personen är skyddad."
    )
    regi: Regi = Field(title="Regi", description="egen eller extern.")
    omfattning: str | None = Field(default=None, title="Omfattning", description="T.ex. två samtal i veckan.")
    period: Period | None = Field(default=None, title="Period", description="Krävs när insatsen beviljas.")
    mal: tuple[str, ...] = Field(default=(), title="Mål", description="Målen med insatsen.")
    syfte: str | None = Field(default=None, title="Syfte", description="Varför insatsen ges.")
    resurs_etikett: str | None = Field(
        default=None, title="Resurs", description="Verksamhetssystemets namn på resursen, om det avviker."
    )
    sarskilda_skal: str | None = Field(
        default=None, title="Särskilda skäl", description="Krävs för stödboende vid 16-17 års ålder."
    )
    avgift: Avgift | None = Field(default=None, title="Avgift", description="Ersättning för uppehälle.")
    vardplan: Vardplan | None = Field(default=None, title="Vårdplan", description="För vård i HVB, familjehem m.m.")
    uppfoljningskontakt: Uppfoljningskontakt | None = Field(
        default=None, title="Uppföljningskontakt", description="Krävs när formen är uppfoljningskontakt."
    )

    @property
    def borjar(self) -> Dag | None:
        """Return the first day, None where it is not known."""
        return self.period.from_ if self.period else None
