"""The view of the sheet of booked times: one sheet for the person, in order of days.

The process map asks for a sheet from each party. The person has one life: she gets one paper, where the times stand in
the order in which they come, whoever booked them, and the parties stand by name with someone to call.
"""

from docgen.documents.adress import nummer, nummer_och_fodelsedag
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Stycke, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.mote import nar, nar_i_mening, var
from docgen.documents.motesunderlag.contract import KontakterVy, KontaktVy, MotesunderlagVy, TiderVy, TidVy
from docgen.documents.motesunderlag.model import Bokning, Motesunderlag, PartensUnderlag
from docgen.documents.namn import normal
from docgen.documents.rule import Setting
from docgen.documents.samverkan.kontakt import i_ett, namn_och_titel, nas_pa, titel_och_namn
from docgen.documents.stycken import lista, ordagrant, stycke, stycken, uppgifter
from docgen.values.datum import long
from docgen.values.text import typeset
from docgen.wording import Wording


def view(record: Motesunderlag, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the sheet."""
    data = _Underlag(record, setting, wording).data(kopia)
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(record.person, setting)),
        forbjudet={},
    )


class _Underlag:
    """One sheet."""

    def __init__(self, record: Motesunderlag, setting: Setting, wording: Wording) -> None:
        self.record, self.setting, self.wording = record, setting, wording
        who = record.handlaggare
        self.slots = {
            "person": record.person.namn,
            "handlaggare": titel_och_namn(who),
            "telefon": i_ett(who.telefon or setting.organisation.kontakt.telefon),
            "utskrivning": long(record.utskrivning),
        }

    def say(self, key: str, /, **slots: str) -> str:
        """Return a sentence with the slots that every sentence may use."""
        return self.wording(key, **self.slots | slots)

    def section(self, key: str, paragraphs: list[Stycke]) -> Avsnitt:
        """Return ``paragraphs`` under the heading ``key``."""
        return {"rubrik": self.say(f"rubrik.{key}"), "stycken": paragraphs}

    def data(self, kopia: Kopia) -> MotesunderlagVy:
        """Return every name of the contract."""
        return {
            **bas(self.record, kopia, self.setting, self.wording, self.say("titel")),
            "uppgifter": self.uppgifter(),
            "inledning": typeset(self.say("inledning")),
            "direkt_rubrik": self.say("rubrik.direkt"),
            "direkt": [
                {"rubrik": typeset(one.part), "stycken": stycken(one.efter_utskrivning_direkt)}
                for one in self.record.parter
            ],
            "tider": self.tider(),
            "nasta": self.nasta(),
            "kontakter": self.kontakter(),
            "andra": self.section("andra", [stycke(self.say(f"andra.{one}")) for one in ("tid", "nej")]),
            "hjalp": self.section("hjalp", [stycke(f"{self.say('hjalp.ring')} {self.say('hjalp.akut')}")]),
        }

    def uppgifter(self) -> list[Uppgift]:
        """Return whom the sheet is for, the meeting where it is given and the day of discharge."""
        record, person = self.record, self.record.person
        return uppgifter(
            self.wording,
            {
                "galler": typeset(person.namn),
                **nummer_och_fodelsedag(person, self.setting),
                "diarienummer": record.arende.diarienummer,
                "motesdatum": long(record.motesdatum),
                "utskrivning": long(record.utskrivning),
                "handlaggare": namn_och_titel(record.handlaggare),
            },
        )

    def tider(self) -> TiderVy:
        """Return every booked time in order of days, and the parties that have none."""
        booked = [(one, party) for party in self.record.parter for one in party.inbokat]
        booked.sort(key=lambda pair: (pair[0].datum, (pair[0].tid or "").replace(":", ".")))
        return {
            "rubrik": self.say("rubrik.tider"),
            "rader": [self._tid(one, party) for one, party in booked],
            "saknas": [
                typeset(self.say("tider.saknas", part=one.part)) for one in self.record.parter if not one.inbokat
            ],
        }

    def _tid(self, booked: Bokning, party: PartensUnderlag) -> TidVy:
        said = {"med": booked.med, "ta_med": booked.ta_med}
        told = [self.say(f"tider.{key}", **{key: text}) for key, text in said.items() if text]
        return {
            "nar": nar(booked),
            "vad": typeset(". ".join([booked.aktivitet, *told])),
            "var": var(booked) or self.say("tider.utan_plats"),
            "hos": typeset(party.part),
        }

    def nasta(self) -> Avsnitt | None:
        """Return the next follow-up meeting, where SiS is no longer a party."""
        meeting = self.record.nasta_uppfoljning
        if meeting is None:
            return None
        place = var(meeting)
        day = nar_i_mening(meeting)
        when = self.say("nasta.plats", nar=day, plats=place) if place else self.say("nasta.tid", nar=day)
        people = [lista(meeting.narvarande, self.say("nasta.med"))] if meeting.narvarande else []
        return self.section("nasta", [ordagrant(when), *people])

    def kontakter(self) -> KontakterVy:
        """Return whom to call at each party; the caseworker is reached as in the rest of the sheet."""
        return {
            "rubrik": self.say("rubrik.kontakter"),
            "rader": [self._kontakt(one) for one in self.record.parter],
        }

    def _kontakt(self, one: PartensUnderlag) -> KontaktVy:
        who, unit = one.kontaktperson, {}
        if normal(who.namn).casefold() == normal(self.record.handlaggare.namn).casefold():
            unit = {"telefon": self.slots["telefon"]}
        return {
            "part": typeset(one.part),
            "namn": namn_och_titel(who),
            "nas": next(iter((unit | nas_pa(who)).values()), self.say("kontakt.saknas")),
        }
