"""What the PDF benchmark converts: letters, plans, excerpts of protocols and forms, no two alike."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import plan
import plan_template
from letter import FAMILIES, NAMES

from docgen import preflight
from docgen.engines.engine import Engines
from docgen.engines.typst import TypstEngine
from docgen.order import Format, Order, Packing
from docgen.outcome import Place
from docgen.pipeline import Pipeline
from docgen.resources import samples
from docgen.stages import validate
from docgen.stages.read import Raw
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

LETTER, SIP, EXCERPT, FORM = "brev", "sip", "utdrag", "blankett"
NAMES_OF_ALL = (LETTER, SIP, EXCERPT, FORM)

_SAMPLES = {
    LETTER: "bistandsbeslut/forlangning-oppenvard-med-tolk.json",
    SIP: "sip_plan/sip-lvm-forsta-motet.json",
    EXCERPT: "protokollsutdrag/s4-slutrapport.json",
}
_LONG = 60  # signs in a text that the caseworker has written: such a text says something else in each record
_WORDS = (
    "samtalen", "vardagen", "mötena", "boendet", "tiden", "hälsan", "ekonomin", "arbetet", "stödet", "kontakten",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished Word file, what its text must contain, and its language."""

    docx: bytes
    proof: str
    lang: str


def papers(name: str) -> Iterator[Paper]:
    """Yield finished Word files without end."""
    return _forms() if name == FORM else _filled(name)


def records(name: str) -> Iterator[Raw]:
    """Yield records of the shipped sample as they would be of other persons in other matters."""
    text = (samples() / _SAMPLES[name]).read_text(encoding="utf-8")
    for number in count(1):
        person = f"{NAMES[number % 11]} {FAMILIES[number // 11 % 7]}"
        record = json.loads(text.replace("Jonas Lindmark", person))
        record["arende"] = {"diarienummer": f"SN 2025/{number:05}", "arendenummer": f"IFO-2025-{number:05}"}
        if "person" in record:
            record["person"]["fornamn"], record["person"]["efternamn"] = person.split()
        yield Raw(Place("", number), json.dumps(_varied(record, number)).encode())


def pipeline(out: Path, form: Format) -> Pipeline:
    """Return what makes files of records, with the default engine."""
    organisation = samples() / "organisation.toml"
    order = Order(sources=(), out=out, organisation=organisation, today=date(2026, 11, 22), format=form)
    return Pipeline(order, preflight.prepare(order), Engines(TypstEngine()))


def _varied(value: Any, number: int) -> Any:  # noqa: ANN401 - JSON
    """Return ``value`` with something else said in each long text."""
    if isinstance(value, dict):
        return {name: _varied(one, number) for name, one in value.items()}
    if isinstance(value, list):
        return [_varied(one, number + place) for place, one in enumerate(value)]
    if isinstance(value, str) and len(value) > _LONG and value.endswith("."):
        first, second = _WORDS[number % 10], _WORDS[number // 10 % 10]
        return f"{value} Det gäller {first} och {second} under {number} dagar."
    return value


def _filled(name: str) -> Iterator[Paper]:
    """Yield what the stages make for users."""
    making = pipeline(Path(), Format.DOCX)
    for raw in records(name):
        record = validate.record(raw, making.workshop.setting)
        for file in making.files(record, record.kind.kopior(record.record)[0], ""):
            yield Paper(file.data, f"SN 2025/{raw.place.number:05}", "sv-SE")


def _forms() -> Iterator[Paper]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.docx")
        path.write_bytes(plan_template.template())
        template = WordTemplate.load(path, Layout(), Packing.SNABB)
    for data in plan.plans():
        yield Paper(template.fill(data), data["nummer"], "en-US")  # as python-docx has it
