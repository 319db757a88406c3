"""Values as Typst code. Text goes in as string literals only, so that no word of a document is ever read as code."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from docgen.typesetting.formats import Border

_LANGUAGE = re.compile("[A-Za-z]{2,3}")
_REGION = re.compile("[A-Za-z]{2}")
_DASHES = {"dotted": "dotted", "dashed": "dashed"}


def string(text: str) -> str:
    """Return ``text`` as a string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r")  # the backslash first
    return f'"{escaped}"'


def language(tag: str) -> dict[str, str]:
    """Return the arguments that tell the language of a BCP 47 tag; none for one that is not a language's."""
    lang, *others = tag.split("-")
    if not _LANGUAGE.fullmatch(lang):
        return {}
    region = next((one for one in others if _REGION.fullmatch(one)), "")
    return {"lang": string(lang.lower()), "region": string(region.upper()) if region else "none"}


@lru_cache(maxsize=4096)
def points(length: float) -> str:
    """Return a length in points, exact to a thousandth."""
    return f"{round(length, 3):g}pt"


def color(hexadecimal: str) -> str:
    """Return a colour given by six hexadecimal digits."""
    return f'rgb("#{hexadecimal}")'


def joined(pieces: Iterable[str]) -> str:
    """Return content that is all ``pieces`` after each other."""
    found = pieces if isinstance(pieces, list) else list(pieces)
    return found[0] if len(found) == 1 else f"{{{'; '.join(found)}}}"


def arguments(values: Mapping[str, str]) -> str:
    """Return named arguments."""
    return ", ".join(f"{name}: {value}" for name, value in values.items())


def array(values: Iterable[str]) -> str:
    """Return an array; one of a single value is an array too."""
    return "(" + "".join(f"{value}, " for value in values) + ")"


@lru_cache(maxsize=256)
def stroke(border: Border | None) -> str:
    """Return the line of a border, one line of a double one; ``none`` where there is none."""
    if border is None:
        return "none"
    line = {
        "thickness": points(border.width / (3 if border.style == "double" else 1)),
        "paint": color(border.color),
        "cap": '"butt"',
    }
    if border.style in _DASHES:
        line["dash"] = string(_DASHES[border.style])
    return f"({arguments(line)})"
