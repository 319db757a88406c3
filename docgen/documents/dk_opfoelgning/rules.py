"""Rules on a follow-up after treatment (R-40 to R-44, R-48)."""

from collections.abc import Iterator
from datetime import date

from docgen.documents.dansk import garanti
from docgen.documents.dansk.lov import er_kendt
from docgen.documents.dk_opfoelgning.model import ANDEN, FOERSTE, Afslutning, Maal, Opfoelgning
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import add_months, iso

TIDLIGST = 5
"""Months after the end of the treatment, before which a second follow-up is early."""

SAMTALENS = ("samtale", "status", "borgerens_vurdering", "maal", "slip", "aktuelt_forbrug", "henvisning")
"""What only a talk can tell."""


@rule("R-40", Severity.ERROR, "bekendtgørelse nr. 1691 af 11. december 2023 § 4, stk. 2")
def omfattet(record: Opfoelgning, setting: Setting) -> Iterator[Fault]:
    """There is someone to follow up; and the law orders it, or the guideline alone."""
    if not er_kendt(record, setting):
        yield Fault("$.dokument.datum", {"orsak": "dk_ukendt_lov"})
    if record.afslutningsstatus is Afslutning.DOED:
        yield Fault("$.afslutningsstatus", {"orsak": "dk_doed"})
    elif not record.bindende:
        yield Fault("$.afslutningsstatus", {"orsak": "dk_kun_retningslinje"}, Severity.WARNING)


@rule("R-41", Severity.ERROR, "bekendtgørelse nr. 1691 af 11. december 2023 § 4, stk. 2")
def til_tiden(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """The follow-up is after the treatment and in time; one that is late and says why is a warning."""
    path, day = "$.opfoelgningsdato", record.opfoelgningsdato
    if record.behandling_slut < record.behandling_start:
        facts = {"datum": iso(record.behandling_slut), "start": iso(record.behandling_start)}
        yield Fault("$.behandling_slut", facts | {"orsak": "dk_slut_foer_start"})
    if day < record.behandling_slut:
        yield Fault(path, {"orsak": "dk_foer_slut", "datum": iso(day), "slut": iso(record.behandling_slut)})
    if day > record.dokument.datum:
        facts = {"datum": iso(day), "dokumentets_dag": iso(record.dokument.datum)}
        yield Fault(path, facts | {"orsak": "dk_efter_dokument"})
    if day > record.frist:
        severity = Severity.WARNING if record.forsinkelse or not record.bindende else Severity.ERROR
        yield Fault(path, {"orsak": "dk_for_sent", "datum": iso(day), "frist": iso(record.frist)}, severity)
    if record.maaned == ANDEN:
        yield from _ikke_for_tidligt(record, path, day)


@rule("R-41", Severity.ERROR, "bekendtgørelse nr. 1691 af 11. december 2023 § 4, stk. 2")
def begge_opfoelgninger(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """The first follow-up says when the second is, and the second what became of the first."""
    wrong = "foerste" if record.maaned == FOERSTE else "naeste"
    if getattr(record, wrong) is not None:
        yield Fault(f"$.{wrong}", {"orsak": "dk_anden_opfoelgnings_felt", "falt": wrong})
    if record.maaned == FOERSTE:
        yield from _naeste(record)
    elif record.bindende and (record.foerste is None or not (record.foerste.dato or record.foerste.grund)):
        yield Fault("$.foerste", {"orsak": "dk_foerste_mangler"})


def _naeste(record: Opfoelgning) -> Iterator[Fault]:
    if record.naeste is None:
        if record.bindende and not record.frabedt:
            yield Fault("$.naeste", {"orsak": "dk_naeste_mangler"})
        return
    path, day, last = "$.naeste.dato", record.naeste.dato, record.anden_frist
    if day > last:
        severity = Severity.ERROR if record.bindende else Severity.WARNING
        yield Fault(path, {"orsak": "dk_for_sent", "datum": iso(day), "frist": iso(last)}, severity)
    yield from _ikke_for_tidligt(record, path, day)


def _ikke_for_tidligt(record: Opfoelgning, path: str, day: date) -> Iterator[Fault]:
    first = add_months(record.behandling_slut, TIDLIGST)
    if day < first:
        facts = {"datum": iso(day), "tidigast": iso(first)}
        yield Fault(path, facts | {"orsak": "dk_for_tidligt"}, Severity.WARNING)


@rule("R-42", Severity.WARNING, "nationale retningslinjer, udgave 2016, 2.12.2")
def informeret(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """The citizen was told before the end of the treatment that there would be a follow-up, and could say no."""
    if not record.informeret_foer_afslutning:
        yield Fault("$.informeret_foer_afslutning")


@rule("R-43", Severity.ERROR, "nationale retningslinjer, udgave 2016, 2.12.4")
def henvisning_vurderet(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """After a slip, or with a use of drugs, the need of other support is assessed."""
    slip = record.slip is not None and record.slip.ja
    if (slip or record.aktuelt_forbrug) and record.henvisning is None:
        yield Fault("$.henvisning", {"orsak": "dk_henvisning_mangler"})
    if record.henvisning is not None and record.henvisning.behov and record.henvisning.tilbud is None:
        yield Fault("$.henvisning.tilbud", {"orsak": "dk_tilbud_mangler"})
    if record.aktuelt_forbrug and record.maal is Maal.STOFFRI:
        yield Fault("$.maal", {"orsak": "dk_stoffri_med_forbrug"})


@rule("R-44", Severity.ERROR, "serviceloven § 101, stk. 4 og 6")
def fornyet_behandling(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """A new treatment starts within fourteen days of the request, which was made after the former treatment."""
    asked = record.anmodning_fornyet_behandling
    if asked is not None:
        path = "$.anmodning_fornyet_behandling"
        yield from garanti.i_orden(asked, path, record.dokument.datum, record.behandling_slut)
        yield from garanti.til_tiden(asked, asked.ivaerksat, f"{path}.ivaerksat", record.dokument.datum)


@rule("R-48", Severity.ERROR, "nationale retningslinjer, udgave 2016, 2.12.2-2.12.3")
def frabedt_eller_samtale(record: Opfoelgning, _: Setting) -> Iterator[Fault]:
    """One who has said no is only registered; otherwise there was a talk about the status, or attempts to have one."""
    told = [name for name in SAMTALENS if getattr(record, name) is not None]
    told += [name for name in ("oevrige_behov", "aftaler") if getattr(record, name)]
    if record.frabedt:
        yield from (Fault(f"$.{name}", {"orsak": "dk_trods_frabedt", "falt": name}) for name in told)
    elif record.samtale is None:
        yield Fault("$.samtale", {"orsak": "dk_samtale_mangler"})
    elif not record.samtale.gennemfoert:
        if not record.samtale.kontaktforsoeg:
            yield Fault("$.samtale.kontaktforsoeg", {"orsak": "dk_forsoeg_mangler"})
        without = [name for name in told if name != "samtale"]
        yield from (Fault(f"$.{name}", {"orsak": "dk_uden_samtale", "falt": name}) for name in without)
    else:
        for name in ("status", "slip", "aktuelt_forbrug"):
            if getattr(record, name) is None:
                yield Fault(f"$.{name}", {"orsak": "dk_status_mangler", "falt": name})
        if record.samtale.form is None:
            yield Fault("$.samtale.form", {"orsak": "dk_status_mangler", "falt": "form"})
