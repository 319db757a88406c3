"""The organisation that sends the document: ``organisation.toml``, the same for a whole run."""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError

from docgen import toml
from docgen.documents.part import Part
from docgen.errors import SettingsError
from docgen.values.identitet import parse_organisationsnummer


class Stil(StrEnum):
    """How the letter speaks to the person; never both in one letter."""

    DU = "du"
    FORMELL = "formell"


class OverklagandeNar(StrEnum):
    """When the överklagandehänvisning goes with a decision."""

    VID_NACKDEL = "vid_nackdel"
    ALLTID = "alltid"


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error:
        raise ValueError("pattern") from None
    return text


SHORTEST_KEY = 32
OTHERS = 0o077
"""The rights of everyone but the owner."""

REASONS = {"missing": "falt_saknas", "extra_forbidden": "okant_falt"}
"""What pydantic calls a fault, as the key of the words for it."""

Pattern = Annotated[str, AfterValidator(_pattern)]
Organisationsnummer = Annotated[str, AfterValidator(parse_organisationsnummer)]


class Kontakt(Part):
    """How the authority is reached; printed in the foot of the first page."""

    postadress: str
    besoksadress: str
    telefon: str
    epost: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
    webb: str


class Fonster(Part):
    """The address window of the envelope, in millimetres from the corner of the paper."""

    vanster_mm: float = Field(default=112, ge=15, le=125)
    topp_mm: float = Field(default=45, ge=35, le=60)
    bredd_mm: float = Field(default=80, ge=60, le=110)
    hojd_mm: float = Field(default=35, ge=20, le=45)


class Registrering(Part):
    """What the case system wants entered for one form of insats; ``{lagrum}`` becomes e.g. ``11:1 SoL``."""

    beslut: str
    insats: str
    resurs: str


class Verksamhetssystem(Part):
    """The case system and its own words for each form of insats (S0: Procapita)."""

    namn: str
    registrering: Mapping[str, Registrering] = Field(default_factory=dict)


class Sparbarhet(Part):
    """The file with the key that the fingerprint of each document's data is made with."""

    nyckelfil: str


class Organisation(Part):
    """Who decides and sends; ``samples/organisation.toml`` shows every field."""

    kommun: str
    organisationsnummer: Organisationsnummer
    namnd: str
    forvaltning: str
    enhet: str
    kontakt: Kontakt
    forvaltningsratt: str = Field(pattern=r"^Förvaltningsrätten i .+$")
    logotyp: str | None = None
    stil: Stil = Stil.DU
    overklagandehanvisning: OverklagandeNar = OverklagandeNar.VID_NACKDEL
    diarienummer_monster: Pattern | None = None
    fonster: Fonster = Field(default_factory=Fonster)
    verksamhetssystem: Verksamhetssystem | None = None
    sparbarhet: Sparbarhet | None = None
    folder: Path = Field(default=Path(), exclude=True)

    @property
    def logotyp_fil(self) -> Path | None:
        """Return the logo's file; its name is relative to the settings file."""
        return self.folder / self.logotyp if self.logotyp else None

    @cached_property
    def nyckel(self) -> bytes | None:
        """Return the key of the fingerprints, None when none are wanted; raise SettingsError I-12 or I-13."""
        return _key(self.folder / self.sparbarhet.nyckelfil) if self.sparbarhet else None


def load(path: Path) -> Organisation:
    """Return the organisation described by ``path``.

    Raises SettingsError I-01 (cannot be read), I-02 (a field is wrong; the first one is named), I-03 (no such logo),
    I-12 (no such key) or I-13 (a key that others can guess or read).
    """
    content = toml.content(path, "I-01")
    try:
        organisation = Organisation.model_validate(content | {"folder": path.parent}, strict=False)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        # A misspelt name is told first: it explains the one that is missing.
        first = min(faults, key=lambda fault: fault["type"] != "extra_forbidden")
        where = ".".join(str(step) for step in first["loc"])
        raise SettingsError("I-02", fil=str(path), falt=where, orsak=REASONS.get(first["type"], "varde")) from None
    if organisation.logotyp_fil and not organisation.logotyp_fil.is_file():
        raise SettingsError("I-03", fil=str(organisation.logotyp_fil))
    _ = organisation.nyckel  # refused here, not at the first record
    return organisation


def _key(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            rights, key = os.fstat(file.fileno()).st_mode, file.read()
    except OSError:
        raise SettingsError("I-12", fil=str(path)) from None
    if os.name == "posix" and rights & OTHERS:
        raise SettingsError("I-13", fil=str(path), orsak="oppen_nyckel")
    if len(key) < SHORTEST_KEY:
        raise SettingsError("I-13", fil=str(path), orsak="kort_nyckel")
    return key
