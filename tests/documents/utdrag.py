"""A board's documents for the tests: the shipped samples, an invented organisation, the shipped wording and law."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from docgen import messages, preflight, resources, wording
from docgen.documents.anslagsbevis.model import Anslagsbevis
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kopia, View
from docgen.documents.organisation import Kontakt, Organisation
from docgen.documents.protokoll.model import Sammantradesprotokoll
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.record import Record
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

PROTOKOLL = resources.samples() / "protokoll"
NAMND = PROTOKOLL / "namnd-med-omrostning-och-sekretess.json"
OMEDELBAR = PROTOKOLL / "arbetsutskott-omedelbar-justering.json"
PUBLIKT = PROTOKOLL / "individutskott-offentlig-version.json"
HELA_S4 = PROTOKOLL / "s4-hela-protokollet.json"
UTKAST = PROTOKOLL / "utkast-infor-sammantrade.json"
BEVIS = resources.samples() / "anslagsbevis" / "socialnamnden-mars.json"

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
    return Protokollsutdrag.model_validate_json(_changed(path, changes))


def protokoll(path: Path, **changes: Any) -> Sammantradesprotokoll:  # noqa: ANN401 - any JSON value
    """Return the protocol in ``path`` with some of its top-level fields changed."""
    return Sammantradesprotokoll.model_validate_json(_changed(path, changes))


def bevis(**changes: Any) -> Anslagsbevis:  # noqa: ANN401 - any JSON value
    """Return the notice of the sample with some of its fields changed."""
    return Anslagsbevis.model_validate_json(_changed(BEVIS, changes))


def _changed(path: Path, changes: dict[str, Any]) -> str:
    return json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes)


def med_arende(path: Path, paragraf: int, **changes: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    """Return the matters of the protocol in ``path``, with some fields of one of them changed."""
    return [one | changes if one["paragraf"] == paragraf else one for one in data(path, "arenden")]


def data(path: Path, field: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return one top-level field of the record in ``path``."""
    return json.loads(path.read_text(encoding="utf-8"))[field]


def findings(one: Record) -> list[Finding]:
    """Return everything the rules say of ``one``; none of it may lack a fact in its sentence."""
    found = [finding for rule in KINDS[one.dokument.typ].rules for finding in rule.findings(one, SETTING)]
    told = [messages.of(lang).what(one.code, one.facts) for one in found for lang in Lang]
    assert "\N{EN DASH}" not in re.sub(r"\d\N{EN DASH}\d", "", " ".join(told))
    return found


def said(utdrag: Record) -> list[tuple[str, str]]:
    """Return the code and the place of every finding."""
    return [(one.code, one.path) for one in findings(utdrag)]


def because(utdrag: Record) -> list[tuple[str, str]]:
    """Return the code and the reason of every finding."""
    return [(one.code, one.facts["orsak"]) for one in findings(utdrag)]


def sentences(slug: str = "protokollsutdrag") -> wording.Wording:
    """Return the shipped sentences as a run would load them."""
    return preflight.wording(KINDS[slug], SETTING, None)


def view(one: Record) -> View:
    """Return the view of ``one``."""
    typ = one.dokument.typ
    return KINDS[typ].view(one, Kopia(), SETTING, sentences(typ))


def strings(value: object) -> Iterator[str]:
    """Yield every text of a view in the order of its names, no-break spaces as spaces."""
    for _, text in texts(value):
        yield text.replace("\N{NO-BREAK SPACE}", " ")
