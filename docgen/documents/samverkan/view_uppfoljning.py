"""The view of a follow-up: how far each insats of the plan and each goal has come."""

from collections.abc import Sequence

from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import Insatslagen, InsatslageVy, Mallagen
from docgen.documents.samverkan.parter import PlaneradInsats
from docgen.documents.samverkan.uppfoljning import Insatsstatus, Malstatus, PlanRef
from docgen.values.datum import long
from docgen.values.text import typeset


def insatslagen(plan: PlanRef, told: Sequence[Insatsstatus], blad: Blad) -> Insatslagen:
    """Return how far the insatser of ``plan`` have come, in its order; R-26 says that each is told of once."""
    by_id = {one.insats_ref: one for one in told}
    return {
        "rubrik": blad.say("rubrik.lage"),
        "text": blad.say("lage.inledning", datum=long(plan.datum)),
        "rader": [_rad(one, by_id[one.id], blad) for one in plan.insatser if one.id in by_id],
    }


def _rad(insats: PlaneradInsats, told: Insatsstatus, blad: Blad) -> InsatslageVy:
    return {
        "id": insats.id,
        "insats": typeset(insats.insats),
        "ansvarig": typeset(insats.ansvarig_part),
        "lage": blad.say(f"lage.{told.status.value}"),
        "kommentar": typeset(told.kommentar or ""),
    }


def mallagen(told: Sequence[Malstatus], blad: Blad) -> Mallagen | None:
    """Return how far the goals have been reached, None when nothing is said of them."""
    rows = [(typeset(one.mal), blad.say(f"mallage.{one.uppfyllt.value}"), typeset(one.kommentar or "")) for one in told]
    if not rows:
        return None
    return {
        "rubrik": blad.say("rubrik.mallage"),
        "rader": [{"mal": goal, "lage": state, "kommentar": said} for goal, state, said in rows],
    }
