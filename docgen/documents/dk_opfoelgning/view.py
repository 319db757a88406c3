"""The view of a Danish follow-up: everything formatted, nothing left for the template to work out."""

from docgen.documents.contract import Avsnitt, Stycke, Uppgift
from docgen.documents.dansk import garanti
from docgen.documents.dansk.afsnit import Fremstilling
from docgen.documents.dansk.hoved import bas_da
from docgen.documents.dansk.lov import GARANTI
from docgen.documents.dansk.tekst import naar, sat, stykke, stykker
from docgen.documents.dk_opfoelgning.contract import OpfoelgningVy
from docgen.documents.dk_opfoelgning.model import FOERSTE, Opfoelgning
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.stycken import uppgifter
from docgen.values.datum import long_da, short_da
from docgen.wording import Wording


def view(record: Opfoelgning, _: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the document."""
    made = _Opfoelgning(record, setting, wording)
    data = made.data()
    return made.vist(data, dict(data))


class _Opfoelgning(Fremstilling[Opfoelgning]):
    """One follow-up."""

    def data(self) -> OpfoelgningVy:
        """Return every name of the contract."""
        record = self.record
        return {
            **bas_da(record, self.say, self.say(f"titel.maaned_{record.maaned}")),
            "oplysninger": self.oplysninger(),
            "grundlag": self.grundlag(),
            "frabedt": self.afsnit("frabedt", stykke(self.say("frabedt.text"))) if record.frabedt else None,
            "forsoeg": self.forsoeg(),
            "forsoeg_liste": [
                {"dato": short_da(one.dato), "maade": sat(one.maade)}
                for one in (record.samtale.kontaktforsoeg if record.samtale and not record.talt_sammen else ())
            ],
            "status": self.status(),
            "status_liste": self.status_liste(),
            "vurdering": self.afsnit("vurdering", *stykker(record.borgerens_vurdering))
            if record.borgerens_vurdering
            else None,
            "forbrug": self.forbrug(),
            "behov": self.behov(),
            "behov_liste": [
                {
                    "omraade": sat(one.omraade),
                    "hjaelp": sat(one.hjaelp),
                    "ansvarlig": sat(one.ansvarlig),
                    "hvornaar": sat(one.hvornaar),
                }
                for one in record.oevrige_behov
            ],
            "aftaler_rubrik": sat(self.say("rubrik.aftaler")) if record.aftaler else "",
            "aftaler": [
                {"hvad": sat(one.hvad), "hvem": sat(one.hvem), "hvornaar": sat(one.hvornaar)} for one in record.aftaler
            ],
            "fornyet": self.fornyet(),
            "naeste": self.naeste(),
            "kontakt": self.kontakt(),
        }

    def oplysninger(self) -> list[Uppgift]:
        """Return whom and what the follow-up is about."""
        record, say = self.record, self.say
        days = f"{short_da(record.behandling_start)}\N{EN DASH}{short_da(record.behandling_slut)}"
        return uppgifter(
            say,
            {
                "navn": sat(record.borger.navn),
                "cpr": self.cpr(),
                "journalnummer": record.arende.diarienummer,
                "sagsnummer": record.arende.arendenummer,
                "behandling": days,
                "afslutning": sat(say(f"afslutning.{record.afslutningsstatus}")),
                "dato": short_da(record.opfoelgningsdato),
                "frist": short_da(record.frist),
                "forsinkelse": sat(record.forsinkelse) if record.forsinkelse else None,
                "informeret": say("besked.ja" if record.informeret_foer_afslutning else "besked.nej"),
                "maal": say(f"maal.{record.maal}") if record.maal else None,
                "behandler": sat(f"{record.behandler.navn}, {record.behandler.titel}"),
            },
        )

    def grundlag(self) -> Avsnitt:
        """Return why there is a follow-up, by law or by the guideline alone, and that one may say no."""
        record, say = self.record, self.say
        names = {"lov": self.lov("dk_opfoelgning"), "retningslinje": self.retningslinje()}
        key = "bindende" if record.bindende else f"udgave_{record.udgave}"
        return self.afsnit(
            "grundlag",
            stykke(say("grundlag.formaal"), "" if record.frabedt else say("grundlag.valg")),
            stykke(say(f"grundlag.{key}", **names)),
        )

    def forsoeg(self) -> Avsnitt | None:
        """Return that the citizen was not reached."""
        if self.record.samtale is None or self.record.talt_sammen:
            return None
        return self.afsnit("forsoeg", stykke(self.say("forsoeg.text")))

    def status(self) -> Avsnitt | None:
        """Return when and how the talk was held."""
        record, talk = self.record, self.record.samtale
        if talk is None or not record.talt_sammen:
            return None
        how = self.say(f"form.{talk.form}") if talk.form else ""
        text = self.say("status.indledning", dato=long_da(record.opfoelgningsdato), form=how)
        others = self.say("status.deltagere", deltagere=", ".join(talk.deltagere)) if talk.deltagere else ""
        return self.afsnit("status", stykke(text, others))

    def status_liste(self) -> list[Uppgift]:
        """Return how the citizen is, domain by domain."""
        status = self.record.status
        if status is None:
            return []
        said = ((name, getattr(status, name)) for name in type(status).model_fields)
        return uppgifter(self.say, {name: sat(text) if text else None for name, text in said})

    def forbrug(self) -> Avsnitt | None:
        """Return slips, use and the assessment of other support."""
        record, say, slip = self.record, self.say, self.record.slip
        if slip is None:
            return None
        said = [say("slip.ja" if slip.ja else "slip.nej")]
        if record.aktuelt_forbrug is not None:
            said.append(say("aktuelt.ja" if record.aktuelt_forbrug else "aktuelt.nej"))
        return self.afsnit("forbrug", stykke(*said), *stykker(slip.beskrivelse), *self.henvisning())

    def henvisning(self) -> list[Stycke]:
        """Return whether the citizen is referred to other support, and why."""
        found = self.record.henvisning
        if found is None:
            return []
        key = "henvisning.ja" if found.behov else "henvisning.nej"
        return [stykke(self.say(key, tilbud=found.tilbud or "")), *stykker(found.vurdering)]

    def behov(self) -> Avsnitt | None:
        """Return that the citizen gets help with other things too, or does not need it."""
        if not self.record.talt_sammen:
            return None
        return self.afsnit("behov", stykke(self.say("behov.ja" if self.record.oevrige_behov else "behov.nej")))

    def fornyet(self) -> Avsnitt:
        """Return the request for a new treatment, or the right to make one."""
        asked, day = self.record.anmodning_fornyet_behandling, self.record.dokument.datum
        if asked is None:
            return self.afsnit("fornyet", stykke(self.say("fornyet.ret", lov=self.lov(GARANTI))))
        told = garanti.stykker_om(asked, asked.ivaerksat, day, self.setting, self.say)
        return self.afsnit("anmodet", *told)

    def naeste(self) -> Avsnitt:
        """Return the second follow-up, or that this was it."""
        if self.record.maaned == FOERSTE:
            return self.afsnit("naeste", *self.anden_opfoelgning())
        return self.afsnit("sidste", stykke(self.say("sidste.text"), self.foerste()))

    def anden_opfoelgning(self) -> list[Stycke]:
        """Return when the second follow-up is, or that there will be none unless it is asked for."""
        record, last = self.record, long_da(self.record.anden_frist)
        if record.naeste is not None:
            booked = self.say("naeste.aftalt", naar=naar(record.naeste), sted=record.naeste.sted, frist=last)
            return [stykke(booked), stykke(self.say("naeste.afbud"))]
        if record.frabedt:
            return [stykke(self.say("naeste.frabedt"))]
        return [stykke(self.say("naeste.uden_aftale", frist=last), self.say("naeste.afbud"))]

    def foerste(self) -> str:
        """Return what became of the first follow-up."""
        first = self.record.foerste
        if first is None:
            return ""
        if first.dato is not None:
            return self.say("sidste.foerste", dato=long_da(first.dato))
        return self.say("sidste.ingen_foerste", grund=first.grund or "")
