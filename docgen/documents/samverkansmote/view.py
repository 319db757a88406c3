"""The view of the minutes of a samverkansmöte."""

from docgen.documents.brevhuvud import bas
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.view_moten import fardig
from docgen.documents.samverkan.view_plan import planering
from docgen.documents.samverkan.view_uppfoljning import insatslagen, mallagen
from docgen.documents.samverkansmote.contract import SamverkansmoteVy
from docgen.documents.samverkansmote.model import Samverkansmote
from docgen.wording import Wording


def view(record: Samverkansmote, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    blad = Blad(record.person, record.mote.datum, setting, wording)
    base = bas(record, kopia, setting, wording, wording("titel"))
    plan = record.plan_ref
    data: SamverkansmoteVy = {
        **planering(record, base, blad),
        "lage": insatslagen(plan, record.insatsstatus, blad) if plan else None,
        "mallage": mallagen(record.malstatus, blad),
    }
    return fardig(record, record.person, data, setting)
