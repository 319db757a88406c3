"""What the views of a follow-up share: whom it is about, a day with its weekday, how and where people meet."""

from collections.abc import Sequence
from datetime import date

from docgen.documents.adress import nummer_och_fodelsedag
from docgen.documents.contract import Avsnitt, Stycke, Underskrift, Uppgift
from docgen.documents.mote import Motestid, nar
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycke, stycken, uppgifter
from docgen.documents.uppfoljning.delar import Deltagare, Uppfoljning, Uppfoljningstid
from docgen.documents.uppfoljning.kontrakt import DeltagareVy
from docgen.law.lagrum import NBSP
from docgen.values.datum import iso, long, veckodag
from docgen.values.text import typeset
from docgen.wording import Wording


def vem(record: Uppfoljning, setting: Setting, wording: Wording) -> list[Uppgift]:
    """Return whom and which treatment the document is about, and the decision behind it."""
    person, treatment = record.person, record.behandling
    by = f", {treatment.vardgivare}" if treatment.vardgivare else ""
    return uppgifter(
        wording,
        {
            "galler": typeset(person.namn),
            **nummer_och_fodelsedag(person, setting),
            "diarienummer": record.arende.diarienummer,
            "arendenummer": record.arende.arendenummer,
            "beslut": f"{iso(record.beslut.datum)}, dnr{NBSP}{record.beslut.diarienummer}",
            "behandling": typeset(f"{treatment.namn}{by}"),
        },
    )


def handlaggaren(record: Uppfoljning, wording: Wording) -> list[Uppgift]:
    """Return who the caseworker is and how to reach her."""
    who = record.handlaggare
    facts = {"handlaggare": typeset(f"{who.namn}, {who.titel}"), "telefon": who.telefon, "epost": who.epost}
    return uppgifter(wording, facts)


def motet(mote: Uppfoljningstid, wording: Wording) -> list[Uppgift]:
    """Return when, how and where a meeting was held."""
    place = {"plats": typeset(mote.plats) if mote.plats else None, "lank": mote.digital_lank}
    return uppgifter(wording, {"tid": nar(mote), "form": wording(f"form.{mote.form.value}"), **place})


def dag(day: date) -> str:
    """Return ``måndag 7 september 2026``, for a table."""
    return f"{veckodag(day)} {long(day)}"


def klockan(mote: Motestid) -> str:
    """Return ``13.00–14.30``; empty when the time is not known."""
    times = [one.replace(":", ".") for one in (mote.tid, mote.sluttid) if one]
    return "\N{EN DASH}".join(times) if mote.tid else ""


def deltagare(people: Sequence[Deltagare]) -> list[DeltagareVy]:
    """Return the rows of those who took part."""
    return [{"namn": typeset(one.namn), "roll": typeset(one.roll)} for one in people]


def avsnitt(wording: Wording, rubrik: str, innehall: Sequence[Stycke]) -> Avsnitt:
    """Return ``innehall`` under the heading ``rubrik`` of the wording."""
    return {"rubrik": typeset(wording(f"rubrik.{rubrik}")), "stycken": list(innehall)}


def delges(wording: Wording, mottagare: Sequence[str]) -> Avsnitt | None:
    """Return who gets the document, as a list when there are several."""
    if not mottagare:
        return None
    return avsnitt(wording, "delges", [lista(mottagare) if len(mottagare) > 1 else stycke(mottagare[0])])


def fri_text(wording: Wording, texter: dict[str, str | None]) -> list[Avsnitt]:
    """Return a section for each of ``texter`` that says something; the wording has the headings."""
    return [avsnitt(wording, rubrik, stycken(text)) for rubrik, text in texter.items() if text]


def underskrift(record: Uppfoljning, wording: Wording) -> Underskrift:
    """Return who has written the document."""
    who = record.handlaggare
    return {
        "inledning": typeset(wording("underskrift.inledning")),
        "rader": [typeset(f"{who.namn}, {who.titel}")],
        "ort_och_datum": long(record.dokument.datum),
        "satt": "",
    }
