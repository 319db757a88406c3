"""Rules on the decision: law, dates, points, reasons, who decides (R-01 to R-04, R-09, R-11 to R-18)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from docgen.documents.bistandsbeslut.dolda import i_texterna
from docgen.documents.bistandsbeslut.model import Bistandsbeslut, Niva
from docgen.documents.namn import normal
from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.datum import add_months, iso

FEL_LAG = re.compile(r"\b4\s+kap\.\s+1\s+§(?:(?!2001:453)[^.])*2025:400")
AV_GAMLA_LAGEN = re.compile(
    r"2001:453|\b4\s+kap\.\s+1\s+§\s+(?:i\s+)?(?:SoL\b|socialtjänstlagen)(?!\s*\(?2025:400)|\b4:1\s+SoL\b",
    re.IGNORECASE,
)
OM_TIDIGARE = re.compile(r"\b(?:tidigare|äldre|dåvarande|förra)\b|\bbeslut(?:et)? (?:från|av) den\b", re.IGNORECASE)
NYA_LAGEN = "2025:400"
KORT_MOTIVERING = 150
SENAST_UNDERTECKNAT = 30
"""Days after the day of the document."""
BESLUTARE = re.compile(
    r"\$\.(?:(?:beslutsfattare|handlaggare|foredragande|deltog_utan_avgorande\[\d+\])\.(?:namn|titel)"
    r"|handlaggare\.(?:telefon|epost)|avvikande_mening\[\d+\]\.av|dolj_beslutsfattare\.skal|person\.adress\..*)$"
)
"""Where a hidden name has its place and the letter leaves it out; and the address, which may be on Bergs gata."""
NYTT_STYCKE = NYA_SOL = date(2025, 7, 1)
"""SoL (2025:400), and FL 33 § fourth paragraph (SFS 2025:582): before it no name could be left out."""


def cited(record: Bistandsbeslut) -> Iterator[tuple[str, str]]:
    """Yield ``(path, name)`` for every section that the record names."""
    yield "$.utredning.lagrum", record.utredning.lagrum
    for index, punkt in enumerate(record.beslut):
        for at, name in enumerate(punkt.lagrum):
            yield f"$.beslut[{index}].lagrum[{at}]", name
    for index, skal in enumerate(record.motivering):
        for at, name in enumerate(skal.bestammelser):
            yield f"$.motivering[{index}].bestammelser[{at}]", name


@rule("R-01", Severity.ERROR, "SoL (2025:400) övergångsbestämmelserna p. 1-2")
def lagen_galler(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """Every section cited was in force on the day of the decision."""
    day = record.beslutsdatum
    for path, name in cited(record):
        if setting.law.find(name, day) is None:
            instead = setting.law.successor(name, day)
            facts = {"angivet": name if setting.law.knows(name) else "okant_lagrum", "datum": iso(day)}
            yield Fault(path, facts | {"ratt": instead.id if instead else "–"})
    for path, text in texts(record):
        if FEL_LAG.search(text):
            yield Fault(path, {"angivet": "gammal_paragraf_ny_lag", "datum": iso(day), "ratt": "11 kap. 1 §"})
        elif day < NYA_SOL and NYA_LAGEN in text:
            yield Fault(path, {"angivet": "nya_lagen", "datum": iso(day), "ratt": "–"}, Severity.WARNING)
        elif day >= NYA_SOL and _gammal_lag(record, text):
            facts = {"angivet": "aldre_lagen", "datum": iso(day), "ratt": "11 kap. 1 §"}
            yield Fault(path, facts, Severity.WARNING)


def _gammal_lag(record: Bistandsbeslut, text: str) -> bool:
    """Tell whether ``text`` speaks of the old act though no earlier decision is talked about."""
    earlier = record.tidigare_beslut is not None or OM_TIDIGARE.search(text) is not None
    return not earlier and AV_GAMLA_LAGEN.search(text) is not None


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """Application, investigation, decision and document follow each other; nothing lies in the future."""
    applied = {"ansokan.datum": record.ansokan.datum} if record.ansokan else {}
    decided = {"beslutsdatum": record.beslutsdatum}
    signed = {"underskrift.datum": record.underskrift.datum}
    started = record.verkstallighet.planerad_start
    start = {"verkstallighet.planerad_start": started} if started else {}
    steps = applied | {"utredning.inledd": record.utredning.inledd, "utredning.avslutad": record.utredning.avslutad}
    steps |= decided | {"dokument.datum": record.dokument.datum}
    for chain in (steps, decided | signed, applied | start):
        yield from i_ordning(chain)
    for index, punkt in enumerate(record.beslut):
        if punkt.aterkallad is not None:
            yield from i_ordning(applied | {f"beslut[{index}].aterkallad": punkt.aterkallad} | decided)
    latest = record.dokument.datum + timedelta(days=SENAST_UNDERTECKNAT)
    if record.underskrift.datum > latest:
        facts = {"orsak": "sent_undertecknat", "datum": iso(record.underskrift.datum), "senast": iso(latest)}
        yield Fault("$.underskrift.datum", facts)
    yield from har_varit(record, setting, steps | signed)


@rule("R-04", Severity.WARNING, "FL 12 §")
def handlaggningstid(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """More than six months from application to decision gives the person a right to ask for one."""
    if record.ansokan and record.beslutsdatum > add_months(record.ansokan.datum, 6):
        yield Fault("$.beslutsdatum", {"ansokan": iso(record.ansokan.datum), "beslut": iso(record.beslutsdatum)})


@rule("R-09", Severity.ERROR, "FL 32 §; JO 6481-2010")
def egna_skal(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """Each point that goes against the person has reasons of its own, with law and circumstances."""
    reasons = {one.punkt: (index, one) for index, one in enumerate(record.motivering)}
    for punkt in record.punkter_emot:
        number = str(punkt.punkt)
        if punkt.punkt not in reasons:
            yield Fault("$.motivering", {"punkt": number, "saknas": "skal"})
            continue
        index, reason = reasons[punkt.punkt]
        if not reason.bestammelser:
            yield Fault(f"$.motivering[{index}].bestammelser", {"punkt": number, "saknas": "bestammelser"})
        if not reason.omstandigheter:
            yield Fault(f"$.motivering[{index}].omstandigheter", {"punkt": number, "saknas": "omstandigheter"})
    yield from _doubtful_reasons(record)


def _doubtful_reasons(record: Bistandsbeslut) -> Iterator[Fault]:
    against = {punkt.punkt for punkt in record.punkter_emot}
    points = {punkt.punkt for punkt in record.beslut}
    seen: set[str] = set()
    numbers: set[int] = set()
    for index, one in enumerate(record.motivering):
        path, number = f"$.motivering[{index}]", str(one.punkt)
        if one.punkt not in points:
            yield Fault(f"{path}.punkt", {"punkt": number, "saknas": "beslutspunkten"})
        if one.punkt in numbers:
            yield Fault(f"{path}.punkt", {"punkt": number, "saknas": "en_enda_motivering"})
        if one.punkt in against and len(one.bedomning) < KORT_MOTIVERING:
            yield Fault(f"{path}.bedomning", {"punkt": number, "saknas": "utforliga_skal"}, Severity.WARNING)
        if one.bedomning in seen:
            yield Fault(f"{path}.bedomning", {"punkt": number, "saknas": "egna_skal"}, Severity.WARNING)
        seen.add(one.bedomning)
        numbers.add(one.punkt)


@rule("R-11", Severity.ERROR, "FL 25 §; SoL 14 kap. 8 §")
def kommunicerat(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The material was communicated, or it is said why not."""
    done = record.kommunicering
    if not done.skedd and done.undantag is None:
        yield Fault("$.kommunicering", {"saknas": "kommunicering"})
    stray = {"undantag": done.undantag} if done.skedd else {"synpunkter": done.synpunkter, "datum": done.datum}
    for name, said in stray.items():
        if said is not None:
            yield Fault(f"$.kommunicering.{name}", {"saknas": "skedd_som_stammer", "falt": name})
    if done.skedd and done.datum is None:
        yield Fault("$.kommunicering.datum", {"saknas": "kommuniceringens_dag"})
    if done.skedd and done.datum is not None and done.datum > record.beslutsdatum:
        yield Fault("$.kommunicering.datum", {"saknas": "dag_fore_beslutet", "datum": iso(record.beslutsdatum)})
    if done.skedd and done.datum is not None and done.datum < record.utredning.inledd:
        facts = {"saknas": "dag_under_utredningen", "datum": iso(record.utredning.inledd)}
        yield Fault("$.kommunicering.datum", facts)
    if done.skedd and not done.muntligt_infor_namnd_informerad:
        path = "$.kommunicering.muntligt_infor_namnd_informerad"
        yield Fault(path, {"saknas": "upplysning_om_foretrade"}, Severity.WARNING)


@rule("R-12", Severity.ERROR, "FL 33 § fjärde stycket")
def dolda_namn(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """Hidden names have a recorded reason and stand in no text of the letter."""
    if record.dolj_beslutsfattare is None or not record.dolj_beslutsfattare.aktiv:
        return
    if record.dolj_beslutsfattare.skal is None:
        yield Fault("$.dolj_beslutsfattare.skal", {"saknas": "skal_att_dolja"})
    if record.beslutsdatum < NYTT_STYCKE:
        yield Fault("$.dolj_beslutsfattare.aktiv", {"saknas": "nytt_beslut", "datum": iso(NYTT_STYCKE)})
    named = i_texterna(record, setting)
    for path, text in texts(record):
        if not BESLUTARE.match(path) and named.search(normal(text)):
            yield Fault(path, {"saknas": "text_utan_dolda_namn"})


@rule("R-14", Severity.WARNING, "SoL (2025:400) 34 kap. 1 §")
def sen_start(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A decision that is not carried out within three months is reported to IVO."""
    last = add_months(record.beslutsdatum, 3)
    start = record.verkstallighet.planerad_start
    if start is not None and start > last:
        yield Fault("$.verkstallighet.planerad_start", {"start": iso(start), "senast": iso(last)})
    for path, insats in record.beviljade:
        if insats.borjar is not None and insats.borjar > last:
            yield Fault(f"{path}.period.from", {"start": iso(insats.borjar), "senast": iso(last)})


@rule("R-18", Severity.ERROR, "KL 6 kap. 37 §, 7 kap. 5-6 §§; SoL 30 kap.")
def behorig_beslutsfattare(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """A delegate names the delegation, and decides nothing that only an utskott may decide."""
    who = record.beslutsfattare
    if who.niva is not Niva.NAMND and who.delegation_ref is None:
        yield Fault("$.beslutsfattare.delegation_ref", {"saknas": "delegation"})
    if who.niva is not Niva.DELEGAT:
        return
    for index, punkt in enumerate(record.beslut):
        found = [setting.law.find(name, record.beslutsdatum) for name in punkt.lagrum]
        if any(one is not None and one.endast_utskott for one in found):
            yield Fault(f"$.beslut[{index}].lagrum", {"saknas": "beslut_av_namnd"})
