"""Acts and sections by date: the catalogue ``templates/_common/lagrum.toml``.

A record names either a concept (``bistand_livsforing``), which the catalogue turns into the section in force on
the day of the decision, or a section by its id (``SoL2025-11-1``), which must have been in force that day (R-01).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docgen import toml
from docgen.errors import SettingsError
from docgen.values.text import enumerate_och

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Lag:
    """An act of law; ``fran`` and ``till`` bound the days on which decisions cite it."""

    id: str
    namn: str
    sfs: str
    kort: str
    fran: date
    till: date | None

    def in_force(self, on: date) -> bool:
        """Tell whether a decision of the day ``on`` cites this act."""
        return self.fran <= on and (self.till is None or on <= self.till)


@dataclass(frozen=True, slots=True)
class Lagrum:
    """One section of an act; ``kapitel`` is empty in acts without chapters."""

    id: str
    lag: Lag
    begrepp: str
    kapitel: str
    paragraf: str
    rubrik: str
    endast_utskott: bool

    @property
    def stalle(self) -> str:
        """Return the place in the act: ``11 kap. 1 §``, with no-break spaces."""
        chapter = f"{self.kapitel} kap. " if self.kapitel else ""
        return f"{chapter}{self.paragraf} §".replace(" ", NBSP)

    @property
    def kort(self) -> str:
        """Return the caseworkers' short form: ``11:1 SoL``."""
        return (
            f"{self.kapitel}:{self.paragraf} {self.lag.kort}" if self.kapitel else f"{self.stalle}{NBSP}{self.lag.kort}"
        )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every section that may be cited, by id and by concept."""

    by_id: Mapping[str, Lagrum]
    by_concept: Mapping[str, Sequence[Lagrum]]

    def knows(self, name: str) -> bool:
        """Tell whether ``name`` is a concept or an id of the catalogue."""
        return name in self.by_id or name in self.by_concept

    def find(self, name: str, on: date) -> Lagrum | None:
        """Return the section that ``name`` means for a decision of the day ``on``; None if none was in force."""
        candidates = self.by_concept.get(name, [self.by_id[name]] if name in self.by_id else [])
        return next((one for one in candidates if one.lag.in_force(on)), None)

    def concept(self, name: str) -> str:
        """Return the concept behind an id; a concept is returned as it is."""
        return self.by_id[name].begrepp if name in self.by_id else name

    def successor(self, name: str, on: date) -> Lagrum | None:
        """Return the section that says on the day ``on`` what the section ``name`` says or said."""
        return self.find(self.concept(name), on)


def cite(sections: Iterable[Lagrum]) -> str:
    """Return the citation of ``sections``, each act named once.

    ``11 kap. 1 § och 12 kap. 1 § socialtjänstlagen (2025:400)``, but ``27 § lagen (1988:870) om vård av missbrukare i
    vissa fall``: a name that goes on after the word itself has the number there.
    """
    places: dict[Lag, list[str]] = {}
    for one in sections:
        under = places.setdefault(one.lag, [])
        if one.stalle not in under:
            under.append(one.stalle)
    return " samt ".join(f"{enumerate_och(under)} {_numbered(lag)}" for lag, under in places.items())


def _numbered(lag: Lag) -> str:
    word, space, rest = lag.namn.partition(" ")
    return f"{word} ({lag.sfs}){space}{rest}" if word == "lagen" else f"{lag.namn} ({lag.sfs})"


def load(path: Path) -> Catalogue:
    """Return the catalogue in ``path``; raise SettingsError I-07 when it cannot be read or contradicts itself."""
    content = toml.content(path, "I-07")
    try:
        acts = {one["id"]: _lag(one) for one in content["lag"]}
        sections = [_lagrum(one, acts) for one in content["lagrum"]]
    except KeyError as error:
        raise SettingsError("I-07", fil=str(path), orsak="lagrum_saknar", falt=str(error.args[0])) from None
    except (TypeError, AttributeError):
        raise SettingsError("I-07", fil=str(path), orsak="lagrum_form") from None
    by_id = {one.id: one for one in sections}
    if len(by_id) != len(sections):
        raise SettingsError("I-07", fil=str(path), orsak="samma_id")
    by_concept: dict[str, list[Lagrum]] = {}
    for one in sections:
        by_concept.setdefault(one.begrepp, []).append(one)
    return Catalogue(by_id, by_concept)


def _lag(entry: Mapping[str, Any]) -> Lag:
    return Lag(entry["id"], entry["namn"], entry["sfs"], entry["kort"], entry["fran"], entry.get("till"))


def _lagrum(entry: Mapping[str, Any], acts: Mapping[str, Lag]) -> Lagrum:
    return Lagrum(
        entry["id"],
        acts[entry["lag"]],
        entry["begrepp"],
        entry.get("kapitel", ""),
        entry["paragraf"],
        entry["rubrik"],
        entry.get("endast_utskott", False),
    )
