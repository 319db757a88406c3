"""The view of an uppföljningsmöte."""

from docgen.documents.adress import nummer
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.mote import nar_i_mening, var
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycke, stycken, uppgifter
from docgen.documents.uppfoljning import vy
from docgen.documents.uppfoljning.delar import Uppfoljningstid
from docgen.documents.uppfoljningsmote.contract import MoteVy
from docgen.documents.uppfoljningsmote.model import Avslut, Drogfrihet, Uppfoljningsmote
from docgen.values.datum import iso, long
from docgen.values.text import typeset
from docgen.wording import Wording


def view(record: Uppfoljningsmote, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the record of a meeting."""
    title = wording("titel_uteblev" if not record.den_enskilde_deltog else "titel")
    everyday = _vardag(record, wording)
    data: MoteVy = {
        **bas(record, kopia, setting, wording, title),
        "uppgifter": vy.vem(record, setting, wording),
        "motet_rubrik": wording("rubrik.motet"),
        "motet": _motet(record, wording),
        "deltagare_rubrik": wording("rubrik.deltagare"),
        "deltagare": vy.deltagare(record.deltagare),
        "franvaro": _franvaro(record, wording),
        "drogfrihet": _drogfrihet(record.drogfrihet, wording) if record.drogfrihet else None,
        "signaler": vy.avsnitt(wording, "signaler", [lista(record.aterfallssignaler)])
        if record.aterfallssignaler
        else None,
        "vardag_rubrik": wording("rubrik.vardag") if everyday else "",
        "vardag": everyday,
        "om_stodet": vy.fri_text(
            wording, {"eftervard": record.eftervard_status, "samordning": record.samordning_behov}
        ),
        "overenskommet_rubrik": wording("rubrik.overenskommet"),
        "overenskommet": [
            {"vad": typeset(one.vad), "vem": typeset(one.vem), "nar": typeset(one.nar)} for one in record.overenskommet
        ],
        "fortsattning": _fortsattning(record, wording),
        "underskrift": vy.underskrift(record, wording),
        "delges": vy.delges(wording, record.delges),
    }
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']} {iso(record.mote.datum)}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(record.person, setting)),
        forbjudet={},
    )


def _motet(record: Uppfoljningsmote, wording: Wording) -> list[Uppgift]:
    before = record.mote.foregaende_datum
    place = {"nummer": str(record.mote.nummer), "foregaende": iso(before) if before else None}
    return [*vy.motet(record.mote, wording), *uppgifter(wording, place)]


def _franvaro(record: Uppfoljningsmote, wording: Wording) -> Avsnitt | None:
    """Return that the person did not come, and what was done about it."""
    if record.den_enskilde_deltog:
        return None
    why = stycken(record.franvaro) if record.franvaro else []
    return vy.avsnitt(wording, "franvaro", [stycke(wording("franvaro.uteblev")), *why])


def _drogfrihet(said: Drogfrihet, wording: Wording) -> Avsnitt:
    relapses = [
        wording("drogfrihet.aterfall", nar=one.nar, beskrivning=one.beskrivning, atgard=one.atgard)
        for one in said.aterfall
    ]
    last = (
        lista(relapses, wording("drogfrihet.aterfallen")) if relapses else stycke(wording("drogfrihet.inga_aterfall"))
    )
    period = stycke(wording("drogfrihet.period", period=said.period))
    return vy.avsnitt(wording, "drogfrihet", [period, *stycken(said.bruk), last])


def _vardag(record: Uppfoljningsmote, wording: Wording) -> list[Uppgift]:
    said = record.vardag.model_dump() if record.vardag else {}
    return uppgifter(wording, {name: typeset(text) for name, text in said.items() if text})


def _fortsattning(record: Uppfoljningsmote, wording: Wording) -> Avsnitt:
    """Return the next meeting or the end; one of them is there, or R-34 has stopped the record."""
    if record.avslut is not None:
        return vy.avsnitt(wording, "avslut", [stycke(_avslut(record.avslut, wording))])
    paragraphs = [stycke(_nasta(record.nasta_mote, wording))] if record.nasta_mote else []
    return vy.avsnitt(wording, "nasta_mote", paragraphs)


def _nasta(mote: Uppfoljningstid, wording: Wording) -> str:
    slots = {"tid": nar_i_mening(mote), "form": wording(f"form.{mote.form.value}")}
    place = var(mote)
    return wording("nasta_mote.plats", plats=place, **slots) if place else wording("nasta_mote.text", **slots)


def _avslut(avslut: Avslut, wording: Wording) -> str:
    said = wording("avslut.text", datum=long(avslut.datum), skal=wording(f"avslut.{avslut.skal.value}"))
    return f"{said} {avslut.kommentar}" if avslut.kommentar else said
