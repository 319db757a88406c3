"""What a biståndsbeslut holds (domain 3.1-3.3)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.bistandsbeslut.insats import Insats, Uppfoljningskontakt
from docgen.documents.bistandsbeslut.overklagande import Overklagande
from docgen.documents.bistandsbeslut.punkt import BEVILJANDE, Beslutspunkt, Motivering
from docgen.documents.part import Dag, Part
from docgen.documents.record import Befattningshavare, Dokument, Handlaggare, Person, Record
from docgen.documents.uppfoljning.kontakt import BeslutRef


class Satt(StrEnum):
    """How something was said to or by the authority."""

    SKRIFTLIG = "skriftlig"
    MUNTLIG = "muntlig"
    DIGITAL = "digital"


class Ansokan(Part):
    """The application."""

    datum: Dag = Field(title="Inkom", description="Dagen då ansökan kom in.")
    satt: Satt = Field(title="Sätt", description="skriftlig, muntlig eller digital.")
    yrkande: tuple[str, ...] = Field(
        min_length=1,
        title="Yrkanden",
        description="Vad som söks, ett per rad, så som det ska stå efter 'om'.",
    )


class Utredning(Part):
    """The investigation."""

    id: str = Field(title="Utredningens id", description="Id i verksamhetssystemet.")
    lagrum: str = Field(default="utredning", title="Lagrum", description="Begrepp eller id ur lagrumskatalogen.")
    inledd: Dag = Field(title="Inledd", description="Dagen då den inleddes.")
    avslutad: Dag = Field(title="Avslutad", description="Dagen då den avslutades.")


class Kommunicering(Part):
    """How the material was made known to the person before the decision (FL 25 §)."""

    skedd: bool = Field(title="Skedd", description="Om materialet har kommunicerats.")
    datum: Dag | None = Field(default=None, title="Datum", description="Dagen då det skedde.")
    satt: Satt | None = Field(default=None, title="Sätt", description="skriftlig, muntlig eller digital.")
    synpunkter: str | None = Field(default=None, title="Synpunkter", description="Vad den enskilde svarade.")
    muntligt_infor_namnd_informerad: bool = Field(
        default=False,
        title="Informerad om företräde",
        description="Om rätten att tala inför nämnden (14 kap. 8 § SoL).",
    )
    undantag: str | None = Field(default=None, title="Undantag", description="Varför kommunicering inte skett.")


class Forbehall(Part):
    """A condition or a reservation under which the decision may be reconsidered."""

    text: str | None = Field(default=None, title="Text", description="Förbehållet som hel mening.")
    grund: str | None = Field(default=None, title="Grund", description="Behovet som förbehållet knyter an till.")


class Uppfoljning(Part):
    """How the decision is followed up."""

    datum: Dag = Field(title="Senast", description="Dagen då beslutet senast följs upp.")
    ansvarig: str = Field(title="Ansvarig", description="Funktionen som ansvarar, t.ex. ansvarig socialsekreterare.")
    hur: str = Field(title="Hur", description="Hur uppföljningen sker, som hel mening.")


class TidigareBeslut(BeslutRef):
    """The decision that is changed, ended or extended."""

    innehall: str = Field(title="Innehåll", description="Vad det gav, så som det ska stå efter 'beslutet om'.")
    tills_vidare: bool = Field(default=False, title="Tills vidare", description="Om det gällde tills vidare.")
    till: Dag | None = Field(default=None, title="Till och med", description="Sista dagen det gällde.")


class AvvikandeMening(Part):
    """A dissenting opinion (FL 30 §)."""

    av: str = Field(title="Av", description="Namnet på den som har avvikande mening.")
    text: str = Field(title="Text", description="Meningen i sin helhet.")


class Verkstallighet(Part):
    """When the decision takes effect (SoL 35 kap. 5 §)."""

    omedelbart: bool = Field(title="Omedelbart", description="Om beslutet gäller omedelbart.")
    planerad_start: Dag | None = Field(default=None, title="Planerad start", description="När insatsen börjar.")


class DoljBeslutsfattare(Part):
    """Leaves the names of deciders out of the letter, never out of the file copy (FL 33 § fourth paragraph)."""

    aktiv: bool = Field(title="Aktiv", description="Om namnen ska utelämnas i brevet.")
    skal: str | None = Field(default=None, title="Skäl", description="Risken för hot; står bara i akten.")


class Niva(StrEnum):
    """Who decided."""

    NAMND = "namnd"
    UTSKOTT = "utskott"
    DELEGAT = "delegat"


class Beslutsfattare(Befattningshavare):
    """The one who decided."""

    niva: Niva = Field(title="Nivå", description="namnd, utskott eller delegat.")
    delegation_ref: str | None = Field(
        default=None,
        title="Delegation",
        description="Punkten i delegationsordningen; krävs för delegat och utskott.",
    )


class Underskrift(Part):
    """How the decision is signed."""

    typ: Literal["elektronisk", "penna"] = Field(title="Typ", description="elektronisk eller penna.")
    datum: Dag = Field(title="Datum", description="Dagen då beslutet undertecknas.")


class Delgivning(Part):
    """How the person is served the decision."""

    satt: str = Field(title="Sätt", description="T.ex. vanlig delgivning med mottagningsbevis.")
    datum: Dag | None = Field(default=None, title="Datum", description="Dagen då det skedde.")


class BeslutDokument(Dokument):
    """The document of a biståndsbeslut."""

    typ: Literal["bistandsbeslut"] = Field(title="Dokumenttyp", description="Alltid bistandsbeslut.")


class Bistandsbeslut(Record):
    """A decision on bistånd with one or more points."""

    dokument: BeslutDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    person: Person = Field(title="Den enskilde", description="Den som beslutet gäller.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som läsaren kan vända sig till.")
    beslutsdatum: Dag = Field(title="Beslutsdatum", description="Dagen för beslutet; avgör vilken lag som gäller.")
    ansokan: Ansokan | None = Field(
        default=None,
        title="Ansökan",
        description="Vad som söktes och när. Utelämnas när nämnden själv tar upp ett tidigare beslut.",
    )
    utredning: Utredning = Field(title="Utredning", description="Utredningen som beslutet bygger på.")
    kommunicering: Kommunicering = Field(title="Kommunicering", description="Enligt 25 § FL.")
    insatser: tuple[Insats, ...] = Field(default=(), title="Insatser", description="Insatserna som punkterna gäller.")
    beslut: tuple[Beslutspunkt, ...] = Field(min_length=1, title="Beslut", description="Beslutspunkterna i ordning.")
    motivering: tuple[Motivering, ...] = Field(default=(), title="Skäl", description="Skälen för varje punkt.")
    forbehall: tuple[Forbehall, ...] = Field(default=(), title="Förbehåll", description="Villkor och förbehåll.")
    uppfoljning: Uppfoljning | None = Field(default=None, title="Uppföljning", description="Krävs när något beviljas.")
    tidigare_beslut: TidigareBeslut | None = Field(
        default=None, title="Tidigare beslut", description="Krävs vid ändring, upphörande och förlängning."
    )
    beslutsfattare: Beslutsfattare = Field(title="Beslutsfattare", description="Den som beslutade.")
    foredragande: Befattningshavare | None = Field(default=None, title="Föredragande", description="Enligt 31 § FL.")
    deltog_utan_avgorande: tuple[Befattningshavare, ...] = Field(
        default=(), title="Deltog i handläggningen", description="Utan att delta i avgörandet (31 § FL)."
    )
    avvikande_mening: tuple[AvvikandeMening, ...] = Field(
        default=(), title="Avvikande mening", description="Enligt 30 § FL."
    )
    verkstallighet: Verkstallighet = Field(title="Verkställighet", description="När beslutet börjar gälla.")
    overklagande: Overklagande | None = Field(
        default=None, title="Överklagande", description="Krävs när någon punkt går den enskilde emot."
    )
    dolj_beslutsfattare: DoljBeslutsfattare | None = Field(
        default=None, title="Dölj beslutsfattare", description="Enligt 33 § fjärde stycket FL."
    )
    underskrift: Underskrift = Field(title="Underskrift", description="Hur beslutet undertecknas.")
    expedieras_till: tuple[str, ...] = Field(min_length=1, title="Expedieras till", description="Mottagarna.")
    delgivning: Delgivning | None = Field(default=None, title="Delgivning", description="Om delgivning sker.")

    @property
    def insats_per_id(self) -> Mapping[str, Insats]:
        """Return the insatser by their id."""
        return {one.id: one for one in self.insatser}

    @property
    def beviljade(self) -> Sequence[tuple[str, Insats]]:
        """Return ``(path, insats)`` for each insats that the decision gives, once."""
        granted = {punkt.insats_ref for punkt in self.beslut if punkt.utfall in BEVILJANDE}
        return [(f"$.insatser[{at}]", one) for at, one in enumerate(self.insatser) if one.id in granted]

    @property
    def kontakter(self) -> Sequence[tuple[str, Uppfoljningskontakt]]:
        """Return ``(path, contact)`` for each follow-up contact of the record."""
        return [
            (f"$.insatser[{at}].uppfoljningskontakt", one.uppfoljningskontakt)
            for at, one in enumerate(self.insatser)
            if one.uppfoljningskontakt is not None
        ]

    @property
    def punkter_emot(self) -> Sequence[Beslutspunkt]:
        """Return the points that go against the person."""
        return [one for one in self.beslut if one.gar_emot]

    @property
    def namn_att_dolja(self) -> Sequence[str]:
        """Return the names that the letter must not show; empty unless dolj_beslutsfattare is active."""
        if self.dolj_beslutsfattare is None or not self.dolj_beslutsfattare.aktiv:
            return []
        people = [self.beslutsfattare, self.handlaggare, self.foredragande, *self.deltog_utan_avgorande]
        return [one.namn for one in people if one is not None] + [one.av for one in self.avvikande_mening]
