"""Rules on the follow-up contact after treatment (S0; R-30 to R-38).

R-35 has no function: it says that no rule may refuse a contact because aftercare exists, and a test holds it.
"""

from collections.abc import Iterator

from docgen.documents.bistandsbeslut.insats import BEHANDLING, Form, Insats, Installning
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.punkt import AVSLAENDE, BEVILJANDE
from docgen.documents.record import Ankare, Enhet
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.uppfoljning import granskning
from docgen.documents.uppfoljning.kontakt import AvslutTyp
from docgen.documents.uppfoljning.tider import MANADER
from docgen.errors import Severity
from docgen.values.datum import add_months, iso

BORJAR_INOM_DAGAR = 30


@rule("R-30", Severity.ERROR, "S0 steg 14")
def foljer_behandling(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The contact follows a treatment that is decided here or in an earlier decision."""
    treatments = {one.id for one in record.insatser if one.form in BEHANDLING}
    granted = {punkt.insats_ref for punkt in record.beslut if punkt.utfall in BEVILJANDE}
    refused = {punkt.insats_ref for punkt in record.beslut if punkt.utfall in AVSLAENDE} - granted
    for index, insats in enumerate(record.insatser):
        path = f"$.insatser[{index}].uppfoljningskontakt"
        if insats.form is not Form.UPPFOLJNINGSKONTAKT:
            if insats.uppfoljningskontakt is not None:
                yield Fault(path, {"saknas": "kontaktens_form"})
        elif insats.uppfoljningskontakt is None:
            if insats.id in granted:
                yield Fault(path, {"saknas": "kontaktens_uppgifter"})
        else:
            source = insats.uppfoljningskontakt.behandling
            if source.tidigare_beslut is None and source.insats_ref not in treatments:
                yield Fault(f"{path}.behandling", {"saknas": "behandlingen"})
            elif source.tidigare_beslut is None and source.insats_ref in refused and insats.id in granted:
                yield Fault(f"{path}.behandling.insats_ref", {"saknas": "beviljad_behandling"})


@rule("R-31", Severity.WARNING, "S0 steg 14: efter fullföljd behandling")
def fullfoljd(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The contact is given after a treatment that was completed; else it is said why."""
    for path, kontakt in record.kontakter:
        broken = kontakt.behandling.avslut_typ is AvslutTyp.AVBRUTEN
        if broken and kontakt.behandling.avslut_kommentar is None:
            yield Fault(f"{path}.behandling.avslut_typ")


@rule("R-32", Severity.ERROR, "S0 steg 14; lagen (1930:173) 1 §")
def tre_manader(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The contact lasts three months, to the day or counted from the end of the treatment."""
    for path, insats in record.beviljade:
        period = insats.period
        if insats.form is not Form.UPPFOLJNINGSKONTAKT or period is None:
            continue
        relativ = period.relativ
        wrong = {"orsak": "inte_tre_manader"}
        if relativ is not None:
            months = relativ.antal if relativ.enhet is Enhet.MANAD else 0
            if months != MANADER or relativ.ankare is not Ankare.BEHANDLINGENS_SLUT:
                yield Fault(f"{path}.period.relativ", wrong)
        elif period.from_ is None or period.till is None:
            yield Fault(f"{path}.period", wrong)
        elif (period.till - add_months(period.from_, MANADER)).days not in {-1, 0}:
            yield Fault(f"{path}.period.till", wrong)
        yield from _nara_slutet(insats, path)


def _nara_slutet(insats: Insats, path: str) -> Iterator[Fault]:
    """Yield a contact that begins before the treatment ended, or long after."""
    kontakt, begins = insats.uppfoljningskontakt, insats.borjar
    ended = kontakt.behandling.avslutad_datum if kontakt else None
    if begins is not None and ended is not None and not 0 <= (begins - ended).days <= BORJAR_INOM_DAGAR:
        facts = {"orsak": "borjar_inte_efter_behandlingen", "fran": iso(begins), "slut": iso(ended)}
        yield Fault(f"{path}.period.from", facts, Severity.WARNING)


@rule("R-33", Severity.ERROR, "S0 steg 14: inom en vecka")
def forsta_motet(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The first meeting is within a week after the treatment, booked at the closing talk."""
    for path, kontakt in record.kontakter:
        ended = kontakt.behandling.avslutad_datum
        first = kontakt.forsta_mote
        if ended is not None and first is None:
            yield Fault(f"{path}.forsta_mote", {"orsak": "mote_saknas"})
        if first is None:
            continue
        if ended is not None:
            yield from granskning.forsta_motet(f"{path}.forsta_mote.datum", first.datum, ended)
        if not first.bokat_vid_avslutningssamtal:
            facts = {"orsak": "mote_inte_bokat"}
            yield Fault(f"{path}.forsta_mote.bokat_vid_avslutningssamtal", facts, Severity.WARNING)


@rule("R-34", Severity.WARNING, "S0 steg 14: bör ske varannan vecka")
def varannan_vecka(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The meetings come every other week."""
    for path, kontakt in record.kontakter:
        days = [one.datum for one in kontakt.moten]
        if kontakt.forsta_mote is not None and days and days[0] != kontakt.forsta_mote.datum:
            days.insert(0, kontakt.forsta_mote.datum)
        yield from granskning.avstand(f"{path}.moten", days)


@rule("R-34", Severity.WARNING, "S0 steg 14: under tre månader")
def moten_i_perioden(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The meetings lie within the period of the contact, where its days are known."""
    for index, insats in enumerate(record.insatser):
        period, kontakt = insats.period, insats.uppfoljningskontakt
        if kontakt is None or period is None or period.from_ is None or period.till is None:
            continue
        for at, one in enumerate(kontakt.moten):
            path = f"$.insatser[{index}].uppfoljningskontakt.moten[{at}].datum"
            yield from granskning.utanfor(path, one.datum, period.from_, period.till)


@rule("R-36", Severity.ERROR, "S0 steg 14: den som motsätter sig tillfrågas igen")
def vill_ha_kontakten(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """Nobody is granted a contact against their will; the question is asked again during the treatment."""
    granted = {path for path, _insats in record.beviljade}
    for path, kontakt in record.kontakter:
        if kontakt.installning is not Installning.MOTSATTER_SIG:
            continue
        if path.removesuffix(".uppfoljningskontakt") in granted:
            yield Fault(f"{path}.installning", {"orsak": "mot_viljan"})
        if len(kontakt.tillfragad_datum) < 2:  # noqa: PLR2004 - asked once, and once again
            yield Fault(f"{path}.tillfragad_datum", {"orsak": "inte_fragad_igen"}, Severity.NOTE)


@rule("R-37", Severity.ERROR, "S0 steg 14: utvärdering efter tre månader")
def utvardering(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The evaluation comes three months after the treatment ended."""
    for path, kontakt in record.kontakter:
        ended, day = kontakt.behandling.avslutad_datum, kontakt.utvardering_datum
        if ended is not None and day is not None:
            yield from granskning.utvardering(f"{path}.utvardering_datum", day, ended)


@rule("R-38", Severity.ERROR, "S0 steg 14: ansökan i efterhand öppnar en ny utredning")
def ny_utredning(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """An application after the treatment has an investigation of its own."""
    for path, kontakt in record.kontakter:
        ended = kontakt.behandling.avslutad_datum
        if ended is None or record.ansokan is None or record.ansokan.datum <= ended:
            continue
        old = kontakt.behandling.utredning_id
        if kontakt.ny_utredning_id != record.utredning.id or record.utredning.id == old:
            yield Fault(f"{path}.ny_utredning_id")
