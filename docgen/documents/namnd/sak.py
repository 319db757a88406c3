"""A matter as the rules and the views of a board's documents see it, whether it is an extract or part of a protocol."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from docgen.documents.namnd.arende import Arendedelar, Instans, Niva
from docgen.documents.namnd.behandling import Beslutande, Jav, Roll
from docgen.documents.namnd.justering import Justering
from docgen.documents.record import Dokument


@dataclass(frozen=True, slots=True, kw_only=True)
class Sak:
    """One matter: its parts, the bodies that handled it, and those who served when it was decided.

    ``path`` is the JSON path of the parts; each body and each decider has a path of its own. ``egen`` is the row of the
    body whose protocol this is, None when it is missing; ``tjanstgoring`` is where the list of deciders stands.
    """

    path: str
    delar: Arendedelar
    organ: str
    sammantradesdatum: date
    instanser: Sequence[tuple[str, Instans]]
    egen: Instans | None
    tjanstgoring: str
    beslutande: Sequence[tuple[str, Beslutande]]
    antal_ledamoter: int | None
    diarienummer: str
    publik: bool

    @property
    def paragraf(self) -> int | None:
        """Return the body's own paragraph."""
        return self.egen.paragraf if self.egen else None

    @property
    def hemlig(self) -> bool:
        """Tell whether the body must be left out: a public version of a secret matter (R-53)."""
        return self.publik and self.delar.sekretessbelagt

    @property
    def foreslar_bara(self) -> bool:
        """Tell whether the body is one that prepares the matter and only proposes a decision."""
        prepares = self.egen is not None and self.egen.niva is not Niva.NAMND
        return prepares and self.delar.forslag_utskott is not None and not self.delar.beslut

    @property
    def jav_har(self) -> tuple[Jav, ...]:
        """Return those who were disqualified in this paragraph."""
        return tuple(one for one in self.delar.jav if one.paragraf in {None, self.paragraf})


@dataclass(frozen=True, slots=True)
class Paragrafer:
    """The paragraphs of a protocol for the rules; ``alla`` is empty when not every one of them is known.

    ``namnda`` are the paragraphs that are named elsewhere, by the JSON path of each.
    """

    path: str
    fran: int
    till: int
    alla: Sequence[int]
    namnda: Sequence[tuple[str, int]]


class HarSaker(Protocol):
    """A record with one matter or several."""

    @property
    def saker(self) -> Sequence[Sak]:
        """Return the matters in the order of the protocol."""


class HarParagrafer(Protocol):
    """A record that may know which paragraphs the protocol has."""

    @property
    def omfattning(self) -> Paragrafer | None:
        """Return the paragraphs of the protocol."""


class HarJusteringar(Protocol):
    """A record of something justerat."""

    @property
    def justeringar(self) -> Sequence[Justering]:
        """Return each justering; the rest of a protocol may follow on what was justerat at once."""


class HarJusterare(Protocol):
    """A record of a meeting whose protocol some of those who served have signed."""

    @property
    def justerare(self) -> Sequence[str]:
        """Return the names of those who sign beside the chair."""

    @property
    def tjanstgjorde(self) -> Sequence[tuple[str, Roll | None]]:
        """Return everyone who served at the meeting, with the role when it is known."""


class KanPubliceras(HarSaker, Protocol):
    """A record with a version for the public."""

    @property
    def dokument(self) -> Dokument:
        """Return the document."""

    @property
    def offentlig(self) -> bool:
        """Tell whether this is the version for the public."""

    @property
    def dolda(self) -> Collection[str]:
        """Return the JSON paths of what that version leaves out."""

    @property
    def egna_platser(self) -> Collection[str]:
        """Return the JSON paths of what holds the authority's own address."""
