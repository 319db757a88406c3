"""The address window of each letter, and for whom the letter is written."""

from enum import StrEnum

from docgen.documents.adress import adressrader, postrader
from docgen.documents.record import Person, Skydd
from docgen.documents.samverkan.parter import Verksamhetstyp
from docgen.documents.sip_kallelse.model import InbjudenForetradare, KalladAktor, Mottagare


class Ton(StrEnum):
    """For whom a letter is written; the wording has the words for each."""

    DEN_ENSKILDE = "den_enskilde"
    FORETRADARE = "foretradare"
    KALLELSE = "kallelse"
    INBJUDAN = "inbjudan"
    ANHORIG = "anhorig"


def ton(mottagare: Mottagare) -> Ton:
    """Return for whom the letter to ``mottagare`` is written."""
    if isinstance(mottagare, Person):
        return Ton.DEN_ENSKILDE
    if isinstance(mottagare, KalladAktor):
        return Ton.KALLELSE if mottagare.kallas else Ton.INBJUDAN
    return Ton.FORETRADARE if isinstance(mottagare, InbjudenForetradare) else Ton.ANHORIG


def behover_nummer(mottagare: Mottagare) -> bool:
    """Tell whether the letter needs the personnummer: those who keep records by it, not relatives nor associations.

    Source: dataskyddslagen (2018:218) 3 kap. 10 §.
    """
    if isinstance(mottagare, KalladAktor):
        return mottagare.kallas or mottagare.verksamhetstyp is not Verksamhetstyp.ANNAN
    return isinstance(mottagare, Person | InbjudenForetradare)


def har_adress(mottagare: Mottagare) -> bool:
    """Tell whether a letter to ``mottagare`` can go by post; a protected person's goes by its route (R-50)."""
    if isinstance(mottagare, Person) and mottagare.skydd is not Skydd.INGEN:
        return bool(mottagare.formedling)
    return mottagare.adress is not None


def fonster(mottagare: Mottagare) -> list[str]:
    """Return the rows of the address window."""
    if isinstance(mottagare, Person):
        return adressrader(mottagare)
    names = [mottagare.verksamhet, mottagare.namn] if isinstance(mottagare, KalladAktor) else [mottagare.namn]
    return [*names, *postrader(mottagare.adress)] if mottagare.adress else names
