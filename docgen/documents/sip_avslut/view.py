"""The view of the end of a SIP, or of the cooperation after samverkansmöten."""

from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, BasVy, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import Uppgiftsavsnitt
from docgen.documents.samverkan.view_anteckning import kontakt, motet, om_samtycket, personuppgifter
from docgen.documents.samverkan.view_moten import fardig
from docgen.documents.samverkan.view_uppfoljning import mallagen
from docgen.documents.sip_avslut.contract import Ansvarsavsnitt, AnsvarVy, SipAvslutVy, SvarVy, Utvarderingsavsnitt
from docgen.documents.sip_avslut.model import Avslutsskal, SipAvslut
from docgen.documents.stycken import stycke, stycken, uppgifter
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording


def view(record: SipAvslut, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    blad = Blad(record.person, record.datum, setting, wording)
    base = bas(record, kopia, setting, wording, wording(f"titel.{record.motestyp.value}"))
    return fardig(record, record.person, _avslut(record, base, blad), setting)


def _avslut(record: SipAvslut, base: BasVy, blad: Blad) -> SipAvslutVy:
    told = [*stycken(record.sammanfattning), stycke(blad.say("uppgifter.till", datum=long(record.uppgifter_till)))]
    return {
        **base,
        "uppgifter": _uppgifter(record, blad),
        "skal": _skal(record, blad),
        "sammanfattning": blad.avsnitt("sammanfattning", told),
        "mallage": mallagen(record.malstatus, blad),
        "ansvar": _ansvar(record, blad),
        "utvardering": _utvardering(record, blad),
        "nasta_mote": _nasta_mote(record, blad),
        "samtycke": _samtycke(record, blad),
        "efter": _efter(record, blad),
        "dokumentation": _dokumentation(record, blad),
    }


def _uppgifter(record: SipAvslut, blad: Blad) -> list[Uppgift]:
    return uppgifter(
        blad.wording,
        {
            **personuppgifter(record.arende, blad),
            "plan": iso(record.plan_datum),
            "avslutad": iso(record.datum),
            "handlaggare": kontakt(record.handlaggare),
        },
    )


def _skal(record: SipAvslut, blad: Blad) -> Avsnitt:
    said = stycke(blad.say(f"skal.{record.skal.value}", datum=long(record.datum)))
    return blad.avsnitt("skal", [said, *stycken(record.skal_text or "")])


def _ansvar(record: SipAvslut, blad: Blad) -> Ansvarsavsnitt:
    rows: list[AnsvarVy] = [
        {"vad": typeset(one.vad), "ansvarig": typeset(one.ansvarig), "kontakt": one.kontakt or ""}
        for one in record.ansvar_framat
    ]
    text = "" if rows else blad.say("ansvar.inget")
    return {"rubrik": blad.say("rubrik.ansvar_framat"), "text": text, "rader": rows}


def _utvardering(record: SipAvslut, blad: Blad) -> Utvarderingsavsnitt | None:
    answered = record.utvardering
    if answered is None:
        return None
    rows: list[SvarVy] = [
        {"fraga": typeset(one.fraga), "svar": blad.say("utvardering.svar", varde=str(one.varde))}
        for one in answered.svar
    ]
    return {
        "rubrik": blad.say("rubrik.utvardering"),
        "text": blad.say("utvardering.text", datum=long(answered.datum)),
        "rader": rows,
        "kommentar": stycken(answered.kommentar or ""),
    }


def _nasta_mote(record: SipAvslut, blad: Blad) -> Uppgiftsavsnitt | None:
    if record.nasta_mote is None:
        return None
    text = blad.say("nasta_mote.kvar")
    return {"rubrik": blad.say("rubrik.nasta_mote"), "text": text, "uppgifter": motet(record.nasta_mote, blad)}


def _samtycke(record: SipAvslut, blad: Blad) -> Avsnitt:
    """Return until when the consent held, and what its withdrawal or the end means for what is shared."""
    consent = record.samtycke
    if consent.aterkallat_datum is None:
        given = om_samtycket(consent, blad)
        if record.skal is Avslutsskal.AVLIDEN:
            given = blad.say("samtycke.gallde", datum=long(consent.datum), till=long(consent.giltigt_till))
        said = [given, blad.say("samtycke.upphor")]
    else:
        days = {"datum": long(consent.datum), "aterkallat": long(consent.aterkallat_datum)}
        said = [blad.say("samtycke.aterkallat", **days)]
    return blad.avsnitt("samtycke", [stycke(one) for one in said])


def _efter(record: SipAvslut, blad: Blad) -> Avsnitt | None:
    """Return how a new plan can be had, and at a move how this one can be handed over."""
    if record.skal is Avslutsskal.AVLIDEN:
        return None
    moved = [stycke(blad.say("efter.flytt"))] if record.skal is Avslutsskal.FLYTT else []
    number = record.handlaggare.telefon or blad.setting.organisation.kontakt.telefon
    return blad.avsnitt("efter", [*moved, blad.ring("efter.ny", number, namn=record.handlaggare.namn)])


def _dokumentation(record: SipAvslut, blad: Blad) -> Avsnitt:
    who = record.handlaggare
    written = blad.say("dokumentation.avslut", namn=who.namn, titel=who.titel)
    given = blad.say("dokumentation.delges", delges=enumerate_och(record.delges))
    return blad.avsnitt("dokumentation", [stycke(written), stycke(given)])
