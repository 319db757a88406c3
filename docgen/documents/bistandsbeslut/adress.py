"""The rows of the address window."""

from docgen.documents.record import Person, Skydd

INRIKES = {"sverige", "sweden"}


def adressrader(person: Person) -> list[str]:
    """Return the rows of the address window; a protected person's mail goes by its route (R-50)."""
    if person.skydd is not Skydd.INGEN:
        return list(person.formedling)
    if person.adress is None:
        return [person.namn]
    adress = person.adress
    care_of = [f"c/o {adress.co}"] if adress.co else []
    country = [adress.land.upper()] if adress.land and adress.land.casefold() not in INRIKES else []
    return [person.namn, *care_of, adress.gata, f"{adress.postnummer}  {adress.ort}", *country]
