"""Notes on the language of what a Swedish record says in its own words (språklagen 11 §; R-110, R-112).

They look at running text only, never at names, at numbers or at what a register or a section of law is called.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

from pydantic import BaseModel

from docgen.documents.record import Record
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.text import paragraphs

ORD_I_MENING = 35
MINST_MELLANSLAG = 2
"""Spaces from which a text is taken for running text: a name has one."""
BENAMNINGAR = frozenset(
    {
        "anmarkning_godkand",
        "$schema",
        "id",
        "kod",
        "resurs_etikett",
        "lagrum",
        "delegation_ref",
        "titel",
        "namn",
        "gata",
    }
)
"""Fields that no document prints, or that hold what something is called, which nobody may word otherwise."""
_MENINGENS_SLUT = re.compile(r"[.!?][\"”’)]*\s++(?=[\"”(–]?[A-ZÅÄÖ])")

FORKORTNINGAR = {
    "t.ex.": "till exempel",
    "bl.a.": "bland annat",
    "m.m.": "med mera",
    "m.fl.": "med flera",
    "d.v.s.": "det vill säga",
    "o.s.v.": "och så vidare",
    "etc.": "och så vidare",
    "p.g.a.": "på grund av",
    "fr.o.m.": "från och med",
    "t.o.m.": "till och med",
    "f.n.": "för närvarande",
    "f.d.": "före detta",
    "s.k.": "så kallad",
    "m.h.t.": "med hänsyn till",
    "ang.": "angående",
    "enl.": "enligt",
    "ev.": "eventuellt",
    "resp.": "respektive",
    "inkl.": "inklusive",
    "exkl.": "exklusive",
    "ca": "cirka",
    "jfr": "jämför",
}
IHOPSKRIVNA = ("tex", "bla", "mfl", "dvs", "osv", "pga")
"""What is written without full stops too, and is no other word then: tom and mm are."""
_UTSKRIVNA = {re.sub(r"\W", "", one): (one, whole) for one, whole in FORKORTNINGAR.items()}


def _skriven(forkortning: str) -> str:
    """Return the pattern of an abbreviation, with full stops or spaces between its parts and perhaps a capital."""
    parts = [part for part in forkortning.split(".") if part]
    return f"[{parts[0][0]}{parts[0][0].upper()}]{parts[0][1:]}" + "".join(rf"(?:\. ?| ){part}" for part in parts[1:])


_FORKORTNING = re.compile(rf"(?<![\w.])(?:{'|'.join(map(_skriven, (*FORKORTNINGAR, *IHOPSKRIVNA)))})(?!\w)")

LAGAR = {
    "SoL": "socialtjänstlagen",
    "LVM": "lagen om vård av missbrukare i vissa fall",
    "LVU": "lagen med särskilda bestämmelser om vård av unga",
    "LSS": "lagen om stöd och service till vissa funktionshindrade",
    "HSL": "hälso- och sjukvårdslagen",
    "OSL": "offentlighets- och sekretesslagen",
    "FL": "förvaltningslagen",
    "FPL": "förvaltningsprocesslagen",
    "KL": "kommunallagen",
}
_TECKEN = (*LAGAR, "kap.")
"""What stands in every text that can break the rule: most records have none of it."""


def _namn(lag: str) -> str:
    """Return the pattern of an act's name, definite or not."""
    return lag.replace("lagen", "lag(?:en)?", 1)


_LAG = re.compile(
    rf"\b(?i:{'|'.join(f'(?P<{kort}>{_namn(lag)})' for kort, lag in LAGAR.items())})"
    r"|\b(?P<annan>\w*(?:lagen|balken|förordningen))\b"
    rf"|\b(?P<kort>{'|'.join(LAGAR)})\b(?!-)"
    r"|\b(?P<kapitel>\d{1,2}(?:\s[a-z])?\skap\.)"
)


def lopande(value: object, path: str = "$") -> Iterator[tuple[str, str]]:
    """Yield ``(path, text)`` for each running text of a record, in order.

    Goes only where one can stand, for every record is looked through.
    """
    if isinstance(value, str):
        if value.count(" ") >= MINST_MELLANSLAG:
            yield path, value
    elif isinstance(value, BaseModel):
        for name, step in _falt(type(value)):
            yield from lopande(value.__dict__[name], path + step)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from lopande(one, f"{path}[{index}]")


@cache
def _falt(model: type[BaseModel]) -> Sequence[tuple[str, str]]:
    """Return the name of each field of a part that can hold running text, and its step in a path."""
    named = [(name, field.alias or name, field.annotation) for name, field in model.model_fields.items()]
    return [(name, f".{said}") for name, said, hint in named if said not in BENAMNINGAR and _kan_vara_text(hint)]


def _kan_vara_text(hint: object) -> bool:
    """Tell whether a field of this sort can hold a text or a part with texts."""
    if isinstance(hint, type):
        return issubclass(hint, BaseModel) or hint is str
    return any(map(_kan_vara_text, get_args(hint)))


def meningar(text: str) -> Iterator[str]:
    """Yield the sentences of ``text``; an item of a list is one."""
    for block in paragraphs(text):
        for one in block.punkter or (block.text,):
            yield from _MENINGENS_SLUT.split(one)


@rule("R-110", Severity.NOTE, "språklagen (2009:600) 11 §")
def klarsprak(record: Record, _: Setting) -> Iterator[Fault]:
    """No sentence has more than 35 words, and what is abbreviated can be written out."""
    for path, text in lopande(record):
        long = _langa_meningar(text)
        if long:
            yield Fault(path, {"orsak": "langa_meningar", "antal": str(len(long)), "ord": str(max(long))})
        for letters in dict.fromkeys(re.sub(r"\W", "", one).lower() for one in _FORKORTNING.findall(text)):
            short, whole = _UTSKRIVNA[letters]
            yield Fault(path, {"orsak": "forkortat_ord", "forkortning": short, "utskrivet": whole})


def _langa_meningar(text: str) -> list[int]:
    """Return the number of words of each sentence that has too many."""
    if text.count(" ") + text.count("\n") + text.count("\xa0") < ORD_I_MENING:
        return []
    return [words for one in meningar(text) if (words := len(one.split())) > ORD_I_MENING]


@rule("R-112", Severity.NOTE, "språklagen (2009:600) 11 §")
def lagens_namn(record: Record, _: Setting) -> Iterator[Fault]:
    """The first time that an act is spoken of, its name is written out; each act is told once."""
    named: set[str] = set()
    running = list(lopande(record))
    if not any(sign in text for _path, text in running for sign in _TECKEN):
        return
    for path, text in running:
        for mening in meningar(text):
            found = [(one.lastgroup or "", one[0]) for one in _LAG.finditer(mening)]
            named.update(sort for sort, _said in found if sort not in {"kort", "kapitel"})
            for sort, said in found:
                unknown = said not in named if sort == "kort" else sort == "kapitel" and len(found) == 1 and not named
                if unknown:
                    named.add(said if sort == "kort" else "annan")
                    yield Fault(path, _lag(sort, said))


def _lag(sort: str, said: str) -> dict[str, str]:
    if sort == "kapitel":
        return {"orsak": "kapitel_utan_lag"}
    return {"orsak": "lagens_forkortning", "forkortning": said}
