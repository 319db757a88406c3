"""The view of one letter of a kallelse: everything formatted, in the words for its recipient."""

from docgen.documents.adress import nummer, nummer_och_fodelsedag
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Stycke, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.mote import MoteForm, nar
from docgen.documents.record import Person, Skydd
from docgen.documents.rule import Setting
from docgen.documents.samverkan.kontakt import i_ett, namn_och_titel, nas_pa, titel_och_namn
from docgen.documents.samverkan.parter import Fas
from docgen.documents.sip_kallelse.adressering import Ton, behover_nummer, fonster, ton
from docgen.documents.sip_kallelse.contract import InbjudenVy, InbjudnaVy, SipKallelseVy, Uppgifter
from docgen.documents.sip_kallelse.model import (
    InbjudenAnhorig,
    InbjudenForetradare,
    KalladAktor,
    Mottagare,
    SipKallelse,
    Skickas,
)
from docgen.documents.stycken import lista, stycke, stycken, uppgifter
from docgen.law.lagrum import cite
from docgen.values.datum import long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording

AV_OFFICIELLA = (Ton.KALLELSE, Ton.INBJUDAN)
"""The letters to parties, who work with the person."""


def view(record: SipKallelse, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the letter to recipient number ``kopia.mottagare``."""
    recipient = list(record.mottagare.values())[kopia.mottagare - 1]
    data = _Brev(record, recipient, setting, wording).data(kopia)
    number = [nummer(record.person, setting)] if behover_nummer(recipient) else []
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, *number),
        forbjudet={},
    )


class _Brev:
    """The letter to one recipient."""

    def __init__(self, record: SipKallelse, recipient: Mottagare, setting: Setting, wording: Wording) -> None:
        self.record, self.recipient, self.setting, self.wording = record, recipient, setting, wording
        self.ton = ton(recipient)
        who, meeting = record.handlaggare, record.motestyp.value
        self.slots = {
            "namnd": setting.organisation.namnd,
            "person": record.person.namn,
            "mote": wording(f"mote.{meeting}.obestamd"),
            "motet": wording(f"mote.{meeting}.bestamd"),
            "handlaggare": titel_och_namn(who),
        }
        self.slots |= self._mottagaren()

    def say(self, key: str, /, **slots: str) -> str:
        """Return the sentence ``key`` in the words for the recipient."""
        return self.wording(key, self.ton.value, **self.slots | slots)

    def section(self, key: str, paragraphs: list[Stycke]) -> Avsnitt:
        """Return ``paragraphs`` under the heading ``key``."""
        return {"rubrik": self.say(f"rubrik.{key}"), "stycken": paragraphs}

    def data(self, kopia: Kopia) -> SipKallelseVy:
        """Return every name of the contract."""
        return {
            **bas(self.record, kopia, self.setting, self.wording, self.say("titel")),
            "mottagare": {"rader": fonster(self.recipient)},
            "uppgifter": self.uppgifter(),
            "inledning": self.inledning(),
            "mote": self.mote(),
            "syfte": self.syfte(),
            "delta": self.delta(),
            "forberedelse": self.forberedelse(),
            "inbjudna": self.inbjudna(),
            "samtycke": self.samtycke(),
            "efter": self.efter(),
        }

    def uppgifter(self) -> list[Uppgift]:
        """Return whom the meeting is about, and the numbers of the matter."""
        record, person = self.record, self.record.person
        way, told = record.vag(self.recipient), behover_nummer(self.recipient)
        ways = {"telefon": i_ett(self.setting.organisation.kontakt.telefon), **nas_pa(record.handlaggare)}
        return uppgifter(
            self.wording,
            {
                "galler": typeset(person.namn),
                **(nummer_och_fodelsedag(person, self.setting) if told else {}),
                "diarienummer": record.arende.diarienummer,
                "sammankallande": namn_och_titel(record.handlaggare),
                "kontakt" if "epost" in ways else "telefon": ", ".join(ways.values()),
                "skickas": None if way is Skickas.POST else self.say(f"skickas.{way.value}"),
            },
        )

    def inledning(self) -> Avsnitt:
        """Return who is called or invited, to what, and which meeting of the aftercare it is."""
        said = [self.say("inledning.ingress")]
        plan = self._lagrum("individuell_plan", "individuell_plan_vard")
        said.append(self.say(f"inledning.om_{self.record.motestyp.value}", lagrum=plan))
        if self.record.fas is not None:
            said.append(self.say(f"inledning.{self.record.fas.value}", lagrum=self._lagrum("lvm_eftervard")))
        return self.section("inledning", [stycke(one) for one in said])

    def _mottagaren(self) -> dict[str, str]:
        one = self.recipient
        if isinstance(one, KalladAktor):
            return {"verksamhet": one.verksamhet, "namn": one.namn, "roll": one.roll}
        return {"roll": "" if isinstance(one, Person) else self._roll(one)}

    def _roll(self, one: InbjudenForetradare | InbjudenAnhorig) -> str:
        """Return in what capacity an agent or a relative takes part."""
        return one.relation if isinstance(one, InbjudenAnhorig) else self.say(f"roll.{one.typ.value}")

    def _lagrum(self, *concepts: str) -> str:
        """Return the citation of the sections in force on the day of the letter."""
        found = [self.setting.law.find(one, self.record.dokument.datum) for one in concepts]
        return cite([one for one in found if one])

    def mote(self) -> Uppgifter:
        """Return when and where; a protected person's place of meeting is told apart (R-50)."""
        meeting = self.record.mote
        apart = meeting.plats is None and self.record.person.skydd is not Skydd.INGEN
        rows = uppgifter(
            self.wording,
            {
                "tid": nar(meeting),
                "plats": typeset(meeting.plats) if meeting.plats else None,
                "plats_for_sig": typeset(self.say("mote.plats_for_sig")) if apart else None,
                "lank": meeting.digital_lank,
                "deltagande": enumerate_och([self.say(f"form.{one.value}") for one in self.record.deltagandeformer]),
                "svar_senast": long(self.record.svar_senast) if self.record.svar_senast else None,
            },
        )
        return {"rubrik": self.say("rubrik.mote"), "uppgifter": rows}

    def syfte(self) -> Avsnitt:
        """Return why, and the questions that the meeting is to answer."""
        questions = lista(self.record.fragestallningar, self.say("fragor"))
        return self.section("syfte", [*stycken(self.record.syfte), questions])

    def delta(self) -> Avsnitt:
        """Return what one may decide for oneself, and how to answer."""
        record, meeting = self.record, self.record.mote
        own = [self.say("delta.sjalv")]
        if MoteForm.DIGITALT in record.deltagandeformer and meeting.digital_lank is None:
            own.append(self.say("delta.lank_skickas"))
        sprak, due = record.person.sprak, record.svar_senast
        reply = [self.say("delta.svar_senast", datum=long(due)) if due else self.say("delta.svar")]
        if sprak is not None:
            reply.append(self.say("delta.tolk_sprak", sprak=sprak))
        elif record.person.tolkbehov:
            reply.append(self.say("delta.tolk"))
        return self.section("delta", [stycke(" ".join(own)), stycke(" ".join(reply))])

    def forberedelse(self) -> Avsnitt:
        """Return how to prepare, and the parties' own meeting before."""
        said = stycken(self.record.forberedelse_den_enskilde) if self.ton is Ton.DEN_ENSKILDE else []
        said += self._att_tanka_pa()
        own = self.recipient.fragor if isinstance(self.recipient, KalladAktor) else ()
        if own:
            said.append(lista(own, self.say("forberedelse.fragor")))
        if self.record.fas is Fas.UPPFOLJNING_5_MAN and self.ton in AV_OFFICIELLA:
            said.append(stycke(self.say("forberedelse.underlag")))
        before = self.record.tjanstemannamote
        if before is not None and self.ton in {*AV_OFFICIELLA, Ton.DEN_ENSKILDE}:
            said.append(stycke(self.say("forberedelse.tjanstemannamote", datum=long(before.datum))))
        return self.section("forberedelse", said)

    def _att_tanka_pa(self) -> list[Stycke]:
        if self.ton is not Ton.DEN_ENSKILDE:
            return [stycke(self.say("forberedelse.text"))]
        keys = ("viktigt", "fungerar", "hjalp", "inte_tala_om")
        return [lista([self.say(f"forberedelse.{one}") for one in keys], self.say("forberedelse.fundera"))]

    def inbjudna(self) -> InbjudnaVy:
        """Return who else is called or invited; under protection no letter tells of the others (R-50)."""
        record = self.record
        hidden = record.person.skydd is not Skydd.INGEN
        here = "den_enskilde_med" if record.den_enskilde_bjuds_in else "den_enskilde_inte_med"
        return {
            "rubrik": self.say("rubrik.inbjudna"),
            "text": typeset(self.say("inbjudna.skyddad" if hidden else f"inbjudna.{here}")),
            "rader": [] if hidden else self._rader(),
        }

    def _rader(self) -> list[InbjudenVy]:
        record = self.record
        rows = [(one.namn, one.roll, one.verksamhet) for one in record.kallas]
        rows += [(one.namn, self._roll(one), self.say("inbjudna.foretradare")) for one in record.foretradare]
        rows += [(one.namn, self._roll(one), self.say("inbjudna.anhorig")) for one in record.anhoriga]
        return [{"namn": typeset(a), "roll": typeset(b), "verksamhet": typeset(c)} for a, b, c in rows]

    def samtycke(self) -> Avsnitt:
        """Return the consent the letter relies on, that it can be taken back, and the secrecy."""
        consent = self.record.samtycke
        days = {"datum": long(consent.datum), "till": long(consent.giltigt_till)}
        given, withdrawn = self.say("samtycke.text", **days), self.say("samtycke.aterkalla")
        secret = self.say("samtycke.sekretess", lagrum=self._lagrum("sekretess_socialtjanst"))
        return self.section("samtycke", [stycke(f"{given} {withdrawn} {secret}")])

    def efter(self) -> Avsnitt:
        """Return what happens after the meeting."""
        return self.section("efter", [stycke(self.say(f"efter.{self.record.motestyp.value}"))])
