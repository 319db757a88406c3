"""How the ones who can be called are told of in the documents of the meetings."""

from docgen.documents.record import Handlaggare
from docgen.values.text import typeset

NBSP = "\N{NO-BREAK SPACE}"


def i_ett(telefon: str) -> str:
    """Return a telephone number that stays on one line."""
    return telefon.replace(" ", NBSP)


def namn_och_titel(who: Handlaggare) -> str:
    """Return ``Sara Holmqvist, socialsekreterare``, for a table."""
    return typeset(f"{who.namn}, {who.titel}")


def titel_och_namn(who: Handlaggare) -> str:
    """Return ``socialsekreterare Sara Holmqvist``, for a sentence."""
    return f"{who.titel} {who.namn}"


def nas_pa(who: Handlaggare) -> dict[str, str]:
    """Return how someone is reached, by ``telefon`` and ``epost``; empty when neither is known."""
    ways = {"telefon": i_ett(who.telefon) if who.telefon else None, "epost": who.epost}
    return {name: said for name, said in ways.items() if said}
