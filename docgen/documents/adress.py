"""How a person is addressed: the rows of the address window, and the number that tells who it is."""

from docgen.documents.record import Adress, IdTyp, Person, Skydd
from docgen.documents.rule import Setting
from docgen.values.datum import iso
from docgen.values.identitet import format_personnummer, parse_personnummer, parse_reservnummer

INRIKES = {"sverige", "sweden"}


def adressrader(person: Person) -> list[str]:
    """Return the rows of the address window; a protected person's mail goes by its route (R-50)."""
    if person.skydd is not Skydd.INGEN:
        return list(person.formedling)
    if person.adress is None:
        return [person.namn]
    return [person.namn, *postrader(person.adress)]


def postrader(adress: Adress) -> list[str]:
    """Return the rows below the name; the country is told only of an address abroad."""
    care_of = [f"c/o {adress.co}"] if adress.co else []
    country = [adress.land.upper()] if adress.land and adress.land.casefold() not in INRIKES else []
    return [*care_of, adress.gata, f"{adress.postnummer}  {adress.ort}", *country]


def nummer(person: Person, setting: Setting) -> str:
    """Return the person's number as it is printed: ``19121212-1212``."""
    if person.id_typ is IdTyp.RESERVNUMMER:
        return parse_reservnummer(person.id_nummer)
    return format_personnummer(parse_personnummer(person.id_nummer, setting.today))


def nummer_och_fodelsedag(person: Person, setting: Setting) -> dict[str, str | None]:
    """Return the person's number by its sort, and the day of birth where the record states one."""
    born = person.fodelsedatum
    return {person.id_typ.value: nummer(person, setting), "fodelsedatum": iso(born) if born else None}
