"""The view of a consent: in the words of the one who signs it, or of the one who wrote down what was said."""

from collections.abc import Sequence
from enum import StrEnum

from docgen.documents.adress import nummer, nummer_och_fodelsedag
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Stycke, Underskrift, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.record import Status
from docgen.documents.rule import Setting
from docgen.documents.samverkan.kontakt import i_ett, namn_och_titel, titel_och_namn
from docgen.documents.sip_samtycke.contract import ParterVy, SipSamtyckeVy
from docgen.documents.sip_samtycke.model import Muntligt, SipSamtycke, Skriftligt
from docgen.documents.stycken import lista, stycke, stycken, uppgifter
from docgen.law.lagrum import cite
from docgen.values.datum import long
from docgen.values.text import enumerate_och, paragraphs, typeset
from docgen.wording import Wording


class Rost(StrEnum):
    """Who speaks in the form."""

    DEN_ENSKILDE = "den_enskilde"
    FORETRADARE = "foretradare"
    MUNTLIGT = "muntligt"


def view(record: SipSamtycke, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the form."""
    data = _Blankett(record, setting, wording).data(kopia)
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(record.person, setting)),
        forbjudet={},
    )


class _Blankett:
    """One consent form."""

    def __init__(self, record: SipSamtycke, setting: Setting, wording: Wording) -> None:
        self.record, self.setting, self.wording = record, setting, wording
        self.samtycke = record.samtycke
        spoken = isinstance(self.samtycke.form, Muntligt)
        own = Rost.DEN_ENSKILDE if self.samtycke.giver is None else Rost.FORETRADARE
        self.rost = Rost.MUNTLIGT if spoken else own
        self.delvis = self.samtycke.aterkallat_vad is not None
        self.slutade = None if self.delvis else self.samtycke.aterkallat_datum
        who = record.handlaggare
        self.slots = {
            "person": record.person.namn,
            "giver": self._giver(),
            "handlaggare": titel_och_namn(who),
            "telefon": i_ett(who.telefon or setting.organisation.kontakt.telefon),
            "namnd": setting.organisation.namnd,
        }

    def _giver(self) -> str:
        agent = self.samtycke.giver
        return f"{agent.namn} ({self.wording(f'roll.{agent.typ.value}')})" if agent else self.record.person.namn

    def say(self, key: str, /, **slots: str) -> str:
        """Return the sentence ``key`` in the voice of the form."""
        return self.wording(key, self.rost.value, **self.slots | slots)

    def section(self, key: str, paragraphs: list[Stycke]) -> Avsnitt:
        """Return ``paragraphs`` under the heading ``key``."""
        return {"rubrik": self.say(f"rubrik.{key}"), "stycken": paragraphs}

    def lagrum(self, concept: str) -> str:
        """Return the citation of the section in force on the day of the consent."""
        found = self.setting.law.find(concept, self.samtycke.datum)
        return cite([found]) if found else ""

    def data(self, kopia: Kopia) -> SipSamtyckeVy:
        """Return every name of the contract."""
        return {
            **bas(self.record, kopia, self.setting, self.wording, self.say("titel")),
            "uppgifter": self.uppgifter(),
            "aterkallat": self.aterkallat(),
            "andamal": self.andamal(),
            "parter": self.parter(),
            "uppgiftstyper": self.section("uppgiftstyper", [lista(self.samtycke.uppgiftstyper)]),
            "undantag": self.undantag(),
            "anhoriga": self.anhoriga(),
            "handlingar": self.handlingar(),
            "tid": self.tid(),
            "information": self.section("information", [stycke(self.say("information"))]),
            "underskrift": self.underskrift(),
        }

    def uppgifter(self) -> list[Uppgift]:
        """Return whom the consent is about, who gives it, and for how long."""
        record, person = self.record, self.record.person
        days = {"fran": long(self.samtycke.datum), "till": long(self.samtycke.giltigt_till)}
        holds = self.say("tid.giltighet", **days)
        if self.slutade:
            holds = self.say("tid.giltighet_aterkallat", datum=long(self.slutade), **days)
        return uppgifter(
            self.wording,
            {
                "galler": typeset(person.namn),
                **nummer_och_fodelsedag(person, self.setting),
                "giver": typeset(self.slots["giver"]) if self.samtycke.giver else None,
                "diarienummer": record.arende.diarienummer,
                "handlaggare": namn_och_titel(record.handlaggare),
                "giltighet": holds,
            },
        )

    def aterkallat(self) -> Avsnitt | None:
        """Return that the consent was taken back, wholly or in part."""
        day, part = self.samtycke.aterkallat_datum, self.samtycke.aterkallat_vad
        if day is None:
            return None
        if part is None:
            said = [self.say("tid.aterkallat", datum=long(day)), self.say("tid.lod")]
            return self.section("aterkallat", [stycke(" ".join(said))])
        parts = [one for block in paragraphs(part) for one in (block.punkter or (block.text,))]
        return self.section("delvis_aterkallat", [lista(parts, self.say("tid.delvis_aterkallat", datum=long(day)))])

    def andamal(self) -> Avsnitt:
        """Return what the information is shared for, and on what ground."""
        intro = self.say("andamal.inledning", lagrum=self.lagrum("eftergift_av_sekretess"))
        return self.section("andamal", [stycke(intro), *stycken(self.samtycke.andamal)])

    def parter(self) -> ParterVy:
        """Return the parties, and what each may give and receive."""
        said = [*([self.say("parter.delvis_aterkallat")] if self.delvis else []), self.say("parter.text")]
        return {
            "rubrik": self.say("rubrik.parter"),
            "text": typeset(" ".join(said)),
            "rader": [
                {
                    "verksamhet": typeset(one.verksamhet),
                    "lamna": self._alla(one.far_lamna),
                    "ta_emot": self._alla(one.far_ta_emot),
                }
                for one in self.samtycke.omfattar_parter
            ],
        }

    def _alla(self, what: Sequence[str]) -> str:
        return typeset(enumerate_och(what)) if what else self.say("parter.inget")

    def undantag(self) -> Avsnitt:
        """Return what may not be shared, or that the question was asked."""
        said = self.samtycke.undantag
        return self.section("undantag", stycken(said) if said else [stycke(self.say("undantag.inga"))])

    def anhoriga(self) -> Avsnitt:
        """Return the relatives who may take part."""
        people = [f"{one.namn} ({one.relation})" for one in self.samtycke.anhoriga_far_delta]
        if not people:
            return self.section("anhoriga", [stycke(self.say("anhoriga.inga"))])
        return self.section("anhoriga", [lista(people, self.say("anhoriga.inledning"))])

    def handlingar(self) -> Avsnitt:
        """Return the documents that may be fetched."""
        papers = [
            self.say("handlingar.en", handling=one.handling, fran=one.fran)
            for one in self.samtycke.dokument_far_inhamtas
        ]
        if not papers:
            return self.section("handlingar", [stycke(self.say("handlingar.inga"))])
        return self.section("handlingar", [lista(papers, self.say("handlingar.inledning"))])

    def tid(self) -> Avsnitt:
        """Return until when it holds, how it is taken back and what happens then."""
        if self.slutade:
            ended = [self.say("tid.slutade", datum=long(self.slutade)), self.say("tid.efter")]
            return self.section("tid_aterkallat", [*(stycke(one) for one in ended), stycke(self.say("tid.lagen"))])
        said = [self.say("tid.till", till=long(self.samtycke.giltigt_till)), self.say("tid.aterkalla")]
        return self.section(
            "tid", [stycke(" ".join(said)), *(stycke(self.say(f"tid.{one}")) for one in ("da", "lagen"))]
        )

    def underskrift(self) -> Underskrift:
        """Return the signature, or who wrote down what was said; a draft is neither signed nor written down."""
        form, draft = self.samtycke.form, self.record.dokument.status is Status.UTKAST
        given = long(self.samtycke.datum)
        if isinstance(form, Skriftligt):
            pen = form.underskrift == "penna"
            return {
                "inledning": self.say("underskrift.skriftligt"),
                "rader": [typeset(self.slots["giver"])],
                "ort_och_datum": "" if draft else given,
                "satt": "" if pen else self.say(f"underskrift.{'utkast' if draft else 'elektronisk'}"),
            }
        who = form.antecknat_av
        return {
            "inledning": typeset(self.say("underskrift.muntligt", datum=given, satt=form.satt)),
            "rader": [typeset(f"{who.namn}, {who.titel}")],
            "ort_och_datum": "" if draft else long(self.record.dokument.datum),
            "satt": self.say(f"underskrift.{'utkast' if draft else 'antecknat'}"),
        }
