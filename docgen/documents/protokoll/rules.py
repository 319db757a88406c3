"""The rules of a protocol alone: its numbers, the times of the meeting, its notices, its pages and its extracts."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from docgen.documents.protokoll.model import Sammantradesprotokoll
from docgen.documents.record import Status
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import iso
from docgen.values.diarienummer import DEFAULT_PATTERN, InvalidDiarienummer, parse_diarienummer

_ANSLAG_DAGAR = timedelta(days=2)


@rule("F-09", Severity.ERROR, "OSL 5 kap. 2 §; dataskyddslagen (2018:218) 3 kap. 10 §")
def arendenas_nummer(record: Sammantradesprotokoll, setting: Setting) -> Iterator[Fault]:
    """The diarienummer of every matter has the form of the register, and none is somebody's personnummer."""
    form = setting.organisation.diarienummer_monster
    pattern = re.compile(form) if form else DEFAULT_PATTERN
    for index, one in enumerate(record.arenden):
        try:
            if one.dnr is not None:
                parse_diarienummer(one.dnr, pattern)
        except InvalidDiarienummer as error:
            yield Fault(f"$.arenden[{index}].dnr", {"falt": "dnr", "orsak": f"register_{error.reason}"})


@rule("R-80", Severity.ERROR, "KL 5 kap. 69 §")
def sammantradets_tider(record: Sammantradesprotokoll, setting: Setting) -> Iterator[Fault]:
    """The meeting began, paused and ended in that order, and only a draft is of a meeting to come."""
    day = record.sammantradesdatum
    if day > setting.today and record.dokument.status is not Status.UTKAST:
        facts = {"orsak": "i_framtiden", "falt": "sammantradesdatum", "datum": iso(day), "i_dag": iso(setting.today)}
        yield Fault("$.sammantradesdatum", facts)
    times = [("start", record.start)]
    for index, one in enumerate(record.ajournering):
        times += [(f"ajournering[{index}].fran", one.fran), (f"ajournering[{index}].till", one.till)]
    times.append(("slut", record.slut))
    for (before, earlier), (name, later) in pairwise([(name, at.replace(":", ".")) for name, at in times]):
        if later < earlier:
            facts = {"orsak": "fel_ordning", "falt": name, "datum": later, "fore": before, "fore_datum": earlier}
            yield Fault(f"$.{name}", facts)


@rule("R-81", Severity.ERROR, "KL 8 kap. 12 §")
def anslag_finns(record: Sammantradesprotokoll, setting: Setting) -> Iterator[Fault]:
    """What has been justerat has been announced, except in a draft."""
    if record.omedelbart_anslag and not record.omedelbara:
        yield Fault("$.omedelbart_anslag", {"orsak": "anslag_utan_paragrafer"})
    if record.dokument.status is Status.UTKAST:
        return
    for one in record.justeringar:
        needed = one.anslagets_path != "$.anslag" or bool(record.senare)
        if needed and one.anslag is None and setting.today > one.justerat + _ANSLAG_DAGAR:
            yield Fault(one.anslagets_path, {"orsak": "anslag_saknas", "justerat": iso(one.justerat)})


@rule("R-82", Severity.WARNING, "praxis: paragraferna numreras löpande över året")
def fortsatter_over_aret(record: Sammantradesprotokoll, _: Setting) -> Iterator[Fault]:
    """The first paragraph follows on the last one of the protocol before."""
    last = record.forra_protokollet_till
    if last is not None and record.paragraf_from != last + 1:
        bounds = {"from": str(last + 1), "till": str(last + 1 + record.paragraf_till - record.paragraf_from)}
        yield Fault("$.paragraf_from", bounds | {"paragraf": str(record.paragraf_from)})


@rule("R-90", Severity.ERROR, "praxis: sidorna löper genom protokollet")
def sidor_i_foljd(record: Sammantradesprotokoll, _: Setting) -> Iterator[Fault]:
    """No paragraph begins on a page before the one where the paragraph before it ends."""
    for index, (before, one) in enumerate(pairwise(record.arenden), start=1):
        if before.sida_slut and one.sida_start and one.sida_start < before.sida_slut:
            facts = {"orsak": "sidorna_overlappar", "organ": f"§ {one.paragraf}"}
            facts |= {"forsta": str(one.sida_start), "sista": str(before.sida_slut)}
            yield Fault(f"$.arenden[{index}].sida_start", facts)


@rule("R-92", Severity.ERROR, "praxis: utdrag bestyrks och görs ur justerat protokoll")
def utdrag_av_det_som_expedieras(record: Sammantradesprotokoll, _: Setting) -> Iterator[Fault]:
    """Extracts are asked of all matters or of some, and each of these is sent to someone."""
    asked = record.utdrag
    if asked is None:
        return
    if asked.alla == bool(asked.paragrafer):
        yield Fault("$.utdrag", {"orsak": "utdrag_av_vad"})
    silent = {one.paragraf for one in record.arenden if not one.expedieras_till}
    for index, number in enumerate(asked.paragrafer):
        if number in silent:
            yield Fault(f"$.utdrag.paragrafer[{index}]", {"orsak": "utdrag_utan_mottagare", "paragraf": str(number)})
