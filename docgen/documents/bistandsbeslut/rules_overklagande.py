"""Rules on what goes against the person and the appeal against it (R-10, R-10a, R-10b, R-13, R-15 to R-17)."""

from collections.abc import Iterator
from datetime import date

from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.overklagande import OverklagandeTyp, TidAnkare
from docgen.documents.bistandsbeslut.punkt import ANDRANDE, Beslutspunkt, Grund, Utfall
from docgen.documents.organisation import OverklagandeNar
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.law.tid import overklagande_sista_dag
from docgen.values.datum import iso

UTOVER_RATTEN = {"bistand_utover_ratt", "bistand_forsorjning_utover_ratt"}
RATTEN = {"bistand_livsforing", "bistand_forsorjning"}
NYA_SOL = date(2025, 7, 1)
"""Transitional provision p. 3: SoL 14 kap. 9 § does not touch decisions made before this day."""


def bara_utover_ratten(punkt: Beslutspunkt, setting: Setting) -> bool:
    """Tell whether a point rests only on what the board may give beyond the right to bistånd."""
    concepts = {setting.law.concept(name) for name in punkt.lagrum}
    return bool(concepts & UTOVER_RATTEN) and not concepts & RATTEN


@rule("R-17", Severity.WARNING, "JO 3309-2008")
def ratten_provad(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """A refusal, also of a part, tries the right to bistånd first, not only what the board may give beyond it."""
    for index, punkt in enumerate(record.beslut):
        if (punkt.utfall is Utfall.AVSLAG or punkt.delvis) and bara_utover_ratten(punkt, setting):
            yield Fault(f"$.beslut[{index}].lagrum", {"punkt": str(punkt.punkt)})


@rule("R-10", Severity.ERROR, "FL 33 och 42 §§")
def hanvisning_finns(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A decision that goes against the person in any part tells how to appeal."""
    if record.punkter_emot and record.overklagande is None:
        yield Fault("$.overklagande", {"punkter": ", ".join(str(one.punkt) for one in record.punkter_emot)})


@rule("R-10a", Severity.WARNING, "FL 33 och 42 §§")
def hanvisning_vantas_inte(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """A full grant carries no överklagandehänvisning where the organisation attaches it only to what goes against."""
    only_when_negative = setting.organisation.overklagandehanvisning is OverklagandeNar.VID_NACKDEL
    if only_when_negative and record.overklagande is not None and not record.punkter_emot:
        yield Fault("$.overklagande")


@rule("R-10b", Severity.ERROR, "FL 37 §; SoL 14 kap. 9 §; övergångsbestämmelserna p. 3")
def grund_for_andring(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """A favourable decision is changed or ended only on a ground that the law gives."""
    earlier = record.tidigare_beslut
    for index, punkt in enumerate(record.beslut):
        if punkt.utfall in ANDRANDE | {Utfall.FORLANGNING, Utfall.ANDRING_FORDEL} and earlier is None:
            yield Fault("$.tidigare_beslut", {"saknas": "tidigare_beslut"})
        if punkt.utfall in ANDRANDE:
            yield from _grund(record, punkt, f"$.beslut[{index}]")
            yield from _fran_vilken_dag(record, punkt, f"$.beslut[{index}].galler_fran")
    if earlier is not None and earlier.datum >= record.beslutsdatum:
        yield Fault("$.tidigare_beslut.datum", {"saknas": "dag_fore_detta_beslut", "datum": iso(record.beslutsdatum)})
    if earlier is not None and earlier.tills_vidare and earlier.till is not None:
        yield Fault("$.tidigare_beslut.till", {"saknas": "tidigare_beslutets_slut"})


def _grund(record: Bistandsbeslut, punkt: Beslutspunkt, path: str) -> Iterator[Fault]:
    earlier = record.tidigare_beslut
    if punkt.grund is None:
        yield Fault(f"{path}.grund", {"saknas": "grund"})
    if punkt.utfall is Utfall.ANDRING_NACKDEL and punkt.andring is None:
        yield Fault(f"{path}.andring", {"saknas": "andring"})
    if punkt.grund is Grund.SOL_14_9 and record.beslutsdatum < NYA_SOL:
        yield Fault(f"{path}.grund", {"saknas": "nytt_beslut", "datum": iso(NYA_SOL)})
    elif punkt.grund is Grund.SOL_14_9 and earlier and (not earlier.tills_vidare or earlier.datum < NYA_SOL):
        yield Fault(f"{path}.grund", {"saknas": "tills_vidare_beslut", "datum": iso(NYA_SOL)})


def _fran_vilken_dag(record: Bistandsbeslut, punkt: Beslutspunkt, path: str) -> Iterator[Fault]:
    """Yield a day that is missing, lies before the decision that is changed, or takes back what is already used."""
    begins, earlier = punkt.galler_fran, record.tidigare_beslut
    if begins is None:
        yield Fault(path, {"saknas": "galler_fran"})
    elif earlier is not None and begins < earlier.datum:
        yield Fault(path, {"saknas": "dag_efter_tidigare_beslut", "datum": iso(earlier.datum)})
    elif begins < record.beslutsdatum:
        facts = {"saknas": "dag_efter_detta_beslut", "datum": iso(record.beslutsdatum)}
        yield Fault(path, facts, Severity.WARNING)


@rule("R-13", Severity.ERROR, "SoL 35 kap. 1 §; KL 13 kap.")
def ratt_ordning(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """A decision on bistånd is appealed by förvaltningsbesvär, never by laglighetsprövning.

    A refusal of only what the board may give beyond the right to bistånd is not among the decisions of 35 kap. 1 §.
    """
    for index, punkt in enumerate(record.beslut):
        if punkt.utfall is Utfall.AVSLAG and bara_utover_ratten(punkt, setting):
            yield Fault(f"$.beslut[{index}].lagrum", {"angivet": "utover_ratten"})
    appeal = record.overklagande
    if appeal is None:
        return
    if appeal.typ is OverklagandeTyp.LAGLIGHETSPROVNING:
        yield Fault("$.overklagande.typ", {"angivet": appeal.typ.value})
    elif appeal.tid_ankare is TidAnkare.TILLKANNAGIVANDE:
        yield Fault("$.overklagande.tid_ankare", {"angivet": appeal.tid_ankare.value})


@rule("R-15", Severity.ERROR, "FL 44 §")
def fran_mottagandet(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """The three weeks are counted from the day the person got the decision, never from its date."""
    if record.overklagande is not None and record.overklagande.tid_ankare is TidAnkare.BESLUTSDATUM:
        yield Fault("$.overklagande.tid_ankare")


@rule("R-16", Severity.ERROR, "lagen (1930:173) om beräkning av lagstadgad tid 1-2 §§")
def sista_dag(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """A last day that is printed is the right one."""
    stated = record.overklagande.sista_dag_om_delgiven if record.overklagande else None
    if stated is None:
        return
    if stated.mottagen > setting.today:
        facts = {"angiven": iso(stated.mottagen), "ratt": "senast_i_dag", "datum": iso(setting.today)}
        yield Fault("$.overklagande.sista_dag_om_delgiven.mottagen", facts)
    right = overklagande_sista_dag(stated.mottagen)
    if stated.sista_dag != right:
        facts = {"angiven": iso(stated.sista_dag), "ratt": iso(right)}
        yield Fault("$.overklagande.sista_dag_om_delgiven.sista_dag", facts)
    if stated.mottagen < record.beslutsdatum:
        facts = {"angiven": iso(stated.mottagen), "ratt": "tidigast", "datum": iso(record.beslutsdatum)}
        yield Fault("$.overklagande.sista_dag_om_delgiven.mottagen", facts)
