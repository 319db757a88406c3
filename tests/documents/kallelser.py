"""Kallelser, samtycken and mötesunderlag for the tests: shipped samples with changes, and what is said of them."""

import json
from typing import Any

from beslut import GONE, SETTING, findings

from docgen import preflight
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Exemplar, Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.outcome import Place
from docgen.resources import samples
from docgen.stages import validate
from docgen.stages.read import Raw

SIP = "sip_kallelse/sip-med-region-och-anhorig"
FEM_MANADER = "sip_kallelse/samverkansmote-fem-manader"
EFTER_LVM = "sip_kallelse/sip-efter-lvm"
UTAN_DEN_ENSKILDE = "sip_kallelse/efter-lvm-utan-den-enskilde"
SKYDDAD = "sip_kallelse/skyddade-personuppgifter"
SAMTYCKE = "sip_samtycke/skriftligt-infor-sip"
MUNTLIGT = "sip_samtycke/muntligt-utan-undantag"
DELVIS = "sip_samtycke/foretradare-delvis-aterkallat"
UNDERLAG = "motesunderlag/fyra-parter-fore-utskrivning"
UTAN_TID = "motesunderlag/part-utan-bokad-tid"
SKYDDAT_UNDERLAG = "motesunderlag/skyddade-uppgifter-utan-platser"

Changes = dict[str, Any]


def sample(name: str, changes: Changes | None = None) -> dict[str, Any]:
    """Return the shipped sample with ``changes``: a path with slashes (``mote/datum``) and its new value."""
    data: dict[str, Any] = json.loads((samples() / f"{name}.json").read_text(encoding="utf-8"))
    for path, value in (changes or {}).items():
        *steps, last = path.split("/")
        place: Any = data
        for step in steps:
            place = place[int(step) if isinstance(place, list) else step]
        key = int(last) if isinstance(place, list) else last
        if value is GONE:
            del place[key]
        else:
            place[key] = value
    return data


def said(code: str, name: str, changes: Changes | None = None) -> list[tuple[str, str]]:
    """Return the severity and the path of each finding of ``code`` that a changed sample gives."""
    return [(one.severity.value, one.path) for one in findings(sample(name, changes)) if one.code == code]


def views(name: str, changes: Changes | None = None, setting: Setting = SETTING) -> list[View]:
    """Return the view of each document that a changed sample becomes."""
    data = sample(name, changes)
    kind = KINDS[data["dokument"]["typ"]]
    record = validate.record(Raw(Place("prov.json", 1), json.dumps(data).encode()), setting).record
    sentences = preflight.wording(kind, setting, None)
    numbers = range(1, kind.mottagare(record) + 1) or (0,)
    return [kind.view(record, Kopia(Exemplar.EXPEDIERING, one), setting, sentences) for one in numbers]


def text(view: View) -> str:
    """Return all that a view shows, in order, with ordinary spaces."""
    return "\n".join(one for _path, one in texts(view.data)).replace("\N{NO-BREAK SPACE}", " ")
