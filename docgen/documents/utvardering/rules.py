"""Rules on the evaluation of a treatment (S0, UIV; R-03, R-37 to R-39)."""

from collections.abc import Iterator

from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.person_rules import fodd
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.uppfoljning import granskning
from docgen.documents.utvardering.model import Utvardering
from docgen.errors import Severity
from docgen.values.datum import add_months, iso, years_old

UIV_MANADER, UIV_DAGAR, UIV_ALDER = 1, 7, 20


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: Utvardering, setting: Setting) -> Iterator[Fault]:
    """The treatment begins, ends and is evaluated, and then it is written down."""
    treatment, asi = record.behandling, record.asi_uppfoljning
    began = {"behandling.paborjad_datum": treatment.paborjad_datum}
    held = {"utvarderingsdatum": record.utvarderingsdatum}
    written = {"dokument.datum": record.dokument.datum}
    yield from i_ordning(began | {"behandling.avslutad_datum": treatment.avslutad_datum} | held | written)
    interviews = {
        "asi_uppfoljning.datum": asi.datum if asi else None,
        "uiv_intervju.datum": record.uiv_intervju.datum if record.uiv_intervju else None,
        "ny_ansokan.datum": record.ny_ansokan.datum if record.ny_ansokan else None,
    }
    for name, day in interviews.items():
        yield from i_ordning({name: day} | written)
    yield from har_varit(record, setting, held | written)


@rule("R-37", Severity.ERROR, "S0 steg 14: utvärdering efter tre månader")
def tre_manader(record: Utvardering, _: Setting) -> Iterator[Fault]:
    """The evaluation is made three months after the treatment ended."""
    ended = record.behandling.avslutad_datum
    yield from granskning.utvardering("$.utvarderingsdatum", record.utvarderingsdatum, ended)


@rule("R-38", Severity.ERROR, "S0 steg 14: ansökan i efterhand öppnar en ny utredning")
def ny_utredning(record: Utvardering, _: Setting) -> Iterator[Fault]:
    """An application after the treatment has an investigation of its own."""
    asked, treatment = record.ny_ansokan, record.behandling
    if asked is None or asked.datum <= treatment.avslutad_datum:
        return
    if asked.utredning_id in {None, treatment.utredning_id}:
        yield Fault("$.ny_ansokan.utredning_id")


@rule("R-39", Severity.WARNING, "UIV: intervju inom en månad, insats om minst sju dagar, minst 20 år")
def uiv(record: Utvardering, setting: Setting) -> Iterator[Fault]:
    """An interview of UIV is held within a month, after an insats of a week or more, with someone of at least 20."""
    if record.uiv_intervju is None:
        return
    held, treatment = record.uiv_intervju.datum, record.behandling
    last = add_months(treatment.avslutad_datum, UIV_MANADER)
    days = (treatment.avslutad_datum - treatment.paborjad_datum).days + 1
    if not treatment.avslutad_datum <= held <= last:
        facts = {"datum": iso(held), "tidigast": iso(treatment.avslutad_datum), "senast": iso(last)}
        yield Fault("$.uiv_intervju.datum", {"orsak": "uiv_fel_dag"} | facts)
    if days < UIV_DAGAR:
        yield Fault("$.uiv_intervju", {"orsak": "uiv_kort_insats", "dagar": str(days)})
    born = fodd(record.person, setting)
    if born is not None and years_old(born, held) < UIV_ALDER:
        yield Fault("$.uiv_intervju", {"orsak": "uiv_for_ung"})
