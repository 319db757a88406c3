"""The view of the follow-up of a SIP."""

from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.view_moten import anteckning, fardig
from docgen.documents.samverkan.view_plan import insatser
from docgen.documents.samverkan.view_uppfoljning import insatslagen, mallagen
from docgen.documents.sip_uppfoljning.contract import Partsandringar, PartsandringVy, SipUppfoljningVy
from docgen.documents.sip_uppfoljning.model import SipUppfoljning
from docgen.documents.stycken import stycke, stycken
from docgen.values.datum import iso
from docgen.values.text import typeset
from docgen.wording import Wording


def view(record: SipUppfoljning, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    blad = Blad(record.person, record.mote.datum, setting, wording)
    base = bas(record, kopia, setting, wording, wording("titel"))
    data: SipUppfoljningVy = {
        **anteckning(record, base, blad, {"plan": iso(record.plan_ref.datum)}),
        "lage": insatslagen(record.plan_ref, record.insatsstatus, blad),
        "mallage": mallagen(record.malstatus, blad),
        "skattning": _skattning(record, blad),
        "nya_rubrik": blad.say("rubrik.nya_insatser") if record.nya_insatser else "",
        "insatser": insatser(record.nya_insatser, blad),
        "insatser_not": blad.say("insatser.beslut"),
        "parter": _parter(record, blad),
    }
    return fardig(record, record.person, data, setting)


def _skattning(record: SipUppfoljning, blad: Blad) -> Avsnitt | None:
    rated = record.den_enskildes_skattning
    if rated is None:
        return None
    said = stycke(blad.say("skattning.text", varde=str(rated.varde)))
    return blad.avsnitt("skattning", [said, *stycken(rated.kommentar or "")])


def _parter(record: SipUppfoljning, blad: Blad) -> Partsandringar | None:
    changes = {"tillkommer": record.nya_parter, "lamnar": record.avgaende_parter}
    rows: list[PartsandringVy] = [
        {"verksamhet": typeset(one.verksamhet), "andring": blad.say(f"parter.{key}"), "varfor": typeset(one.varfor)}
        for key, some in changes.items()
        for one in some
    ]
    return {"rubrik": blad.say("rubrik.parter"), "rader": rows} if rows else None
