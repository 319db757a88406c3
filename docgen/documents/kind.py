"""What a document type is: one slug and everything that hangs on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.documents.record import Record
from docgen.documents.rule import Rule, Setting
from docgen.wording import Wording


class Exemplar(StrEnum):
    """The copies of one document.

    The file copy holds what the letter must not show: the registration block of the case system and, where
    FL 33 § fourth paragraph hides them, the names of the deciders (FL 31 §).
    """

    EXPEDIERING = "expediering"
    AKT = "akt"


@dataclass(frozen=True, slots=True)
class View:
    """What a template may show of one record: plain strings, lists and dicts.

    ``data`` is everything formatted; ``titel``, ``sprak`` and ``kontroll`` go to the finished PDF, where every
    string of ``kontroll`` must be found again; ``forbjudet`` are strings that must not occur anywhere in ``data``,
    with the rule that forbids them.
    """

    data: Mapping[str, Any]
    titel: str
    sprak: str
    kontroll: Sequence[str]
    forbjudet: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A document type; ``view`` takes a record of ``model``; a committee's documents are always in formal style."""

    slug: str
    titel: str
    model: type[Record]
    rules: Sequence[Rule]
    exemplar: Sequence[Exemplar]
    view: Callable[[Any, Exemplar, Setting, Wording], View]
    alltid_formell: bool = False
