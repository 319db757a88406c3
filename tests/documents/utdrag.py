"""Protokollsutdrag for the tests: the shipped samples, an invented organisation, the shipped wording and law."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from docgen import messages, resources, wording
from docgen.documents.kind import Kopia, View
from docgen.documents.organisation import Kontakt, Organisation
from docgen.documents.protokollsutdrag import KIND
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.errors import Finding
from docgen.law import lagrum
from docgen.messages import Lang

SAMPLES = resources.samples() / "protokollsutdrag"
INVALID = resources.samples() / "invalid" / "protokollsutdrag"
S4 = SAMPLES / "s4-slutrapport.json"
OMROSTNING = SAMPLES / "omrostning-laglighetsprovning.json"
OFFENTLIG = SAMPLES / "offentlig-version-sekretess.json"

SETTING = Setting(
    Organisation(
        kommun="Norrstads kommun",
        organisationsnummer="212000-1850",
        namnd="Socialnämnden",
        forvaltning="Socialförvaltningen",
        enhet="Nämndsekretariatet",
        kontakt=Kontakt(
            postadress="Socialförvaltningen, 123 80 Norrstad",
            besoksadress="Storgatan 12, Norrstad",
            telefon="0123-456 00",
            epost="socialnamnden@norrstad.example",
            webb="www.norrstad.example",
        ),
        forvaltningsratt="Förvaltningsrätten i Norrstad",
    ),
    lagrum.load(resources.shipped_file("_common/lagrum.toml")),
    date(2026, 11, 22),
)


def record(path: Path, **changes: Any) -> Protokollsutdrag:  # noqa: ANN401 - any JSON value
    """Return the record in ``path`` with some of its top-level fields changed."""
    data = json.loads(path.read_text(encoding="utf-8")) | changes
    return Protokollsutdrag.model_validate_json(json.dumps(data))


def data(path: Path, field: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return one top-level field of the record in ``path``."""
    return json.loads(path.read_text(encoding="utf-8"))[field]


def findings(utdrag: Protokollsutdrag) -> list[Finding]:
    """Return everything the rules say of ``utdrag``; none of it may lack a fact in its sentence."""
    found = [finding for rule in KIND.rules for finding in rule.findings(utdrag, SETTING)]
    told = [messages.of(lang).what(one.code, one.facts) for one in found for lang in Lang]
    assert "\N{EN DASH}" not in re.sub(r"\d\N{EN DASH}\d", "", " ".join(told))
    return found


def said(utdrag: Protokollsutdrag) -> list[tuple[str, str]]:
    """Return the code and the place of every finding."""
    return [(one.code, one.path) for one in findings(utdrag)]


def because(utdrag: Protokollsutdrag) -> list[tuple[str, str]]:
    """Return the code and the reason of every finding."""
    return [(one.code, one.facts["orsak"]) for one in findings(utdrag)]


def sentences(stil: str = "formell") -> wording.Wording:
    """Return the shipped sentences as a run would load them."""
    names = ("_common/brevhuvud.toml", "_common/overklagande.toml", "protokollsutdrag/wording.toml")
    return wording.load([resources.shipped_file(name) for name in names], stil)


def view(utdrag: Protokollsutdrag) -> View:
    """Return the view of ``utdrag``."""
    return KIND.view(utdrag, Kopia(), SETTING, sentences())


def strings(value: object) -> Iterator[str]:
    """Yield every text of a view in the order of its names, no-break spaces as spaces."""
    for _, text in texts(value):
        yield text.replace("\N{NO-BREAK SPACE}", " ")
