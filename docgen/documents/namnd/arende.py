"""A matter of a board (domain 3.6): the bodies that handled it and the parts of its paragraph."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from docgen.documents.namnd.behandling import (
    ForslagUtskott,
    Jav,
    Omrostning,
    Reservation,
    Yrkande,
    Yttrande,
)
from docgen.documents.namnd.textblock import Text
from docgen.documents.part import Dag, Nummer, Part
from docgen.documents.record import Sekretessmarkering

HEMLIGA_FALT = frozenset(
    {
        "bilagor",
        "arendebeskrivning",
        "resultat",
        "beslutsunderlag",
        "forslag_forvaltning",
        "forslag_utskott",
        "jav",
        "yrkanden",
        "beslutsgang",
        "omrostning",
        "beslut",
        "reservationer",
        "sarskilt_yttrande",
        "protokollsanteckning",
        "tjansteskrivelse",
        "expedieras_till",
    }
)
"""The fields that a public version of a secret matter leaves out (OSL 26 kap. 1 §, R-53)."""


class Niva(StrEnum):
    """The level of a body, from the first to handle a matter to the last."""

    BEREDNING = "beredning"
    UTSKOTT = "utskott"
    NAMND = "namnd"


class OverklagandeTyp(StrEnum):
    """The appeal information that goes with a decision (R-13)."""

    INGEN = "ingen"
    LAGLIGHETSPROVNING = "laglighetsprovning"
    FORVALTNINGSBESVAR = "forvaltningsbesvar"


class Instans(Part):
    """A body that handled the matter, with its own paragraph and pages: one row of the header table of an extract."""

    organ: str = Field(title="Organ", description="T.ex. Allmänna utskottet.")
    niva: Niva = Field(title="Nivå", description="beredning, utskott eller namnd.")
    datum: Dag = Field(title="Beslutsdatum", description="Sammanträdets eller beredningens dag.")
    paragraf: int | None = Field(
        default=None, ge=1, title="Paragraf", description="Utelämnas för organ utan egna paragrafer."
    )
    sida_start: int | None = Field(
        default=None, ge=1, title="Första sida", description="I organets protokoll; ärendets första sida."
    )
    sida_slut: int | None = Field(
        default=None, ge=1, title="Sista sida", description="I organets protokoll; ärendets sista sida."
    )


class Sekretess(Sekretessmarkering):
    """Whether the matter is secret, and by which provision (R-52, R-53)."""

    aktiv: bool = Field(title="Aktiv", description="Om ärendet inte får redovisas i en offentlig version.")


class Tjansteskrivelse(Part):
    """The memorandum that the matter was put with (R-91, R-93)."""

    dnr: Nummer = Field(title="Diarienummer", description="Tjänsteskrivelsens diarienummer.")
    rubrik: str = Field(title="Rubrik", description="Tjänsteskrivelsens rubrik.")
    beslut_skickas_till: tuple[str, ...] = Field(
        default=(),
        title="Beslut skickas till",
        description="Mottagarna i tjänsteskrivelsens förslag; alla ska finnas i expedieras_till.",
    )


class Arendedelar(Part):
    """What the paragraph of a matter says, the same in a protocol and in an extract from it."""

    rubrik: str = Field(title="Rubrik", description="Ärendets rubrik, samma som i tjänsteskrivelsen.")
    bilagor: tuple[str, ...] = Field(default=(), title="Bilagor", description="Bilagornas titlar.")
    bilagor_etikett: str | None = Field(
        default=None,
        title="Bilagornas etikett",
        description="Ordet före bilagorna när ett äldre protokoll har sitt eget; annars Bilaga eller Bilagor.",
    )
    arendebeskrivning: Text = Field(
        min_length=1, title="Ärendebeskrivning", description="Stycken, listor och sidbrytningar."
    )
    resultat: Text = Field(default=(), title="Resultat", description="Stycken, listor och sidbrytningar om utfallet.")
    beslutsunderlag: tuple[str, ...] = Field(
        default=(), title="Beslutsunderlag", description="Handlingarna med datum, en per punkt."
    )
    forslag_forvaltning: tuple[str, ...] = Field(
        default=(), title="Förvaltningens förslag", description="Ett förslag per punkt."
    )
    forslag_utskott: ForslagUtskott | None = Field(
        default=None, title="Utskottets förslag", description="När ett utskott har berett ärendet."
    )
    jav: tuple[Jav, ...] = Field(default=(), title="Jäv", description="De som inte deltog på grund av jäv.")
    yrkanden: tuple[Yrkande, ...] = Field(
        default=(), title="Yrkanden", description="Förslag som lagts fram vid sammanträdet."
    )
    beslutsgang: Text = Field(
        default=(), title="Beslutsgång", description="Hur förslagen ställdes; krävs vid flera förslag."
    )
    omrostning: Omrostning | None = Field(default=None, title="Omröstning", description="När omröstning begärts.")
    beslut: tuple[str, ...] = Field(
        default=(), title="Beslut", description="Ett beslut per punkt; tomt bara när ett utskott föreslår."
    )
    reservationer: tuple[Reservation, ...] = Field(
        default=(), title="Reservationer", description="Enligt 4 kap. 27 § kommunallagen."
    )
    sarskilt_yttrande: tuple[Yttrande, ...] = Field(
        default=(), title="Särskilda yttranden", description="Yttranden utan reservation."
    )
    protokollsanteckning: tuple[Yttrande, ...] = Field(
        default=(), title="Protokollsanteckningar", description="Anteckningar till protokollet."
    )
    sekretess: Sekretess | None = Field(default=None, title="Sekretess", description="Sekretess i ärendet.")
    beslut_om_bistand: bool = Field(
        default=False,
        title="Beslut om bistånd",
        description="Om beslutet gäller en enskild och överklagas enligt 35 kap. 1 § SoL.",
    )
    tjansteskrivelse: Tjansteskrivelse | None = Field(
        default=None, title="Tjänsteskrivelse", description="Den tjänsteskrivelse som låg till grund."
    )
    expedieras_till: tuple[str, ...] = Field(default=(), title="Expedieras till", description="Mottagarna av beslutet.")
    overklagande_typ: OverklagandeTyp = Field(
        default=OverklagandeTyp.INGEN,
        title="Överklagande",
        description="ingen, laglighetsprovning eller forvaltningsbesvar.",
    )

    @property
    def sekretessbelagt(self) -> bool:
        """Tell whether the matter is secret."""
        return self.sekretess is not None and self.sekretess.aktiv

    def sekretessmarkeringar(self, path: str) -> Mapping[str, Sekretessmarkering]:
        """Return the mark of the matter at ``path``, by its JSON path (R-52)."""
        return {f"{path}.sekretess": self.sekretess} if self.sekretess and self.sekretess.aktiv else {}
