"""Danish records for the tests: a shipped sample with some fields changed, what is said of it and what it shows."""

import json
from collections.abc import Mapping
from typing import Any

from beslut import GONE, SETTING, findings

from docgen import preflight, resources
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kopia, View
from docgen.documents.texts import texts
from docgen.outcome import Place
from docgen.stages import validate
from docgen.stages.read import Raw

OPFOELGNING, PLAN = "dk_opfoelgning", "dk_behandlingsplan"
FAERDIG, ANDET_TILBUD = "faerdigbehandlet-1-maaned", "andet-tilbud-6-maaneder"
HOSPITAL, FORSINKET = "hospital-1-maaned-ikke-truffet", "anden-aarsag-6-maaneder-forsinket"
FRABEDT, BORTVIST = "udeblevet-1-maaned-frabedt", "bortvist-1-maaned-udgave-2020"
AMBULANT, DOEGN = "ambulant-behandling-med-netvaerk", "doegnbehandling-med-viso"


def sag(slug: str, name: str, changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the sample with ``changes``: a path with slashes (``samtale/form``) and its new value."""
    data: dict[str, Any] = json.loads((resources.samples() / slug / f"{name}.json").read_text(encoding="utf-8"))
    for path, value in (changes or {}).items():
        *steps, last = path.split("/")
        part: Any = data
        for step in steps:
            part = part[int(step) if isinstance(part, list) else step]
        if value is GONE:
            del part[last]
        else:
            part[int(last) if isinstance(part, list) else last] = value
    return data


def sagt(code: str, slug: str, name: str, changes: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return severity and reason of each finding of ``code`` that a changed sample gives."""
    said = [one for one in findings(sag(slug, name, changes)) if one.code == code]
    return [(one.severity.value, one.facts.get("orsak") or one.facts.get("saknas", "")) for one in said]


def vist(slug: str, name: str, changes: Mapping[str, Any] | None = None) -> View:
    """Return the view of a changed sample."""
    raw = Raw(Place("prov.json", 1), json.dumps(sag(slug, name, changes)).encode())
    found = validate.record(raw, SETTING)
    kind = KINDS[slug]
    return kind.view(found.record, Kopia(), SETTING, preflight.wording(kind, SETTING, None))


def alt(view: View) -> str:
    """Return all that a view says, with plain spaces."""
    return "\n".join(text for _, text in texts(view.data)).replace("\xa0", " ")
