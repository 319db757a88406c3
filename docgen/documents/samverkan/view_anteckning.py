"""The view of minutes: whom they are about, the consent, the next meeting, who took part, who gets them."""

from collections.abc import Iterator, Mapping

from docgen.documents.adress import nummer_och_fodelsedag
from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.mote import BokatMote, nar, var
from docgen.documents.record import Arende, Handlaggare
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import DeltagareAvsnitt, DeltagareVy, Uppgiftsavsnitt
from docgen.documents.samverkan.kontakt import namn_och_titel, nas_pa
from docgen.documents.samverkan.parter import SamtyckeRef
from docgen.documents.stycken import stycke, uppgifter
from docgen.values.datum import long
from docgen.values.text import enumerate_och, typeset


def uppgifter_om(record: Anteckning, blad: Blad, mer: Mapping[str, str | None]) -> list[Uppgift]:
    """Return whom the minutes are about, the meeting and whom to call; ``mer`` stands before the next meeting."""
    following = record.nasta_uppfoljning
    return uppgifter(
        blad.wording,
        {
            **personuppgifter(record.arende, blad),
            "mote": plats_och_tid(record, blad),
            **mer,
            "handlaggare": kontakt(record.handlaggare),
            "nasta_mote": nar(following) if following else None,
        },
    )


def personuppgifter(arende: Arende, blad: Blad) -> dict[str, str | None]:
    """Return who it is about and the numbers of the matter."""
    person = blad.person
    spoken = [*([person.sprak] if person.sprak else []), *([blad.say("sprak.tolk")] if person.tolkbehov else [])]
    return {
        "galler": typeset(person.namn),
        **nummer_och_fodelsedag(person, blad.setting),
        "sprak": typeset(", ".join(spoken)),
        "diarienummer": arende.diarienummer,
        "arendenummer": arende.arendenummer,
    }


def plats_och_tid(record: Anteckning, blad: Blad) -> str:
    """Return when, how and where the meeting was held."""
    where = var(record.mote)
    how = blad.say(f"form.{record.mote.form.value}")
    return ", ".join([nar(record.mote), how, *([where] if where else [])])


def kontakt(one: Handlaggare) -> str:
    """Return name, title and how to reach the caseworker."""
    return ", ".join([namn_och_titel(one), *nas_pa(one).values()])


def samtycke(record: Anteckning, blad: Blad) -> Avsnitt:
    """Return the consent, how it is withdrawn and, where relatives took part, that it names them."""
    said = [stycke(om_samtycket(record.samtycke, blad))]
    if record.anhoriga:
        names = enumerate_och([f"{one.namn} ({one.relation})" for one in record.anhoriga])
        said.append(stycke(blad.say("samtycke.anhoriga", anhoriga=names)))
    who = record.handlaggare
    number = who.telefon or blad.setting.organisation.kontakt.telefon
    said.append(blad.ring("samtycke.tas_tillbaka", number, namn=who.namn))
    return blad.avsnitt("samtycke", said)


def om_samtycket(consent: SamtyckeRef, blad: Blad) -> str:
    """Return when the consent was given and how long it holds."""
    return blad.say("samtycke.lamnat", datum=long(consent.datum), till=long(consent.giltigt_till))


def nasta_mote(record: Anteckning, blad: Blad) -> Uppgiftsavsnitt:
    """Return the next meeting, or why there is none."""
    following, rubrik = record.nasta_uppfoljning, blad.say("rubrik.nasta_mote")
    if following is None:
        key = "nasta_mote.avslutas" if record.avslutas else "nasta_mote.inget"
        text = blad.say(key, skal=record.inget_mote)
        return {"rubrik": rubrik, "text": text, "uppgifter": []}
    return {"rubrik": rubrik, "text": "", "uppgifter": motet(following, blad)}


def motet(following: BokatMote, blad: Blad) -> list[Uppgift]:
    """Return when and where a booked meeting is, and who is to come; a link stands as it is written."""
    return uppgifter(
        blad.wording,
        {
            "nar": nar(following),
            "plats": typeset(versal(following.plats)) if following.plats else None,
            "lank": following.digital_lank,
            "ska_vara_med": typeset(enumerate_och(following.narvarande)),
        },
    )


def deltagare(record: Anteckning, blad: Blad) -> DeltagareAvsnitt:
    """Return the person, those who act for her, the relatives and the parties, each with how they took part."""
    absent = blad.say("deltagare.anledning", anledning=record.anledning or "")
    return {
        "rubrik": blad.say("rubrik.deltagare"),
        "rader": list(_rader(record, blad)),
        "franvaro": "" if record.den_enskilde_deltog else absent,
    }


def _rader(record: Anteckning, blad: Blad) -> Iterator[DeltagareVy]:
    came = "var_med" if record.den_enskilde_deltog else "inte_med"
    yield _rad(record.person.namn, blad.say("roll.den_enskilde"), "", blad.say(f"narvaro.{came}"))
    for acting in record.foretradare:
        yield _rad(acting.namn, blad.say(f"roll.{acting.typ.value}"), "", blad.say("narvaro.var_med"))
    for relative in record.anhoriga:
        yield _rad(relative.namn, relative.relation, "", blad.say("narvaro.var_med"))
    for party in record.deltagare:
        at = blad.say(f"huvudman.{party.huvudman.value}", verksamhet=party.verksamhet)
        yield _rad(party.namn, party.roll, at, blad.say(f"narvaro.{party.narvaro.value}"))


def _rad(namn: str, roll: str, verksamhet: str, narvaro: str) -> DeltagareVy:
    return {"namn": typeset(namn), "roll": typeset(versal(roll)), "verksamhet": typeset(verksamhet), "narvaro": narvaro}


def versal(text: str) -> str:
    """Return ``text`` with a capital, for a cell of its own."""
    return text[:1].upper() + text[1:]


def dokumentation(record: Anteckning, blad: Blad) -> Avsnitt:
    """Return who wrote the minutes, for which party, and who gets them."""
    who = record.sekreterare
    said = blad.say("dokumentation.skrivet", namn=who.namn, part=who.part)
    if who.utsedd_datum:
        said += " " + blad.say("dokumentation.utsedd", part=who.part, datum=long(who.utsedd_datum))
    given = blad.say("dokumentation.delges", delges=enumerate_och(record.delges))
    return blad.avsnitt("dokumentation", [stycke(said), stycke(given)])
