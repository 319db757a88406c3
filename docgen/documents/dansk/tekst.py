"""Running text in Danish: the typography that it shares with Swedish, and what is kept on one line in Danish."""

import re
from collections.abc import Sequence

from docgen.documents import stycken
from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.dansk.sag import Moede
from docgen.values.datum import long_da
from docgen.values.text import typeset

NBSP = "\N{NO-BREAK SPACE}"
_MAANEDER = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_ENHEDER = "dage?|uger?|måned(?:er)?|time[rn]?|kroner|kr\\."
_BOUND = re.compile(rf"\b(?:stk|nr|kap)\. \d|\d (?:{_ENHEDER})(?!\w)|\d\. (?:{_MAANEDER})(?: \d{{4}})?")


def sat(text: str) -> str:
    """Return ``text`` with quotes, dashes and no-break spaces: ``stk. 4``, ``14 dage`` and ``3. marts 2026`` whole."""
    return _BOUND.sub(lambda match: match[0].replace(" ", NBSP), typeset(text))


def stykke(*saetninger: str) -> Stycke:
    """Return one paragraph of the sentences that say something."""
    return {"text": sat(" ".join(one for one in saetninger if one)), "punkter": []}


def liste(punkter: Sequence[str], indledning: str = "") -> Stycke:
    """Return one list, and the words that lead into it and stay on its page."""
    return {"text": sat(indledning), "punkter": [sat(one) for one in punkter]}


def stykker(text: str | None) -> list[Stycke]:
    """Return the paragraphs and lists of a free text; none when there is none."""
    found = stycken.stycken(text) if text else []
    return [liste(one["punkter"], one["text"]) for one in found]


def afsnit(rubrik: str, *indhold: Stycke) -> Avsnitt:
    """Return the paragraphs ``indhold`` under a heading."""
    return {"rubrik": sat(rubrik), "stycken": list(indhold)}


def hel(nummer: str) -> str:
    """Return a telephone number as it is written, on one line."""
    return nummer.replace(" ", NBSP)


def naar(moede: Moede) -> str:
    """Return ``12. august 2026 kl. 10.30``, with no-break spaces."""
    return f"{long_da(moede.dato)}{sat(f' kl. {moede.tid}').replace(':', '.') if moede.tid else ''}"
