"""The first words of statements: those that nobody knows are told, and taken for the ones that were meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.near import nearest
from docgen.templating.lint.tag import CELL_TAGS, CLOSES, FORBIDDEN, MIDDLES, OPENS, WORDS, Shape, Tag

_ALLOWED = (*(one for one in (*OPENS, *MIDDLES) if one not in FORBIDDEN), *CLOSES, *CELL_TAGS)
_MEANT = {
    "om": "if",
    "för": "for",
    "foreach": "for",
    "annars": "else",
    "elseif": "elif",
    "elsif": "elif",
    "slutom": "endif",
    "slutför": "endfor",
    "endforeach": "endfor",
    "sätt": "set",
}
_TWO_WORDS = {("else", "if"): "elif", ("end", "if"): "endif", ("end", "for"): "endfor"}
_GLUED = re.compile(r"(elif|for|if|set|with)(\w+)")
_ENDS = frozenset({"end", "slut"})


def corrected(tags: Iterable[Tag], ledger: Ledger) -> Iterator[Tag]:
    """Yield the tags, with every first word one that there is, where it can be guessed."""
    begun: list[str] = []
    for tag in tags:
        one = _corrected(tag, begun, ledger)
        if one.opens:
            begun.append(one.word)
        elif one.word in CLOSES and begun:
            begun.pop()
        yield one


def _corrected(tag: Tag, begun: list[str], ledger: Ledger) -> Tag:
    if tag.shape is not Shape.STATEMENT:
        return tag
    word, rest = _meant(tag, begun)
    if word in WORDS and word == tag.word:
        return tag
    right = f"{word} {rest}".strip()
    if tag.sound and word in WORDS:
        _tell(tag, ledger, forslag="mall_skriv_sa", ratt=tag.like(right))
    elif tag.sound:
        _tell(tag, ledger, forslag="mall_inget_kommando")
    return replace(tag, code=right, sound=False)


def _meant(tag: Tag, begun: list[str]) -> tuple[str, str]:
    """Return the first word that was meant and what stands after it; the word itself when nothing can be guessed."""
    word, rest = tag.word, tag.rest
    second, _, after = rest.partition(" ")
    lower = word.lower()
    if (lower, second.lower()) in _TWO_WORDS:
        return _TWO_WORDS[lower, second.lower()], after
    if word in WORDS or not word:
        return word, rest
    if lower in _ENDS and begun:
        return OPENS[begun[-1]], ""
    glued = _GLUED.fullmatch(word)
    if glued and (glued[1] != "for" or rest.startswith("in ")):
        return glued[1], f"{glued[2]} {rest}"
    turned = (one for one in _ALLOWED if sorted(one) == sorted(lower))
    return _MEANT.get(lower) or next(turned, None) or nearest(word, _ALLOWED).get("narmast", word), rest


def _tell(tag: Tag, ledger: Ledger, **facts: str) -> None:
    ledger.tell("M-29", tag.at, tag.start, tagg=tag.text, ord=_said(tag), **facts)


def _said(tag: Tag) -> str:
    """Return the command that nobody knows: the first word, or the first two when the first alone is known."""
    return " ".join(tag.code.split()[:2]) if tag.word.lower() in {"else", "end"} and tag.rest else tag.word or tag.code
