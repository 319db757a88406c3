"""What a tjänsteskrivelse holds (domain 3.6): the administration's proposal to a board, and what it rests on."""

from typing import Literal

from pydantic import Field

from docgen.documents.bilaga import Bilaga
from docgen.documents.part import Dag, Nummer, Part
from docgen.documents.record import Befattningshavare, Dokument, Handlaggare, Record


class Underlag(Part):
    """A document that the proposal rests on."""

    titel: str = Field(title="Titel", description="T.ex. Utredning om eftervård.")
    datum: Dag = Field(title="Datum", description="Handlingens dag.")


class Foredragningspunkt(Part):
    """How the matter stands in the agenda of the meeting (R-91)."""

    sammantradesdatum: Dag = Field(title="Sammanträde", description="Dagen då organet ska behandla ärendet.")
    rubrik: str = Field(title="Rubrik", description="Ärendets rubrik i föredragningslistan.")
    dnr: Nummer = Field(title="Diarienummer", description="Ärendets diarienummer i föredragningslistan.")


class SkrivelseDokument(Dokument):
    """The document of a tjänsteskrivelse."""

    typ: Literal["tjansteskrivelse"] = Field(title="Dokumenttyp", description="Alltid tjansteskrivelse.")


class Tjansteskrivelse(Record):
    """A memorandum to a board with a proposal for its decision."""

    dokument: SkrivelseDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    er_beteckning: Nummer | None = Field(
        default=None, title="Er beteckning", description="Mottagarens eller motpartens beteckning."
    )
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som har berett ärendet.")
    till_organ: str = Field(title="Till", description="Organet som skrivelsen ställs till, t.ex. Socialnämnden.")
    rubrik: str = Field(title="Rubrik", description="Ärendets rubrik, samma som i protokollet.")
    foredragningslista: Foredragningspunkt | None = Field(
        default=None, title="Föredragningslista", description="Ärendet så som det står där, om det är anmält."
    )
    forslag_till_beslut: tuple[str, ...] = Field(
        min_length=1,
        title="Förslag till beslut",
        description="Ett beslut per punkt. Alla börjar med organet, eller alla med ordet att.",
    )
    sammanfattning: str = Field(title="Sammanfattning", description="Ärendet i korthet.")
    arendebeskrivning: str = Field(title="Ärendebeskrivning", description="Bakgrund och vad som har kommit fram.")
    bedomning: str | None = Field(default=None, title="Bedömning", description="Förvaltningens bedömning.")
    ekonomi: str | None = Field(default=None, title="Ekonomi", description="Kostnader och hur de täcks.")
    barnperspektiv: str | None = Field(
        default=None, title="Barnperspektiv", description="Vad beslutet betyder för barn."
    )
    jamstalldhet: str | None = Field(
        default=None, title="Jämställdhet", description="Vad beslutet betyder för kvinnor och män."
    )
    beslutsunderlag: tuple[Underlag, ...] = Field(
        min_length=1, title="Beslutsunderlag", description="Handlingarna som förslaget bygger på."
    )
    bilagor: tuple[Bilaga, ...] = Field(default=(), title="Bilagor", description="Det som följer med skrivelsen.")
    beslut_skickas_till: tuple[str, ...] = Field(
        min_length=1, title="Beslut skickas till", description="De som ska få beslutet."
    )
    underskrift: tuple[Befattningshavare, ...] = Field(
        min_length=2, title="Underskrift", description="Förvaltningschefen och handläggaren, i den ordningen."
    )
