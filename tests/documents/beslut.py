"""Biståndsbeslut for the tests: a shipped sample with some fields changed, and what is said of it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from docgen import resources
from docgen.documents import organisation
from docgen.documents.organisation import OverklagandeNar
from docgen.documents.rule import Setting
from docgen.errors import Finding, RecordError
from docgen.law import lagrum
from docgen.outcome import Place
from docgen.stages import validate
from docgen.stages.read import Raw

SETTING = Setting(
    organisation.load(resources.samples() / "organisation.toml"),
    lagrum.load(resources.shipped_file("_common/lagrum.toml")),
    date(2026, 11, 22),
)
ALLTID = replace(
    SETTING, organisation=SETTING.organisation.model_copy(update={"overklagandehanvisning": OverklagandeNar.ALLTID})
)
GONE = object()
"""A change to this removes the field."""

S0 = "s0-behandling-och-uppfoljningskontakt"
HVB = "bifall-hvb-med-vardplan-och-avgift"
DELVIS = "delvis-bifall-boendestod"
AVSLAG = "avslag-hvb-och-kontaktperson"
KONTAKT = "uppfoljningskontakt-efter-avslutad-behandling"
DOLT = "dolt-namn-avslag-boende-med-stod"
SKYDDAD = "skyddade-uppgifter-oppenvard"
STODBOENDE = "bifall-stodboende-reservnummer"
NACKDEL = "andring-till-nackdel-boendestod"
UPPHORANDE = "upphorande-boendestod-med-forbehall"
FORLANGNING = "forlangning-oppenvard-med-tolk"


def sample(name: str, changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the shipped sample with ``changes``: a path with slashes (``beslut/0/utfall``) and its new value."""
    text = resources.samples().joinpath("bistandsbeslut", f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    for path, value in (changes or {}).items():
        _change(data, path.split("/"), value)
    return data


def _change(data: Any, steps: list[str], value: object) -> None:  # noqa: ANN401 - any JSON value
    for step in steps[:-1]:
        data = data[int(step) if isinstance(data, list) else step]
    last = int(steps[-1]) if isinstance(data, list) else steps[-1]
    if value is GONE:
        del data[last]
    else:
        data[last] = value


def findings(data: dict[str, Any], setting: Setting = SETTING) -> list[Finding]:
    """Return all that validate says of ``data``."""
    try:
        return list(validate.record(Raw(Place("prov.json", 1), json.dumps(data).encode()), setting).remarks)
    except RecordError as error:
        return list(error.findings)


def said(code: str, name: str, changes: dict[str, Any], setting: Setting = SETTING) -> list[str]:
    """Return the severity of each finding of ``code`` that a changed sample gives."""
    return [one.severity.value for one in findings(sample(name, changes), setting) if one.code == code]
