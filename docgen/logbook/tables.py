"""The tables of the logbook, and the rows that are written into them and read out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.errors import Finding
from docgen.outcome import Place

VERSION = "1"

TABLES = """
CREATE TABLE IF NOT EXISTS bok (namn TEXT PRIMARY KEY, varde TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS villkor (
    villkor TEXT PRIMARY KEY, typ TEXT NOT NULL, mall TEXT NOT NULL, ordalydelse TEXT NOT NULL, lagrum TEXT NOT NULL,
    organisation TEXT NOT NULL, motor TEXT NOT NULL, version TEXT NOT NULL, ordning TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS post (
    rad INTEGER PRIMARY KEY, identitet TEXT NOT NULL UNIQUE, nyckel TEXT NOT NULL, typ TEXT NOT NULL,
    korning INTEGER NOT NULL, kalla TEXT NOT NULL, nummer INTEGER NOT NULL,
    fil TEXT NOT NULL, plats INTEGER NOT NULL, langd INTEGER NOT NULL,
    uppgifter TEXT NOT NULL, villkor TEXT NOT NULL,
    status TEXT NOT NULL, kod TEXT NOT NULL, fynd TEXT NOT NULL, sigill TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS post_status ON post (korning, status, rad);
CREATE TABLE IF NOT EXISTS namn (
    namn TEXT PRIMARY KEY, rad INTEGER NOT NULL, kalla TEXT NOT NULL, nummer INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fil (
    namn TEXT PRIMARY KEY, rad INTEGER NOT NULL, storlek INTEGER NOT NULL, sha256 TEXT NOT NULL, sigill TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fil_rad ON fil (rad);
"""


class Status(StrEnum):
    """How far a record has come."""

    VANTAR = "vantar"
    GJORD = "gjord"
    MISSLYCKAD = "misslyckad"


class Verdict(StrEnum):
    """What the plan says of a record."""

    GORS = "gors"
    OFORANDRAD = "oforandrad"
    ANDRAD = "andrad"
    DUBBLETT = "dubblett"
    UPPTAGET = "upptaget"
    FEL = "fel"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a document depends on besides the record; each field but the last three is a SHA-256."""

    typ: str
    mall: str
    ordalydelse: str
    lagrum: str
    organisation: str
    motor: str
    version: str
    ordning: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A record as the pre-scan saw it.

    ``identitet`` is what makes it the same record in another run: its document's name, and for one that cannot be read
    the seal of its bytes and its place. ``namn`` are the stems of all its documents, ``filer`` their names in the
    folder; ``fault`` is why there is no record to be made.
    """

    identitet: str
    place: Place
    typ: str
    file: str
    offset: int
    length: int
    uppgifter: str
    villkor: str
    namn: Sequence[str] = ()
    filer: Sequence[str] = ()
    fault: Finding | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A file of the logbook."""

    namn: str
    storlek: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Row:
    """A record of the logbook, as it is reported; ``fynd`` are what was said of it."""

    place: Place
    typ: str
    status: Status
    kod: str
    fynd: Sequence[Finding]
