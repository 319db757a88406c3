"""Finds a name that must not be shown, however it is written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from docgen.values.tecken import plain

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
SHORTEST = 3
"""Letters in a surname that is looked for by itself: not every "du" is Eva Du."""


def avslojar(names: Iterable[str], kanda: Iterable[str] = (), adresser: Iterable[str] = ()) -> re.Pattern[str]:
    """Return what finds a full name in any case, or a surname as written or in capitals, also in the genitive.

    The pattern is for texts as ``normal`` returns them. A surname has three letters or more; each part of a double
    surname is one. A surname that stands in one of ``kanda`` (the person's own, the municipality's) is not looked for
    by itself. ``adresser`` are e-mail addresses and telephone numbers, the latter found however they are grouped.
    """
    whole = [normal(name).split() for name in names]
    known = [normal(text) for text in kanda]
    surnames = {one for name in whole for one in _surnames(name)}
    alone = {one for one in surnames if not any(_stands(re.escape(one)).search(text) for text in known)}
    # A dot or a hyphen between the names is how an e-mail address holds them.
    full = ["[ ._-]+".join(map(re.escape, name)) for name in whole if len(name) > 1]
    full += [_address(normal(one)) for one in adresser]
    short = [re.escape(one) for one in {*alone, *(one.upper() for one in alone)}]
    said = [f"(?i:{one})" for one in _longest_first(full)] + _longest_first(short)
    return _stands("|".join(said) or "(?!)")


def _surnames(name: list[str]) -> Iterator[str]:
    """Yield what by itself tells whose name it is: all but the first word, and the only word of a single name."""
    if len(name) == 1:
        yield name[0]
    for word in name[1:]:
        for part in {word, *word.split("-")}:
            if len(part) >= SHORTEST and part[0].isupper():
                yield part


def _address(text: str) -> str:
    """Return the pattern of an e-mail address as it is, or of a telephone number."""
    return re.escape(text) if "@" in text else telefon(text)


def telefon(number: str) -> str:
    """Return the pattern of a telephone number, however its digits are grouped."""
    return r"[ ()./-]*".join(re.sub(r"\D", "", number))


def normal(text: str) -> str:
    """Return ``text`` with one space between words and one sign for each apostrophe and dash, nothing invisible."""
    visible = "".join(one for one in _APOSTROPHES.sub("'", text) if unicodedata.category(one) != "Cf")
    return " ".join(plain(visible).split())


def _stands(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{said})[sS]?(?!\w)")


def _longest_first(parts: Iterable[str]) -> list[str]:
    return sorted(parts, key=len, reverse=True)
