"""What every record has: the document, the matter, the people and the remarks that were accepted (domain 3.0)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.documents.part import Dag, Fodelsedag, Nummer, Part

Regel = Annotated[str, Field(pattern=r"^R-\d{2,3}[a-z]?$")]


class Status(StrEnum):
    """How far the document has come; a draft is marked on every page."""

    UTKAST = "utkast"
    UPPRATTAD = "upprattad"
    EXPEDIERAD = "expedierad"


class Skydd(StrEnum):
    """How the person's whereabouts are protected."""

    INGEN = "ingen"
    SEKRETESSMARKERING = "sekretessmarkering"
    SKYDDAD_FOLKBOKFORING = "skyddad_folkbokforing"


class Sekretessmarkering(Part):
    """The mark of OSL 5 kap. 5 §; all three parts are needed (R-52)."""

    lagrum: str | None = Field(default=None, title="Lagrum", description="Bestämmelsen, t.ex. 26 kap. 1 § OSL.")
    datum: Dag | None = Field(default=None, title="Datum", description="Dagen då markeringen gjordes.")
    myndighet: str | None = Field(default=None, title="Myndighet", description="Den som gjorde markeringen.")


class Dokument(Part):
    """The document itself."""

    typ: str = Field(title="Dokumenttyp", description="Dokumenttypens namn, t.ex. bistandsbeslut.")
    titel: str | None = Field(default=None, title="Titel", description="Egen rubrik; annars dokumenttypens.")
    datum: Dag = Field(title="Datum", description="Dagen som står på dokumentet, ÅÅÅÅ-MM-DD.")
    version: int = Field(default=1, ge=1, le=999, title="Version", description="Höjs när dokumentet görs om.")
    status: Status = Field(default=Status.UPPRATTAD, title="Status", description="Ett utkast märks på varje sida.")
    sekretessmarkering: Sekretessmarkering | None = Field(
        default=None,
        title="Sekretessmarkering",
        description="Bestämmelse, datum och myndighet (5 kap. 5 § OSL).",
    )


class Arende(Part):
    """The matter: two registers that must be kept apart."""

    diarienummer: Nummer = Field(title="Diarienummer", description="Nämndens diarienummer, t.ex. SN 2026/0412.")
    arendenummer: Nummer | None = Field(
        default=None, title="Ärendenummer", description="Verksamhetssystemets nummer på ärendet."
    )


class Befattningshavare(Part):
    """Someone who acts for the authority."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    titel: str = Field(title="Titel", description="Befattning, t.ex. socialsekreterare.")


class Handlaggare(Befattningshavare):
    """The caseworker whom the reader can turn to."""

    telefon: str | None = Field(default=None, title="Telefon", description="Direktnummer i tjänsten.")
    epost: str | None = Field(default=None, title="E-post", description="Adress i tjänsten.")


class Adress(Part):
    """A postal address in Sweden or abroad."""

    co: str | None = Field(default=None, title="c/o", description="Namn efter c/o.")
    gata: str = Field(title="Gata eller box", description="Gatuadress, box eller motsvarande.")
    postnummer: str = Field(title="Postnummer", description="Fem siffror i Sverige, t.ex. 123 45.")
    ort: str = Field(title="Ort", description="Postort.")
    land: str | None = Field(default=None, title="Land", description="Skrivs bara ut om brevet går utomlands.")


class IdTyp(StrEnum):
    """The numbers a person can be known by."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    RESERVNUMMER = "reservnummer"


class Person(Part):
    """The person whom the document is about."""

    fornamn: str = Field(title="Förnamn", description="Tilltalsnamn eller alla förnamn.")
    efternamn: str = Field(title="Efternamn", description="Efternamn.")
    id_typ: IdTyp = Field(title="Typ av nummer", description="personnummer, samordningsnummer eller reservnummer.")
    id_nummer: str = Field(title="Nummer", description="Personnummer, t.ex. 19121212-1212, eller motsvarande.")
    fodelsedatum: Fodelsedag | None = Field(
        default=None, title="Födelsedatum", description="Krävs när numret är ett reservnummer."
    )
    adress: Adress | None = Field(default=None, title="Adress", description="Utelämnas när personen är skyddad.")
    telefon: str | None = Field(default=None, title="Telefon", description="Utelämnas när personen är skyddad.")
    epost: str | None = Field(default=None, title="E-post", description="Utelämnas när personen är skyddad.")
    skydd: Skydd = Field(default=Skydd.INGEN, title="Skydd", description="Hur personuppgifterna är skyddade.")
    formedling: tuple[str, ...] = Field(
        default=(),
        max_length=4,
        title="Förmedling",
        description="Adressrader för förmedling av post när personen är skyddad, i stället för adressen.",
    )
    sprak: str | None = Field(default=None, title="Språk", description="Personens språk, t.ex. arabiska.")
    tolkbehov: bool = Field(default=False, title="Tolkbehov", description="Om tolk behövs (13 § FL).")

    @property
    def namn(self) -> str:
        """Return the full name as it is written in a letter."""
        return f"{self.fornamn} {self.efternamn}"


class GodkandAnmarkning(Part):
    """A warning that someone has considered and accepted; it is kept in the report of the run."""

    regel: Regel = Field(title="Regel", description="Regelns nummer, t.ex. R-88.")
    skal: str = Field(title="Skäl", description="Varför anmärkningen kan godtas.")


class Enhet(StrEnum):
    """The unit of a period that is counted from another event."""

    DAG = "dag"
    VECKA = "vecka"
    MANAD = "manad"


class Ankare(StrEnum):
    """The event a relative period is counted from."""

    BEHANDLINGENS_SLUT = "behandlingens_slut"
    VERKSTALLIGHETENS_START = "verkstallighetens_start"


class RelativPeriod(Part):
    """A length counted from an event whose day is not yet known."""

    antal: int = Field(ge=1, le=365, title="Antal", description="Hur många enheter.")
    enhet: Enhet = Field(title="Enhet", description="dag, vecka eller manad.")
    ankare: Ankare = Field(title="Räknas från", description="Händelsen som perioden räknas från.")


class Period(Part):
    """From a day to a day, until further notice, or relative to an event (R-05)."""

    from_: Dag | None = Field(
        default=None,
        alias="from",
        title="Från och med",
        description="Första dagen. Utelämnas vid relativ period.",
    )
    till: Dag | None = Field(default=None, title="Till och med", description="Sista dagen.")
    tills_vidare: bool = Field(default=False, title="Tills vidare", description="Om ingen sista dag är bestämd.")
    relativ: RelativPeriod | None = Field(
        default=None, title="Relativ period", description="Längd räknad från en händelse."
    )


class Record(Part):
    """The root of every record."""

    schema_: str | None = Field(
        default=None,
        alias="$schema",
        title="JSON Schema",
        description="Adress till schemat, för redigeraren.",
    )
    dokument: Dokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    arende: Arende = Field(title="Ärende", description="Ärendets nummer i register och system.")
    anmarkning_godkand: tuple[GodkandAnmarkning, ...] = Field(
        default=(), title="Godkända anmärkningar", description="Varningar som någon har tagit ställning till."
    )

    @model_validator(mode="after")
    def _one_acceptance_per_rule(self) -> Self:
        rules = [one.regel for one in self.anmarkning_godkand]
        if len(rules) != len(set(rules)):
            raise PydanticCustomError("F-07", "duplicate acceptance")
        return self

    @property
    def markeringar(self) -> Mapping[str, Sekretessmarkering]:
        """Return the secrecy marks by their JSON path; each must be whole (R-52)."""
        mark = self.dokument.sekretessmarkering
        return {"$.dokument.sekretessmarkering": mark} if mark else {}

    @property
    def i_eget_diarium(self) -> bool:
        """Tell whether the matter is in the registers of the organisation that makes the document."""
        return True

    @property
    def nyckel(self) -> str:
        """Return the number the record is known by: ärendenummer where there is one, else diarienummer."""
        return self.arende.arendenummer or self.arende.diarienummer
