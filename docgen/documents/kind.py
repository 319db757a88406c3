"""What a document type is: one slug and everything that hangs on it."""

import re
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
class Kopia:
    """One of the documents that a record becomes.

    ``mottagare`` counts the recipients of letters from 1; it is 0 where all get the same document.
    """

    exemplar: Exemplar = Exemplar.EXPEDIERING
    mottagare: int = 0


@dataclass(frozen=True, slots=True)
class Foljande:
    """A record of another type that follows from a record: an extract from its protocol.

    ``path`` is the place in the record that it is made from, where its faults are told.
    """

    path: str
    record: Record


@dataclass(frozen=True, slots=True)
class View:
    """What a template may show of one record: plain strings, lists and dicts.

    ``data`` is everything formatted; ``titel``, ``sprak`` and ``kontroll`` go to the finished PDF, where every
    string of ``kontroll`` must be found again; ``forbjudet`` are rules and what each of them forbids in every text of
    ``data``, as ``namn.normal`` returns it. ``sidor`` is the number of pages that the record itself says, 0 for none.
    """

    data: Mapping[str, Any]
    titel: str
    sprak: str
    kontroll: Sequence[str]
    forbjudet: Mapping[str, re.Pattern[str]]
    sidor: int = 0


def _en_for_alla(_: Record) -> int:
    return 0


def _inget(_: Record) -> Sequence[Foljande]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A document type; ``view`` takes a record of ``model``; ``exempel`` is the sample to begin from.

    ``vy`` is the TypedDict of what ``view`` gives; ``kravs`` are the paths in it that every template must print,
    ``.`` into a group and ``[]`` into a list: without one of them the document would be wrong. A committee's
    documents are always in formal style.

    ``mottagare`` takes a record and returns how many recipients get a letter of their own, 0 when all get the same.
    ``foljer`` takes a record and returns the records of other types that are made with it. ``delar`` are the files of
    sentences that the type shares with some others, besides those of all.
    """

    slug: str
    titel: str
    model: type[Record]
    rules: Sequence[Rule]
    exemplar: Sequence[Exemplar]
    view: Callable[[Any, Kopia, Setting, Wording], View]
    vy: type
    kravs: Sequence[str]
    exempel: str
    alltid_formell: bool = False
    mottagare: Callable[[Any], int] = _en_for_alla
    foljer: Callable[[Any], Sequence[Foljande]] = _inget
    delar: Sequence[str] = ()

    def kopior(self, record: Record) -> Sequence[Kopia]:
        """Return the documents that ``record`` becomes, in the order they are made."""
        numbers = range(1, self.mottagare(record) + 1) or (0,)
        return [Kopia(exemplar, number) for exemplar in self.exemplar for number in numbers]


def brodtext(*avsnitt: str) -> tuple[str, ...]:
    """Return the paths of every paragraph and every list item of ``avsnitt``, for ``Kind.kravs``."""
    return tuple(f"{one}.stycken[].{part}" for one in avsnitt for part in ("text", "punkter[]"))
