"""The view of an evaluation."""

from docgen.documents.adress import nummer
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke, stycken, uppgifter
from docgen.documents.uppfoljning import vy
from docgen.documents.utvardering.contract import MalVy, UivVy, UtvarderingVy
from docgen.documents.utvardering.model import Asi, Malutfall, UivIntervju, Utvardering
from docgen.values.datum import iso, long
from docgen.values.text import typeset
from docgen.wording import Wording


def view(record: Utvardering, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the evaluation."""
    use = _bruk(record, wording)
    data: UtvarderingVy = {
        **bas(record, kopia, setting, wording, wording("titel")),
        "uppgifter": [*vy.vem(record, setting, wording), *_nar(record, wording)],
        "deltagare_rubrik": wording("rubrik.deltagare"),
        "deltagare": vy.deltagare(record.deltagare),
        "mal_rubrik": wording("rubrik.mal"),
        "mal": [_mal(one, wording) for one in record.mal],
        "bruk_rubrik": wording("rubrik.bruk") if use else "",
        "bruk": use,
        "bedomningar": vy.fri_text(
            wording,
            {
                "den_enskilde": record.den_enskildes_bedomning,
                "vardgivaren": record.vardgivarens_bedomning,
                "socialsekreteraren": record.socialsekreterarens_bedomning,
            },
        ),
        "behov": _behov(record, wording),
        "underskrift": vy.underskrift(record, wording),
        "delges": vy.delges(wording, record.delges),
        "uiv": _uiv(record.uiv_intervju, record, wording) if record.uiv_intervju else None,
    }
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(record.person, setting)),
        forbjudet={},
    )


def _nar(record: Utvardering, wording: Wording) -> list[Uppgift]:
    treatment = record.behandling
    days = {
        "tid": f"{iso(treatment.paborjad_datum)}\N{EN DASH}{iso(treatment.avslutad_datum)}",
        "avslut_typ": wording(f"avslut_typ.{treatment.avslut_typ.value}"),
        "utvarderingsdatum": iso(record.utvarderingsdatum),
        "antal_moten": None if record.antal_moten is None else str(record.antal_moten),
    }
    return uppgifter(wording, days)


def _mal(one: Malutfall, wording: Wording) -> MalVy:
    return {
        "mal": typeset(one.mal),
        "uppnatt": wording(f"uppnatt.{one.uppnatt.value}"),
        "kommentar": typeset(one.kommentar or ""),
    }


def _bruk(record: Utvardering, wording: Wording) -> list[Uppgift]:
    """Return the use before and now, the ASI follow-up and how satisfied the person is."""
    said = {
        "bruk_fore": typeset(record.bruk_fore) if record.bruk_fore else None,
        "bruk_nu": typeset(record.bruk_nu) if record.bruk_nu else None,
        "asi": _asi(record.asi_uppfoljning, wording) if record.asi_uppfoljning else None,
        "nojdhet": typeset(wording("nojdhet.betyg", betyg=str(record.nojdhet))) if record.nojdhet else None,
    }
    return uppgifter(wording, said)


def _asi(asi: Asi, wording: Wording) -> str:
    if not asi.gjord:
        return wording("asi.inte_gjord")
    return wording("asi.gjord_datum", datum=iso(asi.datum)) if asi.datum else wording("asi.gjord")


def _behov(record: Utvardering, wording: Wording) -> Avsnitt:
    """Return whether more is needed, what is done, and what was applied for."""
    asked = record.ny_ansokan
    found = [stycke(wording("behov.finns" if record.fortsatt_behov else "behov.finns_inte")), *stycken(record.atgard)]
    if asked is not None:
        slots = {"datum": long(asked.datum), "galler": asked.galler.rstrip(".")}
        number = asked.utredning_id
        text = wording("ansokan.utredning", utredning=number, **slots) if number else wording("ansokan.text", **slots)
        found.append(stycke(text))
    return vy.avsnitt(wording, "behov", [*found, stycke(wording("behov.kontakten_avslutas"))])


def _uiv(done: UivIntervju, record: Utvardering, wording: Wording) -> UivVy:
    treatment = record.behandling
    facts = {
        "uiv_datum": iso(done.datum),
        "form": wording(f"form.{done.form.value}"),
        "behandling": typeset(treatment.namn),
        "tid": f"{iso(treatment.paborjad_datum)}\N{EN DASH}{iso(treatment.avslutad_datum)}",
    }
    return {
        "rubrik": wording("rubrik.uiv"),
        "uppgifter": uppgifter(wording, facts),
        "svar_rubrik": wording("rubrik.svar"),
        "svar": [{"fraga": typeset(one.fraga), "svar": typeset(one.svar)} for one in done.svar],
    }
