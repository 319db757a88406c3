"""What the letter tells of the granted insatser: the follow-up contact, the vårdplan and the cost."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.documents.bistandsbeslut.insats import Avgift, Insats, Uppfoljningskontakt, Vardplan
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycke
from docgen.law.lagrum import cite
from docgen.values.belopp import kronor
from docgen.values.datum import long
from docgen.wording import Wording


def avsnitt(record: Bistandsbeslut, setting: Setting, wording: Wording) -> list[Avsnitt]:
    """Return the sections on the granted insatser, in the order of the record."""
    return [one for _path, insats in record.beviljade for one in _om(insats, record, setting, wording)]


def _om(insats: Insats, record: Bistandsbeslut, setting: Setting, wording: Wording) -> Iterator[Avsnitt]:
    if insats.uppfoljningskontakt is not None:
        paragraphs = list(_kontakt(insats.uppfoljningskontakt, wording))
        yield {"rubrik": wording("rubrik.uppfoljningskontakt"), "stycken": paragraphs}
    if insats.vardplan is not None:
        yield {"rubrik": wording("rubrik.vardplan"), "stycken": [stycke(_vardplan(insats.vardplan, wording))]}
    if insats.avgift is not None:
        text = _avgift(insats.avgift, record, setting, wording)
        yield {"rubrik": wording("rubrik.avgift"), "stycken": [stycke(text)]}


def _kontakt(kontakt: Uppfoljningskontakt, wording: Wording) -> Iterator[Stycke]:
    purposes = [wording(f"syfte.{one.value}") for one in kontakt.syften]
    yield lista(purposes, wording("uppfoljningskontakt.syfte"))
    yield stycke(_forsta_mote(kontakt, wording))
    first = kontakt.forsta_mote.datum if kontakt.forsta_mote else None
    later = [one for one in kontakt.moten if one.datum != first]
    if later:
        meetings = [f"{long(one.datum)}, {one.form}" if one.form else long(one.datum) for one in later]
        yield lista(meetings, wording("uppfoljningskontakt.moten"))
    if kontakt.eftervard is not None and kontakt.eftervard.finns and kontakt.eftervard.vem is not None:
        yield stycke(wording("uppfoljningskontakt.eftervard_vem", vem=kontakt.eftervard.vem))
    else:
        yield stycke(wording("uppfoljningskontakt.eftervard"))
    if kontakt.utvardering_datum is not None:
        yield stycke(wording("uppfoljningskontakt.utvardering", datum=long(kontakt.utvardering_datum)))
    else:
        yield stycke(wording("uppfoljningskontakt.utvardering_relativt"))


def _forsta_mote(kontakt: Uppfoljningskontakt, wording: Wording) -> str:
    first = kontakt.forsta_mote
    if first is None:
        return wording("uppfoljningskontakt.forsta_mote_relativt")
    when = {"datum": long(first.datum), "tid": (first.tid or "").replace(":", ".")}
    said = wording("uppfoljningskontakt.forsta_mote_tid" if first.tid else "uppfoljningskontakt.forsta_mote", **when)
    return f"{said} {wording('uppfoljningskontakt.plats', plats=first.plats)}" if first.plats else said


def _vardplan(vardplan: Vardplan, wording: Wording) -> str:
    if not vardplan.finns:
        return wording("vardplan.saknas")
    if vardplan.datum is None:
        return wording("vardplan.finns_utan_datum")
    return wording("vardplan.finns", datum=long(vardplan.datum))


def _avgift(avgift: Avgift, record: Bistandsbeslut, setting: Setting, wording: Wording) -> str:
    slots = {"belopp": kronor(Decimal(avgift.belopp_per_dag)), "grund": avgift.grund}
    section = setting.law.find("ersattning_uppehalle", record.beslutsdatum)
    return wording("avgift.med_lagrum", lagrum=cite([section]), **slots) if section else wording("avgift.text", **slots)
