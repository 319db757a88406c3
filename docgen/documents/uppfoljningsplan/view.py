"""The view of an uppföljningsplan: the letter to the person with the days of the meetings."""

from docgen.documents.adress import adressrader, nummer
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Stycke, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.mote import var
from docgen.documents.record import Skydd
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, ordagrant, stycke, stycken, uppgifter
from docgen.documents.uppfoljning import vy
from docgen.documents.uppfoljningsplan.contract import MoteVy, PlanVy
from docgen.documents.uppfoljningsplan.model import Uppfoljningsplan
from docgen.documents.uppfoljningsplan.serie import Tillfalle, serie
from docgen.law.lagrum import NBSP, cite
from docgen.values.datum import dagen_den, iso, long
from docgen.values.text import typeset
from docgen.wording import Wording


def view(record: Uppfoljningsplan, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the plan."""
    data = _Plan(record, setting, wording).data(kopia)
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(record.person, setting)),
        forbjudet={},
    )


def ihop(telefon: str) -> str:
    """Return a telephone number that is not broken at the end of a line."""
    return telefon.replace(" ", NBSP)


class _Plan:
    """One plan, and the sentences that it is said in."""

    def __init__(self, record: Uppfoljningsplan, setting: Setting, wording: Wording) -> None:
        self.record, self.setting, self.wording = record, setting, wording
        self.serie = serie(record)

    def say(self, key: str, /, **slots: str) -> str:
        """Return a sentence."""
        return self.wording(key, **slots)

    def section(self, rubrik: str, *innehall: Stycke) -> Avsnitt:
        """Return ``innehall`` under a heading."""
        return vy.avsnitt(self.wording, rubrik, innehall)

    def data(self, kopia: Kopia) -> PlanVy:
        """Return every name of the contract."""
        record, setting, wording = self.record, self.setting, self.wording
        wishes = record.onskemal
        return {
            **bas(record, kopia, setting, wording, wording("titel")),
            "mottagare": {"rader": adressrader(record.person)},
            "uppgifter": [*vy.vem(record, setting, wording), *self.slutet(), *vy.handlaggaren(record, wording)],
            "syfte": self.syfte(),
            "onskemal": self.section("onskemal", *stycken(wishes)) if wishes else None,
            "motesserie": self.section("moten", stycke(self.say("moten.sa_har"))),
            "moten": [self.mote(at, one) for at, one in enumerate(self.serie, start=1)],
            "om_moten": self.om_moten(),
            "frivilligt": self.frivilligt(),
            "aterfall": self.aterfall(),
            "hjalpkontakter_inledning": typeset(self.say("aterfall.andra")) if record.hjalp_vid_aterfall else "",
            "hjalpkontakter": [
                {"namn": typeset(one.namn), "telefon": one.telefon, "nar": typeset(one.nar)}
                for one in record.hjalp_vid_aterfall
            ],
            "efter_kontakten": self.efter_kontakten(),
            "hjalp": self.hjalp(),
        }

    def slutet(self) -> list[Uppgift]:
        """Return the day the treatment ended, or will end."""
        ended = self.record.behandling.avslutad_datum
        label = "avslutad" if ended <= self.record.dokument.datum else "avslutas"
        return uppgifter(self.wording, {label: iso(ended)})

    def syfte(self) -> Avsnitt:
        """Return what the contact is for, and that it stands beside aftercare (SoL 10 kap. 3 §)."""
        record = self.record
        section = self.setting.law.find("insatsens_utformning", record.dokument.datum)
        what = [self.say("syfte.beslutet", datum=long(record.beslut.datum))]
        what += [self.say("syfte.utformas", lagrum=cite([section]))] if section else []
        aftercare = record.eftervard
        by = aftercare.vem if aftercare and aftercare.finns else None
        return self.section(
            "syfte",
            stycke(" ".join(what)),
            lista([self.say(f"syfte.{one.value}") for one in record.syften], self.say("syfte.inledning")),
            stycke(self.say("eftervard.vem", vem=by) if by else self.say("eftervard.bada")),
        )

    def mote(self, number: int, one: Tillfalle) -> MoteVy:
        """Return the row of a meeting."""
        last = number == len(self.serie)
        return {
            "mote": typeset(self.say("moten.utvardering") if last else self.say("moten.nummer", nummer=str(number))),
            "dag": vy.dag(one.dag),
            "tid": (vy.klockan(one.bokat) if one.bokat else "") or self.say("moten.ingen_tid"),
            "plats": self.plats(one),
            "lage": self.say("moten.bokat" if one.bokat else "moten.forslag"),
        }

    def plats(self, one: Tillfalle) -> str:
        """Return how and where people meet; no place is written down for a protected person (R-50)."""
        if one.bokat is None:
            return self.say("moten.ingen_plats")
        form, place = self.say(f"form.{one.bokat.form.value}"), var(one.bokat)
        return f"{form}, {place}" if place else form

    def om_moten(self) -> Avsnitt:
        """Return what holds for the meetings: proposals, moved days, another time."""
        proposals = [one for one in self.serie if one.bokat is None]
        known = "moten.inga_bokade" if len(proposals) == len(self.serie) else "moten.om_forslag"
        said = [self.say(known if proposals else "moten.alla_bokade")]
        said += [
            self.say("moten.flyttat", raknad=dagen_den(one.raknad), dag=dagen_den(one.dag))
            for one in proposals
            if one.flyttat
        ]
        if self.record.person.skydd is not Skydd.INGEN:
            said.append(self.say("moten.skyddad_plats"))
        call = self.record.handlaggare.telefon or self.setting.organisation.kontakt.telefon
        return self.section(
            "om_moten", stycke(" ".join(said)), ordagrant(self.say("moten.annan_tid", telefon=ihop(call)))
        )

    def frivilligt(self) -> Avsnitt:
        """Return what the person may say no to, and what happens then."""
        points = [self.say(f"frivilligt.{one}") for one in ("kontakten", "moten", "andra", "samarbete")]
        return self.section(
            "frivilligt", lista(points, self.say("frivilligt.inledning")), stycke(self.say("frivilligt.foljder"))
        )

    def aterfall(self) -> Avsnitt:
        """Return whom to call on a relapse."""
        who, unit = self.record.handlaggare, self.setting.organisation
        slots = {"namn": who.namn, "enhet": unit.enhet, "enhetens_telefon": ihop(unit.kontakt.telefon)}
        first, then = self.say("aterfall.ring_enheten", **slots), self.say("aterfall.fara")
        if who.telefon:
            first = self.say("aterfall.ring", namn=who.namn, telefon=ihop(who.telefon))
            then = f"{self.say('aterfall.annars', **slots)} {then}"
        return self.section(
            "aterfall",
            stycke(self.say("aterfall.hor_av_dig")),
            ordagrant(first),
            ordagrant(then),
        )

    def efter_kontakten(self) -> Avsnitt:
        """Return how the contact ends, and how to ask for more."""
        last = self.serie[-1]
        key = "slut.bokad" if last.bokat else "slut.forslag"
        text = f"{self.say(key, datum=long(last.dag))} {self.say('slut.mer_stod')}"
        return self.section("efter_kontakten", stycke(text))

    def hjalp(self) -> Avsnitt:
        """Return where to turn with questions, and the help that is offered (FL 6 och 13 §§)."""
        unit, person = self.setting.organisation, self.record.person
        reached = {"telefon": ihop(unit.kontakt.telefon), "epost": unit.kontakt.epost}
        contact = self.say("hjalp.enhet", enhet=unit.enhet, **reached)
        offer = [self.say("hjalp.forsta")]
        if person.sprak:
            offer.append(self.say("hjalp.tolk_sprak", sprak=person.sprak))
        elif person.tolkbehov:
            offer.append(self.say("hjalp.tolk"))
        return self.section("hjalp", ordagrant(contact), stycke(" ".join(offer)))
