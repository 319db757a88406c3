"""The view of the care under LVM: which meeting it is, and the days that the aftercare is counted from."""

from docgen.documents.contract import Avsnitt
from docgen.documents.record import Skydd
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import Uppgiftsavsnitt
from docgen.documents.samverkan.parter import Lvm
from docgen.documents.samverkan.vard import hela_manader, langsta
from docgen.documents.stycken import stycken, uppgifter
from docgen.values.datum import iso
from docgen.values.text import typeset


def lvm(record: Anteckning, blad: Blad) -> Uppgiftsavsnitt | None:
    """Return the care, None when the meeting is about something else."""
    care = record.lvm
    if care is None or record.fas is None:
        return None
    facts = {
        "fas": blad.say(f"fas.{record.fas.value}"),
        "lvm_inledd": iso(care.inledd),
        "lvm_ej_raknade": _ej_raknade(care, blad),
        "lvm_manad": None if care.avslutad else str(hela_manader(care, record.mote.datum)),
        "lvm_hem": typeset(care.hem) if record.person.skydd is Skydd.INGEN else None,
        "lvm_annan_form": _annan_form(care, blad),
        "lvm_beraknat_slut": None if care.avslutad else iso(care.beraknat_slut),
        "lvm_senast": None if care.avslutad else _senast(care, blad),
        "lvm_avslutad": iso(care.avslutad) if care.avslutad else None,
    }
    text = blad.say("lvm.inledning", lagrum=blad.lagrum("lvm_eftervard"))
    return {"rubrik": blad.say("rubrik.lvm"), "text": text, "uppgifter": uppgifter(blad.wording, facts)}


def _ej_raknade(care: Lvm, blad: Blad) -> str | None:
    days = care.ej_raknade_dagar
    return blad.say("lvm.ej_raknade", antal=str(days), lagrum=blad.kort("lvm_ej_raknad_tid")) if days else None


def _senast(care: Lvm, blad: Blad) -> str:
    return blad.say("lvm.senast", datum=iso(langsta(care)), lagrum=blad.kort("lvm_vardtid"))


def _annan_form(care: Lvm, blad: Blad) -> str | None:
    """Return the placement and what went before it: the plan, and that the other parties were told."""
    placed = care.placering_27
    if placed is None:
        return None
    days = {"fran": placed.fran, "plan": placed.plan_datum, "informerade": placed.parter_informerade_datum}
    slots = {name: iso(day) if day else "" for name, day in days.items()}
    law = {"lagrum": blad.kort("lvm_vard_i_annan_form"), "plan_lagrum": blad.kort("lvm_plan_annan_form")}
    return blad.say("lvm.annan_form", **slots, **law)


def efter_utskrivning(record: Anteckning, blad: Blad) -> Avsnitt | None:
    """Return what happens directly after the discharge, None when it is not yet told."""
    said = record.efter_utskrivning
    return blad.avsnitt("efter_utskrivning", stycken(said)) if said else None
