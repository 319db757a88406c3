"""The nearest valid name to one that is not: the same in other letters, the same elsewhere, or one that is like it."""

import unicodedata
from collections.abc import Iterable, Mapping

from docgen.values import likhet


def fold(name: str) -> str:
    """Return ``name`` without what a person easily gets wrong: capitals, the marks of å, ä, ö, hyphens, spaces."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in plain if sign.isalnum() or sign == ".")


def nearest(name: str, known: Iterable[str], elsewhere: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the facts of a suggestion; ``elsewhere`` are whole names by the folded last word of each."""
    names = list(known)
    same = [one for one in names if fold(one) == fold(name)] or [(elsewhere or {}).get(fold(name), "")]
    if same[0]:
        return {"forslag": "menade_du", "narmast": same[0]}
    return likhet.nearest(name, names)
