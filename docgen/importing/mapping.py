"""The map: a TOML file that says where each field of docgen's record stands in the export of another system.

::

    typ = "bistandsbeslut"

    [falt]
    "arende.diarienummer" = "Arende.Diarienummer"
    "beslut[].utfall" = { fran = "Beslut[].Kod", som = "kod", tabell = "utfall" }
    "underskrift.typ" = { konstant = "elektronisk" }

    [kodtabell.utfall]
    BIF = "bifall"
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from docgen import toml
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kind
from docgen.documents.part import Part
from docgen.errors import Finding, RecordError, SettingsError
from docgen.importing import paths, targets, tree
from docgen.importing.converters import Som
from docgen.importing.faults import MapFault
from docgen.importing.lines import line_of
from docgen.importing.tree import Given, Leaf, Tree
from docgen.stages import shape
from docgen.values.likhet import nearest

TYP = "dokument.typ"
"""The field that the map fills by being for a document type."""

P = TypeVar("P", bound=Part)


class Falt(Part):
    """What a map says of one field."""

    fran: str | None = None
    som: Som = Som.TEXT
    tabell: str | None = None
    konstant: Given | None = None
    annars: Given | None = None


class Tabeller(Part):
    """The tables of a map, each to be read by itself."""

    typ: str
    falt: Mapping[str, object]
    kodtabell: Mapping[str, Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Karta:
    """A map that is right: the document type, and the fields of its record."""

    kind: Kind
    tree: Tree


def load(path: Path) -> Karta:
    """Return the map; raise SettingsError I-20 to I-28 with the file and the line of the first fault."""
    content = toml.content(path, "I-20")
    try:
        return _karta(content)
    except MapFault as fault:
        line = line_of(path.read_text(encoding="utf-8"), fault.keys)
        raise SettingsError(fault.code, fil=str(path), rad=str(line), **fault.facts) from None


def _karta(content: Mapping[str, object]) -> Karta:
    tables = _checked(Tabeller, content, ())
    if tables.typ not in KINDS:
        raise MapFault(("typ",), "I-28", varde=tables.typ, kanda=", ".join(KINDS), **nearest(tables.typ, KINDS))
    kind = KINDS[tables.typ]
    if TYP in tables.falt:
        raise MapFault(("falt", TYP), "I-23", nyckel=TYP)
    leaves = [_leaf(name, said, tables.kodtabell) for name, said in tables.falt.items()]
    leaves.append(Leaf(TYP, _target(TYP), constant=kind.slug))
    targets.check(kind.model, leaves)
    return Karta(kind, tree.grown(leaves, targets.required(kind.model, leaves)))


def _leaf(name: str, said: object, tables: Mapping[str, Mapping[str, str]]) -> Leaf:
    """Return the field ``name``; a text alone is where it comes from."""
    keys = ("falt", name)
    entry = {"fran": said} if isinstance(said, str) else said
    if not isinstance(entry, Mapping):
        raise MapFault(keys, "I-23", nyckel=name)
    falt = _checked(Falt, entry, keys)
    target = _target(name)
    if falt.konstant is not None:
        if set(entry) != {"konstant"}:
            raise MapFault(keys, "I-23", nyckel=name)
        return Leaf(name, target, constant=falt.konstant)
    source, codes = _source(falt, keys), _codes(falt, keys, tables)
    if paths.lists_in(source) > paths.lists_in(target):
        raise MapFault(keys, "I-27")
    return Leaf(name, target, source, falt.som, falt.tabell or "", codes, otherwise=falt.annars)


def _target(name: str) -> tree.Target:
    """Return the steps of a target; raise MapFault I-26 when it is no path."""
    try:
        found = paths.parsed(name)
    except ValueError:
        raise MapFault(("falt", name), "I-26", nyckel=name) from None
    steps = tuple(step for step in found if isinstance(step, str))
    if steps != found:
        raise MapFault(("falt", name), "I-26", nyckel=name)
    return steps


def _source(falt: Falt, keys: tuple[str, str]) -> paths.Path:
    if falt.fran is None:
        raise MapFault(keys, "I-22", nyckel=keys[-1], saknat="fran")
    try:
        return paths.parsed(falt.fran)
    except ValueError:
        raise MapFault(keys, "I-26", nyckel=keys[-1]) from None


def _codes(falt: Falt, keys: tuple[str, str], tables: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """Return the code table of a field that has one."""
    if falt.som is not Som.KOD:
        if falt.tabell is not None:
            raise MapFault(keys, "I-23", nyckel=keys[-1])
        return {}
    if falt.tabell is None:
        raise MapFault(keys, "I-22", nyckel=keys[-1], saknat="tabell")
    if falt.tabell not in tables:
        known = ", ".join(tables)
        raise MapFault(keys, "I-28", varde=falt.tabell, kanda=known, **nearest(falt.tabell, tables))
    return tables[falt.tabell]


def _checked(model: type[P], said: Mapping[str, object], keys: tuple[str, ...]) -> P:
    """Return a table of the map; raise MapFault I-21 to I-23 or I-28 for a fault, a misspelt name before all others."""
    try:
        return shape.validated(model, json.dumps(said, default=str).encode(), said)
    except RecordError as error:
        raise _fault(min(error.findings, key=lambda one: one.code != "F-02"), said, keys) from None


def _fault(found: Finding, said: Mapping[str, object], keys: tuple[str, ...]) -> MapFault:
    """Return what the model said of the table at ``keys`` as a fault of the map."""
    steps = found.path.removeprefix("$.").replace("[", ".").split(".")
    place, name = (*keys, *steps), ".".join((*keys[1:], *steps))
    if found.code == "F-02":
        near = {key: fact for key, fact in found.facts.items() if key in {"forslag", "narmast"}}
        return MapFault(place, "I-21", nyckel=name, **near)
    if found.code == "F-01":
        return MapFault(keys, "I-22", nyckel=keys[-1] if keys else "", saknat=steps[-1])
    if found.code == "F-03":
        word = str(said[steps[0]])
        return MapFault(place, "I-28", varde=word, kanda=", ".join(Som), **nearest(word, Som))
    return MapFault(place, "I-23", nyckel=name)
