"""The view of a SIP."""

from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.view_moten import fardig
from docgen.documents.samverkan.view_plan import planering
from docgen.documents.sip_plan.contract import SipPlanVy
from docgen.documents.sip_plan.model import SipPlan
from docgen.documents.stycken import stycke
from docgen.wording import Wording


def view(record: SipPlan, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    blad = Blad(record.person, record.mote.datum, setting, wording)
    base = bas(record, kopia, setting, wording, wording("titel"))
    data: SipPlanVy = {**planering(record, base, blad), "ansvar": _ansvar(record, blad)}
    return fardig(record, record.person, data, setting)


def _ansvar(record: SipPlan, blad: Blad) -> Avsnitt:
    """Return who has the overall responsibility, and who took part without an insats (SoL 10 kap. 8 §)."""
    who, law = record.overgripande_ansvar, blad.lagrum("individuell_plan", "individuell_plan_vard")
    said = [blad.say("ansvar.text", huvudman=blad.say(f"ansvarig.{who.value}"), lagrum=law)]
    said += [
        blad.say("ansvar.utan", huvudman=blad.say(f"ansvarig.{one.huvudman.value}"), skal=one.skal)
        for one in record.utan_insatser
    ]
    return blad.avsnitt("ansvar", [stycke(one) for one in said])
