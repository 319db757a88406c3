"""Decision letters of records that differ: the shipped template, and what it is filled with."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from docgen import preflight
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kopia
from docgen.order import Order
from docgen.outcome import Place
from docgen.resources import samples, shipped_file
from docgen.stages import derive, validate
from docgen.stages.read import Raw
from docgen.templating.layout import Layout

SLUG = "bistandsbeslut"
TEMPLATE = shipped_file(f"{SLUG}/template.docx")
SAMPLE = samples() / SLUG / "s0-behandling-och-uppfoljningskontakt.json"
NAMES = ("Alva", "Bo", "Cilla", "David", "Elin", "Folke", "Greta", "Hugo", "Ines", "Jonte", "Karin")
FAMILIES = ("Provsson", "Testberg", "Exempelman", "Påhittad", "Mallström", "Skrivby", "Rutlund")
CARERS = ("Öppenvården Bryggan", "Öppenvården Stigen", "Mottagningen Eken")


def layout() -> Layout:
    """Return the letterhead of the shipped settings."""
    return Layout((samples() / "logotyp.png").read_bytes(), "Exempelkommun")


def views() -> Iterator[Mapping[str, Any]]:
    """Yield the views of letters without end, made by the stages that make them for users; no two are alike."""
    organisation = samples() / "organisation.toml"
    order = Order(sources=(), out=Path(), organisation=organisation, today=date(2026, 11, 22))
    workshop = preflight.prepare(order)
    wording = workshop.bench(KINDS[SLUG]).wording
    text = SAMPLE.read_text(encoding="utf-8")
    for number in count():
        raw = Raw(Place("", number), json.dumps(_record(text, number)).encode())
        record = validate.record(raw, workshop.setting)
        yield derive.view(record, Kopia(), workshop.setting, wording).data


def _record(text: str, number: int) -> dict[str, Any]:
    """Return the sample as it would be of another person in another matter."""
    name, family = NAMES[number % 11], FAMILIES[number // 11 % 7]
    text = text.replace("Öppenvården Bryggan", CARERS[number % 3]).replace("Jonas Lindmark", f"{name} {family}")
    record: dict[str, Any] = json.loads(text)
    record["arende"] = {"diarienummer": f"SN 2025/{number:05}", "arendenummer": f"IFO-2025-{number:05}"}
    record["person"] |= {"fornamn": name, "efternamn": family}
    record["person"]["adress"]["gata"] = f"Exempelgatan {number % 400 + 1}"
    record["motivering"][0]["omstandigheter"].append(f"Du har haft {number % 30 + 1} samtal på mottagningen.")
    return record
