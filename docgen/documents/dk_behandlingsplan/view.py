"""The view of a Danish plan for support and relapse: everything formatted, nothing left to work out."""

from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.dansk import garanti
from docgen.documents.dansk.afsnit import Fremstilling
from docgen.documents.dansk.hoved import bas_da
from docgen.documents.dansk.lov import GARANTI
from docgen.documents.dansk.tekst import hel, liste, naar, sat, stykke, stykker
from docgen.documents.dk_behandlingsplan.contract import BehandlingsplanVy, KontaktpersonVy, NetvaerkVy, UnderskriverVy
from docgen.documents.dk_behandlingsplan.model import Behandlingsplan, SlipPlan
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.stycken import uppgifter
from docgen.values.datum import long_da, short_da
from docgen.wording import Wording


def view(record: Behandlingsplan, _: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the document."""
    made = _Plan(record, setting, wording)
    data = made.data()
    return made.vist(data, dict(data))


class _Plan(Fremstilling[Behandlingsplan]):
    """One plan."""

    @property
    def slip(self) -> SlipPlan:
        """Return the plan after a slip; R-45 stops a record without one."""
        return self.record.slip_plan or SlipPlan()

    def data(self) -> BehandlingsplanVy:
        """Return every name of the contract."""
        record, say = self.record, self.say
        return {
            **bas_da(record, say, say("titel")),
            "oplysninger": self.oplysninger(),
            "grundlag": self.grundlag(),
            "maal": self.afsnit("maal", liste(record.maal)) if record.maal else None,
            "stoette": self.afsnit("stoette", *stykker(record.fastholdelsesplan)),
            "saerlig_stoette": self.saerlig_stoette(),
            "slip_rubrik": sat(say("rubrik.slip")),
            "advarselstegn": self.afsnit("advarselstegn", liste(self.slip.advarselstegn)),
            "trin_rubrik": sat(say("rubrik.trin")),
            "trin": [
                {"etikett": sat(say("trin.nummer", nummer=str(number))), "varde": sat(text)}
                for number, text in enumerate(self.slip.trin, 1)
            ],
            "hjaelpere_rubrik": sat(say("rubrik.hjaelpere")),
            "hjaelpere": self.hjaelpere(),
            "udeblivelse": self.udeblivelse(),
            "netvaerk": self.afsnit("netvaerk", stykke(say("netvaerk.text"))) if record.netvaerk else None,
            "netvaerk_liste": self.netvaerk(),
            "viso": self.viso(),
            "handleplan": self.handleplan(),
            "garanti": self.garanti(),
            "opfoelgning": self.opfoelgning(),
            "kontakt": self.kontakt(),
            "underskrifter": self.underskrifter(),
        }

    def oplysninger(self) -> list[Uppgift]:
        """Return whom and what the plan is about."""
        record = self.record
        return uppgifter(
            self.say,
            {
                "navn": sat(record.borger.navn),
                "cpr": self.cpr(),
                "journalnummer": record.arende.diarienummer,
                "sagsnummer": record.arende.arendenummer,
                "behandling": sat(record.behandling),
                "start": short_da(record.behandling_start),
                "plan_dato": short_da(record.plan_dato),
                "gennemgang": short_da(record.naeste_gennemgang.dato),
                "behandler": sat(f"{record.behandler.navn}, {record.behandler.titel}"),
            },
        )

    def grundlag(self) -> Avsnitt:
        """Return what the plan is, and the law and the guideline behind it."""
        names = {"lov": self.lov("dk_behandlingsplan"), "retningslinje": self.retningslinje()}
        text = self.say("grundlag.text", dato=long_da(self.record.plan_dato))
        return self.afsnit("grundlag", stykke(text), stykke(self.say("grundlag.kilder", **names)))

    def saerlig_stoette(self) -> Avsnitt | None:
        """Return the support of one who has a mental illness and social problems at once (2.8.1)."""
        if not self.record.psykisk_lidelse_og_social:
            return None
        text = self.say("saerlig_stoette.text")
        return self.afsnit("saerlig_stoette", stykke(text), *stykker(self.record.saerlig_stoette))

    def hjaelpere(self) -> list[KontaktpersonVy]:
        """Return whom to call, in order."""
        return [
            {"navn": sat(one.navn), "telefon": hel(one.telefon), "hvornaar": sat(one.hvornaar)}
            for one in self.slip.hvem_kontaktes
        ]

    def udeblivelse(self) -> Avsnitt:
        """Return what is done when the citizen does not come (2.8.4)."""
        steps = [self.say(f"tiltag.{one}") for one in self.record.udeblivelse_tiltag]
        if len(steps) == 1:
            return self.afsnit("udeblivelse", stykke(self.say("udeblivelse.et", tiltag=steps[0])))
        return self.afsnit("udeblivelse", liste(steps, self.say("udeblivelse.flere")))

    def netvaerk(self) -> list[NetvaerkVy]:
        """Return who helps, with what, and whether they may be contacted."""
        return [
            {
                "navn": sat(f"{one.navn} ({one.relation})"),
                "stoette": sat(one.stoette),
                "maa_kontaktes": self.say("svar.ja" if one.maa_kontaktes else "svar.nej"),
            }
            for one in self.record.netvaerk
        ]

    def viso(self) -> Avsnitt | None:
        """Return the advice from VISO."""
        asked = self.record.viso_kontakt
        if asked is None:
            return None
        text = self.say("viso.text", dato=long_da(asked.dato))
        return self.afsnit("viso", stykke(text), *stykker(asked.raadgivning))

    def handleplan(self) -> Avsnitt | None:
        """Return the handleplan and the parts of it that the behandlingstilbud has."""
        plan = self.record.handleplan_141
        if plan is None:
            return None
        key = "findes" if plan.findes else "findes_ikke"
        said = stykke(self.say(f"handleplan.{key}", lov=self.lov("dk_handleplan")))
        parts = [liste(plan.udleverede_dele, self.say("handleplan.dele"))] if plan.udleverede_dele else []
        return self.afsnit("handleplan", said, *parts)

    def garanti(self) -> Avsnitt:
        """Return the request, the deadline and the start; or the right to treatment and to choose where."""
        asked, day = self.record.behandlingsgaranti, self.record.dokument.datum
        choice = stykke(self.say("garanti.valg", lov=self.lov("dk_frit_valg")))
        if asked is None:
            return self.afsnit("garanti", stykke(self.say("garanti.ret", lov=self.lov(GARANTI))), choice)
        told = garanti.stykker_om(asked, self.record.behandling_start, day, self.setting, self.say)
        return self.afsnit("garanti", *told, *([] if asked.frit_valg else [choice]))

    def opfoelgning(self) -> Avsnitt:
        """Return when the plan is gone through, and what happens after the treatment (2.12.2)."""
        meeting = self.record.naeste_gennemgang
        return self.afsnit(
            "opfoelgning",
            stykke(self.say("opfoelgning.gennemgang", naar=naar(meeting), sted=meeting.sted)),
            stykke(self.say("opfoelgning.efter", lov=self.lov("dk_opfoelgning"))),
        )

    def underskrifter(self) -> list[UnderskriverVy]:
        """Return the two who sign."""
        people = (("borger", self.record.borger.navn), ("behandler", self.record.behandler.navn))
        return [{"erklaering": sat(self.say(f"underskrift.{key}")), "navn": sat(name)} for key, name in people]
