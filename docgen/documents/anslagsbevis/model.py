"""What an anslagsbevis holds (domain 3.6): the notice on the anslagstavla that a protocol is justerat."""

from collections.abc import Collection, Sequence
from typing import Annotated, Literal

from pydantic import Field

from docgen.documents.namnd.justering import Justering, UndertecknatAnslag
from docgen.documents.namnd.sak import Sak
from docgen.documents.part import Dag
from docgen.documents.record import Dokument, Record

Paragraf = Annotated[int, Field(ge=1, le=9999)]


class AnslagsbevisDokument(Dokument):
    """The document of an anslagsbevis."""

    typ: Literal["anslagsbevis"] = Field(title="Dokumenttyp", description="Alltid anslagsbevis.")


class Anslagsbevis(Record):
    """The notice of one justering: what was justerat, where it is kept, and what can be appealed until when."""

    dokument: AnslagsbevisDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    organ: str = Field(title="Organ", description="T.ex. Socialnämnden.")
    sammantradesdatum: Dag = Field(title="Sammanträdesdatum", description="Sammanträdets dag.")
    paragrafer: tuple[Paragraf, ...] = Field(
        min_length=1, title="Paragrafer", description="De paragrafer som anslaget gäller, i ordning."
    )
    justerat_datum: Dag = Field(title="Justerat", description="Dagen då protokollet justerades.")
    omedelbar: bool = Field(
        default=False, title="Omedelbar justering", description="Om paragraferna justerades vid sammanträdet."
    )
    laglighetsprovning: tuple[Paragraf, ...] = Field(
        default=(),
        title="Laglighetsprövning",
        description="De av paragraferna vars beslut överklagas genom laglighetsprövning.",
    )
    forvaltningsbesvar: tuple[Paragraf, ...] = Field(
        default=(),
        title="Förvaltningsbesvär",
        description="De av paragraferna vars beslut överklagas av den enskilde.",
    )
    anslag: UndertecknatAnslag = Field(title="Anslag", description="När anslaget sitter uppe och vem som intygar det.")
    publik: bool = Field(
        default=False,
        title="Offentlig version",
        description="Om anslaget hör till en offentlig version av protokollet.",
    )

    @property
    def justeringar(self) -> Sequence[Justering]:
        """Return the justering and the notice of it."""
        return (Justering("$.justerat_datum", self.sammantradesdatum, self.justerat_datum, "$.anslag", self.anslag),)

    @property
    def offentlig(self) -> bool:
        """Tell that everyone can read it, whether the protocol has a version for the public or not."""
        return True

    @property
    def saker(self) -> Sequence[Sak]:
        """Return nothing: a notice tells of no matter."""
        return ()

    @property
    def dolda(self) -> Collection[str]:
        """Return nothing: the whole notice is public."""
        return ()

    @property
    def egna_platser(self) -> Collection[str]:
        """Return where the protocol is kept (KL 8 kap. 12 §)."""
        return ("$.anslag.forvaringsplats",)

    @property
    def nyckel(self) -> str:
        """Return the number of the protocol, the paragraphs, and whether it belongs to the version for the public."""
        key = f"{super().nyckel} § {self.paragrafer[0]}-{self.paragrafer[-1]}"
        return f"{key} offentlig" if self.publik else key
