"""The view of a plan: what matters, the goals, who does what and when, what to do in a crisis."""

from collections.abc import Iterable, Sequence

from docgen.documents.contract import Avsnitt, BasVy, Stycke
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import (
    Atgardsavsnitt,
    AtgardVy,
    EgenAtgardVy,
    EgnaAtgarder,
    Insatsgrupp,
    InsatsVy,
    Malavsnitt,
    MalVy,
    PlaneringVy,
    Uppgiftsavsnitt,
)
from docgen.documents.samverkan.kontakt import i_ett
from docgen.documents.samverkan.parter import Huvudman, PlaneradInsats
from docgen.documents.samverkan.plan import Krisplan, Planering, Samordnare
from docgen.documents.samverkan.view_moten import anteckning
from docgen.documents.stycken import lista, stycken, uppgifter
from docgen.values.text import typeset


def planering(record: Planering, base: BasVy, blad: Blad) -> PlaneringVy:
    """Return what every plan shows."""
    return {
        **anteckning(record, base, blad, {"samordnare": _samordnare(record.samordnare)}),
        "viktigt": blad.avsnitt("viktigt", stycken(record.viktigt_for_mig)),
        "nulage": blad.avsnitt("nulage", stycken(record.nulage)) if record.nulage else None,
        "mal": _mal(record, blad),
        "insatser_rubrik": blad.say("rubrik.insatser"),
        "insatser": insatser(record.insatser, blad),
        "insatser_not": blad.say("insatser.beslut"),
        "andra": _andra(record, blad),
        "egna": _egna(record, blad),
        "samordnare": _om_samordnaren(record, blad),
        "krisplan": _krisplan(record.krisplan, blad) if record.krisplan else None,
        "informationsdelning": _informationsdelning(record, blad),
    }


def _samordnare(who: Samordnare) -> str:
    return f"{typeset(f'{who.namn}, {who.verksamhet}')}, {i_ett(who.telefon)}"


def _mal(record: Planering, blad: Blad) -> Malavsnitt:
    rows: list[MalVy] = [{"lang": typeset(one.lang), "kort": typeset(one.kort or "")} for one in record.mal]
    return {"rubrik": blad.say("rubrik.mal"), "rader": rows}


def insatser(planned: Sequence[PlaneradInsats], blad: Blad) -> list[Insatsgrupp]:
    """Return the insatser by huvudman, as the law wants the plan to show them (SoL 10 kap. 8 §)."""
    groups = {one: [insats for insats in planned if insats.huvudman is one] for one in Huvudman}
    return [
        {"rubrik": blad.say(f"ansvarar.{huvudman.value}"), "rader": [_insats(one, blad) for one in some]}
        for huvudman, some in groups.items()
        if some
    ]


def _insats(one: PlaneradInsats, blad: Blad) -> InsatsVy:
    return {
        "id": one.id,
        "behov": typeset(one.behov),
        "insats": typeset(one.insats),
        "ansvarig": typeset(one.ansvarig_part),
        "person": typeset(one.ansvarig_person or ""),
        "nar": typeset(one.nar),
        "uppfoljs": blad.say("insatser.uppfoljs", uppfoljs=one.uppfoljs) if one.uppfoljs else "",
    }


def _andra(record: Planering, blad: Blad) -> Atgardsavsnitt:
    rows: list[AtgardVy] = [
        {"vem": typeset(one.aktor), "vad": typeset(one.atgard), "nar": typeset(one.nar)}
        for one in record.andra_aktorers_atgarder
    ]
    text = "" if rows else blad.say("andra.inga")
    return {"rubrik": blad.say("rubrik.andra"), "text": text, "rader": rows}


def _egna(record: Planering, blad: Blad) -> EgnaAtgarder | None:
    rows: list[EgenAtgardVy] = [{"vad": typeset(one.atgard), "nar": typeset(one.nar)} for one in record.egna_atgarder]
    return {"rubrik": blad.say("rubrik.egna"), "rader": rows} if rows else None


def _om_samordnaren(record: Planering, blad: Blad) -> Avsnitt:
    who = record.samordnare
    said = blad.ring("samordnare.text", who.telefon, namn=who.namn, verksamhet=who.verksamhet)
    return blad.avsnitt("samordnare", [said])


def _krisplan(plan: Krisplan, blad: Blad) -> Avsnitt:
    """Return the signs, the person's own steps and whom to call, the number for emergencies last."""
    steps = [lista(plan.egna_steg, blad.say("krisplan.steg"))] if plan.egna_steg else []
    calls = [", ".join([typeset(one.vem), i_ett(one.telefon), *_text(one.nar)]) for one in plan.kontakter]
    called: Stycke = {"text": blad.say("krisplan.kontakter"), "punkter": [*calls, blad.say("krisplan.akut")]}
    return blad.avsnitt("krisplan", [lista(plan.tecken, blad.say("krisplan.tecken")), *steps, called])


def _text(text: str | None) -> Iterable[str]:
    return [typeset(text)] if text else []


def _informationsdelning(record: Planering, blad: Blad) -> Uppgiftsavsnitt:
    shared = record.informationsdelning
    facts = {
        "vilka_uppgifter": typeset(shared.vilka_uppgifter),
        "mellan": typeset(shared.mellan),
        "hur": typeset(shared.hur),
        "avvikelser": typeset(shared.avvikelser),
    }
    return {
        "rubrik": blad.say("rubrik.informationsdelning"),
        "text": blad.say("informationsdelning.inledning"),
        "uppgifter": uppgifter(blad.wording, facts),
    }
