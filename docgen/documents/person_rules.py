"""The rules that hold for every document about a person: identity and protection."""

import re
from collections.abc import Iterator
from typing import Protocol

from docgen.documents.record import IdTyp, Person, Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.identitet import (
    InvalidIdentity,
    Personnummer,
    parse_personnummer,
    parse_reservnummer,
)

TELEFON = re.compile(r"(?<![\d/-])(?:\+46[ \xa0-]?(?:\(0\))?|0)\d[\d \xa0-]{5,11}\d(?!\d)")
EPOST = re.compile(r"[^\s@]+@[^\s@]+\.[a-zåäö]{2,}", re.IGNORECASE)
GATA = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+(?:gatan|vägen|gränd|stigen|torget|allén|backen|plan) \d+")
AVSLOJAR = (TELEFON, EPOST, GATA)
"""What in a free text can reveal where someone is."""

TJANSTENS = ("$.$schema", "$.dokument", "$.arende", "$.person", "$.handlaggare")
"""Parts that are no free text about the person; ``$.person`` is looked at field by field."""


class AboutPerson(Protocol):
    """A record about one person."""

    @property
    def person(self) -> Person:
        """Return the person."""


def _swedish_number(person: Person, setting: Setting) -> Personnummer | None:
    """Return the parsed number, or None when there is none to parse or R-60 speaks about it."""
    if person.id_typ is IdTyp.RESERVNUMMER:
        return None
    try:
        return parse_personnummer(person.id_nummer, setting.today)
    except InvalidIdentity:
        return None


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def skyddade_uppgifter(record: AboutPerson, _: Setting) -> Iterator[Fault]:
    """A protected person's whereabouts are in no output; mail goes by a route."""
    person = record.person
    if person.skydd is Skydd.INGEN:
        return
    if not person.formedling:
        yield Fault("$.person.formedling", {"falt": "formedling"})
    hidden = ("telefon", "epost", *(("adress",) if person.skydd is Skydd.SEKRETESSMARKERING else ()))
    for name in hidden:
        if getattr(person, name) is not None:
            yield Fault(f"$.person.{name}", {"falt": name})
    for path, text in texts(record):
        if not path.startswith(TJANSTENS) and any(pattern.search(text) for pattern in AVSLOJAR):
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1]})


@rule("R-51", Severity.ERROR, "OSL 21 kap. 3 a §")
def skyddad_folkbokforing(record: AboutPerson, _: Setting) -> Iterator[Fault]:
    """Under skyddad folkbokföring the address is not even in the record."""
    if record.person.skydd is Skydd.SKYDDAD_FOLKBOKFORING and record.person.adress is not None:
        yield Fault("$.person.adress")


@rule(
    "R-60",
    Severity.ERROR,
    "folkbokföringslagen (1991:481) 18 §; lagen (2022:1697) om samordningsnummer 2 kap. 8 §",
)
def giltigt_nummer(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """The number is a possible one."""
    person = record.person
    try:
        if person.id_typ is IdTyp.RESERVNUMMER:
            parse_reservnummer(person.id_nummer)
        else:
            parse_personnummer(person.id_nummer, setting.today)
    except InvalidIdentity as error:
        yield Fault("$.person.id_nummer", {"orsak": f"nummer_{error.reason}"})
    if person.id_typ is IdTyp.RESERVNUMMER and person.fodelsedatum is None:
        yield Fault("$.person.fodelsedatum", {"orsak": "nummer_utan_fodelsedatum"})


@rule("R-61", Severity.WARNING, "folkbokföringslagen (1991:481) 18 §")
def skiljetecken(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """The separator is + from the year the person turns 100."""
    number = _swedish_number(record.person, setting)
    if number is not None and not number.separator_matches:
        yield Fault("$.person.id_nummer")


@rule("R-62", Severity.WARNING, "lagen (2022:1697) om samordningsnummer 2 kap. 8 §")
def typ_och_dag(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """The stated kind of number fits its day (61-91 is a samordningsnummer)."""
    number = _swedish_number(record.person, setting)
    if number is not None and number.kind.value != record.person.id_typ.value:
        yield Fault("$.person.id_typ", {"angiven": record.person.id_typ.value, "numrets": number.kind.value})
