"""The view of a biståndsbeslut: everything formatted, nothing left for the template to work out."""

from docgen.documents import overklagande
from docgen.documents.adress import adressrader, nummer, nummer_och_fodelsedag
from docgen.documents.bistandsbeslut.contract import BeslutVy
from docgen.documents.bistandsbeslut.dolda import i_brevet
from docgen.documents.bistandsbeslut.model import Bistandsbeslut, Niva
from docgen.documents.bistandsbeslut.punkt import AVSLAENDE, BEVILJANDE
from docgen.documents.bistandsbeslut.view_akt import akt, registrering
from docgen.documents.bistandsbeslut.view_insatser import avsnitt
from docgen.documents.bistandsbeslut.view_punkter import Punkter, i_mening, rader
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Stycke, Underskrift, Uppgift
from docgen.documents.kind import Exemplar, Kopia, View
from docgen.documents.organisation import OverklagandeNar
from docgen.documents.record import Status
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycke, stycken, uppgifter
from docgen.law.lagrum import cite
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording


def view(record: Bistandsbeslut, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the letter or of the file copy."""
    hidden = record.namn_att_dolja if kopia.exemplar is Exemplar.EXPEDIERING else []
    data = _Brev(record, setting, wording, hidden=bool(hidden)).data(kopia)
    number = nummer(record.person, setting)
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, number),
        forbjudet={"R-12": i_brevet(record, setting)} if hidden else {},
    )


class _Brev:
    """One copy of one decision; ``hidden`` leaves the names of those who decided out of it."""

    def __init__(self, record: Bistandsbeslut, setting: Setting, wording: Wording, *, hidden: bool) -> None:
        self.record, self.setting, self.wording, self.hidden = record, setting, wording, hidden
        self.slots = {"namnd": setting.organisation.namnd, "person": record.person.namn}

    def say(self, key: str, /, **slots: str) -> str:
        """Return a sentence with the slots that every sentence may use."""
        return self.wording(key, **self.slots | slots)

    def section(self, key: str, paragraphs: list[Stycke]) -> Avsnitt:
        """Return ``paragraphs`` under the heading ``key``."""
        return {"rubrik": self.say(f"rubrik.{key}"), "stycken": paragraphs}

    def data(self, kopia: Kopia) -> BeslutVy:
        """Return every name of the contract."""
        record, setting, wording = self.record, self.setting, self.wording
        points = Punkter(record, setting, wording)
        file_copy = kopia.exemplar is Exemplar.AKT
        return {
            **bas(record, kopia, setting, wording, wording("titel")),
            "mottagare": {"rader": adressrader(record.person)},
            "uppgifter": self.uppgifter(),
            "ansokan": self.ansokan(),
            "beslut_rubrik": self.say("rubrik.beslut"),
            "beslut": points.beslut(),
            "skal_rubrik": self.say("rubrik.skal") if record.motivering else "",
            "skal": points.skal(),
            "utredning": self.utredning(),
            "insatser": avsnitt(record, setting, wording),
            "forbehall": self.forbehall(),
            "uppfoljning": self.uppfoljning(),
            "verkstallighet": self.verkstallighet(),
            "avvikande_mening": self.avvikande_mening(),
            "underskrift": self.underskrift(),
            "deltagare": self.deltagare(),
            "hjalp": self.hjalp(),
            "expediering": self.expediering(),
            "overklagande": self.overklagande(),
            "registrering": registrering(record, setting, wording) if file_copy else [],
            "akt": akt(record, wording) if file_copy else None,
        }

    def uppgifter(self) -> list[Uppgift]:
        """Return whom and what the decision is about."""
        record, person = self.record, self.record.person
        caseworker, earlier = record.handlaggare, record.tidigare_beslut
        return uppgifter(
            self.wording,
            {
                "galler": typeset(person.namn),
                **nummer_och_fodelsedag(person, self.setting),
                "diarienummer": record.arende.diarienummer,
                "arendenummer": record.arende.arendenummer,
                "beslutsdatum": iso(record.beslutsdatum),
                "tidigare_beslut": f"{iso(earlier.datum)}, dnr {earlier.diarienummer}" if earlier else None,
                "handlaggare": None if self.hidden else typeset(f"{caseworker.namn}, {caseworker.titel}"),
            },
        )

    def ansokan(self) -> Avsnitt:
        """Return what was applied for, and when; or that the board took up its own decision."""
        asked, earlier = self.record.ansokan, self.record.tidigare_beslut
        if asked is None:
            what = {"datum": long(earlier.datum), "innehall": i_mening(earlier.innehall)} if earlier else {}
            return self.section("eget_initiativ", [stycke(self.say("ansokan.eget_initiativ", **what))])
        slots = {"satt": self.say(f"satt.{asked.satt.value}"), "datum": long(asked.datum)}
        if len(asked.yrkande) == 1:
            return self.section(
                "ansokan", [stycke(self.say("ansokan.ett", yrkande=i_mening(asked.yrkande[0]), **slots))]
            )
        return self.section(
            "ansokan", [lista([i_mening(one) for one in asked.yrkande], self.say("ansokan.flera", **slots))]
        )

    def utredning(self) -> Avsnitt:
        """Return the investigation and how it was communicated (FL 25 §)."""
        done = self.record.utredning
        section = self.setting.law.find(done.lagrum, self.record.beslutsdatum)
        days = {"inledd": long(done.inledd), "avslutad": long(done.avslutad)}
        text = self.say("utredning.text", lagrum=cite([section]) if section else "", **days)
        return self.section("utredning", [stycke(text), *self.kommunicering()])

    def kommunicering(self) -> list[Stycke]:
        """Return what the person was shown and answered."""
        done = self.record.kommunicering
        if not done.skedd or done.datum is None:
            return stycken(self.say("utredning.undantag", undantag=done.undantag or ""))
        how = {"satt": self.say(f"satt.{done.satt.value}")} if done.satt else {}
        key = "utredning.kommunicerad" if done.satt else "utredning.kommunicerad_utan_satt"
        shown = [self.say(key, datum=long(done.datum), **how)]
        if done.muntligt_infor_namnd_informerad:
            shown.append(self.say("utredning.muntligt"))
        if done.synpunkter is None:
            answer = [stycke(self.say("utredning.inga_synpunkter"))]
        else:
            answer = [stycke(self.say("utredning.synpunkter")), *stycken(done.synpunkter)]
        return [stycke(" ".join(shown)), *answer]

    def forbehall(self) -> Avsnitt | None:
        """Return the conditions and reservations."""
        said = [
            self.say("forbehall.med_grund", text=one.text or "", grund=one.grund)
            if one.grund
            else self.say("forbehall.text", text=one.text or "")
            for one in self.record.forbehall
        ]
        return self.section("forbehall", [stycke(said[0])] if len(said) == 1 else [lista(said)]) if said else None

    def uppfoljning(self) -> Avsnitt | None:
        """Return how the decision is followed up."""
        plan = self.record.uppfoljning
        if plan is None:
            return None
        text = self.say("uppfoljning.text", datum=long(plan.datum), ansvarig=plan.ansvarig)
        return self.section("uppfoljning", [stycke(f"{text} {plan.hur}")])

    def verkstallighet(self) -> Avsnitt | None:
        """Return when the decision takes effect; a decision that only refuses has nothing to carry out."""
        if all(punkt.utfall in AVSLAENDE for punkt in self.record.beslut):
            return None
        record, effect = self.record, self.record.verkstallighet
        said = self._fran_nar()
        if effect.planerad_start and any(punkt.utfall in BEVILJANDE for punkt in self.record.beslut):
            starts = {insats.borjar for _path, insats in record.beviljade}
            same = len(starts) == 1 and (len(record.beviljade) == 1 or starts != {None})
            key = "planerad_start" if same else "planerad_start_forsta"
            said.append(self.say(f"verkstallighet.{key}", datum=long(effect.planerad_start)))
        return self.section("verkstallighet", [stycke(" ".join(said))])

    def _fran_nar(self) -> list[str]:
        """Return from when the decision applies: what is changed or ended later does not apply at once."""
        record = self.record
        section = self.setting.law.find("omedelbar_verkstallighet", record.beslutsdatum)
        if section is None or not record.verkstallighet.omedelbart:
            return [self.say("verkstallighet.laga_kraft")]
        days = {punkt.galler_fran for punkt in record.beslut if punkt.utfall not in AVSLAENDE}
        later = sorted(day for day in days if day is not None and day > record.beslutsdatum)
        at_once = len(later) < len(days)
        said = [self.say("verkstallighet.omedelbart", lagrum=cite([section]))] if at_once else []
        if later:
            when = enumerate_och([long(day) for day in later])
            said.append(self.say("verkstallighet.andring", galler_fran=when, lagrum=cite([section])))
        return said

    def avvikande_mening(self) -> Avsnitt | None:
        """Return the dissenting opinions (FL 30 och 33 §§), without names where they are hidden."""
        found: list[Stycke] = []
        for one in self.record.avvikande_mening:
            intro = self.say("avvikande.dold") if self.hidden else self.say("avvikande.av", av=one.av)
            found += [stycke(intro), *stycken(one.text)]
        return self.section("avvikande_mening", found) if found else None

    def underskrift(self) -> Underskrift:
        """Return who decided."""
        who, day, how = self.record.beslutsfattare, long(self.record.underskrift.datum), self._undertecknat()
        if self.hidden:
            key = "dold" if who.niva is Niva.DELEGAT else who.niva.value
            said = self.say(f"underskrift.{key}", forvaltning=self.setting.organisation.forvaltning)
            return {"inledning": said, "rader": [], "ort_och_datum": day, "satt": how}
        delegation = [self.say("underskrift.delegation", delegation=who.delegation_ref)] if who.delegation_ref else []
        return {
            "inledning": self.say(f"underskrift.{who.niva.value}"),
            "rader": [typeset(f"{who.namn}, {who.titel}"), *delegation],
            "ort_och_datum": day,
            "satt": how,
        }

    def _undertecknat(self) -> str:
        """Return how it was signed; a draft is not, and where a pen is to sign there is a line for it."""
        if self.record.dokument.status is Status.UTKAST:
            return self.say("underskrift.utkast")
        typ = self.record.underskrift.typ
        if self.hidden:
            return self.say(f"underskrift.dold_{typ}")
        return self.say("underskrift.elektronisk") if typ == "elektronisk" else ""

    def deltagare(self) -> list[Uppgift]:
        """Return who presented the matter and who took part without deciding (FL 31 §)."""
        if self.hidden:
            return []
        presenter = self.record.foredragande
        people = [("foredragande", presenter)] if presenter else []
        people += [("deltog", one) for one in self.record.deltog_utan_avgorande]
        return [
            row for key, one in people for row in uppgifter(self.wording, {key: typeset(f"{one.namn}, {one.titel}")})
        ]

    def hjalp(self) -> Avsnitt:
        """Return where to turn, and the help that is offered (FL 6 och 13 §§)."""
        record, organisation = self.record, self.setting.organisation
        who = record.handlaggare
        reached = {name: said for name, said in (("telefon", who.telefon), ("epost", who.epost)) if said}
        key = "_".join(["hjalp.handlaggare", *reached])
        own = self.say(key, namn=who.namn, titel=who.titel, **reached)
        contact = organisation.kontakt
        unit = self.say("hjalp.enhet", enhet=organisation.enhet, telefon=contact.telefon, epost=contact.epost)
        contacts = [unit] if self.hidden else [own, unit]
        offers = [self.say("hjalp.forsta")]
        if record.person.tolkbehov or record.person.sprak:
            sprak = record.person.sprak
            offers.append(self.say("hjalp.tolk_sprak", sprak=sprak) if sprak else self.say("hjalp.tolk"))
        return self.section("hjalp", [stycke(" ".join(contacts)), stycke(" ".join(offers))])

    def expediering(self) -> Avsnitt:
        """Return who gets the decision."""
        names = self.record.expedieras_till
        return self.section("expediering", [stycke(names[0])] if len(names) == 1 else [lista(names)])

    def overklagande(self) -> Avsnitt | None:
        """Return the överklagandehänvisning, where the record has one or the organisation always sends one."""
        record = self.record
        always = self.setting.organisation.overklagandehanvisning is OverklagandeNar.ALLTID
        if record.overklagande is None and not always:
            return None
        lines = rader(record)
        receipt = record.overklagande.sista_dag_om_delgiven if record.overklagande else None
        appealed = overklagande.Bistand(
            beslutsdatum=record.beslutsdatum,
            diarienummer=record.arende.diarienummer,
            punkter=[line.nummer for line in lines if line.emot] if len(lines) > 1 else (),
            sista_dag=receipt.sista_dag if receipt else None,
            mottagen=receipt.mottagen if receipt else None,
        )
        return overklagande.forvaltningsbesvar(self.wording, self.setting, appealed)
