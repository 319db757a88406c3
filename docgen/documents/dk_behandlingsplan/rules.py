"""Rules on a plan for support and relapse (R-45 to R-47)."""

from collections.abc import Iterator

from docgen.documents.dansk import garanti
from docgen.documents.dansk.lov import er_kendt
from docgen.documents.dk_behandlingsplan.model import Behandlingsplan, SlipPlan
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import iso


@rule("R-45", Severity.ERROR, "nationale retningslinjer, udgave 2016, 2.8.3")
def begge_planer(record: Behandlingsplan, _: Setting) -> Iterator[Fault]:
    """There is a plan for support and one for slips, both made with the citizen."""
    if record.fastholdelsesplan is None:
        yield Fault("$.fastholdelsesplan", {"saknas": "dk_fastholdelsesplan"})
    plan = record.slip_plan or SlipPlan()
    if not plan.advarselstegn:
        yield Fault("$.slip_plan.advarselstegn", {"saknas": "dk_advarselstegn"})
    if not plan.hvem_kontaktes:
        yield Fault("$.slip_plan.hvem_kontaktes", {"saknas": "dk_hvem_kontaktes"})
    if not plan.trin:
        yield Fault("$.slip_plan.trin", {"saknas": "dk_trin"})
    if not record.udarbejdet_med_borger:
        yield Fault("$.udarbejdet_med_borger", {"saknas": "dk_med_borgeren"})
    if record.plan_dato > record.dokument.datum:
        facts = {"saknas": "dk_plan_foer_dokument", "datum": iso(record.dokument.datum)}
        yield Fault("$.plan_dato", facts)
    if record.psykisk_lidelse_og_social and record.saerlig_stoette is None:
        yield Fault("$.saerlig_stoette", {"saknas": "dk_saerlig_stoette"}, Severity.WARNING)


@rule("R-46", Severity.WARNING, "nationale retningslinjer, udgave 2016, 2.8.5")
def viso_spurgt(record: Behandlingsplan, _: Setting) -> Iterator[Fault]:
    """When the problems are specially complex, VISO is asked."""
    if record.saerlig_kompleks and record.viso_kontakt is None:
        yield Fault("$.viso_kontakt")


@rule("R-47", Severity.WARNING, "serviceloven § 101, stk. 4 og 6")
def i_tide(record: Behandlingsplan, setting: Setting) -> Iterator[Fault]:
    """The treatment starts within fourteen days of the request; the law that says so can be cited."""
    if not er_kendt(record, setting):
        yield Fault("$.dokument.datum", {"orsak": "dk_ukendt_lov"}, Severity.ERROR)
    asked, day = record.behandlingsgaranti, record.dokument.datum
    if asked is not None:
        yield from garanti.i_orden(asked, "$.behandlingsgaranti", day, None)
        yield from garanti.til_tiden(asked, record.behandling_start, "$.behandling_start", day)
