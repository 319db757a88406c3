"""Finds a name that must not be shown, however it is written."""

import re
from collections.abc import Iterable

from docgen.values.tecken import plain

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def avslojar(names: Iterable[str], kanda: Iterable[str] = ()) -> re.Pattern[str]:
    """Return what finds a full name in any case, or a surname as written or in capitals, also in the genitive.

    The pattern is for texts as ``normal`` returns them. A surname that stands in one of ``kanda`` (the person's own,
    the municipality's) is not looked for by itself.
    """
    whole = [normal(name) for name in names]
    known = [normal(text) for text in kanda]
    surnames = {name.split()[-1] for name in whole}
    alone = {one for one in surnames if not any(_stands(re.escape(one)).search(text) for text in known)}
    # A dot or a hyphen between the names is how an e-mail address holds them.
    full = "|".join("[ ._-]+".join(map(re.escape, name.split())) for name in _longest_first(whole))
    short = "|".join(map(re.escape, _longest_first({*alone, *(one.upper() for one in alone)})))
    return _stands(f"(?i:{full})|{short}" if short else f"(?i:{full})")


def normal(text: str) -> str:
    """Return ``text`` with one space between words and one sign for each apostrophe and dash, nothing invisible."""
    visible = _INVISIBLE.sub("", _APOSTROPHES.sub("'", text))
    return " ".join(plain(visible).split())


def _stands(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{said})[sS]?(?!\w)")


def _longest_first(parts: Iterable[str]) -> list[str]:
    return sorted(parts, key=len, reverse=True)
