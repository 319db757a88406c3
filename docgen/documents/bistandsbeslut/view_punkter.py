"""The points of the decision and the reasons for them, as the letter says them."""

import re
from dataclasses import dataclass
from datetime import date

from docgen.documents.bistandsbeslut.contract import PunktVy, SkalVy
from docgen.documents.bistandsbeslut.insats import Insats
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.punkt import BEVILJANDE, Beslutspunkt, Grund, Motivering
from docgen.documents.contract import Stycke, Uppgift
from docgen.documents.record import Period
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycken, uppgifter
from docgen.errors import RecordError, SettingsError
from docgen.law.lagrum import cite
from docgen.values.datum import long
from docgen.values.text import typeset
from docgen.wording import Wording

DELVIS_AVSLAG = "delvis_avslag"
_PUNKT = re.compile(r"(?<!\.\w)\.\Z")


@dataclass(frozen=True, slots=True)
class Rad:
    """One numbered line of the decision; a partial grant has two, the second refuses the rest."""

    nummer: int
    punkt: Beslutspunkt
    mening: str
    emot: bool


def rader(record: Bistandsbeslut) -> list[Rad]:
    """Return the lines of the decision in order, numbered from 1 as they are printed."""
    found: list[Rad] = []
    for punkt in record.beslut:
        found.append(Rad(len(found) + 1, punkt, punkt.utfall.value, emot=punkt.gar_emot and not punkt.delvis))
        if punkt.delvis:
            found.append(Rad(len(found) + 1, punkt, DELVIS_AVSLAG, emot=True))
    return found


@dataclass(frozen=True, slots=True)
class Punkter:
    """Says the points of one record."""

    record: Bistandsbeslut
    setting: Setting
    wording: Wording

    def beslut(self) -> list[PunktVy]:
        """Return the lines of the decision; a single one has no number."""
        lines = rader(self.record)
        return [
            {
                "nummer": str(line.nummer) if len(lines) > 1 else "",
                "text": typeset(self._mening(line)),
                "uppgifter": [] if line.mening == DELVIS_AVSLAG else self._uppgifter(line.punkt),
            }
            for line in lines
        ]

    def skal(self) -> list[SkalVy]:
        """Return the reasons in the order of the points, each headed by the number of the line it explains."""
        lines = rader(self.record)
        number = {line.punkt.punkt: str(line.nummer) for line in lines}
        heading = len(lines) > 1
        return [
            {
                "rubrik": self.wording("rubrik.skal_punkt", nummer=number[one.punkt]) if heading else "",
                "stycken": self._skalens_stycken(one),
                "bestammelser": self._bestammelser(one),
            }
            for one in sorted(self.record.motivering, key=lambda reason: reason.punkt)
        ]

    def _skalens_stycken(self, one: Motivering) -> list[Stycke]:
        if not one.omstandigheter:
            return stycken(one.bedomning)
        return [lista(one.omstandigheter, self.wording("skal.omstandigheter")), *stycken(one.bedomning)]

    def _bestammelser(self, one: Motivering) -> str:
        if not one.bestammelser:
            return ""
        lagrum = self._lagrum(one.bestammelser)
        return typeset(self.wording("skal.bestammelser", lagrum=lagrum, namnd=self.setting.organisation.namnd))

    def _lagrum(self, names: tuple[str, ...]) -> str:
        found = [self.setting.law.find(name, self.record.beslutsdatum) for name in names]
        return cite(one for one in found if one is not None)

    def _mening(self, line: Rad) -> str:
        """Return the operative sentence; raise RecordError F-14 when it would have a hole in it.

        The rules should have stopped the record, and this is the last lock on the same door.
        """
        insats = self.record.insats_per_id.get(line.punkt.insats_ref or "")
        slots = self._luckor(line.punkt, insats)
        variant = insats.form.value if insats else "standard"
        filled = {name: text for name, text in slots.items() if text}
        try:
            return self.wording(f"beslutsmening.{line.mening}", variant, **filled)
        except SettingsError as error:
            empty = error.facts.get("lucka", "")
            if empty not in slots:
                raise
        path = f"$.beslut[{self.record.beslut.index(line.punkt)}]"
        raise RecordError.at(path, "F-14", punkt=str(line.nummer), lucka=empty)

    def _luckor(self, punkt: Beslutspunkt, insats: Insats | None) -> dict[str, str]:
        """Return the slots of the operative sentences; each sentence uses its own, which must then say something."""
        record = self.record
        earlier = record.tidigare_beslut
        return {
            "namnd": self.setting.organisation.namnd,
            "person": record.person.namn,
            "insats": i_mening(insats.namn) if insats else "",
            "period": self.period(insats.period) if insats and insats.period else "",
            "lagrum": self._lagrum(punkt.lagrum),
            "yrkande": self._yrkande(punkt, insats),
            "ansokan_datum": _long(record.ansokan.datum if record.ansokan else None),
            "avslagen_del": i_mening(punkt.avslagen_del or ""),
            "andring": punkt.andring or "",
            "galler_fran": _long(punkt.galler_fran),
            "aterkallad": _long(punkt.aterkallad),
            "tidigare_datum": long(earlier.datum) if earlier else "",
            "tidigare_innehall": i_mening(earlier.innehall) if earlier else "",
            "grund": self._grund(punkt),
        }

    def _yrkande(self, punkt: Beslutspunkt, insats: Insats | None) -> str:
        if punkt.yrkande_index is not None and self.record.ansokan is not None:
            return i_mening(self.record.ansokan.yrkande[punkt.yrkande_index - 1])
        return i_mening(insats.namn) if insats else ""

    def _grund(self, punkt: Beslutspunkt) -> str:
        if punkt.grund is None:
            return ""
        concept = "andring_till_nackdel" if punkt.grund is Grund.SOL_14_9 else "andring_av_beslut"
        return self.wording(f"grund.{punkt.grund.value}", lagrum=self._lagrum((concept,)))

    def period(self, period: Period) -> str:
        """Return the period as words in a sentence."""
        if period.relativ is not None:
            several = "_flera" if period.relativ.antal > 1 else ""
            number = self.wording.table.get(f"tal.{period.relativ.antal}", str(period.relativ.antal))
            langd = self.wording(f"enhet.{period.relativ.enhet.value}{several}", antal=number)
            return self.wording(f"period.relativ.{period.relativ.ankare.value}", langd=langd)
        key = "period.tills_vidare" if period.tills_vidare else "period.till"
        return self.wording(key, from_=_long(period.from_), till=_long(period.till))

    def _uppgifter(self, punkt: Beslutspunkt) -> list[Uppgift]:
        insats = self.record.insats_per_id.get(punkt.insats_ref or "")
        if insats is None or punkt.utfall not in BEVILJANDE:
            return []
        own = {"omfattning": insats.omfattning, "utforare": self._utforare(insats), "syfte": insats.syfte}
        said = {key: typeset(text) for key, text in own.items() if text}
        return uppgifter(self.wording, said) + self._mal(insats)

    def _utforare(self, insats: Insats) -> str | None:
        if insats.utforare is None:
            return None
        return self.wording(f"regi.{insats.regi.value}", utforare=insats.utforare)

    def _mal(self, insats: Insats) -> list[Uppgift]:
        if len(insats.mal) == 1:
            return uppgifter(self.wording, {"mal": typeset(insats.mal[0])})
        labels = [self.wording("etikett.mal_nummer", nummer=str(at)) for at in range(1, len(insats.mal) + 1)]
        return [{"etikett": label, "varde": typeset(text)} for label, text in zip(labels, insats.mal, strict=True)]


def i_mening(text: str) -> str:
    """Return ``text`` as it stands inside a sentence: without the full stop that is not of an abbreviation (m.m.)."""
    return _PUNKT.sub("", text)


def _long(day: date | None) -> str:
    return long(day) if day else ""
