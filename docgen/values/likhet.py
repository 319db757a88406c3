"""The nearest known word to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the facts of a suggestion: ``forslag`` is a key of the words, ``narmast`` the word if one is near."""
    found = get_close_matches(word, list(known), n=1)
    return {"forslag": "menade_du", "narmast": found[0]} if found else {"forslag": "inget_liknar"}
