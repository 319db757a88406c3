"""SIP, samverkansmöten and their ends for the tests: a shipped sample, changed, and what is said of it."""

import json
from collections.abc import Iterator
from typing import Any

from beslut import GONE, SETTING, findings
from kallelser import sample

from docgen import preflight
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.errors import Finding

__all__ = ["GONE", "because", "said", "strings", "view"]

FORSTA = "sip_plan/sip-lvm-forsta-motet"
INFOR = "sip_plan/sip-lvm-infor-utskrivningen"
EFTER = "sip_plan/sip-lvm-efter-varden"
PSYKIATRI = "sip_plan/sip-beroende-och-psykiatri"
SKYDDAD = "sip_plan/sip-skyddade-uppgifter"
MOTE = "samverkansmote/samverkansmote-forsta-motet"
FEM_MANADER = "samverkansmote/samverkansmote-fem-manader"
EFTER_LVM = "samverkansmote/samverkansmote-efter-lvm"
UPPREPAD = "samverkansmote/samverkansmote-upprepad-uppfoljning"
UPPFOLJNING = "sip_uppfoljning/sip-uppfoljning-beroende-och-psykiatri"
AVSLUTAR = "sip_uppfoljning/sip-uppfoljning-som-avslutar"
MALEN = "sip_avslut/avslut-malen-natta"
ATERKALLAT = "sip_avslut/avslut-aterkallat-samtycke"
FLYTT = "sip_avslut/avslut-flytt"
AVLIDEN = "sip_avslut/avslut-avliden"


def said(name: str, changes: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the code and the severity of every finding of a changed sample that it does not accept."""
    return [(one.code, one.severity.value) for one in _open(name, changes)]


def because(name: str, changes: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the code and the reason, or what is lacking, of every such finding."""
    return [(one.code, one.facts.get("orsak") or one.facts.get("saknas", "")) for one in _open(name, changes)]


def _open(name: str, changes: dict[str, Any]) -> list[Finding]:
    return [one for one in findings(sample(name, changes)) if not one.accepted]


def view(name: str, changes: dict[str, Any] | None = None, setting: Setting = SETTING) -> View:
    """Return the view of a changed sample."""
    kind = KINDS[name.partition("/")[0]]
    record = kind.model.model_validate_json(json.dumps(sample(name, changes)))
    return kind.view(record, Kopia(), setting, preflight.wording(kind, setting, None))


def strings(value: object) -> Iterator[str]:
    """Yield every text of a view in the order of its names, no-break spaces as spaces."""
    for _, text in texts(value):
        yield text.replace("\N{NO-BREAK SPACE}", " ")
