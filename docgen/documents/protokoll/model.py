"""What a protokoll holds (domain 3.6): a meeting, who was there, and every matter with its decision."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pydantic import Field

from docgen.documents.mote import Klockslag
from docgen.documents.namnd.arende import HEMLIGA_FALT, Arendedelar, Instans, Niva
from docgen.documents.namnd.behandling import Roll
from docgen.documents.namnd.justering import Justering, UndertecknatAnslag
from docgen.documents.namnd.sak import Paragrafer, Sak
from docgen.documents.part import Dag, Nummer, Part
from docgen.documents.protokoll.deltagare import Ersattare, OvrigDeltagande, Tjanstgorande
from docgen.documents.record import Befattningshavare, Dokument, Record, Sekretessmarkering


class Ajournering(Part):
    """A break in the meeting."""

    fran: Klockslag = Field(title="Från", description="Klockslag, t.ex. 14.15.")
    till: Klockslag = Field(title="Till", description="Klockslag, t.ex. 14.30.")


class Protokollsjustering(Part):
    """When and where the protocol is signed, and what was justerat at once at the meeting."""

    plats: str = Field(title="Plats", description="Var protokollet justeras.")
    datum: Dag = Field(title="Datum", description="Dagen då protokollet justeras.")
    tid: Klockslag | None = Field(default=None, title="Tid", description="Klockslag, t.ex. 16.00.")
    elektronisk: bool = Field(
        default=False,
        title="Elektronisk",
        description="Om protokollet undertecknas elektroniskt i stället för med penna.",
    )
    omedelbar_paragrafer: tuple[int, ...] = Field(
        default=(), title="Omedelbart justerade", description="De paragrafer som justerades vid sammanträdet."
    )


class BestalldaUtdrag(Part):
    """The extracts that are made with the protocol: of every matter that is sent to someone, or of some."""

    bestyrks_av: Befattningshavare = Field(title="Bestyrks av", description="Den som bestyrker utdragen.")
    datum: Dag = Field(title="Datum", description="Dagen då utdragen bestyrks.")
    alla: bool = Field(default=False, title="Alla", description="Ett utdrag för varje ärende som expedieras.")
    paragrafer: tuple[int, ...] = Field(
        default=(), title="Paragrafer", description="De paragrafer som det görs utdrag av, i stället för alla."
    )


class Protokollsarende(Arendedelar):
    """One paragraph of the protocol."""

    paragraf: int = Field(ge=1, le=9999, title="Paragraf", description="Ärendets nummer i protokollet.")
    dnr: Nummer | None = Field(
        default=None,
        title="Diarienummer",
        description="Ärendets diarienummer; utelämnas i formella ärenden, t.ex. val av justerare.",
    )
    tidigare_instanser: tuple[Instans, ...] = Field(
        default=(), title="Tidigare instanser", description="De organ som har behandlat ärendet förut, i ordning."
    )
    sida_start: int | None = Field(
        default=None, ge=1, title="Första sida", description="Paragrafens första sida i protokollet, för utdraget."
    )
    sida_slut: int | None = Field(
        default=None, ge=1, title="Sista sida", description="Paragrafens sista sida i protokollet, för utdraget."
    )


class ProtokollDokument(Dokument):
    """The document of a protokoll."""

    typ: Literal["protokoll"] = Field(title="Dokumenttyp", description="Alltid protokoll.")


class Sammantradesprotokoll(Record):
    """The protocol of one meeting of a board or a committee."""

    dokument: ProtokollDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    organ: str = Field(title="Organ", description="T.ex. Socialnämnden.")
    niva: Niva = Field(default=Niva.NAMND, title="Nivå", description="beredning, utskott eller namnd.")
    sammantradesdatum: Dag = Field(title="Sammanträdesdatum", description="Sammanträdets dag.")
    start: Klockslag = Field(title="Start", description="Klockslag, t.ex. 13.00.")
    slut: Klockslag = Field(title="Slut", description="Klockslag, t.ex. 16.15.")
    ajournering: tuple[Ajournering, ...] = Field(default=(), title="Ajournering", description="Pauser i sammanträdet.")
    plats: str = Field(title="Plats", description="Var organet sammanträder.")
    beslutande: tuple[Tjanstgorande, ...] = Field(
        default=(), title="Beslutande", description="De som tjänstgjorde, ordföranden först."
    )
    antal_ledamoter: int | None = Field(
        default=None, ge=1, title="Antal ledamöter", description="Organets platser, för beslutförheten."
    )
    ersattare_ej_tjg: tuple[Ersattare, ...] = Field(
        default=(), title="Ersättare som inte tjänstgör", description="Närvarande ersättare som inte tjänstgjorde."
    )
    ovriga_deltagande: tuple[OvrigDeltagande, ...] = Field(
        default=(), title="Övriga deltagande", description="Tjänstepersoner och andra som var med."
    )
    narvaroratt: tuple[OvrigDeltagande, ...] = Field(
        default=(), title="Närvarorätt", description="De som har rätt att närvara utan att delta i besluten."
    )
    sekreterare: Befattningshavare = Field(title="Sekreterare", description="Den som förde protokollet.")
    justerare: tuple[str, ...] = Field(
        min_length=1, title="Justerare", description="De som utsetts att justera jämte ordföranden."
    )
    justering: Protokollsjustering = Field(title="Justering", description="När och var protokollet justeras.")
    paragraf_from: int = Field(ge=1, le=9999, title="Från och med §", description="Protokollets första paragraf.")
    paragraf_till: int = Field(ge=1, le=9999, title="Till och med §", description="Protokollets sista paragraf.")
    forra_protokollet_till: int | None = Field(
        default=None,
        ge=1,
        le=9999,
        title="Förra protokollets sista §",
        description="Årets förra protokoll, om det är känt.",
    )
    paragraf_pa_ny_sida: bool = Field(
        default=False, title="Paragraf på ny sida", description="Om varje paragraf börjar på en ny sida."
    )
    arenden: tuple[Protokollsarende, ...] = Field(min_length=1, title="Ärenden", description="Paragraferna i ordning.")
    anslag: UndertecknatAnslag | None = Field(
        default=None, title="Anslag", description="Anslaget om justeringen; krävs när protokollet är justerat."
    )
    omedelbart_anslag: UndertecknatAnslag | None = Field(
        default=None, title="Omedelbart anslag", description="Anslaget om de paragrafer som justerades omedelbart."
    )
    utdrag: BestalldaUtdrag | None = Field(
        default=None, title="Utdrag", description="De protokollsutdrag som görs samtidigt."
    )
    publik: bool = Field(default=False, title="Offentlig version", description="Om protokollet ska kunna publiceras.")

    @property
    def omedelbara(self) -> frozenset[int]:
        """Return the paragraphs that were justerade at the meeting."""
        return frozenset(self.justering.omedelbar_paragrafer)

    @property
    def senare(self) -> tuple[int, ...]:
        """Return the paragraphs that were justerade after the meeting; those of a protocol justerat as a whole too."""
        every = [one.paragraf for one in self.arenden]
        return tuple(number for number in every if number not in self.omedelbara)

    def tjanstgor(self, paragraf: int) -> Sequence[tuple[str, Tjanstgorande]]:
        """Return those who served in a paragraph, by the JSON path of each."""
        return [
            (f"$.beslutande[{index}]", one)
            for index, one in enumerate(self.beslutande)
            if not one.paragrafer or paragraf in one.paragrafer
        ]

    def instanser(self, arende: Protokollsarende) -> tuple[Instans, ...]:
        """Return the bodies that handled a matter, this one last."""
        own = Instans(
            organ=self.organ,
            niva=self.niva,
            datum=self.sammantradesdatum,
            paragraf=arende.paragraf,
            sida_start=arende.sida_start,
            sida_slut=arende.sida_slut,
        )
        return (*arende.tidigare_instanser, own)

    def diarienummer(self, arende: Protokollsarende) -> str:
        """Return the number of a matter; a formal one stands under that of the protocol."""
        return arende.dnr or self.arende.diarienummer

    @property
    def saker(self) -> Sequence[Sak]:
        """Return the matters for the rules and the view."""
        return [self._sak(index, one) for index, one in enumerate(self.arenden)]

    def _sak(self, index: int, arende: Protokollsarende) -> Sak:
        path, serving, bodies = f"$.arenden[{index}]", self.tjanstgor(arende.paragraf), self.instanser(arende)
        earlier = [f"{path}.tidigare_instanser[{at}]" for at, _ in enumerate(arende.tidigare_instanser)]
        return Sak(
            path=path,
            delar=arende,
            organ=self.organ,
            sammantradesdatum=self.sammantradesdatum,
            instanser=list(zip([*earlier, path], bodies, strict=True)),
            egen=bodies[-1],
            tjanstgoring="$.beslutande" if len(serving) == len(self.beslutande) else f"{path}.paragraf",
            beslutande=serving,
            antal_ledamoter=self.antal_ledamoter,
            diarienummer=self.diarienummer(arende),
            publik=self.publik,
        )

    @property
    def justeringar(self) -> Sequence[Justering]:
        """Return the justering after the meeting, and the one at the meeting if there was one."""
        day = self.sammantradesdatum
        later = Justering("$.justering.datum", day, self.justering.datum, "$.anslag", self.anslag)
        at_once = Justering("$.sammantradesdatum", day, day, "$.omedelbart_anslag", self.omedelbart_anslag)
        return [later, *([at_once] if self.omedelbara else [])]

    @property
    def omfattning(self) -> Paragrafer:
        """Return the paragraphs of the protocol, and every place where some of them are named."""
        lists = {
            "$.justering.omedelbar_paragrafer": self.justering.omedelbar_paragrafer,
            "$.utdrag.paragrafer": self.utdrag.paragrafer if self.utdrag else (),
        }
        for name in ("beslutande", "ovriga_deltagande", "narvaroratt"):
            lists |= {f"$.{name}[{at}].paragrafer": one.paragrafer for at, one in enumerate(getattr(self, name))}
        named = [(f"{path}[{at}]", number) for path, numbers in lists.items() for at, number in enumerate(numbers)]
        every = [one.paragraf for one in self.arenden]
        return Paragrafer("$.arenden", self.paragraf_from, self.paragraf_till, every, named)

    @property
    def tjanstgjorde(self) -> Sequence[tuple[str, Roll | None]]:
        """Return everyone who served at the meeting."""
        return [(one.namn, one.roll) for one in self.beslutande]

    @property
    def markeringar(self) -> Mapping[str, Sekretessmarkering]:
        """Return the marks of the document and of every matter by their JSON path."""
        matters = [one.delar.sekretessmarkeringar(one.path) for one in self.saker]
        return {**super().markeringar, **{path: mark for marks in matters for path, mark in marks.items()}}

    @property
    def hemliga(self) -> frozenset[int]:
        """Return the paragraphs that a version for the public does not show."""
        return frozenset(one.paragraf for one in self.arenden if self.publik and one.sekretessbelagt)

    def doljs(self, deltagande: OvrigDeltagande) -> bool:
        """Tell whether someone was there in secret matters alone, and so is not named to the public."""
        return bool(deltagande.paragrafer) and self.hemliga.issuperset(deltagande.paragrafer)

    @property
    def offentlig(self) -> bool:
        """Tell whether this is the version for the public."""
        return self.publik

    @property
    def dolda(self) -> Collection[str]:
        """Return what the version for the public leaves out."""
        bodies = {f"{one.path}.{name}" for one in self.saker if one.hemlig for name in HEMLIGA_FALT}
        lists = {"ovriga_deltagande": self.ovriga_deltagande, "narvaroratt": self.narvaroratt}
        people = {f"$.{name}[{at}]" for name, some in lists.items() for at, one in enumerate(some) if self.doljs(one)}
        return bodies | people

    @property
    def egna_platser(self) -> Collection[str]:
        """Return where the body meets and the protocol is signed and kept."""
        kept = ("$.anslag.forvaringsplats", "$.omedelbart_anslag.forvaringsplats")
        return ("$.plats", "$.justering.plats", *kept)

    @property
    def nyckel(self) -> str:
        """Return the number of the protocol, its paragraphs, and whether it is the version for the public."""
        key = f"{super().nyckel} § {self.paragraf_from}-{self.paragraf_till}"
        return f"{key} offentlig" if self.publik else key
