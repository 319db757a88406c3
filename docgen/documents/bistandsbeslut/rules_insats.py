"""Rules on the insatser: period, conditions, plans, protection (R-05 to R-08, R-50)."""

from collections.abc import Iterator

from docgen.documents.bistandsbeslut.insats import BEHANDLING, KRAVER_VARDPLAN, Form, Insats, Uppfoljningskontakt
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.punkt import Utfall
from docgen.documents.namn import normal
from docgen.documents.person_rules import fodd
from docgen.documents.record import Period, Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import iso, years_old

STODBOENDE_FRAN, STODBOENDE_TILL, MYNDIG = 16, 20, 18


@rule("R-05", Severity.ERROR, "beslutet ska kunna verkställas")
def hel_period(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A period has one end, and it does not end before it begins; what is granted has a period."""
    for index, insats in enumerate(record.insatser):
        if insats.period is not None:
            yield from _period_faults(insats.period, f"$.insatser[{index}].period")
    for path, insats in record.beviljade:
        if insats.period is None:
            yield Fault(f"{path}.period", {"orsak": "period_saknas"})
    yield from _forlangning(record)


def _period_faults(period: Period, path: str) -> Iterator[Fault]:
    ends = [period.till is not None, period.tills_vidare, period.relativ is not None]
    if sum(ends) != 1:
        yield Fault(path, {"orsak": "periodens_slut"})
    if period.from_ is not None and period.relativ is not None:
        yield Fault(f"{path}.from", {"orsak": "dag_och_relativ_period"})
    if period.from_ is None and period.relativ is None:
        yield Fault(f"{path}.from", {"orsak": "forsta_dag_saknas"})
    if period.from_ is not None and period.till is not None and period.till < period.from_:
        yield Fault(f"{path}.till", {"orsak": "bakvand_period", "till": iso(period.till), "fran": iso(period.from_)})


def _forlangning(record: Bistandsbeslut) -> Iterator[Fault]:
    """A prolonged period starts the day after the earlier one ended, so that no day is lost or given twice."""
    earlier = record.tidigare_beslut
    prolonged = {punkt.insats_ref for punkt in record.beslut if punkt.utfall is Utfall.FORLANGNING}
    if earlier is None or not prolonged:
        return
    if earlier.till is None:
        yield Fault("$.tidigare_beslut.till", {"orsak": "tidigare_slut_saknas"})
    for index, insats in enumerate(record.insatser):
        if insats.id not in prolonged or insats.period is None:
            continue
        begins, path = insats.borjar, f"$.insatser[{index}].period.from"
        if begins is None and insats.period.relativ is not None:
            yield Fault(path, {"orsak": "forsta_dag_saknas"})
        if begins is not None and earlier.till is not None and (begins - earlier.till).days != 1:
            facts = {"orsak": "inte_dagen_efter", "fran": iso(begins), "tidigare_till": iso(earlier.till)}
            yield Fault(path, facts)


@rule("F-10", Severity.ERROR, "beslutet ska följas upp")
def uppfoljning_bestamd(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """What is granted is followed up, before it ends."""
    for _path, insats in record.beviljade:
        if record.uppfoljning is None:
            yield Fault("$.uppfoljning", {"saknas": "uppfoljning"})
            return
        if record.uppfoljning.datum < record.beslutsdatum:
            facts = {"saknas": "uppfoljning_efter_beslutet", "datum": iso(record.beslutsdatum)}
            yield Fault("$.uppfoljning.datum", facts)
            return
        ends = insats.period.till if insats.period else None
        if ends is not None and record.uppfoljning.datum > ends:
            yield Fault("$.uppfoljning.datum", {"saknas": "uppfoljning_i_tid", "senast": iso(ends)})


@rule("R-06", Severity.WARNING, "Botkyrkas riktlinje 2025: tidsbegränsat som huvudregel")
def tidsbegransad_behandling(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """Treatment is granted for a time, not until further notice."""
    for path, insats in record.beviljade:
        if insats.form in BEHANDLING and insats.period is not None and insats.period.tills_vidare:
            yield Fault(f"{path}.period.tills_vidare")


@rule("R-07", Severity.WARNING, "FL 37 §")
def omprovningsforbehall(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A grant says on which grounds it may be reconsidered."""
    if record.beviljade and not record.forbehall:
        yield Fault("$.forbehall", {"saknas": "forbehall"})
    for index, forbehall in enumerate(record.forbehall):
        if forbehall.text is None:
            yield Fault(f"$.forbehall[{index}].text", {"saknas": "forbehallets_text"}, Severity.ERROR)


@rule("R-08", Severity.ERROR, "SoL (2025:400) 9 kap. 1 och 12 §§")
def vardplan_och_stodboende(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """Care outside the home has a vårdplan; stödboende is for ages 16-20, at 16-17 for special reasons."""
    for path, insats in record.beviljade:
        if insats.form in KRAVER_VARDPLAN and (insats.vardplan is None or not insats.vardplan.finns):
            executed = insats.borjar is not None and insats.borjar < record.beslutsdatum
            yield Fault(f"{path}.vardplan", {"orsak": "vardplan_saknas"}, None if executed else Severity.WARNING)
        if insats.form is Form.STODBOENDE:
            yield from _stodboende(record, setting, path, insats)


def _stodboende(record: Bistandsbeslut, setting: Setting, path: str, insats: Insats) -> Iterator[Fault]:
    born = fodd(record.person, setting)
    if born is None:
        return
    age = years_old(born, record.beslutsdatum)
    ends = insats.period.till if insats.period else None
    oldest = years_old(born, ends) if ends else age
    if age < STODBOENDE_FRAN or max(age, oldest) > STODBOENDE_TILL:
        yield Fault(f"{path}.form", {"orsak": "stodboende_alder"})
    elif age < MYNDIG and insats.sarskilda_skal is None:
        yield Fault(f"{path}.sarskilda_skal", {"orsak": "sarskilda_skal_saknas"})


@rule("F-15", Severity.WARNING, "SoL (2025:400) 35 kap. 5 §")
def galler_omedelbart(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A decision that grants something takes effect at once by law."""
    if record.beviljade and not record.verkstallighet.omedelbart:
        yield Fault("$.verkstallighet.omedelbart")


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def utforarens_plats(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The one who gives the care, and the place of a meeting, can reveal where a protected person is."""
    if record.person.skydd is Skydd.INGEN:
        return
    own_name = normal(record.person.namn).casefold()
    for index, receiver in enumerate(record.expedieras_till):
        if own_name not in normal(receiver).casefold():
            yield Fault(f"$.expedieras_till[{index}]", {"falt": "expedieras_till"}, Severity.WARNING)
    for index, insats in enumerate(record.insatser):
        if insats.utforare is not None:
            yield Fault(f"$.insatser[{index}].utforare", {"falt": "utforare"})
        if insats.uppfoljningskontakt is not None:
            yield from _kontaktens_plats(insats.uppfoljningskontakt, f"$.insatser[{index}].uppfoljningskontakt")


def _kontaktens_plats(kontakt: Uppfoljningskontakt, path: str) -> Iterator[Fault]:
    places = {
        "behandling.vardgivare": kontakt.behandling.vardgivare,
        "forsta_mote.plats": kontakt.forsta_mote.plats if kontakt.forsta_mote else None,
        "eftervard.vem": kontakt.eftervard.vem if kontakt.eftervard else None,
    }
    for place, said in places.items():
        if said is not None:
            yield Fault(f"{path}.{place}", {"falt": place.rsplit(".", 1)[-1]})
