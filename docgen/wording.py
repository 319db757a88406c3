"""The sentences of the documents, from ``wording.toml``: what a lawyer edits.

A sentence is found by its key and, where the file tells variants apart, by variant (an insats form)
with ``standard`` as the fallback. Its slots are plain names in braces; anything else in braces is refused when the
file is read, so that a misspelt slot is found before the first record.
"""

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen import toml
from docgen.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one document type in one style of address."""

    table: Mapping[str, str]

    def __call__(self, key: str, variant: str = "standard", /, **slots: str) -> str:
        """Return the sentence ``key`` (``beslutsmening.bifall``) with its slots filled.

        Raises SettingsError I-05 when the file has no such sentence, I-06 when it asks for a slot
        that this sentence does not have.
        """
        text = self.table.get(f"{key}.{variant}") or self.table.get(f"{key}.standard") or self.table.get(key)
        if text is None:
            raise SettingsError("I-05", nyckel=key)
        try:
            return text.format_map(slots)
        except KeyError as error:
            raise SettingsError("I-06", nyckel=key, lucka=str(error.args[0])) from None


SUBSTANCE = frozenset({"lagrum", "insats", "period", "yrkande", "avslagen_del", "andring", "galler_fran", "domstol"})
"""Slots that an own sentence may move but not lose: without them a decision says no law, or not what it decides."""


def slots(text: str) -> set[str]:
    """Return the names of the slots in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def refuse_lost_substance(own: Wording, shipped: Wording) -> None:
    """Raise SettingsError I-11 when a sentence of ``own`` lacks a slot of substance that the shipped one has."""
    for key, text in own.table.items():
        lost = (slots(shipped.table.get(key, "")) - slots(text)) & SUBSTANCE
        if lost:
            raise SettingsError("I-11", nyckel=key, lucka=min(lost))


def load(paths: Iterable[Path], stil: str) -> Wording:
    """Return the sentences of all ``paths``: their table ``gemensam`` with the table of the style on top.

    Raises SettingsError I-04 when a file cannot be read, I-06 when a slot in a sentence is no plain name.
    """
    table: dict[str, str] = {}
    for path in paths:
        content = toml.content(path, "I-04")
        table |= dict(_sentences(content.get("gemensam", {}))) | dict(_sentences(content.get(stil, {})))
    for key, text in table.items():
        _refuse_odd_slots(key, text)
    return Wording(table)


def _sentences(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    if not isinstance(table, Mapping):
        return
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _sentences(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value).strip()


def _refuse_odd_slots(key: str, text: str) -> None:
    try:
        slots = [(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(text)]
    except ValueError:
        raise SettingsError("I-06", nyckel=key, lucka="{") from None
    for name, spec, conversion in slots:
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise SettingsError("I-06", nyckel=key, lucka=name)
