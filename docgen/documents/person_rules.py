"""The rules that hold for every document about a person: identity and protection."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from docgen.documents.namn import normal, telefon
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

TELEFON = re.compile(r"(?<![\d/-])(?:(?:\+|00)46[\s-]?(?:\(0\))?|\(?0)\d[\d\s()./-]{5,14}\d(?!\d)")
EPOST = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[a-zåäö]{2,}", re.IGNORECASE)
_EFTERLED = (
    "gatan?|vägen|väg|gränd(?:en)?|stig(?:en)?|torg(?:et)?|allén?|backen?|promenad(?:en)?|esplanad(?:en)?"
    "|strand(?:en)?|kaj(?:en)?|brink(?:en)?|slingan?"
    "|(?<!vård)(?<!tids)(?<!lings)(?<!rande)(?<!lags)plan|(?<!vård)(?<!dags)(?<!elev)(?<!arbets)(?<!praktik)plats(?:en)?"
)
_FORKORTAT = r"(?-i:[A-ZÅÄÖ])\w{2,}(?:(?<!in)g|v)\."
GATA = re.compile(rf"\b(?:\w*(?:{_EFTERLED})\b|{_FORKORTAT})[\s,]*(?:nr\b\.?|nummer)?\s*\d{{1,3}}(?!\d)", re.IGNORECASE)
"""A street and a number: Norra vägen 12, Esplanaden nr 3, Storg. 5; a vårdplan or an arbetsplats is no street."""
POSTNUMMER = re.compile(r"(?<!\d)(?<!\d )\d{3} ?\d{2} +(?!SEK\b|KR\b)[A-ZÅÄÖ]")
BOX = re.compile(r"\b(?:post)?box (?:nr\.? )?\d+", re.IGNORECASE)
LAGENHET = re.compile(r"\b(?:lägenhet|lgh)(?:snummer)?\.? ?(?:nr\.? ?)?\d+", re.IGNORECASE)
AVSLOJAR = (EPOST, GATA, POSTNUMMER, BOX, LAGENHET)
"""What in a free text can reveal where someone is, besides a telephone number."""

_TUSENTAL = r"[1-9]\d{0,2}(?: \d{3})+"
_TIMME = r"(?:[01]?\d|2[0-4])"
OFARLIGT = re.compile(
    r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
    r"|\b\d{1,2}[-./]\d{1,2}[-./ ](?:19|20)\d\d\b"
    rf"|\bkl(?:ockan|\.)? ?{_TIMME}(?:[ .:][0-5]\d)?(?: ?- ?{_TIMME}(?:[ .:][0-5]\d)?)?(?!\d)"
    rf"|\b{_TIMME}[.:][0-5]\d ?- ?{_TIMME}[.:][0-5]\d\b"
    rf"|(?<![\d+()./-])(?<!\d )(?:{_TUSENTAL}(?: ?- ?{_TUSENTAL})?)(?! ?\d)",
    re.IGNORECASE,
)
"""Days, hours and amounts, whose digits and signs can look like a telephone number."""

TJANSTENS = re.compile(
    r"\$\.(?:\$schema|arende\.diarienummer|handlaggare\.(?:namn|telefon|epost)|samordnare\.telefon)$"
    r"|\$\.person\.(?:id_nummer|telefon|epost|adress\b|formedling\b)"
)
"""The authority's own, and the parts of the person that are looked at one by one."""

ID = re.compile(r"(?:\.id|_id|_ref|\.kod|\.diarienummer)$")
"""Numbers of registers, which may have the digits of a telephone number."""


class AboutPerson(Protocol):
    """A record about one person."""

    @property
    def person(self) -> Person:
        """Return the person."""


def svenskt_nummer(person: Person, setting: Setting) -> Personnummer | None:
    """Return the parsed number, or None when there is none to parse or R-60 speaks about it."""
    if person.id_typ is IdTyp.RESERVNUMMER:
        return None
    try:
        return parse_personnummer(person.id_nummer, setting.today)
    except InvalidIdentity:
        return None


def fodd(person: Person, setting: Setting) -> date | None:
    """Return the day of birth, or None when it is not known or R-60 speaks about the number."""
    if person.id_typ is IdTyp.RESERVNUMMER:
        return person.fodelsedatum
    number = svenskt_nummer(person, setting)
    return number.fodelsedatum if number else None


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def skyddade_uppgifter(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """A protected person's whereabouts are in no output; mail goes by a route."""
    if record.person.skydd is Skydd.INGEN:
        return
    yield from _personens_falt(record.person)
    own = _egna(setting)
    for path, text in texts(record):
        if not TJANSTENS.match(path) and _avslojar(own.sub(" ", normal(text)), register=bool(ID.search(path))):
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1]})


def _personens_falt(person: Person) -> Iterator[Fault]:
    """Yield the fields of a protected person that are filled in and must not be, or the other way round."""
    if not person.formedling:
        yield Fault("$.person.formedling", {"falt": "formedling"})
    hidden = ("telefon", "epost", *(("adress",) if person.skydd is Skydd.SEKRETESSMARKERING else ()))
    for name in hidden:
        if getattr(person, name) is not None:
            yield Fault(f"$.person.{name}", {"falt": name})
    for at, row in enumerate(person.formedling):
        if any(pattern.search(normal(row)) for pattern in (GATA, LAGENHET)):
            yield Fault(f"$.person.formedling[{at}]", {"falt": "formedling"})


def _egna(setting: Setting) -> re.Pattern[str]:
    """Return what finds the authority's own telephone, e-mail and visiting address in a text."""
    contact = setting.organisation.kontakt
    places = [one for one in (contact.besoksadress, *contact.besoksadress.split(",")) if re.search(r"\d", one)]
    own = [re.escape(normal(one)) for one in (contact.epost, *places)]
    own.append(telefon(contact.telefon))
    return re.compile("|".join(rf"(?<!\w)(?:{one})(?!\w)" for one in own), re.IGNORECASE)


def _avslojar(text: str, *, register: bool) -> bool:
    if any(pattern.search(text) for pattern in AVSLOJAR):
        return True
    return not register and TELEFON.search(OFARLIGT.sub(" ; ", text)) is not None


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
    person, number = record.person, None
    try:
        if person.id_typ is IdTyp.RESERVNUMMER:
            parse_reservnummer(person.id_nummer)
        else:
            number = parse_personnummer(person.id_nummer, setting.today)
    except InvalidIdentity as error:
        yield Fault("$.person.id_nummer", {"orsak": f"nummer_{error.reason}"})
    if person.id_typ is IdTyp.RESERVNUMMER and person.fodelsedatum is None:
        yield Fault("$.person.fodelsedatum", {"orsak": "nummer_utan_fodelsedatum"})
    if number is not None and person.fodelsedatum not in {None, number.fodelsedatum}:
        yield Fault("$.person.fodelsedatum", {"orsak": "nummer_mot_fodelsedatum"})


@rule("R-61", Severity.WARNING, "folkbokföringslagen (1991:481) 18 §")
def skiljetecken(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """The separator is + from the year the person turns 100."""
    number = svenskt_nummer(record.person, setting)
    if number is not None and not number.separator_matches:
        yield Fault("$.person.id_nummer")


@rule("R-62", Severity.WARNING, "lagen (2022:1697) om samordningsnummer 2 kap. 8 §")
def typ_och_dag(record: AboutPerson, setting: Setting) -> Iterator[Fault]:
    """The stated kind of number fits its day (61-91 is a samordningsnummer)."""
    number = svenskt_nummer(record.person, setting)
    if number is not None and number.kind.value != record.person.id_typ.value:
        yield Fault("$.person.id_typ", {"angiven": record.person.id_typ.value, "numrets": number.kind.value})
