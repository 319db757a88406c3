"""What a protokollsutdrag holds (domain 3.6): one matter of a protocol, with the bodies that handled it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pydantic import Field

from docgen.documents.namnd.arende import HEMLIGA_FALT, Arendedelar, Instans
from docgen.documents.namnd.behandling import Beslutande, Roll
from docgen.documents.namnd.justering import Anslag, Justering
from docgen.documents.namnd.sak import Paragrafer, Sak
from docgen.documents.part import Dag, Part
from docgen.documents.record import Befattningshavare, Dokument, Record, Sekretessmarkering


class Protokoll(Part):
    """The protocol from which the extract is taken."""

    paragraf_from: int = Field(ge=1, le=9999, title="Från och med §", description="Protokollets första paragraf.")
    paragraf_till: int = Field(ge=1, le=9999, title="Till och med §", description="Protokollets sista paragraf.")
    paragrafer: tuple[int, ...] = Field(
        default=(), title="Paragrafer", description="Protokollets alla paragrafer i ordning, om de är kända."
    )
    tjanstgjorde: tuple[str, ...] = Field(
        default=(),
        title="Tjänstgjorde",
        description="Namnen på dem som tjänstgjorde i andra ärenden, t.ex. en justerare som är jävig i detta.",
    )


class Utdragsbestyrkande(Befattningshavare):
    """The one who attests that the extract agrees with the protocol."""

    datum: Dag = Field(title="Datum", description="Dagen då utdraget bestyrks.")


class UtdragDokument(Dokument):
    """The document of a protokollsutdrag."""

    typ: Literal["protokollsutdrag"] = Field(title="Dokumenttyp", description="Alltid protokollsutdrag.")


class Protokollsutdrag(Arendedelar, Record):
    """An extract of a protocol: one paragraph of one body's meeting."""

    dokument: UtdragDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    organ: str = Field(title="Organ", description="Det organ vars protokoll utdraget är ur, så som i instanser.")
    sammantradesdatum: Dag = Field(title="Sammanträdesdatum", description="Organets sammanträde.")
    instanser: tuple[Instans, ...] = Field(
        min_length=1, title="Instanser", description="Raderna i tabellen på varje sida, i ordning."
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
    omedelbart_justerad: bool = Field(
        default=False, title="Omedelbart justerad", description="Om paragrafen justerades vid sammanträdet."
    )
    utdragsbestyrkande: Utdragsbestyrkande | None = Field(
        default=None, title="Utdragsbestyrkande", description="Den som bestyrker utdraget."
    )
    anslag: Anslag | None = Field(default=None, title="Anslag", description="Anslaget om justeringen.")
    protokoll: Protokoll | None = Field(
        default=None, title="Protokoll", description="Vilka paragrafer protokollet omfattar."
    )
    publik: bool = Field(default=False, title="Offentlig version", description="Om utdraget ska kunna publiceras.")
    expedieras_till: tuple[str, ...] = Field(
        min_length=1, title="Expedieras till", description="Mottagarna av beslutet."
    )

    @property
    def egen_instans(self) -> Instans | None:
        """Return the row of the header table that is the extract's own meeting, None when its body is missing.

        A body may have handled the matter before, on another day.
        """
        own = [one for one in self.instanser if one.organ == self.organ]
        return next((one for one in own if one.datum == self.sammantradesdatum), own[0] if own else None)

    @property
    def sak(self) -> Sak:
        """Return the matter for the rules and the view."""
        return Sak(
            path="$",
            delar=self,
            organ=self.organ,
            sammantradesdatum=self.sammantradesdatum,
            instanser=[(f"$.instanser[{index}]", one) for index, one in enumerate(self.instanser)],
            egen=self.egen_instans,
            tjanstgoring="$.beslutande",
            beslutande=[(f"$.beslutande[{index}]", one) for index, one in enumerate(self.beslutande)],
            antal_ledamoter=self.antal_ledamoter,
            diarienummer=self.arende.diarienummer,
            publik=self.publik,
        )

    @property
    def saker(self) -> Sequence[Sak]:
        """Return the one matter."""
        return (self.sak,)

    @property
    def justeringar(self) -> Sequence[Justering]:
        """Return when the protocol was justerat, and the notice of it."""
        return (Justering("$.justerat_datum", self.sammantradesdatum, self.justerat_datum, "$.anslag", self.anslag),)

    @property
    def omfattning(self) -> Paragrafer | None:
        """Return the paragraphs of the protocol, and that the extract's own must be one of them."""
        if self.protokoll is None:
            return None
        first, last, every = self.protokoll.paragraf_from, self.protokoll.paragraf_till, self.protokoll.paragrafer
        own = [(f"{path}.paragraf", one.paragraf) for path, one in self.sak.instanser if one is self.egen_instans]
        return Paragrafer("$.protokoll", first, last, every, [(path, number) for path, number in own if number])

    @property
    def tjanstgjorde(self) -> Sequence[tuple[str, Roll | None]]:
        """Return everyone who served at the meeting."""
        others = self.protokoll.tjanstgjorde if self.protokoll else ()
        return [*((one.namn, one.roll) for one in self.beslutande), *((name, None) for name in others)]

    @property
    def markeringar(self) -> Mapping[str, Sekretessmarkering]:
        """Return the marks of the document and of the matter by their JSON path."""
        return {**super().markeringar, **self.sekretessmarkeringar("$")}

    @property
    def offentlig(self) -> bool:
        """Tell whether this is the version for the public."""
        return self.publik

    @property
    def dolda(self) -> Collection[str]:
        """Return what the version for the public leaves out."""
        return {f"$.{name}" for name in HEMLIGA_FALT} if self.sak.hemlig else ()

    @property
    def egna_platser(self) -> Collection[str]:
        """Return where the protocol is kept (KL 8 kap. 12 §)."""
        return ("$.anslag.forvaringsplats",)

    @property
    def nyckel(self) -> str:
        """Return diarienummer and paragraf, and whether it is the version for the public."""
        own = self.egen_instans
        numbered = f"{super().nyckel} § {own.paragraf}" if own and own.paragraf else super().nyckel
        return f"{numbered} offentlig" if self.publik else numbered
