"""What a protokollsutdrag holds (domain 3.6): one matter of a protocol, with the bodies that handled it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.part import Dag, Nummer, Part
from docgen.documents.protokollsutdrag.behandling import (
    Beslutande,
    ForslagUtskott,
    Jav,
    Omrostning,
    Reservation,
    Yrkande,
    Yttrande,
)
from docgen.documents.protokollsutdrag.textblock import Text
from docgen.documents.record import Befattningshavare, Dokument, Record, Sekretessmarkering

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
    """The appeal information that goes with the extract (R-13)."""

    INGEN = "ingen"
    LAGLIGHETSPROVNING = "laglighetsprovning"
    FORVALTNINGSBESVAR = "forvaltningsbesvar"


class Instans(Part):
    """One row of the header table: a body that handled the matter, with its own paragraph and pages."""

    organ: str = Field(title="Organ", description="T.ex. Allmänna utskottet.")
    niva: Niva = Field(title="Nivå", description="beredning, utskott eller namnd.")
    datum: Dag = Field(title="Beslutsdatum", description="Sammanträdets eller beredningens dag.")
    paragraf: int | None = Field(
        default=None, ge=1, title="Paragraf", description="Utelämnas för organ utan egna paragrafer."
    )
    sida_start: int | None = Field(
        default=None, ge=1, title="Första sida", description="I organets protokoll; utdragets första sida."
    )
    sida_slut: int | None = Field(
        default=None, ge=1, title="Sista sida", description="I organets protokoll; utdragets sista sida."
    )


class Anslag(Part):
    """The notice on the anslagstavla that the protocol is justerat (KL 8 kap. 12 §)."""

    uppsatt: Dag = Field(title="Uppsatt", description="Dagen då justeringen tillkännagavs.")
    nedtas: Dag = Field(title="Tas ned", description="Tidigast dagen efter överklagandetidens slut.")
    forvaringsplats: str = Field(title="Förvaringsplats", description="Var protokollet förvaras.")


class Protokoll(Part):
    """The protocol from which the extract is taken."""

    paragraf_from: int = Field(ge=1, le=9999, title="Från och med §", description="Protokollets första paragraf.")
    paragraf_till: int = Field(ge=1, le=9999, title="Till och med §", description="Protokollets sista paragraf.")
    paragrafer: tuple[int, ...] = Field(
        default=(), title="Paragrafer", description="Protokollets alla paragrafer i ordning, om de är kända."
    )


class Sekretess(Sekretessmarkering):
    """Whether the matter is secret, and by which provision (R-52, R-53)."""

    aktiv: bool = Field(title="Aktiv", description="Om ärendet inte får redovisas i en offentlig version.")


class Tjansteskrivelse(Part):
    """The memorandum that the matter was put with (R-91)."""

    dnr: Nummer = Field(title="Diarienummer", description="Tjänsteskrivelsens diarienummer.")
    rubrik: str = Field(title="Rubrik", description="Tjänsteskrivelsens rubrik.")


class Utdragsbestyrkande(Befattningshavare):
    """The one who attests that the extract agrees with the protocol."""

    datum: Dag = Field(title="Datum", description="Dagen då utdraget bestyrks.")


class UtdragDokument(Dokument):
    """The document of a protokollsutdrag."""

    typ: Literal["protokollsutdrag"] = Field(title="Dokumenttyp", description="Alltid protokollsutdrag.")


class Protokollsutdrag(Record):
    """An extract of a protocol: one paragraph of one body's meeting."""

    dokument: UtdragDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    organ: str = Field(title="Organ", description="Det organ vars protokoll utdraget är ur, så som i instanser.")
    sammantradesdatum: Dag = Field(title="Sammanträdesdatum", description="Organets sammanträde.")
    instanser: tuple[Instans, ...] = Field(
        min_length=1, title="Instanser", description="Raderna i tabellen på varje sida, i ordning."
    )
    rubrik: str = Field(title="Rubrik", description="Ärendets rubrik, samma som i tjänsteskrivelsen.")
    bilagor: tuple[str, ...] = Field(default=(), title="Bilagor", description="Bilagornas titlar.")
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
    beslutande: tuple[Beslutande, ...] = Field(
        default=(), title="Beslutande", description="De som tjänstgjorde i ärendet; skrivs ut i protokollet."
    )
    antal_ledamoter: int | None = Field(
        default=None, ge=1, title="Antal ledamöter", description="Organets platser, för beslutförheten."
    )
    justerare: tuple[str, ...] = Field(
        min_length=1, title="Justerare", description="Namnen på dem som justerat utöver ordföranden."
    )
    justerat_datum: Dag = Field(title="Justerat", description="Dagen då protokollet justerades.")
    utdragsbestyrkande: Utdragsbestyrkande | None = Field(
        default=None, title="Utdragsbestyrkande", description="Den som bestyrker utdraget."
    )
    anslag: Anslag | None = Field(default=None, title="Anslag", description="Anslaget om justeringen.")
    protokoll: Protokoll | None = Field(
        default=None, title="Protokoll", description="Vilka paragrafer protokollet omfattar."
    )
    sekretess: Sekretess | None = Field(default=None, title="Sekretess", description="Sekretess i ärendet.")
    publik: bool = Field(default=False, title="Offentlig version", description="Om utdraget ska kunna publiceras.")
    beslut_om_bistand: bool = Field(
        default=False,
        title="Beslut om bistånd",
        description="Om beslutet gäller en enskild och överklagas enligt 35 kap. 1 § SoL.",
    )
    tjansteskrivelse: Tjansteskrivelse | None = Field(
        default=None, title="Tjänsteskrivelse", description="Den tjänsteskrivelse som låg till grund."
    )
    expedieras_till: tuple[str, ...] = Field(
        min_length=1, title="Expedieras till", description="Mottagarna av beslutet."
    )
    overklagande_typ: OverklagandeTyp = Field(
        default=OverklagandeTyp.INGEN,
        title="Överklagande",
        description="ingen, laglighetsprovning eller forvaltningsbesvar.",
    )

    @property
    def egen_instans(self) -> Instans | None:
        """Return the row of the header table that is the extract's own body, None when it is missing."""
        return next((one for one in self.instanser if one.organ == self.organ), None)

    @property
    def foreslar_bara(self) -> bool:
        """Tell whether the extract's own body is one that prepares the matter and only proposes a decision."""
        own = self.egen_instans
        prepares = own is not None and own.niva is not Niva.NAMND
        return prepares and self.forslag_utskott is not None and not self.beslut

    @property
    def jav_har(self) -> tuple[Jav, ...]:
        """Return those who were disqualified in the extract's own paragraph."""
        own = self.egen_instans.paragraf if self.egen_instans else None
        return tuple(one for one in self.jav if one.paragraf in {None, own})

    @property
    def markeringar(self) -> Mapping[str, Sekretessmarkering]:
        """Return the marks of the document and of the matter by their JSON path."""
        matter = {"$.sekretess": self.sekretess} if self.sekretess and self.sekretess.aktiv else {}
        return {**super().markeringar, **matter}

    @property
    def hemligt(self) -> bool:
        """Tell whether the body must be left out: a public version of a secret matter (R-53)."""
        return self.publik and self.sekretess is not None and self.sekretess.aktiv

    @property
    def nyckel(self) -> str:
        """Return diarienummer and paragraf, and whether it is the version for the public."""
        own = self.egen_instans
        numbered = f"{super().nyckel} § {own.paragraf}" if own and own.paragraf else super().nyckel
        return f"{numbered} offentlig" if self.publik else numbered
